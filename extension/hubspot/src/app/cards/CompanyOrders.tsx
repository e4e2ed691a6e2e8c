import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Orders } from './components/Orders.tsx';
import { Panels } from './components/Panels.tsx';

export const CompanyOrders = () => (
  <Card type="company">
    <Panels only={['orders']} lines={6}>
      {({ orders }) => <Flex direction="column">{orders ? <Orders panel={orders} /> : null}</Flex>}
    </Panels>
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <CompanyOrders />);
