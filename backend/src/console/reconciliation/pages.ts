import { compare, decimal, type Money } from '@backroom/shared';
import type { ReconciliationWords } from '@backroom/shared/messages/reconciliation';
import { problemView, type Tag } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import {
  type Difference,
  type Finding,
  type FindingKind,
  findingKinds,
  type Run,
} from '../../reconciliation/finding.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import { actorName, figure, type Html, type View } from '../view.ts';

export const FINDINGS_A_PAGE = 50;
const BASE = '/desk/reconciliation';
/** A page of reconciliation speaks with words of its own, `r`, beside the desk's. */
export type ReconciliationView = View & { r: ReconciliationWords };
const isActive = ({ state }: Run) => state === 'queued' || state === 'running';
const tones = {
  missing: 'danger',
  double: 'danger',
  different: 'warning',
  not_converted: 'info',
  not_checked: 'default',
} as const satisfies Record<FindingKind, Tag['tone']>;
const stateTag = ({ r }: ReconciliationView, { state }: Run): Tag => ({
  text: r(`state.${state}`),
  tone: state === 'failed' ? 'danger' : state === 'finished' ? 'default' : 'info',
});
const sum = ({ counts }: Run) => findingKinds.reduce((all, kind) => all + (counts[kind] ?? 0), 0);
const byWhom = ({ r }: ReconciliationView, { requestedBy }: Run) =>
  requestedBy === null ? r('by_night') : actorName(requestedBy);

/** What came of it, in one line: the kinds that there is something of. */
function result(view: ReconciliationView, run: Run): Html {
  const { r } = view;
  const found = findingKinds.filter((kind) => (run.counts[kind] ?? 0) > 0);
  if (isActive(run) || run.state === 'failed') return tag(stateTag(view, run));
  if (found.length === 0) return tag({ text: run.compared === 0 ? r('none_sold') : r('all_well'), tone: 'success' });
  return html`${found.map(
    (kind) => html`${tag({ text: `${r(`kind.${kind}`)} ${figure(view, run.counts[kind] ?? 0)}`, tone: tones[kind] })} `,
  )}`;
}
function runRow(view: ReconciliationView, run: Run): Html {
  const { r, format } = view;
  return html`<tr><td data-label="${r('column.when')}"><a class="name" id="r-${run.id}" href="${BASE}/${run.id}">${moment(view, run.createdAt)}</a></td>
<td data-label="${r('column.by')}">${byWhom(view, run)}</td><td data-label="${r('column.period')}">${format.date(run.from)} – ${format.date(run.to)}</td><td data-label="${r('column.compared')}" class="n">${figure(view, run.compared)}</td><td data-label="${r('column.result')}"><span>${result(view, run)}</span></td></tr>`;
}

export type StartForm = { from: string; to: string; error: { field: 'from' | 'to'; words: string } | null };
function startForm({ r }: ReconciliationView, form: StartForm): Html {
  const field = (name: 'from' | 'to') => {
    const wrong = form.error?.field === name ? form.error.words : null;
    return html`<p><label for="${name}">${r(name)}</label> <input id="${name}" type="date" name="${name}" value="${form[name]}" required${wrong ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : ''}>
${wrong ? html`<span class="error" id="${name}-wrong">${wrong}</span>` : ''}</p>`;
  };
  return html`<form class="start" method="post" action="${BASE}">${field('from')}${field('to')}<p><button class="first">${r('start')}</button></p></form>`;
}

