import { flowSchema } from '@backroom/shared';
import type { flowsTranslator } from '@backroom/shared/messages/flows';
import { html } from 'hono/html';
import { type OwnOrders, type WriteBackField, writeBackFields } from '../../crm/contract/index.ts';
import { type Account, flowIsOn } from '../../store/accounts.ts';
import { type ConnectionOptions, type WritingFlow, writingFlows } from '../../store/connection-options.ts';
import { type Connection, isTestErp } from '../../store/connections.ts';
import { type ConnectionView, type Refused, refusal, seen } from '../connection/view.ts';
import type { PageInput } from '../layout.ts';
import type { Html } from '../view.ts';

export const PATH = '/desk/flows';
export type FlowsView = ConnectionView & { f: ReturnType<typeof flowsTranslator>; crm: string };
export type FlowsInput = {
  account: Account;
  connections: readonly Connection[];
  /** The one whose flows are shown; null: there is none. */
  connection: Connection | null;
  /** The CRM's own names of the fields that are written; null where it tells none. */
  names: Readonly<Record<WriteBackField, string>> | null;
  /** What may make orders in the connection's ERP without Backroom. */
  makers: readonly OwnOrders[];
  /** What an admin chose and could not save: the flows of the connection, and the fields that the CRM is master of. */
  options?: Pick<ConnectionOptions, 'flowsOff' | 'readOnly' | 'ownOrdersOff'>;
  fieldsOff?: readonly WriteBackField[];
  /** What an admin typed as pilot users. */
  pilots?: string;
  wrong?: boolean;
  refused?: Refused;
  done: boolean;
};
const isWriting = (flow: string): flow is WritingFlow => writingFlows.some((each) => each === flow);

/** The connections, where there are several: one at a time. */
const tabs = ({ f }: FlowsView, { connections, connection }: FlowsInput): Html | '' =>
  connections.length < 2
    ? ''
    : html`<nav class="tabs" aria-label="${f('connections')}">${connections.map(
        ({ id, name }) =>
          html`<a href="${PATH}?connection=${id}"${id === connection?.id ? html` aria-current="page"` : ''}>${name}</a>`,
      )}</nav>`;

function flowRow(
  view: FlowsView,
  account: Account,
  options: Pick<ConnectionOptions, 'flowsOff' | 'readOnly'>,
  flow: (typeof flowSchema.options)[number],
) {
  const { f, t, crm } = view;
  const name = t(`flow.${flow}`);
  const isOff = !flowIsOn(account, flow);
  const on = !isOff && !options.flowsOff.includes(flow);
  const direction = isWriting(flow)
    ? html`<div class="field wide"><label for="d-${flow}">${f('direction', { flow: name })}</label><select id="d-${flow}" name="direction-${flow}"><option value="both">${f('dir.both', { crm })}</option><option value="read"${options.readOnly.includes(flow) ? html` selected` : ''}>${f('dir.read', { crm })}</option></select></div>`
    : '';
  return html`<fieldset><legend>${name}</legend><div class="field tick"><label><input type="checkbox" name="flow" value="${flow}"${on ? html` checked` : ''}${isOff ? html` disabled` : ''} aria-describedby="w-${flow}"> ${f('on')}</label>
<span class="small" id="w-${flow}">${isOff ? `${f('off_account')} ` : ''}${f(`what.${flow}`, { crm })}</span></div>${direction}</fieldset>`;
}

function makersOf({ f, crm }: FlowsView, makers: readonly OwnOrders[], off: readonly string[]): Html | '' {
  if (makers.length === 0) return '';
  const rows = makers.map(({ key, name, canBeOff }) =>
    canBeOff
      ? html`<div class="field tick"><label><input type="checkbox" name="own-off" value="${key}"${off.includes(key) ? html` checked` : ''}> ${f('own_off', { name })}</label></div>`
      : html`<p>${f('own_always', { name })}</p>`,
  );
  return html`<fieldset><legend>${f('own')}</legend><p class="small">${f('own_lead', { crm })}</p>${rows}</fieldset>`;
}

function flowForm(view: FlowsView, input: FlowsInput, connection: Connection): Html {
  const { f } = view;
  const { account, wrong, makers } = input;
  const { ownOrdersOff } = input.options ?? connection.options;
  const pilots = input.pilots ?? connection.options.pilots?.join('\n') ?? '';
  return html`<h2>${f('flows_of', { name: connection.name })}</h2>
${wrong ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${f('pilots_wrong')}</p>` : ''}
<form class="act broad" method="post" action="${PATH}/${connection.id}">${seen(connection)}<div class="many">${flowSchema.options.map((flow) => flowRow(view, account, input.options ?? connection.options, flow))}</div>
${makersOf(view, makers, ownOrdersOff)}<div class="field wide"><label for="pilots">${f('pilots')}</label><textarea id="pilots" name="pilots" rows="4" maxlength="5000" spellcheck="false" aria-describedby="h-pilots"${wrong ? html` aria-invalid="true"` : ''}>${pilots}</textarea>
<span class="small" id="h-pilots">${f(isTestErp(connection) && input.connections.length > 1 ? 'pilots_test' : 'pilots_help')}</span></div>
<p class="actions"><button class="first">${f('save_flows')}</button></p></form>`;
}

function fieldForm(view: FlowsView, { account, names, fieldsOff: chosen }: FlowsInput): Html {
  const { f, crm } = view;
  const { fieldsOff, writeBack } = account.settings;
  const shown: readonly string[] = chosen ?? fieldsOff;
  return html`<h2>${f('fields')}</h2><p>${f('fields_lead', { crm })}</p>${writeBack ? '' : html`<p class="notice warning">${f('fields_off', { crm })}</p>`}
<form class="act broad" method="post" action="${PATH}"><input type="hidden" name="before" value="${fieldsOff.join(' ')}"><div class="many">${writeBackFields.map(
    (field) => {
      const on = !shown.includes(field);
      const name = names?.[field] ?? field;
      return html`<div class="field tick"><label><input type="checkbox" name="field" value="${field}"${on ? html` checked` : ''} aria-describedby="m-${field}"> ${f(`field.${field}`)}</label><span class="small" id="m-${field}">${f(on ? 'erp_writes' : 'crm_keeps', { crm, name })}</span></div>`;
    },
  )}</div><p class="actions"><button class="first">${f('save_fields')}</button></p></form>`;
}

/** What Backroom does with each ERP, who sees it, and the system of record of each field. */
export function flowsPage(view: FlowsView, input: FlowsInput): PageInput {
  const { f, n } = view;
  const { connection, refused, done } = input;
  return {
    title: f('title'),
    place: 'flows',
    here: PATH,
    body: html`<h1 tabindex="-1">${f('title')}</h1><p>${f('lead')}</p>
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${n('saved')}</p>` : ''}${refusal(view, refused)}
${connection ? html`${tabs(view, input)}${flowForm(view, input, connection)}` : html`<p class="notice info">${f('none')}</p>`}
${fieldForm(view, input)}`,
  };
}
