import type { Money, Problem, Submission } from '@backroom/shared';
import { fieldName, problemView, type Tag } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import type { Html, View } from './view.ts';

// What several pages draw.

export const tag = ({ text, tone }: Tag): Html => html`<span class="tag ${tone}">${text}</span>`;
/** A moment: absolute, in the viewer's zone; a machine reads the instant. */
export const moment = ({ format }: View, iso: string): Html =>
  html`<time datetime="${iso}">${format.instant(iso)}</time>`;

/** What a write is called: its record's name, or kind and id where none was kept. */
export const nameOf = (
  { d }: View,
  { kind, record }: Pick<Submission, 'kind' | 'record'>,
  name: string | null,
): string => name ?? d(`kind.${kind}`, { id: record.id });

/** Gross as the ERP computes it; the net sum of the quote, which is said, where the ERP has computed none. */
export const totalOf = ({ d, format }: View, total: { money: Money; by: 'erp' | 'quote' } | null): Html | string =>
  total
    ? html`<span>${format.money(total.money)}${total.by === 'quote' ? html` <span class="small net">${d('net_of')}</span>` : ''}</span>`
    : '–';

/** What stands beside a sum where rows are blocks: a net sum is not called gross. */
export const totalLabel = ({ d, t }: View, total: { by: 'erp' | 'quote' } | null): string =>
  total?.by === 'quote' ? t('net') : d('column.total');

/** What happens next, for the order desk. Null where the status says it all. */
export function standing({ d, t }: View, { kind, state }: Pick<Submission, 'kind' | 'state'>): string | null {
  if (state === 'confirmed') return null;
  if (state === 'needs_attention') return d('standing.needs_attention');
  if (state === 'cancelled') return kind === 'order' ? d('standing.cancelled') : t('submission.next.cancelled_other');
  return t(state === 'sending' && kind !== 'order' ? 'submission.next.sending_other' : `submission.next.${state}`);
}

/** What happened, the ERP's own words, the field, and who can do what. `brief`: where the page around it says what to do. */
export function problemNotice(view: View, raw: Problem, brief = false): Html {
  const { d, t } = view;
  const problem = problemView(view, raw);
  // Whoever reads this is the order desk.
  const who = problem.who === 'order_desk' || problem.who === 'rep' ? '' : t(`who.${problem.who}`);
  return html`<div class="notice ${problem.retryable ? 'warning' : 'danger'}"><p><strong>${problem.title}</strong></p>
${problem.detail ? html`<p>${d('erp_words', { words: problem.detail })}</p>` : ''}
${problem.field ? html`<p>${d('field_named', { field: fieldName(view, problem.field) })}</p>` : ''}
${brief ? '' : html`<p>${problem.whatToDo} ${who}</p>`}</div>`;
}
/** The answer to something that was just tried: it is read out, and the keyboard goes on from it. `whatToDo`: where the page knows better. */
export function failure(view: View, raw: Problem, whatToDo?: string): Html {
  const problem = problemView(view, raw);
  return html`<div class="notice danger" role="alert" id="failure" tabindex="-1"><p><strong>${problem.title}</strong></p>
${problem.detail ? html`<p>${problem.detail}</p>` : ''}<p>${whatToDo ?? problem.whatToDo}</p>
<p class="small">${view.t('reference', { reference: problem.reference })}</p></div>`;
}
