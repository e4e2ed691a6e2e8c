import { useSurface } from '@backroom/panels';
import { lazy } from 'react';
import { Tabs } from '../parts/tabs.tsx';
import { Order } from '../tabs/order.tsx';

const StockAndPrices = lazy(() => import('../tabs/stock-and-prices.tsx'));
const InvoicesAndCredit = lazy(() => import('../tabs/invoices-and-credit.tsx'));
const Returns = lazy(() => import('../tabs/returns.tsx'));

/** One frame has all flows of a deal: a CRM may give an app no second one. */
export function DealPage() {
  const { t } = useSurface();
  return (
    <Tabs
      label={t('overview.title')}
      tabs={[
        { id: 'order', label: t('order'), content: () => <Order /> },
        { id: 'stock', label: t('stock'), content: () => <StockAndPrices /> },
        { id: 'invoices', label: t('invoices'), content: () => <InvoicesAndCredit /> },
        { id: 'returns', label: t('returns'), content: () => <Returns /> },
      ]}
    />
  );
}
