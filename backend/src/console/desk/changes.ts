import type { OrderAct, OrderActAction, RecordRef } from '@backroom/shared';
import { differsView, problemView } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import type { SubmissionEngine } from '../../submissions/engine.ts';
import type { PageInput } from '../layout.ts';
import { moment, tag } from '../parts.ts';
import { actorName, type Html, type View } from '../view.ts';

export const CHANGES = '/desk/orders/changes';
/** What is under way comes first; of what is over, the last ones. */
export const underWay = ['needs_attention', 'waiting', 'checking', 'queued', 'sending'] as const;
export const isOver = ['done', 'refused', 'withdrawn', 'closed'] as const;
export const SHOWN = 50;
type Listed = Awaited<ReturnType<SubmissionEngine['acts']['list']>>[number];
const tones = {
  queued: 'info',
  sending: 'info',
  checking: 'warning',
  waiting: 'warning',
  needs_attention: 'danger',
  done: 'success',
  refused: 'danger',
  withdrawn: 'default',
  closed: 'default',
} as const satisfies Record<OrderAct['state'], string>;

function buttons({ t }: View, { id, erpNumber, canResend, canWithdraw, canClose }: OrderAct): Html | '' {
  const allowed: readonly (readonly [OrderActAction, boolean])[] = [
    ['resend', canResend],
    ['withdraw', canWithdraw],
    ['close', canClose],
  ];
  const shown = allowed.filter(([, may]) => may);
  if (shown.length === 0) return '';
  return html`<form method="post" action="${CHANGES}"><input type="hidden" name="id" value="${id}">${shown.map(
    ([action]) =>
      html`<button name="action" value="${action}" aria-label="${t('label_value', { label: t(`act.${action}`), value: erpNumber })}">${t(`act.${action}`)}</button> `,
  )}</form>`;
}
/** Why it is not done, or what the ERP made of it otherwise; last what follows. */
function wordsOf(view: View, act: OrderAct): string[] {
  const { t } = view;
  const said = act.problem && act.state !== 'done' ? problemView(view, act.problem) : null;
  const differs = differsView(view, act);
  return [
    ...(act.reason ? [t('label_value', { label: t('act.reason'), value: act.reason })] : []),
    ...(said ? [said.title] : []),
    ...(said?.detail && said.code.startsWith('erp_') ? [t('order.erp_says', { words: said.detail })] : []),
    ...(differs ? differs.lines : []),
    t(act.state === 'done' ? `act.next.${act.kind}` : `act.next.${act.state}`),
  ];
}
function row(view: View, act: Listed, crmPage: (record: RecordRef) => string | null): Html {
  const { t, d } = view;
  const url = crmPage(act.record);
  const name = act.names.record ?? act.record.id;
  return html`<tr><td data-label="${d('column.order')}"><a href="/desk/orders/${act.submission}">${act.erpNumber}</a><span class="small">${t(`act.kind.${act.kind}`)}</span></td>
<td data-label="${d('column.customer')}">${url ? html`<a href="${url}">${name}</a>` : name}<span class="small">${act.names.customer ?? ''}</span></td>
<td data-label="${d('column.state')}">${tag({ text: t(`act.state.${act.state}`), tone: tones[act.state] })}<span class="small">${actorName(act.createdBy)}, ${moment(view, act.createdAt)}</span></td>
<td class="why">${wordsOf(view, act).map((words) => html`<p>${words}</p>`)}${buttons(view, act)}</td></tr>`;
}

/** Changes and cancellations of orders that the ERP has: what is under way, and the last that are over. */
export function changesPage(
  view: View,
  {
    open,
    over,
    crmPage,
  }: { open: readonly Listed[]; over: readonly Listed[]; crmPage: (record: RecordRef) => string | null },
): PageInput {
  const { t, d } = view;
  const rows = [...open, ...over];
  const title = t('act.desk_title');
  return {
    title,
    place: 'orders',
    live: 5000,
    body: html`<p class="back"><a href="/desk/orders">${d('nav.orders')}</a></p><h1 tabindex="-1">${title}</h1>
<section id="rows" data-part aria-label="${title}">${
      rows.length === 0
        ? html`<div class="empty"><p><strong>${t('act.desk_none')}</strong></p></div>`
        : html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="stack"><caption class="unseen">${title}</caption><thead><tr><th scope="col">${d('column.order')}</th><th scope="col">${d('column.customer')}</th><th scope="col">${d('column.state')}</th><th scope="col">${t('details')}</th></tr></thead><tbody>${rows.map((each) => row(view, each, crmPage))}</tbody></table></div>`
    }</section>`,
  };
}
