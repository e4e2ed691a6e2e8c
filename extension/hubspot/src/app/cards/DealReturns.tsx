import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Claim } from './components/Claim.tsx';
import { Panels } from './components/Panels.tsx';
import { Returns } from './components/Returns.tsx';

export const DealReturns = () => (
  <Card type="deal">
    <Panels only={['returns']} lines={3}>
      {({ returns }) => (
        <Flex direction="column" gap="md">
          {returns ? <Returns returns={returns.returns} /> : null}
          {returns?.canClaim === false ? null : <Claim />}
        </Flex>
      )}
    </Panels>
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealReturns />);
