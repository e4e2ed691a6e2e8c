import { overviewView, usePanels, useSurface } from '@backroom/panels';
import { Decision } from '../parts/decision.tsx';
import { Facts } from '../parts/facts.tsx';

/** What the decision rests on. Its failures are the decision's, which says them. */
function Overview() {
  const surface = useSurface();
  const overview = usePanels(['overview']).data?.panels.overview;
  if (overview?.state !== 'ready') return null;
  const { facts, missing } = overviewView(surface, overview.data, 'deal', surface.format.today(Date.now()));
  return facts.length > 0 ? (
    <>
      <hr />
      <Facts facts={facts} />
      {missing ? <p className="small">{missing}</p> : null}
    </>
  ) : null;
}
export const Order = () => (
  <div className="stack">
    <Decision />
    <Overview />
  </div>
);