/** Past comparisons, and the way to a new one. */
export function runsPage(view: ReconciliationView, runs: readonly Run[], form: StartForm): PageInput {
  const { r } = view;
  const active = runs.find(isActive);
  return {
    title: r('title'),
    place: 'reconciliation',
    // A form that somebody fills in is not drawn anew under their hands.
    ...(active ? { live: 2000, say: progress(view, active) } : {}),
    body: html`<h1 tabindex="-1">${r('title')}</h1><p>${r('lead')} ${r('nightly')}</p>
<div id="begin" data-part>${
      active
        ? html`<div class="notice success"><p>${r('active')}</p><p>${progress(view, active)}. <a href="${BASE}/${active.id}">${r('follow')}</a></p></div>`
        : startForm(view, form)
    }</div>
<section id="runs" data-part aria-label="${r('runs')}">${
      runs.length === 0
        ? html`<div class="empty"><p><strong>${r('empty')}</strong></p><p>${r('empty_text')}</p></div>`
        : html`<div class="scroll" tabindex="0" role="group" aria-label="${r('runs')}"><table class="stack"><caption class="unseen">${r('runs')}</caption><thead><tr><th scope="col">${r('column.when')}</th><th scope="col">${r('column.by')}</th><th scope="col">${r('column.period')}</th>
<th scope="col" class="n">${r('column.compared')}</th><th scope="col">${r('column.result')}</th></tr></thead><tbody>${runs.map((run) => runRow(view, run))}</tbody></table></div>`
    }</section>`,
  };
}
const progress = ({ r }: ReconciliationView, run: Run): string =>
  r(isActive(run) ? 'progress' : 'compared', { count: String(run.compared) });

const statuses = ['confirmed', 'cancelled', 'draft'] as const;
function shown({ r, t, format }: ReconciliationView, { field }: Difference, value: Difference['ours']): string {
  if (value === null) return r('nothing');
  if (typeof value !== 'string') return format.money(value satisfies Money);
  if (field === 'quantity') return format.quantity(decimal(value));
  if (field !== 'status') return value;
  const known = statuses.find((each) => each === value);
  if (known) return r(`status.${known}`);
  return value === 'partly_delivered' || value === 'delivered' || value === 'invoiced'
    ? t(`order.status.${value}`)
    : value;
}
function difference(view: ReconciliationView, each: Difference): Html {
  const { r } = view;
  const more =
    each.field === 'quantity' && typeof each.ours === 'string' && typeof each.erp === 'string'
      ? compare(decimal(each.erp), decimal(each.ours))
      : 0;
  return html`<li><strong>${r(`field.${each.field}`, { line: each.line ?? '' })}</strong>${more === 0 ? '' : html` <span aria-hidden="true">${more > 0 ? '↑' : '↓'}</span>`}
<span class="small">${r('ours', { value: shown(view, each, each.ours) })}</span> <span class="small">${r('erp', { value: shown(view, each, each.erp) })}</span></li>`;
}
/** A deal whose order is still being sent, or was rejected, is not simply "not ordered". */
function findingTag({ r }: ReconciliationView, { kind, code }: Finding): Html {
  const name = code === 'under_way' ? 'in_progress' : code === 'needs_attention' ? 'rejected' : kind;
  return tag({ text: r(`kind.${name}`), tone: tones[kind] });
}
function findingRow(view: ReconciliationView, each: Finding, dealUrl: (id: string) => string | null): Html {
  const { r } = view;
  const { deal } = each;
  const problem = each.problem && problemView(view, each.problem);
  const url = deal && dealUrl(deal.id);
  const name = deal ? (deal.name ?? r('deal', { id: deal.id })) : r('no_deal');
  return html`<tr><td data-label="${r('column.deal')}"><span>${url ? html`<a class="name" href="${url}">${name}</a>` : html`<strong>${name}</strong>`}${deal?.company ? html`<span class="small">${deal.company}</span>` : ''}${deal ? html`<span class="small">${r('deal', { id: deal.id })}</span>` : ''}</span></td>
<td data-label="${r('column.finding')}" class="why"><span>${findingTag(view, each)} ${r(each.code)}${problem ? html`<span class="small">${problem.title}${problem.detail ? html` ${problem.detail}` : ''}</span>` : ''}</span></td>
<td data-label="${r('column.orders')}"><span>${each.orders.join(', ')}${each.submission ? html`<span class="small"><a href="/desk/orders/${each.submission}">${r('history')}</a></span>` : ''}</span></td>
<td data-label="${r('column.differences')}">${each.differences.length > 0 ? html`<ul class="plain">${each.differences.map((one) => difference(view, one))}</ul>` : ''}</td><td data-label="${r('column.do')}" class="why"><span>${r(`${each.code}.do`)}</span></td></tr>`;
}

