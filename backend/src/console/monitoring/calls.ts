import { dayIn } from '@backroom/shared';
import { html } from 'hono/html';
import { z } from 'zod';
import { operations } from '../../erp/contract/schemas.ts';
import { CALLS_KEPT, type CallRow, type CallSearch } from '../../monitoring/call-log.ts';
import { callOutcomes, callSystems } from '../../monitoring/calls.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { instantOf, type LocalTime, localTime } from './time.ts';
import { addressOf, heading, type MonitoringView, milliseconds, select } from './view.ts';

export const CALLS_A_PAGE = 50;
/** What the CRM is asked for, as the contract of CRM adapters names it. */
const crmOperations = [
  'record',
  'sold',
  'writeBack',
  'writeMany',
  'isAdmin',
  'viewers',
  'prepare',
  'uninstall',
  'token',
];
const operationNames = [...Object.keys(operations), 'invoices.pdf', ...crmOperations].sort();

const cursorSchema = z
  .string()
  .transform((text) => ({ at: text.split('~')[0], seq: text.split('~')[1] }))
  .pipe(z.object({ at: z.iso.datetime().transform((at) => new Date(at)), seq: z.string().regex(/^\d{1,18}$/) }));
/** The address of the call log. What makes no sense in it is as if it were not there. */
export const callQuerySchema = z.object({
  system: z.enum(callSystems).optional().catch(undefined),
  connection: z.string().max(64).optional().catch(undefined),
  outcome: z
    .enum(['failed', ...callOutcomes])
    .optional()
    .catch(undefined),
  operation: z.enum(operationNames).optional().catch(undefined),
  reference: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,64}$/)
    .optional()
    .catch(undefined),
  from: localTime,
  to: localTime,
  after: cursorSchema.optional().catch(undefined),
});
type CallQuery = z.infer<typeof callQuerySchema>;

export function callSearch(query: CallQuery, timeZone: string): CallSearch {
  const { from, to, ...rest } = query;
  return { ...rest, from: instantOf(timeZone, from), to: instantOf(timeZone, to), limit: CALLS_A_PAGE + 1 };
}

function formOf(view: MonitoringView, query: CallQuery): Html {
  const { m } = view;
  const time = (name: 'from' | 'to', value: LocalTime) =>
    html`<span class="filter"><label for="f-${name}">${m(`filter.${name}`)}</label><input id="f-${name}" type="datetime-local" name="${name}" value="${value ?? ''}"></span>`;
  const all = ['', m('filter.all')] as const;
  return html`<form class="filters" role="search" method="get" action="/desk/calls">
${select('system', m('filter.system'), [all, ...callSystems.map((each) => [each, m(`system.${each}`)] as const)], query.system)}
${select('outcome', m('filter.outcome'), [all, ['failed', m('filter.failed')], ...callOutcomes.map((each) => [each, m(`outcome.${each}`)] as const)], query.outcome)}
${select('operation', m('filter.operation'), [all, ...operationNames.map((each) => [each, each] as const)], query.operation)}
${time('from', query.from)}${time('to', query.to)}
<span class="filter"><label for="f-reference">${m('filter.reference')}</label><input id="f-reference" name="reference" value="${query.reference ?? ''}" maxlength="64" autocomplete="off" spellcheck="false"></span>
<button>${m('filter.go')}</button> <a class="button" href="/desk/calls">${m('filter.reset')}</a></form>`;
}

const times = new Map<string, Intl.DateTimeFormat>();
/** A moment to the second: calls of one card are made in the same minute. */
function exact({ format, timeZone }: MonitoringView, at: Date): Html {
  const zone = timeZone ?? 'UTC';
  const key = `${format.tag} ${zone}`;
  const time = times.get(key) ?? new Intl.DateTimeFormat(format.tag, { timeStyle: 'medium', timeZone: zone });
  times.set(key, time);
  return html`<time datetime="${at.toISOString()}">${format.date(dayIn(zone, at))}, ${time.format(at)}</time>`;
}

function rowOf(view: MonitoringView, call: CallRow, names: ReadonlyMap<string, string>): Html {
  const { m } = view;
  const { system, connection, operation, method, path, status, ms, outcome, reference } = call;
  const where = system === 'crm' ? m('system.crm') : (names.get(connection) ?? m('system.erp'));
  const tone = outcome === 'ok' ? 'success' : outcome === 'not_found' || outcome === 'refused' ? 'warning' : 'danger';
  return html`<tr><td data-label="${m('column.time')}">${exact(view, call.at)}</td><td data-label="${m('column.system')}">${where}</td>
<td data-label="${m('column.operation')}"><code class="op">${operation}</code></td><td data-label="${m('column.request')}"><code>${method} ${path}</code></td>
<td data-label="${m('column.status')}" class="n">${status ?? '–'}</td><td data-label="${m('column.ms')}" class="n">${milliseconds(view, ms)}</td>
<td data-label="${m('column.outcome')}">${tag({ text: m(`outcome.${outcome}`), tone })}</td>
<td data-label="${m('column.reference')}">${reference ? html`<a href="${addressOf('/desk/calls', { reference })}">${reference}</a>` : '–'}</td></tr>`;
}

/** Calls to ERP and CRM, the newest first. `names`: of the account's connections. */
export function callsPage(
  view: MonitoringView,
  { query, rows, names }: { query: CallQuery; rows: readonly CallRow[]; names: ReadonlyMap<string, string> },
): PageInput {
  const { m } = view;
  const shown = rows.slice(0, CALLS_A_PAGE);
  const last = rows.length > CALLS_A_PAGE ? shown.at(-1) : undefined;
  const { after, ...filters } = query;
  const columns = ['time', 'system', 'operation', 'request', 'status', 'ms', 'outcome', 'reference'] as const;
  return {
    title: m('tab.calls'),
    place: 'monitoring',
    body: html`${heading(view, 'calls')}<p>${m('calls_lead', { count: String(CALLS_KEPT) })}</p>${formOf(view, query)}
${
  shown.length === 0
    ? html`<div class="empty"><p><strong>${m('calls.none')}</strong></p><p>${m('calls.none_text')}</p></div>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${m('tab.calls')}"><table class="stack"><caption class="unseen">${m('tab.calls')}</caption><thead><tr>${columns.map(
        (each) =>
          html`<th scope="col"${each === 'status' || each === 'ms' ? html` class="n"` : ''}>${m(`column.${each}`)}</th>`,
      )}</tr></thead><tbody>${shown.map((each) => rowOf(view, each, names))}</tbody></table></div>`
}
<nav class="pages" aria-label="${m('pages')}">${after ? html`<a class="button" href="${addressOf('/desk/calls', filters)}">${m('newest')}</a>` : ''}
${last ? html`<a class="button" rel="next" href="${addressOf('/desk/calls', { ...filters, after: `${last.at.toISOString()}~${last.seq}` })}">${m('next')}</a>` : ''}</nav>`,
  };
}
