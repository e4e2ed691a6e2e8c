import { priceChangeView, usePriceChange, useSurface } from '@backroom/panels';
import { useHost } from '../host-context.ts';
import { Button } from './button.tsx';
import { Note, ProblemNotice } from './states.tsx';

/** A price that was changed here a moment ago, and the way back. */
export default function PriceChanged() {
  const surface = useSurface();
  const host = useHost();
  const { change, busy, problem, run } = usePriceChange();
  const view = priceChangeView(surface, change);
  if (!view) return null;
  return (
    <Note tone="success" title={view.text} live>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Button testId="undo-price" busy={busy} onClick={() => run(view.input, () => host.refreshHost())}>
        {view.label}
      </Button>
    </Note>
  );
}
