import { actView, useActOnOrder, useSurface } from '@backroom/panels';
import type { OrderAct } from '@backroom/shared';
import { lazy, Suspense } from 'react';
import { Button, Buttons } from './button.tsx';
import { Note, ProblemNotice, Status } from './states.tsx';
import { Steps } from './steps.tsx';

const ChangeDialog = lazy(() => import('../dialogs/change-order.tsx'));
const CancelDialog = lazy(() => import('../dialogs/cancel-order.tsx'));

/** A change or cancellation on its way, and what came of it. */
function Act({ act }: { act: OrderAct }) {
  const surface = useSurface();
  const intervene = useActOnOrder();
  const view = actView(surface, act);
  return (
    <section className="stack tight">
      <h2>{view.heading}</h2>
      <div role="status">
        <Status {...view.tag} />
      </div>
      {view.step === null ? null : <Steps names={view.steps} current={view.step} />}
      {view.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.differs ? <Note tone="warning" title={view.differs.title} lines={view.differs.lines} /> : null}
      {intervene.problem ? <ProblemNotice problem={intervene.problem} /> : null}
      {view.actions.length === 0 ? null : (
        <Buttons>
          {view.actions.map(({ action, label }) => (
            <Button key={action} busy={intervene.busy} onClick={() => intervene.run({ id: act.id, action })}>
              {label}
            </Button>
          ))}
        </Buttons>
      )}
    </section>
  );
}

type Offers = { act: OrderAct | null; change: string | null; cancel: string | null };
type Dialogue = 'change' | 'cancel' | null;
/** Changing and cancelling the order that the ERP has. */
export default function OrderActs({
  offers,
  open,
  setOpen,
}: {
  offers: Offers;
  open: Dialogue;
  setOpen: (open: Dialogue) => void;
}) {
  const { act, change, cancel } = offers;
  const close = () => setOpen(null);
  return (
    <>
      {act ? <Act act={act} /> : null}
      {change || cancel ? (
        <Buttons>
          {change ? (
            <Button kind="primary" testId="change-order" onClick={() => setOpen('change')}>
              {change}
            </Button>
          ) : null}
          {cancel ? (
            <Button testId="cancel-order" onClick={() => setOpen('cancel')}>
              {cancel}
            </Button>
          ) : null}
        </Buttons>
      ) : null}
      <Suspense>
        {open === 'change' ? <ChangeDialog close={close} /> : null}
        {open === 'cancel' ? <CancelDialog close={close} /> : null}
      </Suspense>
    </>
  );
}
