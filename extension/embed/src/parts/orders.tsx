import { orderTable, useSurface } from '@backroom/panels';
import type { OrdersPanel } from '@backroom/shared';
import { Empty } from './states.tsx';
import { DataTable } from './table.tsx';

export function Orders({ panel }: { panel: OrdersPanel }) {
  const surface = useSurface();
  const { t } = surface;
  if (panel.orders.length === 0) return <Empty title={t('order.none_title')} text={t('order.none_text')} />;
  return (
    <>
      <DataTable label={t('orders')} table={orderTable(surface, panel.orders)} />
      {panel.more ? <p>{t('order.more')}</p> : null}
    </>
  );
}
