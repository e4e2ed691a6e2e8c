import type { setupTranslator } from '@backroom/shared/messages/setup';
import { html } from 'hono/html';
import type { CrmDeal, CrmField } from '../../crm/contract/index.ts';
import type { Connection } from '../../store/connections.ts';
import { matchingKeys, type Setup } from '../../store/setups.ts';
import { fieldChoices } from '../connection/field-choices.ts';
import type { PageInput } from '../layout.ts';
import type { Html } from '../view.ts';
import { type MappingView, PATH, partPath, tabs } from './view.ts';

export const companyFields = ['erpNumber', 'vatId', 'registrationNumber'] as const;
export type CompanyField = (typeof companyFields)[number];
export type CompaniesView = MappingView & {
  s: ReturnType<typeof setupTranslator>;
  /** The CRM's own names of the fields that Backroom brings. */
  ownFields: Readonly<Partial<Record<CompanyField, string>>>;
};
export type CompaniesInput = {
  connections: readonly Connection[];
  setup: Setup;
  typed: Readonly<Record<string, string>>;
  known: readonly CrmField[] | null;
  /** A deal whose company is shown as the example. */
  deal: CrmDeal | null;
  wrong?: readonly string[];
  conflict?: boolean;
  done: boolean;
};
/** What the form was drawn from: another admin's change is told by it. */
export const stampOf = ({ key, fields }: Setup): string =>
  JSON.stringify([key, ...companyFields.map((name) => fields[name] ?? '')]);

function field(view: CompaniesView, { typed, known, deal, wrong = [] }: CompaniesInput, name: CompanyField): Html {
  const { m, s, ownFields, c } = view;
  const isWrong = wrong.includes(name);
  const label = name === 'registrationNumber' ? m('registrationNumber') : s(`setup.field.${name}`);
  const own = ownFields[name];
  const company = deal?.company;
  const value = company?.[name];
  return html`<div class="field wide"><label for="${name}">${label} <span class="small">(${c('connection.optional')})</span></label>
<input id="${name}" name="${name}" value="${typed[name] ?? ''}" maxlength="100" autocomplete="off" spellcheck="false"${known ? html` list="crm-fields"` : ''} aria-describedby="h-${name}${isWrong ? ` e-${name}` : ''}"${isWrong ? html` aria-invalid="true"` : ''}>
<span class="small" id="h-${name}">${own ? m('own_field', { field: own }) : m('no_own_field')}${company ? html`<br>${company.name}: ${value ?? '–'}` : ''}</span>${isWrong ? html`<span class="error" id="e-${name}">${m('wrong.crm_gone', { field: typed[name] ?? '' })}</span>` : ''}</div>`;
}

/** By which fields companies of the CRM and customers of the ERP are matched. */
export function companiesPage(view: CompaniesView, input: CompaniesInput): PageInput {
  const { m, n, s } = view;
  const { connections, setup, typed, known, wrong = [], conflict, done } = input;
  return {
    title: m('part.companies'),
    place: 'mapping',
    here: partPath('companies'),
    body: html`<h1 tabindex="-1">${m('part.companies')}</h1><p>${m('companies_lead')}</p>${tabs(view, 'companies', connections, null)}
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${n('saved')}</p>` : ''}${conflict ? html`<p class="notice warning" role="alert" id="failure" tabindex="-1">${m('conflict')}</p>` : ''}
${wrong.length > 0 ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${m('wrong')}</p>` : ''}
<form class="act" method="post" action="${PATH}/companies"><input type="hidden" name="before" value="${stampOf(setup)}">
<div class="field wide"><label for="key">${s('setup.key')}</label><select id="key" name="key" aria-describedby="h-key">${matchingKeys.map(
      (each) =>
        html`<option value="${each}"${each === typed.key ? html` selected` : ''}>${s(`setup.key.${each}`)}</option>`,
    )}</select><span class="small" id="h-key">${s('setup.key_help')}</span></div>
${companyFields.map((name) => field(view, input, name))}${fieldChoices(known)}
<p class="actions"><button class="first">${m('save')}</button></p></form>`,
  };
}
