import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Returns } from './components/Returns.tsx';
import { Panels } from './components/States.tsx';

export const DealReturns = () => (
  <Card type="deal">
    <Panels only={['returns']}>
      {({ returns }) => <Flex direction="column">{returns ? <Returns returns={returns.returns} /> : null}</Flex>}
    </Panels>
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealReturns />);
