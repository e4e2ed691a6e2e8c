import { useSurface } from '@backroom/panels';
import { Credit } from '../parts/credit.tsx';
import CustomerChoice from '../parts/customer-choice.tsx';
import { Invoices } from '../parts/invoices.tsx';
import { Orders } from '../parts/orders.tsx';
import { Panels } from '../parts/panels.tsx';
import { Tabs } from '../parts/tabs.tsx';

export default function CompanyPage() {
  const { t } = useSurface();
  return (
    <Tabs
      label={t('overview.title')}
      tabs={[
        {
          id: 'credit',
          label: t('credit'),
          content: () => (
            <Panels only={['customer', 'credit']} lines={6}>
              {({ customer, credit }) => (
                <>
                  {customer ? <CustomerChoice customer={customer} change /> : null}
                  {credit ? <Credit credit={credit} /> : null}
                </>
              )}
            </Panels>
          ),
        },
        {
          id: 'invoices',
          label: t('invoices'),
          content: () => (
            <Panels only={['invoices']} lines={8}>
              {({ invoices }) => (invoices ? <Invoices panel={invoices} /> : null)}
            </Panels>
          ),
        },
        {
          id: 'orders',
          label: t('orders'),
          content: () => (
            <Panels only={['orders']} lines={8}>
              {({ orders }) => (orders ? <Orders panel={orders} /> : null)}
            </Panels>
          ),
        },
      ]}
    />
  );
}
