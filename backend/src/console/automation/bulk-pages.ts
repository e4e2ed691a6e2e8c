import type { bulkTranslator } from '@backroom/shared/messages/bulk';
import { makeProblem } from '@backroom/shared/messages/problems';
import { html } from 'hono/html';
import { type BulkRun, MOST_DEALS } from '../../automation/runs.ts';
import type { Conversion } from '../../automation/views.ts';
import type { PageInput } from '../layout.ts';
import { tag, totalOf } from '../parts.ts';
import { actorName, figure, type Html } from '../view.ts';
import { PATH as AUTOMATION, type AutomationView, reasons } from './pages.ts';

export const PATH = '/desk/automation/bulk';
export type BulkView = AutomationView & { b: ReturnType<typeof bulkTranslator> };
const tones = {
  listed: 'default',
  ready: 'success',
  warned: 'warning',
  blocked: 'danger',
  stopped: 'default',
  queued: 'info',
  running: 'info',
  ordered: 'success',
  person: 'warning',
  nothing: 'default',
  dismissed: 'default',
} as const satisfies Record<Conversion['state'], string>;
const sum = ({ counts }: BulkRun, states: readonly string[]): number =>
  states.reduce((all, state) => all + (counts[state] ?? 0), 0);
const allOf = ({ counts }: BulkRun): number => Object.values(counts).reduce((all, count) => all + count, 0);

function stateOf({ b }: BulkView, run: BulkRun): Html {
  const moving = run.state === 'listing' || run.state === 'previewing' || run.state === 'running';
  const tone = run.state === 'failed' ? 'danger' : moving ? 'info' : run.state === 'paused' ? 'warning' : 'default';
  return tag({ text: b(`state.${run.state}`), tone });
}
/** How far it has come, or what came of it. */
function progress(view: BulkView, run: BulkRun): string {
  const { b } = view;
  const of = (value: number) => figure(view, value);
  const all = allOf(run);
  if (run.state === 'previewing') return b('progress', { done: of(all - sum(run, ['listed'])), all: of(all) });
  const taken = sum(run, ['queued', 'running', 'ordered', 'person', 'nothing', 'stopped', 'dismissed']);
  if (run.state === 'running' || run.state === 'paused')
    return b('progress', { done: of(taken - sum(run, ['queued', 'running'])), all: of(taken) });
  if (run.state !== 'finished') return '';
  const [ordered, person] = [sum(run, ['ordered']), sum(run, ['person'])];
  return b('summary', { ordered: of(ordered), person: of(person), rest: of(all - ordered - person) });
}

export type BulkForm = { from: string; to: string; wrong: boolean };
/** Begins a run, and lists those of before. */
export function bulkPage(view: BulkView, runs: readonly BulkRun[], form: BulkForm): PageInput {
  const { b, format } = view;
  const field = (name: 'from' | 'to') =>
    html`<p><label for="${name}">${b(name)}</label> <input id="${name}" type="date" name="${name}" value="${form[name]}" required${form.wrong ? html` aria-invalid="true" aria-describedby="period-wrong"` : ''}></p>`;
  const row = (run: BulkRun) =>
    html`<tr><td data-label="${b('col.run')}"><a class="name" href="${PATH}/${run.id}">${format.instant(run.createdAt.toISOString())}</a></td><td data-label="${b('col.period')}">${format.date(run.from)} – ${format.date(run.to)}</td>
<td data-label="${b('col.by')}">${actorName(run.requestedBy)}</td><td data-label="${b('col.state')}">${stateOf(view, run)} <span class="small">${progress(view, run)}</span></td></tr>`;
  return {
    title: b('title'),
    place: 'automation',
    here: PATH,
    body: html`<p class="back"><a href="${AUTOMATION}">${b('back')}</a></p><h1 tabindex="-1">${b('title')}</h1><p>${b('lead')}</p>
${form.wrong ? html`<p class="notice danger" role="alert" id="period-wrong" tabindex="-1">${b('period_wrong')}</p>` : ''}
<form class="start" method="post" action="${PATH}">${field('from')}${field('to')}<p><button class="first">${b('find')}</button></p></form>
${runs.length === 0 ? '' : html`<h2>${b('runs')}</h2><div class="scroll" tabindex="0" role="group" aria-label="${b('runs')}"><table class="stack"><caption class="unseen">${b('runs')}</caption><thead><tr><th scope="col">${b('col.run')}</th><th scope="col">${b('col.period')}</th><th scope="col">${b('col.by')}</th><th scope="col">${b('col.state')}</th></tr></thead><tbody>${runs.map(row)}</tbody></table></div>`}`,
  };
}

function whyFailed(view: BulkView, { problem }: BulkRun): Html | '' {
  if (!problem) return '';
  const { b, locale } = view;
  const tooMany = problem.code === 'erp_limit';
  const text = tooMany
    ? b('too_many', { count: String(MOST_DEALS) })
    : makeProblem(problem.code, locale, problem.code).title;
  return html`<p class="notice danger">${text}${problem.words && !tooMany ? `: ${problem.words}` : ''}</p>`;
}
const isWord = (state: Conversion['state']) =>
  state === 'listed' || state === 'ready' || state === 'warned' || state === 'blocked' || state === 'stopped';
