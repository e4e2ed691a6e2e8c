import { type CheckActs, usePriceChange } from '@backroom/panels';
import { useHost } from '../host-context.ts';
import { Confirm } from './confirm.tsx';
import { ProblemNotice } from './states.tsx';

/** What solves a check that is about a price: the ERP's price on the line, or why the CRM does not take it from here. */
export default function Price({ offer }: { offer: NonNullable<CheckActs['price']> }) {
  const host = useHost();
  const { busy, problem, run } = usePriceChange();
  if (!offer.isOpen) return <p className="small">{offer.text}</p>;
  return (
    <>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Confirm
        label={offer.label}
        ask={offer.ask}
        yes={offer.label}
        busy={busy}
        run={() => run(offer.input, () => host.refreshHost())}
      />
    </>
  );
}
