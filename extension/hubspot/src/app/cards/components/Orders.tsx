import { orderTag, useSurface } from '@backroom/panels';
import type { ErpOrder } from '@backroom/shared';
import { DescriptionList, DescriptionListItem, EmptyState, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { Status } from './States.tsx';

export function Orders({ orders }: { orders: readonly ErpOrder[] }) {
  const surface = useSurface();
  const { t, format } = surface;
  if (orders.length === 0)
    return (
      <EmptyState title={t('order.none_title')} layout="vertical">
        <Text>{t('order.none_text')}</Text>
      </EmptyState>
    );
  return (
    <DataTable
      rows={orders}
      id={({ id }) => id}
      columns={[
        { key: 'number', label: t('number'), cell: ({ number }) => number, sort: ({ number }) => number },
        {
          key: 'date',
          label: t('order.ordered'),
          cell: (row) => format.date(row.orderedOn),
          sort: (row) => row.orderedOn,
        },
        { key: 'status', label: t('status'), cell: ({ status }) => <Status {...orderTag(surface, status)} /> },
        {
          key: 'promised',
          label: t('order.promised'),
          cell: ({ promisedOn }) => (promisedOn ? format.date(promisedOn) : '–'),
        },
        { key: 'total', label: t('total'), cell: ({ total }) => format.money(total), right: true },
      ]}
    />
  );
}
/** The order that the quote became: where it stands, line by line. */
export function OrderDetails({ order }: { order: ErpOrder }) {
  const surface = useSurface();
  const { t, format } = surface;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{t('order.converted_title', { number: order.number })}</Heading>
      <Status {...orderTag(surface, order.status)} />
      <DescriptionList direction="row">
        <DescriptionListItem label={t('order.ordered')}>
          <Text>{format.date(order.orderedOn)}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={t('order.promised')}>
          <Text>{order.promisedOn ? format.date(order.promisedOn) : t('unknown')}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={t('total')}>
          <Text>{format.money(order.total)}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={t('deliveries')}>
          <Text>
            {order.deliveries.length === 0
              ? t('order.no_deliveries')
              : format.list(order.deliveries.map((each) => `${each.number} (${t(`delivery.${each.status}`)})`))}
          </Text>
        </DescriptionListItem>
      </DescriptionList>
      <DataTable
        rows={order.lines}
        id={({ code, quantity }) => `${code}|${quantity}`}
        columns={[
          { key: 'product', label: t('product'), cell: ({ code, name }) => `${code} ${name}` },
          { key: 'quantity', label: t('quantity'), cell: ({ quantity }) => format.quantity(quantity), right: true },
          { key: 'delivered', label: t('delivered'), cell: ({ delivered }) => format.quantity(delivered), right: true },
          { key: 'price', label: t('price'), cell: ({ unitPrice }) => format.money(unitPrice), right: true },
        ]}
      />
    </Flex>
  );
}
