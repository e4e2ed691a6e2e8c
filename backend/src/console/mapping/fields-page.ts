import { html } from 'hono/html';
import type { CrmField } from '../../crm/contract/index.ts';
import type { ErpField } from '../../erp/contract/fields.ts';
import type { Known } from '../../flows/mapping/used.ts';
import { translated } from '../../flows/mapping/values.ts';
import type { Connection } from '../../store/connections.ts';
import { type Mapping, type OrderTarget, orderTargets, valuesKey } from '../../store/mapping.ts';
import { type Refused, refusal, seen } from '../connection/view.ts';
import type { PageInput } from '../layout.ts';
import { failure } from '../parts.ts';
import type { Html } from '../view.ts';
import { isBack, type Pair, recordOf, rowsOf, type Table, type Typed, tables, type Wrong } from './form.ts';
import type { Sample } from './sample.ts';
import { type MappingView, PATH, partPath, tabs } from './view.ts';

export type FieldsInput = {
  connections: readonly Connection[];
  connection: Connection;
  mapping: Mapping;
  typed: Typed;
  known: Known;
  /** Null: there is no record to show. */
  sample: Sample | null;
  /** What an admin typed as the example, and why it cannot be read. */
  deal: string;
  sampleFailed: Parameters<typeof failure>[1] | null;
  wrong?: readonly Wrong[];
  refused?: Refused | undefined;
  done: 'saved' | 'tried' | null;
};

const choices = (id: string, known: readonly CrmField[] | null): Html | '' =>
  known === null
    ? ''
    : html`<datalist id="${id}">${known.map(({ name, label }) => html`<option value="${name}">${label}</option>`)}</datalist>`;
const lists = { order: 'deal-fields', customer: 'company-fields' } as const;

type Cell = { name: string; label: string; list: string; value: string };
function crmInput({ m }: MappingView, { wrong = [], known }: FieldsInput, { name, label, list, value }: Cell): Html {
  const why = wrong.find(({ field }) => field === name);
  const hasList = list === 'line-fields' ? known.crm.line : list === 'deal-fields' ? known.crm.deal : known.crm.company;
  return html`<input name="${name}" value="${value}" maxlength="100" autocomplete="off" spellcheck="false" aria-label="${label}"${hasList ? html` list="${list}"` : ''}${why ? html` aria-invalid="true" aria-describedby="e-${name}"` : ''}>${why ? html`<span class="error" id="e-${name}">${m(`wrong.${why.code}`, { field: value })}</span>` : ''}`;
}
function erpSelect(
  { m }: MappingView,
  { wrong = [] }: FieldsInput,
  { name, label, value, fields }: Omit<Cell, 'list'> & { fields: readonly ErpField[] },
): Html {
  const why = wrong.find(({ field }) => field === name);
  const isThere = value === '' || fields.some((field) => field.name === value);
  // A field that is gone stays chosen until somebody chooses another: it is not dropped without a word.
  return html`<select name="${name}" aria-label="${label}"${why ? html` aria-invalid="true" aria-describedby="e-${name}"` : ''}><option value="">${m('choose')}</option>${isThere ? '' : html`<option value="${value}" selected>${m('gone', { field: value })}</option>`}${fields.map(
    (field) =>
      html`<option value="${field.name}"${field.name === value ? html` selected` : ''}>${field.label}${field.label === field.name ? '' : ` (${field.name})`}</option>`,
  )}</select>${why ? html`<span class="error" id="e-${name}">${m(`wrong.${why.code}`, { field: value })}</span>` : ''}`;
}

/** What the line makes of the record that is shown. */
function exampleOf(
  view: MappingView,
  { mapping, known, sample, connection }: FieldsInput,
  table: Table,
  { crm, erp }: Pair,
): Html | string {
  const { m } = view;
  if (!sample || crm === '' || erp === '') return '–';
  const record = recordOf(table);
  const field = known.erp[record]?.find(({ name }) => name === erp);
  const to = field?.label ?? erp;
  if (isBack(table)) {
    const from = sample.erp[record];
    if (!from) return m(`example.no_${record}`);
    const value = from.values[erp];
    return value == null
      ? m('example.empty_erp', { name: from.name })
      : m('example.back', { name: from.name, value, to: crm });
  }
  const { deal } = sample;
  const name = record === 'order' ? deal.name : (deal.company?.name ?? '–');
  const value = (record === 'order' ? deal.fields?.[crm] : deal.company?.fields?.[crm])?.trim() ?? '';
  if (value === '') return m('example.empty', { name });
  if (!field) return m('example.to', { name, value, to });
  const found = translated(field, value, mapping.values[valuesKey(record, erp)]);
  if ('value' in found) {
    const shown = field.options?.find((each) => each.value === found.value)?.label ?? found.value;
    return m('example.to', { name, value, to: shown === value ? to : `${to}: ${shown}` });
  }
  return found.trouble === 'unmapped'
    ? html`<span class="error">${m('example.unmapped', { value })}</span> <a href="${partPath('values', connection)}">${m('part.values')}</a>`
    : html`<span class="error">${m('example.unusable', { name, value })}</span>`;
}

