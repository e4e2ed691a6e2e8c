import { erpOrderSchema } from '@backroom/shared';
import { html } from 'hono/html';
import type { ChargeRow, ValueRow, ValueTable } from '../../flows/mapping/used.ts';
import type { Connection } from '../../store/connections.ts';
import type { Mapping } from '../../store/mapping.ts';
import { type Refused, refusal, seen } from '../connection/view.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import type { Html } from '../view.ts';
import type { Typed } from './form.ts';
import { MOST_LETTERS, type WrongValue } from './values.ts';
import { type MappingView, PATH, partPath, tabs } from './view.ts';

export const statuses = erpOrderSchema.shape.status.options;
export type ValuesInput = {
  connections: readonly Connection[];
  connection: Connection;
  mapping: Mapping;
  tables: readonly ValueTable[];
  /** Whether the ERP said which mapped fields have choices; where it did not, tables are missing. */
  isKnown: boolean;
  units: readonly ValueRow[];
  erpUnits: readonly string[];
  charges: readonly ChargeRow[];
  /** Deals that were looked at. */
  deals: number;
  /** Codes that the ERP does not sell; null: it could not be asked. */
  wrongItems?: readonly string[] | null;
  /** What cannot be stored, by the name of its input, and everything that was typed: a row that is not whole is in no mapping. */
  wrong?: ReadonlyMap<string, WrongValue>;
  typed?: Typed;
  refused?: Refused | undefined;
  done: boolean;
};
/** Empty rows for values that no record has shown yet. */
const MORE = 1;

const usedIn = ({ m }: MappingView, uses: number, deals: number): string =>
  uses > 0 ? m('used_in', { count: String(uses), all: String(deals) }) : m('not_used');
const counted = ({ m }: MappingView, rows: readonly ValueRow[], unmapped: number): Html | '' =>
  rows.length === 0
    ? ''
    : unmapped > 0
      ? tag({ text: m('unmapped', { count: String(unmapped) }), tone: 'warning' })
      : tag({ text: m('all_mapped'), tone: 'success' });

