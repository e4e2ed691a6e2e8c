import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Credit } from './components/Credit.tsx';
import { Invoices } from './components/Invoices.tsx';
import { Panels } from './components/Panels.tsx';

export const DealInvoicesAndCredit = () => (
  <Card type="deal">
    <Panels only={['credit', 'invoices']} lines={9}>
      {({ credit, invoices }) => (
        <Flex direction="column" gap="md">
          {credit ? <Credit credit={credit} /> : null}
          {invoices ? <Invoices panel={invoices} /> : null}
        </Flex>
      )}
    </Panels>
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealInvoicesAndCredit />);
