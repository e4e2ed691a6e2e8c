import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { Credit } from './components/Credit.tsx';
import { CustomerChoice } from './components/CustomerChoice.tsx';
import { Panels } from './components/Panels.tsx';

export const CompanyCredit = () => (
  <Card type="company">
    <Panels only={['customer', 'credit']} lines={3}>
      {({ customer, credit }) => (
        <Flex direction="column" gap="md">
          {customer ? <CustomerChoice customer={customer} change /> : null}
          {credit ? <Credit credit={credit} /> : null}
        </Flex>
      )}
    </Panels>
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <CompanyCredit />);