const row = (
  view: MappingView,
  cells: { crm: Html; erp: Html | string; example: Html | string; back?: boolean },
): Html => {
  const { m, crm: crmName } = view;
  const left = html`<td data-label="${crmName}">${cells.crm}</td>`;
  const right = html`<td data-label="${m('erp')}">${cells.erp}</td>`;
  return html`<tr>${cells.back ? html`${right}${left}` : html`${left}${right}`}<td data-label="${m('example')}" class="why">${cells.example}</td></tr>`;
};
function tableOf(view: MappingView, caption: string, rows: readonly Html[], back = false): Html {
  const { m, crm } = view;
  const [first, second] = back ? [m('erp'), crm] : [crm, m('erp')];
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="pairs stack"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${first}</th><th scope="col">${second}</th><th scope="col">${m('example')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What the order says by the chosen field of the deal, else by the CRM's own. */
function exampleOfTarget({ m }: MappingView, sample: Sample | null, target: OrderTarget, field: string): string {
  if (!sample) return m('standard');
  const { deal } = sample;
  const own = target === 'poNumber' || target === 'requestedDate' ? (deal[target] ?? '') : '';
  const value = field === '' ? own : (deal.fields?.[field]?.trim() ?? '');
  if (value !== '') return m('example.to', { name: deal.name, value, to: m(`target.${target}`) });
  return field === '' ? m('standard') : m('example.empty', { name: deal.name });
}
/** Fields of the deal that hold what every order has, and of the line. */
function fixedRows(view: MappingView, input: FieldsInput): Html[] {
  const { m } = view;
  const { typed, sample } = input;
  const line = sample?.deal.lines[0];
  const cell = (name: string, list: string, label: string) =>
    crmInput(view, input, { name, list, label, value: typed[name] ?? '' });
  const targets = orderTargets.map((target) => {
    const name = `target-${target}`;
    const to = m(`target.${target}`);
    const example = exampleOfTarget(view, sample, target, typed[name] ?? '');
    return row(view, { crm: cell(name, 'deal-fields', m('crm_field_of', { what: to })), erp: to, example });
  });
  const ofLine = (['code', 'unit'] as const).map((which) => {
    const name = `line-${which}`;
    const to = m(`line.${which}`);
    const value = which === 'code' ? line?.code : line?.unit;
    const shown =
      (typed[name] ?? '') === '' && which === 'unit'
        ? m('standard_unit')
        : line && value
          ? m('example.to', { name: line.name, value, to })
          : m(which === 'code' ? 'standard' : 'standard_unit');
    return row(view, { crm: cell(name, 'line-fields', m('crm_field_of', { what: to })), erp: to, example: shown });
  });
  return [...targets, ...ofLine];
}
function ownRows(view: MappingView, input: FieldsInput, table: Table): Html[] {
  const { m } = view;
  const record = recordOf(table);
  const all = input.known.erp[record] ?? [];
  const fields = isBack(table) ? all : all.filter(({ access }) => access === 'write');
  return rowsOf(input.typed, table).map((pair, index) => {
    const nth = String(index + 1);
    return row(view, {
      crm: crmInput(view, input, {
        name: `${table}-crm-${index}`,
        label: m('crm_field_nth', { nth }),
        list: lists[record],
        value: pair.crm,
      }),
      erp: erpSelect(view, input, {
        name: `${table}-erp-${index}`,
        label: m('erp_field_nth', { nth }),
        value: pair.erp,
        fields,
      }),
      example: exampleOf(view, input, table, pair),
      back: isBack(table),
    });
  });
}

/** Which field of the CRM is which of the ERP, in both directions, with what a real record makes of it. */
export function fieldsPage(view: MappingView, input: FieldsInput): PageInput {
  const { m, n } = view;
  const { connections, connection, known, sample, wrong = [], refused, done } = input;
  const listsNothing = known.erp.order === null || known.erp.customer === null;
  return {
    title: m('title'),
    place: 'mapping',
    here: partPath('fields', connection),
    body: html`<h1 tabindex="-1">${m('title')}</h1><p>${m('lead')}</p>${tabs(view, 'fields', connections, connection)}
${done === 'tried' ? html`<p class="notice info" role="status" id="done" tabindex="-1">${m('tried')}</p>` : ''}${done === 'saved' ? html`<p class="notice success" role="status" id="done" tabindex="-1">${n('saved')}</p>` : ''}${refusal(view, refused)}
${wrong.length > 0 ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${m('wrong')}</p>` : ''}
${listsNothing ? html`<p class="notice info">${m('no_erp_fields', { name: connection.name })}</p>` : ''}
<form class="act" method="get" action="${PATH}"><input type="hidden" name="connection" value="${connection.id}"><div class="field wide"><label for="deal">${m('example_deal')}</label><input id="deal" name="deal" value="${input.deal}" maxlength="500" autocomplete="off" spellcheck="false" aria-describedby="h-deal"><span class="small" id="h-deal">${sample ? m('example_is', { name: sample.deal.name }) : m('example_none')}</span></div><p class="actions"><button>${m('show_example')}</button></p></form>
${input.sampleFailed ? failure(view, input.sampleFailed) : ''}
<form class="act broad" method="post" action="${PATH}/${connection.id}">${seen(connection)}<input type="hidden" name="deal" value="${input.deal}">
${choices('deal-fields', known.crm.deal)}${choices('company-fields', known.crm.company)}${choices('line-fields', known.crm.line)}
<h2>${m('orders')}</h2><p class="small">${m('orders_help')}</p>${tableOf(view, m('orders'), fixedRows(view, input))}
${tables.map(
  (table) =>
    html`<h2>${m(`table.${table}`)}</h2><p class="small">${m(`help.${table}`)}</p>${tableOf(view, m(`table.${table}`), ownRows(view, input, table), isBack(table))}`,
)}
<p class="actions"><button class="first">${m('save')}</button> <button name="try" value="yes">${m('try')}</button></p></form>`,
  };
}
