import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Invoices } from './components/Invoices.tsx';
import { Panels } from './components/Panels.tsx';

export const CompanyInvoices = () => (
  <Card type="company">
    <Panels only={['invoices']} lines={5}>
      {({ invoices }) => (
        <Flex direction="column" gap="md">
          {invoices ? <Invoices panel={invoices} /> : null}
        </Flex>
      )}
    </Panels>
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <CompanyInvoices />);
