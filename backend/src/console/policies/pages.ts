import type { policiesTranslator } from '@backroom/shared/messages/policies';
import { html } from 'hono/html';
import { adjustable } from '../../flows/orders/policies.ts';
import { policyLevels } from '../../store/connection-options.ts';
import type { Connection } from '../../store/connections.ts';
import { type ConnectionView, type Refused, refusal, seen } from '../connection/view.ts';
import type { PageInput } from '../layout.ts';
import type { Html } from '../view.ts';
import { adjustableCodes, limitNames, type Typed } from './form.ts';

export const PATH = '/desk/policies';
export type PoliciesView = ConnectionView & { p: ReturnType<typeof policiesTranslator> };
export type PoliciesInput = {
  connections: readonly Connection[];
  connection: Connection;
  typed: Typed;
  wrong?: readonly string[];
  refused?: Refused;
  done: boolean;
};
const reasons = ['no_order', 'incomplete', 'double', 'erp', 'seen'] as const;

function field(
  { p }: PoliciesView,
  { typed, wrong = [] }: PoliciesInput,
  name: 'role' | 'currency' | (typeof limitNames)[number],
  help?: 'role_help' | 'currency_help',
): Html {
  const bad = wrong.includes(name);
  const ids = [...(help ? [`h-${name}`] : []), ...(bad ? [`e-${name}`] : [])].join(' ');
  return html`<div class="field wide"><label for="${name}">${p(name)}</label><input id="${name}" name="${name}" value="${typed[name] ?? ''}" maxlength="60" autocomplete="off"${ids ? html` aria-describedby="${ids}"` : ''}${bad ? html` aria-invalid="true"` : ''}>
${help ? html`<span class="small" id="h-${name}">${p(help)}</span>` : ''}${bad ? html`<span class="error" id="e-${name}">${p('wrong_value')}</span>` : ''}</div>`;
}
const levelField = ({ p }: PoliciesView, typed: Typed, code: (typeof adjustableCodes)[number]): Html => {
  const chosen = typed[`level-${code}`] ?? '';
  const offered = policyLevels.filter((level) => level !== 'info' || adjustable[code] === 'info');
  return html`<div class="field wide"><label for="level-${code}">${p(`check.${code}`)}</label><select id="level-${code}" name="level-${code}"><option value="">${p('standard')}</option>${offered.map((level) => html`<option value="${level}"${level === chosen ? html` selected` : ''}>${p(`level.${level}`)}</option>`)}</select></div>`;
};

/** What each check of an order does at one connection, and the limits. */
export function policiesPage(view: PoliciesView, input: PoliciesInput): PageInput {
  const { p, n } = view;
  const { connections, connection, typed, wrong = [], refused, done } = input;
  const badPeople = wrong.includes('people');
  return {
    title: p('title'),
    place: 'policies',
    here: PATH,
    body: html`<h1 tabindex="-1">${p('title')}</h1><p>${p('lead')}</p>
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${n('saved')}</p>` : ''}${refusal(view, refused)}
${wrong.length > 0 ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${p('wrong')}</p>` : ''}
${
  connections.length > 1
    ? html`<nav class="tabs" aria-label="${n('title')}">${connections.map(
        ({ id, name }) =>
          html`<a href="${PATH}?connection=${id}"${id === connection.id ? html` aria-current="page"` : ''}>${name}</a>`,
      )}</nav>`
    : ''
}
<form class="act broad" method="post" action="${PATH}/${connection.id}">${seen(connection)}
<h2>${p('limits')}</h2><p class="small">${p('limits_help')}</p>${limitNames.map((name) => field(view, input, name))}${field(view, input, 'currency', 'currency_help')}
<h2>${p('approval')}</h2>${field(view, input, 'role', 'role_help')}
<div class="field wide"><label for="people">${p('people')}</label><textarea id="people" name="people" rows="3" maxlength="5000" spellcheck="false" aria-describedby="h-people${badPeople ? ' e-people' : ''}"${badPeople ? html` aria-invalid="true"` : ''}>${typed.people ?? ''}</textarea><span class="small" id="h-people">${p('people_help')}</span>${badPeople ? html`<span class="error" id="e-people">${p('wrong_value')}</span>` : ''}</div>
<h2>${p('of', { name: connection.name })}</h2><div class="many">${adjustableCodes.map((code) => levelField(view, typed, code))}</div>
<p class="actions"><button class="first">${p('save')}</button></p></form>
<h2>${p('fixed')}</h2><ul>${reasons.map((each) => html`<li>${p(`fixed.${each}`)}</li>`)}</ul>`,
  };
}
