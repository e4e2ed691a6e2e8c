import { creditCard, useSurface } from '@backroom/panels';
import type { CreditPanel } from '@backroom/shared';
import { Facts, Figures } from './facts.tsx';
import { Note, Status } from './states.tsx';

export function Credit({ credit }: { credit: CreditPanel }) {
  const view = creditCard(useSurface(), credit);
  return (
    <div className="stack">
      <div>
        <Status {...view.tag} />
      </div>
      {view.blockedReason ? <Note tone="danger" title={view.blockedReason} /> : null}
      <Figures figures={view.figures} />
      {view.note ? <p>{view.note}</p> : null}
      {view.ageing.length > 0 ? (
        <section className="stack tight">
          <h2>{view.ageingTitle}</h2>
          <Facts facts={view.ageing} />
        </section>
      ) : null}
    </div>
  );
}
