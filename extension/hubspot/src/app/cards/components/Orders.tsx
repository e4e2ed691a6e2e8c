import { orderFacts, orderLineTable, orderTable, orderTag, useSurface } from '@backroom/panels';
import type { ErpOrder, OrdersPanel } from '@backroom/shared';
import { EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { Facts } from './Facts.tsx';
import { Status } from './States.tsx';

export function Orders({ panel }: { panel: OrdersPanel }) {
  const surface = useSurface();
  const { t } = surface;
  if (panel.orders.length === 0)
    return (
      <EmptyState title={t('order.none_title')} layout="vertical">
        <Text>{t('order.none_text')}</Text>
      </EmptyState>
    );
  return (
    <>
      <DataTable table={orderTable(surface, panel.orders)} />
      {panel.more ? <Text>{t('order.more')}</Text> : null}
    </>
  );
}
/** The order that the verdict names: where it stands, line by line. `promisedOn`: what the deal was promised, where the order names no day. */
export function OrderDetails({ order, promisedOn }: { order: ErpOrder; promisedOn: string | null }) {
  const surface = useSurface();
  return (
    <Flex direction="column" gap="sm">
      <Status {...orderTag(surface, order.status)} />
      <Facts facts={orderFacts(surface, order, promisedOn)} direction="row" />
      <DataTable table={orderLineTable(surface, order)} />
    </Flex>
  );
}
