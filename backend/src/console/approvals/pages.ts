import type { Problem } from '@backroom/shared';
import type { approvalsTranslator } from '@backroom/shared/messages/approvals';
import { checkText } from '@backroom/shared/messages/check-words';
import { html } from 'hono/html';
import type { ApprovalRow } from '../../store/approvals.ts';
import type { PageInput } from '../layout.ts';
import { failure, tag } from '../parts.ts';
import type { Html, View } from '../view.ts';
import type { Hindrance } from './decide.ts';

export const PATH = '/desk/approvals';
export type ApprovalsView = View & { a: ReturnType<typeof approvalsTranslator> };
const tones = { waiting: 'warning', approved: 'success', rejected: 'danger', void: 'default' } as const;

const why = (view: ApprovalsView, { checks }: ApprovalRow): Html =>
  html`<ul class="plain">${[...new Set(checks.map((each) => checkText(view, each)))].map((each) => html`<li>${each}</li>`)}</ul>`;
function stateOf({ a }: ApprovalsView, { state, role, decidedBy }: ApprovalRow): Html {
  const text = a(`state.${state}`, { role: role || a('role'), by: decidedBy ?? '–' });
  return tag({ text, tone: tones[state] });
}
const nameOf = ({ names, deal }: ApprovalRow): string => names.record ?? deal;

function table(view: ApprovalsView, rows: readonly ApprovalRow[], caption: string): Html {
  const { a, format } = view;
  const row = (each: ApprovalRow) =>
    html`<tr><td data-label="${a('col.order')}"><a class="name" href="${PATH}/${each.id}">${nameOf(each)}</a><span class="small">${each.names.customer ?? ''}</span></td>
<td data-label="${a('col.why')}">${why(view, each)}</td><td data-label="${a('col.total')}" class="n">${each.total ? format.money(each.total) : '–'}</td>
<td data-label="${a('col.by')}">${a('by_at', { by: each.requestedBy, at: format.instant(each.requestedAt.toISOString()) })}</td>
<td data-label="${a('col.state')}" class="why">${stateOf(view, each)}${each.reason ? html`<span class="small">${each.reason}</span>` : ''}</td></tr>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="stack"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${a('col.order')}</th><th scope="col">${a('col.why')}</th><th scope="col" class="n">${a('col.total')}</th><th scope="col">${a('col.by')}</th><th scope="col">${a('col.state')}</th></tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>`;
}

/** What waits for approval, and what was decided. */
export function approvalsPage(
  view: ApprovalsView,
  waiting: readonly ApprovalRow[],
  decided: readonly ApprovalRow[],
): PageInput {
  const { a } = view;
  return {
    title: a('title'),
    place: 'approvals',
    live: 10_000,
    body: html`<h1 tabindex="-1">${a('title')}</h1><p>${a('lead')}</p>
<section id="waiting" data-part aria-label="${a('waiting')}">${waiting.length === 0 ? html`<div class="empty"><p><strong>${a('none')}</strong></p><p>${a('none_text')}</p></div>` : table(view, waiting, a('waiting'))}</section>
${decided.length === 0 ? '' : html`<h2>${a('decided')}</h2>${table(view, decided, a('decided'))}`}`,
  };
}

export const hindranceText = ({ a }: ApprovalsView, found: Hindrance): string =>
  found.code === 'own' ? a('own') : a('not_yours', { people: found.people.join(', ') });

export type OneInput = {
  row: ApprovalRow;
  crmUrl: string | null;
  /** Why this user cannot decide; null: they can. */
  hindrance: string | null;
  reason?: string;
  wrong?: boolean;
  notice?: 'changed' | 'late';
  problem?: Problem;
  /** Where the form of a mailed link goes: its page has no way to the other pages. */
  action?: string;
};
/** One request, with the decision about it. */
export function approvalPage(view: ApprovalsView, input: OneInput): PageInput {
  const { a, format } = view;
  const { row, crmUrl, hindrance, wrong, notice, problem } = input;
  const facts: [string, Html | string][] = [
    [a('col.state'), stateOf(view, row)],
    [a('customer'), row.names.customer ?? '–'],
    [a('col.total'), row.total ? format.money(row.total) : '–'],
    [a('col.by'), a('by_at', { by: row.requestedBy, at: format.instant(row.requestedAt.toISOString()) })],
    ...(row.reason ? [[a('reason'), row.reason] satisfies [string, string]] : []),
  ];
  const form = html`<form class="act" method="post" action="${input.action ?? `${PATH}/${row.id}`}">
<div class="field wide"><label for="reason">${a('reason')}</label><textarea id="reason" name="reason" rows="3" maxlength="500" aria-describedby="h-reason${wrong ? ' e-reason' : ''}"${wrong ? html` aria-invalid="true"` : ''}>${input.reason ?? ''}</textarea><span class="small" id="h-reason">${a('reason_help')}</span>${wrong ? html`<span class="error" id="e-reason" role="alert">${a('reason_wrong')}</span>` : ''}</div>
<p class="actions"><button class="first" name="verdict" value="approved">${a('approve')}</button> <button class="danger" name="verdict" value="rejected">${a('reject')}</button></p></form>`;
  return {
    title: nameOf(row),
    place: input.action ? null : 'approvals',
    body: html`${input.action ? '' : html`<p class="back"><a href="${PATH}">${a('title')}</a></p>`}<h1 tabindex="-1">${nameOf(row)}</h1>
${problem ? failure(view, problem) : ''}${notice ? html`<p class="notice warning" role="alert" id="failure" tabindex="-1">${a(notice)}</p>` : ''}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<h2>${a('col.why')}</h2>${why(view, row)}${crmUrl ? html`<p><a href="${crmUrl}">${a('open_deal')}</a></p>` : ''}
${row.state === 'waiting' ? (hindrance ? html`<p class="notice info">${hindrance}</p>` : form) : ''}`,
  };
}
