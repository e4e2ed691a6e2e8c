import type { Decision, ErpOrder, Freshness, Submission } from '@backroom/shared';
import { differsView, submissionView } from '@backroom/shared/messages/submission';
import { type Fact, noticeView } from './cards.ts';
import { differenceTable } from './difference.ts';
import { actOffers } from './order-acts.ts';
import { isMoving } from './rhythm.ts';
import { convertedOrder, liveOrder, type Verdict, verdictView } from './verdict.ts';
import type { Words } from './words.ts';

/** `promisedOn`: what the deal was promised, where the ERP's order names no day. */
export function orderFacts({ t, format }: Words, order: ErpOrder, promisedOn: string | null = null): Fact[] {
  const promised = order.promisedOn ?? promisedOn;
  const blocks = (order.blocks ?? []).map(({ kind, code }) => `${t(`order.block.${kind}`)}${code ? ` (${code})` : ''}`);
  return [
    ...(blocks.length > 0 ? [{ label: t('order.held'), value: format.list(blocks) }] : []),
    { label: t('order.ordered'), value: format.date(order.orderedOn) },
    { label: t('order.promised'), value: promised ? format.date(promised) : t('unknown') },
    { label: t('total'), value: format.money(order.total) },
    {
      label: t('deliveries'),
      value:
        order.deliveries.length === 0
          ? t('order.no_deliveries')
          : format.list(
              order.deliveries.map(
                ({ number, status, tracking }) =>
                  `${number} (${[t(`delivery.${status}`), tracking].filter(Boolean).join(', ')})`,
              ),
            ),
    },
  ];
}

/** Why the quote can be converted although it was before. */
function stoppedText({ t, format }: Words, { events, updatedAt, ...made }: Submission, now: number): string {
  if (made.orderCancelled) return t('act.cancelled', { number: made.erpNumber ?? made.reference });
  const actor = events.findLast(({ step }) => step === 'cancel')?.actor ?? '';
  return t('order.stopped', { actor, when: format.ago(updatedAt, now), next: t('submission.next.cancelled') });
}
/** The age of what the card shows: of the order once there is one, otherwise of the figures behind the checks. */
function ageOf({ preview, order }: Decision, converted: ErpOrder | null): Freshness | null {
  if (converted && order.state === 'ready') return order.freshness;
  return preview?.state === 'ready' ? preview.data.freshness : null;
}
/** A customer that a person still has to name. One that is created along with the order waits for nobody. */
function choiceOf({ customer }: Decision) {
  if (customer.state !== 'ready') return null;
  const { data } = customer;
  return data.state === 'linked' && (data.others ?? []).length === 0 ? null : data;
}

/** What stands below the headline: what comes next, or what somebody has to know and do about an order on hold. */
function linesOf(words: Words, latest: Submission | null, verdict: Verdict, now: number): string[] {
  if (!latest || latest.state === 'confirmed') return [];
  const { next, nextTry, problem } = submissionView(words, latest, now);
  const view = latest.state === 'needs_attention' && latest.problem ? noticeView(words, latest.problem) : null;
  if (!view || 'empty' in view)
    return [...(problem?.retryable ? [problem.title] : []), [next, nextTry].filter(Boolean).join(' ')];
  const { title, details, small } = view.notice;
  // The headline says already that the ERP rejected it.
  return [...(verdict.kind === 'refused' ? [] : [title]), ...details, next, small];
}

/**
 * What a card about the deal's order shows, from one answer: verdict, then preview, progress or order; what is on its way comes first.
 * `onceMore`: the submission beside which somebody asked for the preview of the changed quote.
 */
export function orderCard(words: Words, decision: Decision, now: number, onceMore: string | null) {
  const latest = liveOrder(decision);
  const converted = convertedOrder(decision);
  const verdict = verdictView(words, decision);
  const newest = decision.submissions.find(({ kind }) => kind === 'order');
  const changed = verdict.kind === 'changed' && latest !== null;
  const number = latest?.erpNumber ?? '';
  const asked = changed && onceMore === latest.id;
  const preview = decision.preview?.state === 'ready' ? decision.preview.data : null;
  const acts = actOffers(words, decision, { made: latest, isChanged: changed, now });
  // An order that was changed is written back anew. The act says how far that is, the steps of the creation are long over.
  const isActTold = latest?.state === 'confirmed' && acts.act !== null;
  const change =
    changed && converted && preview
      ? {
          title: words.t('change.title', { number: converted.number }),
          table: differenceTable(words, converted, preview),
        }
      : null;
  // Where the ERP's order can be changed from here, that is the way on.
  const isDeskFirst = latest !== null && (latest.state === 'needs_attention' || (changed && acts.change === null));
  const showPreview = asked || (latest === null && converted === null);
  return {
    verdict,
    lines: linesOf(words, latest, verdict, now),
    freshness: ageOf(decision, converted),
    choice: latest || converted ? null : choiceOf(decision),
    preview: showPreview ? preview : null,
    previewProblem: showPreview && decision.preview?.state === 'problem' ? decision.preview.problem : null,
    isChecking: showPreview && decision.preview?.state === 'pending',
    latest,
    converted,
    promisedOn: decision.order.state === 'ready' ? (decision.order.data.promisedOn ?? null) : null,
    /** What the ERP made of it otherwise than it was sent: the rep has to know, also once all else is well. */
    differs: latest && differsView(words, latest),
    /** Where the quote now differs from the order. */
    change,
    /** Changing and cancelling the ERP's order. */
    acts,
    /** The changed quote is ordered too only by somebody who asks for it; `id` is what to remember then. */
    onceMore: changed
      ? {
          id: asked ? null : latest.id,
          label: asked ? words.t('order.once_more_not', { number }) : words.t('order.once_more'),
        }
      : null,
    /** Where more can be done about it than here, and what that is called. */
    desk: latest && {
      submission: latest.id,
      label: words.t(
        changed
          ? 'change.request'
          : latest.state === 'needs_attention' && latest.canMend
            ? 'order.mend_at_desk'
            : 'order.open_desk',
      ),
      isPrimary: isDeskFirst,
      // Of an order on hold the lines say who can act.
      otherwise: change && isDeskFirst ? words.t('who.order_desk') : null,
    },
    // A cancellation that is shown says it itself.
    stopped: latest === null && newest && !(newest.orderCancelled && acts.act) ? stoppedText(words, newest, now) : null,
    showProgress:
      latest !== null && !isActTold && (isMoving(latest) || latest.state === 'needs_attention' || !converted),
    showPreview,
  };
}
