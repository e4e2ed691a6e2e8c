import { hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Decision } from './components/Decision.tsx';

export const DealOrder = () => (
  <Card type="deal">
    <Decision />
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealOrder />);
