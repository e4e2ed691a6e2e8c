import { html } from 'hono/html';
import { percentile } from '../../monitoring/latency.ts';
import { type Period, type Point, periods, type Summary, type Waiting } from '../../monitoring/stats-read.ts';
import { type Subject, subjects } from '../../monitoring/subjects.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import { duration, figure, type Html } from '../view.ts';
import { charts } from './chart.ts';
import { addressOf, heading, type MonitoringView, milliseconds, share, subjectName } from './view.ts';

export type NamedConnection = { id: string; name: string };
export type FlowsInput = {
  period: Period;
  connections: readonly NamedConnection[];
  summaries: readonly Summary[];
  /** The last success of each, over a month. */
  successes: readonly Summary[];
  waiting: readonly Waiting[];
};
/** Kinds of writes, by the flow that shows them. */
const kindOf: Partial<Record<Subject, string>> = { orders: 'order', customers: 'customer', returns: 'return' };
type Row = { connection: NamedConnection; subject: Subject };

const periodTabs = (
  { m }: MonitoringView,
  path: string,
  here: Period,
  more: Record<string, string | undefined>,
): Html =>
  html`<nav class="tabs" aria-label="${m('period')}">${(Object.keys(periods) as Period[]).map(
    (each) =>
      html`<a href="${addressOf(path, { ...more, period: each })}"${each === here ? html` aria-current="page"` : ''}>${m(`period.${each}`)}</a>`,
  )}</nav>`;

function stateOf({ m }: MonitoringView, found: Summary | undefined): Html {
  if (!found || found.calls === 0) return tag({ text: m('idle'), tone: 'default' });
  const failing = found.failed_at !== null && (found.ok_at === null || found.failed_at > found.ok_at);
  return tag({ text: m(failing ? 'failing' : 'well'), tone: failing ? 'danger' : 'success' });
}
function rowOf(view: MonitoringView, { connection, subject }: Row, input: FlowsInput): Html {
  const { m } = view;
  const of = (list: readonly Summary[]) =>
    list.find((each) => each.connection === connection.id && each.subject === subject);
  const found = of(input.summaries);
  const success = of(input.successes)?.ok_at;
  const waits = input.waiting.find((each) => each.connection === connection.id && each.kind === kindOf[subject]);
  const p = (part: number) => milliseconds(view, found ? percentile(found.buckets, part) : null);
  const href = addressOf(`/desk/monitoring/${subject}`, { connection: connection.id, period: input.period });
  const reads = (found?.hits ?? 0) + (found?.misses ?? 0);
  return html`<tr><td data-label="${m('column.flow')}"><a class="name" href="${href}">${subjectName(view, subject)}</a> ${stateOf(view, found)}</td>
<td data-label="${m('connection')}">${connection.name}</td><td data-label="${m('column.last_success')}">${success ? moment(view, success.toISOString()) : m('never')}</td>
<td data-label="${m('column.oldest')}">${waits?.oldest ? duration(view, view.now - waits.oldest.getTime()) : '–'}</td>
<td data-label="${m('column.attention')}" class="n">${waits && waits.attention > 0 ? figure(view, waits.attention) : kindOf[subject] ? '0' : '–'}</td>
<td data-label="${m('column.calls')}" class="n">${figure(view, found?.calls ?? 0)}</td><td data-label="${m('column.errors')}" class="n">${found && found.calls > 0 ? html`${figure(view, found.failed)} <span class="small">${share(view, found.failed, found.calls)}</span>` : '–'}</td>
<td data-label="${m('column.latency')}" class="n">${found && found.calls > 0 ? html`${p(0.5)} / ${p(0.95)} / ${p(0.99)}` : '–'}</td><td data-label="${m('column.hits')}" class="n">${share(view, found?.hits ?? 0, reads)}</td></tr>`;
}

/** Each flow over each connection: last success, what waits, failures, response times, cache. Then the CRM. */
export function flowsPage(view: MonitoringView, input: FlowsInput): PageInput {
  const { m } = view;
  const { period, connections, summaries } = input;
  const crm = summaries.find(({ subject }) => subject === 'crm');
  const rows = connections.flatMap((connection) =>
    subjects
      .filter((subject) => !['crm', 'signatures', 'events'].includes(subject))
      .map((subject) => ({ connection, subject })),
  );
  const crmRow = rowOf(view, { connection: { id: '', name: '–' }, subject: 'crm' }, input);
  const columns = [
    'flow',
    'connection',
    'last_success',
    'oldest',
    'attention',
    'calls',
    'errors',
    'latency',
    'hits',
  ] as const;
  const right = new Set<string>(['attention', 'calls', 'errors', 'latency', 'hits']);
  const head = columns.map(
    (each) =>
      html`<th scope="col"${right.has(each) ? html` class="n"` : ''}>${each === 'connection' ? m('connection') : m(`column.${each}`)}</th>`,
  );
  return {
    title: m('title'),
    place: 'monitoring',
    live: 30_000,
    body: html`${heading(view, 'flows')}<p>${m('lead')}</p>${periodTabs(view, '/desk/monitoring', period, {})}
<section id="flows" data-part aria-label="${m('title')}">${
      connections.length === 0
        ? html`<div class="empty"><p><strong>${m('no_connection')}</strong></p><p>${m('no_connection_text')}</p></div>`
        : html`<div class="scroll" tabindex="0" role="group" aria-label="${m('tab.flows')}"><table class="stack"><caption class="unseen">${m('tab.flows')}</caption><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => rowOf(view, row, input))}${crmRow}</tbody></table></div>`
    }
<p class="after">${m('column.quota')}: <strong>${crm && crm.quota !== null ? share(view, crm.quota, 1) : m('quota_unknown')}</strong></p></section>`,
  };
}

/** One flow: its charts over a period. */
export function flowPage(
  view: MonitoringView,
  input: { subject: Subject; period: Period; connection: NamedConnection | null; points: readonly Point[] },
): PageInput {
  const { m } = view;
  const { subject, period, connection, points } = input;
  const name = subjectName(view, subject);
  const more = { connection: connection?.id };
  return {
    title: name,
    place: 'monitoring',
    live: 60_000,
    body: html`<p class="back"><a href="${addressOf('/desk/monitoring', { period })}">${m('back')}</a></p><h1 tabindex="-1">${name}${connection ? html` <span class="small">${connection.name}</span>` : ''}</h1>
${periodTabs(view, `/desk/monitoring/${subject}`, period, more)}
<section id="charts" data-part aria-label="${name}">${
      points.every(({ calls }) => calls === 0)
        ? html`<div class="empty"><p><strong>${m('none')}</strong></p><p>${m('none_text')}</p></div>`
        : charts(view, period, points)
    }</section>
<p><a href="${addressOf('/desk/calls', { ...more, system: subject === 'crm' ? 'crm' : 'erp' })}">${m('flow_calls')}</a></p>`,
  };
}
