import { overviewView, useIsDecided, usePanels, useSurface } from '@backroom/panels';
import { Divider, Flex, hubspot, Text } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Decision } from './components/Decision.tsx';
import { Facts } from './components/Facts.tsx';

/** What the decision rests on. The decision tells its failures. It waits for the decision above it, so that it never moves. */
function Figures() {
  const surface = useSurface();
  const isDecided = useIsDecided();
  const overview = usePanels(['overview']).data?.panels.overview;
  if (overview?.state !== 'ready' || !isDecided) return null;
  const { facts, missing } = overviewView(surface, overview.data, 'deal', surface.format.today(Date.now()));
  return facts.length > 0 ? (
    <>
      <Divider />
      <Facts facts={facts} direction="column" />
      {missing ? <Text variant="microcopy">{missing}</Text> : null}
    </>
  ) : null;
}
export const DealOverview = () => (
  <Card type="deal">
    <Flex direction="column" gap="sm">
      <Decision compact />
      <Figures />
    </Flex>
  </Card>
);
hubspot.extend<'crm.record.sidebar'>(() => <DealOverview />);
