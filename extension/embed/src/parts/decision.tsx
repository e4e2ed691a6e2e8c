import { orderCard, useDecision, usePriceChange, useReload, useSurface } from '@backroom/panels';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useHost } from '../host-context.ts';
import { Button, Buttons } from './button.tsx';
import { DeskLink } from './desk-link.tsx';
import { OrderPreview } from './preview.tsx';
import { Skeleton } from './skeleton.tsx';
import { Age, Note, Outdated, ProblemNotice } from './states.tsx';
import { Verdict } from './verdict.tsx';

// What a deal shows only before it can be ordered, in full, or once it is an order.
const CustomerChoice = lazy(() => import('./customer-choice.tsx'));
const FullPreview = lazy(() => import('./full-preview.tsx'));
const SubmissionProgress = lazy(() => import('./submission.tsx'));
const ChangeTable = lazy(() => import('./change-table.tsx'));
const OrderActs = lazy(() => import('./order-acts.tsx'));
const OrderDetails = lazy(() => import('./order-details.tsx'));
const PriceChanged = lazy(() => import('./price-changed.tsx'));

/** Verdict, checks and the button first; then what the order is. A narrow panel has the decision, and a window of the CRM its details. */
export function Decision() {
  const surface = useSurface();
  const host = useHost();
  const reload = useReload();
  const decision = useDecision();
  const { change: priced } = usePriceChange();
  const [asked, setAsked] = useState<string | null>(null);
  const [dialogue, setDialogue] = useState<'change' | 'cancel' | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const compact = host.view === 'panel' && !unfolded;
  const writtenBack = decision.data?.submissions.find(({ kind }) => kind === 'order')?.writtenBack ?? false;
  useEffect(() => {
    if (writtenBack) host.refreshHost();
  }, [writtenBack, host]);
  if (decision.problem) return <ProblemNotice problem={decision.problem} retry={decision.refresh} />;
  if (!decision.data) return <Skeleton lines={compact ? 6 : 11} />;
  const card = orderCard(surface, decision.data, Date.now(), asked);
  const { latest, converted, change, differs, onceMore, desk, acts } = card;
  const more = compact
    ? () => {
        if (host.openOrder) void host.openOrder().then(reload);
        else setUnfolded(true);
      }
    : undefined;
  const toDesk = desk && (
    <DeskLink
      place={{ submission: desk.submission }}
      label={desk.label}
      isPrimary={desk.isPrimary}
      otherwise={desk.otherwise}
    />
  );
  return (
    <div className="stack">
      <Age {...decision} freshness={card.freshness} />
      <Verdict verdict={card.verdict} lines={card.lines} />
      <Outdated {...decision} freshness={card.freshness} />
      {priced?.undo ? (
        <Suspense fallback={null}>
          <PriceChanged />
        </Suspense>
      ) : null}
      {card.isChecking ? <Skeleton lines={compact ? 3 : 10} /> : null}
      <Suspense fallback={<Skeleton lines={4} />}>
        {card.choice ? <CustomerChoice customer={card.choice} /> : null}
        {card.previewProblem ? <ProblemNotice problem={card.previewProblem} retry={decision.refresh} /> : null}
        {card.preview && compact ? (
          <OrderPreview preview={card.preview} refresh={decision.refresh} more={more} />
        ) : null}
        {card.preview && !compact ? <FullPreview preview={card.preview} refresh={decision.refresh} /> : null}
        {desk?.isPrimary && !change ? toDesk : null}
        {latest && card.showProgress ? <SubmissionProgress submission={latest} /> : null}
        {differs ? <Note tone="warning" title={differs.title} lines={differs.lines} /> : null}
        {change ? <ChangeTable {...change} /> : null}
        {acts.act || acts.change || acts.cancel ? (
          <OrderActs
            offers={acts}
            // What another tab began ends the dialogue of this one.
            open={dialogue && acts[dialogue] ? dialogue : null}
            setOpen={setDialogue}
          />
        ) : null}
        {desk?.isPrimary && change ? toDesk : null}
        {desk && !desk.isPrimary ? toDesk : null}
        {card.stopped ? <p>{card.stopped}</p> : null}
        {converted ? <OrderDetails order={converted} promisedOn={card.promisedOn} /> : null}
        {onceMore ? (
          <Buttons>
            <Button testId="once-more" onClick={() => setAsked(onceMore.id)}>
              {onceMore.label}
            </Button>
          </Buttons>
        ) : null}
      </Suspense>
    </div>
  );
}