export type RunInput = {
  run: Run;
  kind: FindingKind | null;
  /** How many findings come before this page. */
  after: number;
  /** Up to one more than a page has: then there is a next one. */
  findings: readonly Finding[];
  dealUrl: (id: string) => string | null;
};
const addressOf = (run: Run, kind: FindingKind | null, after = 0): string => {
  const query = new URLSearchParams({ ...(kind ? { kind } : {}), ...(after > 0 ? { after: String(after) } : {}) });
  return `${BASE}/${run.id}${query.size > 0 ? `?${query}` : ''}`;
};
function findingsOf(view: ReconciliationView, input: RunInput): Html {
  const { r } = view;
  const { run, kind, after, findings, dealUrl } = input;
  if (findings.length === 0) {
    const nothing = isActive(run)
      ? r('not_yet')
      : kind
        ? r('empty.kind')
        : r(run.compared === 0 ? 'none_sold' : 'all_well');
    const well = !isActive(run) && !kind && run.compared > 0 && run.state === 'finished';
    return html`<div class="empty"><p><strong>${nothing}</strong></p>${well ? html`<p>${r('all_well_text')}</p>` : ''}</div>`;
  }
  const shown = findings.slice(0, FINDINGS_A_PAGE);
  const title = kind ? r(`kind.${kind}`) : r('kind.all');
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="stack"><caption class="unseen">${title}</caption><thead><tr><th scope="col">${r('column.deal')}</th><th scope="col">${r('column.finding')}</th><th scope="col">${r('column.orders')}</th><th scope="col">${r('column.differences')}</th><th scope="col">${r('column.do')}</th></tr></thead>
<tbody>${shown.map((each) => findingRow(view, each, dealUrl))}</tbody></table></div>
<nav class="pages" aria-label="${r('pages')}">${after > 0 ? html`<a class="button" href="${addressOf(run, kind)}">${r('pages.first')}</a>` : ''}
${findings.length > FINDINGS_A_PAGE ? html`<a class="button" rel="next" href="${addressOf(run, kind, after + FINDINGS_A_PAGE)}">${r('pages.next')}</a>` : ''}</nav>`;
}

/** One comparison: how far it is, and what it found. */
export function runPage(view: ReconciliationView, input: RunInput): PageInput {
  const { r, format } = view;
  const { run, kind } = input;
  const title = r('period', { from: format.date(run.from), to: format.date(run.to) });
  const tabs = [null, ...findingKinds].map((each) => ({
    each,
    text: r(`kind.${each ?? 'all'}`),
    count: each ? (run.counts[each] ?? 0) : sum(run),
  }));
  const standing = progress(view, run);
  return {
    title,
    place: 'reconciliation',
    ...(isActive(run) ? { live: 2000 } : {}),
    say: `${r(`state.${run.state}`)}. ${standing}`,
    body: html`<p class="back"><a href="${BASE}">${r('back')}</a></p><h1 tabindex="-1">${title}</h1>
<div id="state" data-part><p class="standing">${tag(stateTag(view, run))} <span>${standing}. ${byWhom(view, run)}, ${moment(view, run.createdAt)}.</span></p>
${isActive(run) ? html`<p class="small">${r('active')}</p>` : ''}${run.state === 'failed' ? html`<p class="notice danger">${r('failed_text')}</p>` : ''}
${isActive(run) ? '' : html`<p class="actions"><a class="button" href="${BASE}/${run.id}.csv" download>${r('csv')}</a></p>`}</div>
<nav class="tabs" id="kinds" data-part aria-label="${r('kinds')}">${tabs.map(
      ({ each, text, count }) =>
        html`<a id="k-${each ?? 'all'}" href="${addressOf(run, each)}"${each === kind ? html` aria-current="page"` : ''}>${text} <span class="count${count > 0 && (each === 'missing' || each === 'double') ? ' hot' : ''}">${figure(view, count)}</span></a>`,
    )}</nav>
<section id="findings" data-part aria-label="${kind ? r(`kind.${kind}`) : r('kind.all')}">${findingsOf(view, input)}</section>`,
  };
}