function dealRow(view: BulkView, row: Conversion, picking: boolean, crmPage: (deal: string) => string | null): Html {
  const { b, u } = view;
  const name = row.name ?? u('deal', { id: row.deal ?? '–' });
  const url = row.deal === null ? null : crmPage(row.deal);
  const pickable = picking && (row.state === 'ready' || row.state === 'warned');
  const box = pickable
    ? html`<input type="checkbox" name="pick" value="${row.id}" form="start"${row.state === 'ready' ? html` checked` : ''} aria-label="${b('pick', { name })}">`
    : '';
  const why = row.findings ? reasons(view, row.findings) : [];
  const state = isWord(row.state) ? b(`deal.${row.state}` as 'deal.ready') : u(`state.${row.state}` as 'state.ordered');
  const order = row.submission ? html` <a href="/desk/orders/${row.submission}">${u('open_order')}</a>` : '';
  return html`<tr>${picking ? html`<td>${box}</td>` : ''}<td data-label="${b('col.deal')}">${url ? html`<a class="name" href="${url}">${name}</a>` : html`<span class="name">${name}</span>`}<span class="small">${row.company ?? ''}</span></td>
<td data-label="${b('col.total')}" class="n">${totalOf(view, row.total && { money: row.total, by: row.total.by })}</td><td data-label="${b('col.state')}">${tag({ text: state, tone: tones[row.state] })}${order}</td>
<td data-label="${b('col.why')}">${why.length === 0 ? '' : html`<ul class="plain">${why.map((each) => html`<li>${each}</li>`)}</ul>`}</td></tr>`;
}

export type RunInput = {
  crmPage: (deal: string) => string | null;
  nothingPicked: boolean;
  /** Somebody asked for a run of other days while this one is under way. */
  isOther: boolean;
};
/** One run: its deals with their checks, the choice among them, and what became of each. */
export function runPage(
  view: BulkView,
  run: BulkRun,
  deals: readonly Conversion[],
  { crmPage, nothingPicked, isOther }: RunInput,
): PageInput {
  const { b, format } = view;
  const picking = run.state === 'ready';
  const act = (name: 'pause' | 'resume' | 'stop', quiet = false) =>
    html`<form method="post" action="${PATH}/${run.id}/${name}"><button${quiet ? html` class="quiet"` : ''}>${b(name)}</button></form>`;
  const moving = ['listing', 'previewing', 'running'].includes(run.state);
  return {
    title: `${b('title')} ${format.date(run.from)} – ${format.date(run.to)}`,
    place: 'automation',
    here: `${PATH}/${run.id}`,
    ...(moving ? { live: 3000 } : {}),
    say: `${b(`state.${run.state}`)} ${progress(view, run)}`,
    body: html`<p class="back"><a href="${PATH}">${b('title')}</a></p><h1 tabindex="-1">${b('title')} ${format.date(run.from)} – ${format.date(run.to)}</h1>
${isOther && run.state !== 'finished' && run.state !== 'failed' ? html`<p class="notice warning" role="alert" id="failure" tabindex="-1">${b('other_run')}</p>` : ''}${nothingPicked ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${b('nothing_picked')}</p>` : ''}
<section id="state" data-part aria-label="${b('col.state')}"><p>${stateOf(view, run)} ${progress(view, run)}</p>${whyFailed(view, run)}
<div class="actions">${run.state === 'running' ? act('pause') : ''}${run.state === 'paused' ? act('resume') : ''}${run.state === 'finished' || run.state === 'failed' ? '' : act('stop', true)}</div></section>
<div id="choice" data-part>${picking && deals.length > 0 ? html`<p class="consequence">${b('consequence')}</p><form id="start" method="post" action="${PATH}/${run.id}/start"><p class="actions"><button class="first">${b('start')}</button></p></form>` : ''}</div>
<section id="deals" data-part aria-label="${b('col.deal')}">${
      deals.length === 0
        ? moving || run.state === 'failed'
          ? ''
          : html`<div class="empty"><p><strong>${b('none')}</strong></p></div>`
        : html`<div class="scroll" tabindex="0" role="group" aria-label="${b('title')}"><table class="stack"><caption class="unseen">${b('title')}</caption><thead><tr>${picking ? html`<th scope="col"><span class="unseen">${b('state.ready')}</span></th>` : ''}<th scope="col">${b('col.deal')}</th><th scope="col" class="n">${b('col.total')}</th><th scope="col">${b('col.state')}</th><th scope="col">${b('col.why')}</th></tr></thead>
<tbody>${deals.map((each) => dealRow(view, each, picking, crmPage))}</tbody></table></div><p><a href="${PATH}/${run.id}/report.csv">${b('csv')}</a></p>`
    }</section>`,
  };
}
