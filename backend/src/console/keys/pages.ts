import type { KeysWords } from '@backroom/shared/messages/keys';
import { html } from 'hono/html';
import { type ApiKey, type KeyScope, keyScopes, MOST_KEYS } from '../../store/api-keys.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import type { Html, View } from '../view.ts';

export const PATH = '/desk/access/keys';
export const LONGEST_NAME = 60;
/** How long a key may be good. A year at most, so that a forgotten one ends. */
export const keyDays = [30, 90, 180, 365] as const;
export type KeysView = View & { k: KeysWords };
export type Entered = { name: string; scopes: readonly KeyScope[]; days: number };
export type KeysInput = {
  keys: readonly ApiKey[];
  /** Shown in this one answer. */
  made?: { name: string; text: string };
  entered?: Entered;
  wrong?: readonly ('name' | 'scopes' | 'most')[];
  revoked?: boolean;
  /** Where the API's OpenAPI document is. */
  document: string;
};
const start: Entered = { name: '', scopes: [], days: 90 };

function listOf(view: KeysView, { keys }: KeysInput): Html {
  const { d, k, now } = view;
  if (keys.length === 0) return html`<p class="small">${k('none')}</p>`;
  const rows = keys.map(
    ({ id, name, scopes, madeBy, madeAt, until, usedAt }) =>
      html`<tr><td data-label="${k('name')}"><span><strong>${name}</strong><span class="small">${id}</span></span></td><td data-label="${k('scopes')}"><span>${scopes.map((scope) => html`${k(`scope.${scope}`)}<br>`)}</span></td>
<td data-label="${k('created')}"><span>${moment(view, madeAt.toISOString())}<span class="small">${madeBy}</span></span></td><td data-label="${k('used')}">${usedAt ? moment(view, usedAt.toISOString()) : k('never')}</td>
<td data-label="${k('until')}">${until.getTime() <= now ? tag({ text: k('ended'), tone: 'danger' }) : moment(view, until.toISOString())}</td>
<td><form method="post" action="${PATH}/revoke"><input type="hidden" name="id" value="${id}"><button aria-label="${k('revoke_named', { name })}">${k('revoke')}</button></form></td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${k('list')}"><table class="stack"><thead><tr><th scope="col">${k('name')}</th><th scope="col">${k('scopes')}</th><th scope="col">${k('created')}</th><th scope="col">${k('used')}</th><th scope="col">${k('until')}</th><th scope="col"><span class="unseen">${d('access.remove')}</span></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function formOf(view: KeysView, { entered = start, wrong = [] }: KeysInput): Html {
  const { k } = view;
  const count = String(LONGEST_NAME);
  const [badName, badScopes] = [wrong.includes('name'), wrong.includes('scopes')];
  return html`<h2>${k('new')}</h2>${wrong.includes('most') ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${k('most', { count: String(MOST_KEYS) })}</p>` : ''}
<form class="act" method="post" action="${PATH}"><div class="field wide"><label for="name">${k('name')}</label><input id="name" name="name" required maxlength="${count}" autocomplete="off" value="${entered.name}" aria-describedby="h-name${badName ? ' e-name' : ''}"${badName ? html` aria-invalid="true"` : ''}>
<span class="small" id="h-name">${k('name_help')}</span>${badName ? html`<span class="error" id="e-name">${k('wrong_name', { count })}</span>` : ''}</div>
<fieldset${badScopes ? html` aria-describedby="e-scopes"` : ''}><legend>${k('scopes')}</legend>${keyScopes.map(
    (scope) =>
      html`<div class="field tick"><label><input type="checkbox" name="scope.${scope}" value="on"${entered.scopes.includes(scope) ? html` checked` : ''}> ${k(`scope.${scope}`)}</label></div>`,
  )}${badScopes ? html`<p class="error" id="e-scopes">${k('wrong_scopes')}</p>` : ''}</fieldset>
<div class="field"><label for="days">${k('days_label')}</label><select id="days" name="days">${keyDays.map(
    (days) =>
      html`<option value="${days}"${days === entered.days ? html` selected` : ''}>${k('days', { count: String(days) })}</option>`,
  )}</select></div><p class="actions"><button class="first">${k('make')}</button></p></form>`;
}

/** Keys of the account's API: what each may do, when it was used last, and a form for a new one. */
export function keysPage(view: KeysView, input: KeysInput): PageInput {
  const { d, k } = view;
  const { made, revoked, document } = input;
  return {
    title: k('title'),
    place: 'access',
    here: PATH,
    body: html`<p class="back"><a href="/desk/access">${d('nav.access')}</a></p><h1 tabindex="-1">${k('title')}</h1>
<p>${k('lead')} ${k('all')} <a href="${document}">${k('docs')}</a></p>
${
  made
    ? html`<div class="notice success" role="status" id="done" tabindex="-1"><p><strong>${k('made', { name: made.name })}</strong></p><p>${k('made_text')}</p>
<div class="field full"><label for="key">${k('key')}</label><input id="key" readonly value="${made.text}" autocomplete="off" spellcheck="false"></div></div>`
    : ''
}${revoked ? html`<p class="notice success" role="status" id="done" tabindex="-1">${k('revoked')}</p>` : ''}
<h2>${k('list')}</h2>${listOf(view, input)}${formOf(view, input)}`,
  };
}