type Choice = { value: string; label: string };
type Tried = Pick<ValuesInput, 'wrong' | 'typed'>;
/** Attributes of an input that is wrong, and the words behind it. */
function marked({ m }: MappingView, { wrong }: Tried, name: string): { attributes: Html | ''; words: Html | '' } {
  const code = wrong?.get(name);
  if (!code) return { attributes: '', words: '' };
  const said =
    code === 'long'
      ? m('wrong.long', { most: String(MOST_LETTERS) })
      : m(code === 'twice' ? 'wrong.value_twice' : 'wrong.value_half');
  return {
    attributes: html` aria-invalid="true" aria-describedby="e-${name}"`,
    words: html`<span class="error" id="e-${name}">${said}</span>`,
  };
}
/** A select of the ERP's choices, or an input where there are too many. */
function toCell(
  view: MappingView,
  tried: Tried,
  name: string,
  label: string,
  { to, same }: Pick<ValueRow, 'to' | 'same'>,
  choices: readonly Choice[] | null,
): Html {
  const { m } = view;
  const { attributes, words } = marked(view, tried, name);
  if (choices === null)
    return html`<input name="${name}" value="${to}" maxlength="${MOST_LETTERS}" autocomplete="off" spellcheck="false" aria-label="${label}"${attributes}>${words}`;
  const isThere = to === '' || choices.some(({ value }) => value === to);
  return html`<select name="${name}" aria-label="${label}"${attributes}><option value="">${same === null ? m('choose') : m('same_name', { label: same })}</option>${isThere ? '' : html`<option value="${to}" selected>${m('gone', { field: to })}</option>`}${choices.map(({ value, label: shown }) => html`<option value="${value}"${value === to ? html` selected` : ''}>${shown}</option>`)}</select>${words}`;
}
function valueTable(
  view: MappingView,
  tried: Tried,
  prefix: string,
  caption: string,
  rows: readonly ValueRow[],
  choices: readonly Choice[] | null,
  deals: number,
): Html {
  const { m } = view;
  const line = ({ value, uses, ...row }: ValueRow, index: number) =>
    html`<tr><td data-label="${m('value_crm')}"><input type="hidden" name="${prefix}-key-${index}" value="${value}">${value}${marked(view, tried, `${prefix}-key-${index}`).words}</td><td data-label="${m('value_erp')}">${toCell(view, tried, `${prefix}-to-${index}`, m('means_of', { value }), row, choices)}</td><td data-label="${m('used')}" class="why">${usedIn(view, uses, deals)}</td></tr>`;
  const more = Array.from({ length: MORE }, (_, nth) => {
    const index = rows.length + nth;
    const name = m('another_nth', { field: caption });
    const [keyName, toName] = [`${prefix}-key-${index}`, `${prefix}-to-${index}`];
    const { attributes, words } = marked(view, tried, keyName);
    const to = tried.typed?.[toName] ?? '';
    return html`<tr><td data-label="${m('value_crm')}"><input name="${keyName}" value="${tried.typed?.[keyName] ?? ''}" maxlength="${MOST_LETTERS}" autocomplete="off" aria-label="${name}" placeholder="${m('another')}"${attributes}>${words}</td><td data-label="${m('value_erp')}">${toCell(view, tried, toName, m('means_of', { value: name }), { to, same: null }, choices)}</td><td></td></tr>`;
  });
  return html`<input type="hidden" name="${prefix}-new" value="${rows.length}"><div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="pairs stack"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${m('value_crm')}</th><th scope="col">${m('value_erp')}</th><th scope="col">${m('used')}</th></tr></thead><tbody>${rows.map(line)}${more}</tbody></table></div>`;
}
function chargeTable(view: MappingView, { charges, deals, wrongItems = [], ...tried }: ValuesInput): Html {
  const { m } = view;
  const rows = charges.map(({ kind, name, uses, code }, index) => {
    const words =
      name === '' ? m(kind === 'shipping' ? 'charge.any_shipping' : 'charge.any_fee') : m(`charge.${kind}`, { name });
    const long = marked(view, tried, `charges-to-${index}`);
    const isWrong = long.words === '' && code !== '' && (wrongItems === null || wrongItems.includes(code));
    return html`<tr><td data-label="${m('charges')}"><input type="hidden" name="charges-key-${index}" value="${kind}:${name}">${words}</td><td data-label="${m('item')}"><input name="charges-to-${index}" value="${code}" maxlength="100" autocomplete="off" spellcheck="false" aria-label="${m('item_of', { charge: words })}"${isWrong ? html` aria-invalid="true" aria-describedby="e-charge-${index}"` : long.attributes}>${long.words}${isWrong ? html`<span class="error" id="e-charge-${index}">${m(wrongItems === null ? 'item_unasked' : 'item_wrong')}</span>` : ''}</td><td data-label="${m('used')}" class="why">${name === '' ? '' : usedIn(view, uses, deals)}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${m('charges')}"><table class="pairs stack"><caption class="unseen">${m('charges')}</caption><thead><tr><th scope="col">${m('charges')}</th><th scope="col">${m('item')}</th><th scope="col">${m('used')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
function statusTable(view: MappingView, { mapping, ...tried }: ValuesInput): Html {
  const { m, t } = view;
  const rows = statuses.map((status, index) => {
    const words = t(`order.status.${status}`);
    const wrong = marked(view, tried, `statuses-to-${index}`);
    return html`<tr><td data-label="${m('status_in')}"><input type="hidden" name="statuses-key-${index}" value="${status}">${words}</td><td data-label="${m('value_crm')}"><input name="statuses-to-${index}" value="${mapping.statuses[status] ?? ''}" maxlength="100" autocomplete="off" aria-label="${m('status_of', { status: words })}" placeholder="${status}"${wrong.attributes}>${wrong.words}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${m('statuses')}"><table class="pairs stack"><caption class="unseen">${m('statuses')}</caption><thead><tr><th scope="col">${m('status_in')}</th><th scope="col">${m('value_crm')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What was typed into tables that cannot be drawn while the ERP does not answer is sent again with the rest. */
const unseenValues = ({ typed = {} }: ValuesInput): Html[] =>
  Object.entries(typed)
    .filter(([name]) => /^(table|values)-\d/.test(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

/** What values of the CRM are in the ERP: choices of mapped fields, units, charges and order statuses. */
export function valuesPage(view: MappingView, input: ValuesInput): PageInput {
  const { m, n } = view;
  const { connections, connection, mapping, tables, units, erpUnits, deals, wrongItems = [], refused, done } = input;
  const isWrong = wrongItems === null || wrongItems.length > 0 || (input.wrong?.size ?? 0) > 0;
  const unmappedUnits = units.filter(({ to, same }) => to === '' && same === null).length;
  return {
    title: m('part.values'),
    place: 'mapping',
    here: partPath('values', connection),
    body: html`<h1 tabindex="-1">${m('part.values')}</h1><p>${m('values_lead')}</p>${tabs(view, 'values', connections, connection)}
${done ? html`<p class="notice success" role="status" id="done" tabindex="-1">${n('saved')}</p>` : ''}${refusal(view, refused)}
${isWrong ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${m('wrong')}</p>` : ''}
<form class="act broad" method="post" action="${PATH}/values/${connection.id}">${seen(connection)}
${tables.length === 0 ? unseenValues(input) : ''}${input.isKnown ? (tables.length === 0 ? html`<p class="notice info">${m('values_none')}</p>` : '') : html`<p class="notice warning">${m('values_unknown', { name: connection.name })}</p>`}
${tables.map(
  ({ key, label, field, rows, unmapped }, index) =>
    html`<h2 id="${key}">${m('values_of', { crm: label, erp: field.label })} ${counted(view, rows, unmapped)}</h2>${field.options ? '' : html`<p class="small">${m('too_many')}</p>`}<input type="hidden" name="table-${index}" value="${key}">${valueTable(view, input, `values-${index}`, label, rows, field.options ?? null, deals)}`,
)}
<h2>${m('charges')}</h2><p class="small">${m('charges_help')}</p>${chargeTable(view, input)}
<h2>${m('units')}${mapping.line.unit ? html` ${counted(view, units, unmappedUnits)}` : ''}</h2><p class="small">${m('units_help')}</p>
${
  mapping.line.unit
    ? valueTable(
        view,
        input,
        'units',
        m('units'),
        units,
        erpUnits.length > 0 ? erpUnits.map((unit) => ({ value: unit, label: unit })) : null,
        deals,
      )
    : html`<p>${m('units_off')}</p>`
}
<h2>${m('statuses')}</h2><p class="small">${m('statuses_help')}</p>${statusTable(view, input)}
<h2>${m('taxes')}</h2><p>${m('taxes_help')}</p>
<p class="actions"><button class="first">${m('save')}</button></p></form>`,
  };
}
