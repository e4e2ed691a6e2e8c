import { lineViews, todayIn, useSurface } from '@backroom/panels';
import {
  EmptyState,
  Flex,
  hubspot,
  Statistics,
  StatisticsItem,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { DataTable } from './components/DataTable.tsx';
import { Panels, Status } from './components/States.tsx';

function StockAndPrices() {
  const surface = useSurface();
  const { t, format } = surface;
  const { portal } = useExtensionContext<'crm.record.tab'>();
  return (
    <Panels only={['stock', 'pricing']}>
      {({ stock, pricing }, { record }) => {
        const today = todayIn(portal.timezone, Date.now());
        const rows = lineViews(surface, stock?.lines ?? null, pricing?.lines ?? null, today);
        if (rows.length === 0)
          return (
            <EmptyState title={t('stock.no_lines_title')} layout="vertical">
              <Text>{t('stock.no_lines_text')}</Text>
            </EmptyState>
          );
        return (
          <Flex direction="column" gap="sm">
            {record.linesFrom === 'deal' ? <Text>{t('stock.lines_from_deal')}</Text> : null}
            <Statistics>
              <StatisticsItem
                label={t('overview.complete_by')}
                number={stock ? (stock.completeBy ? format.date(stock.completeBy) : t('stock.never')) : t('unknown')}
              />
              <StatisticsItem
                label={t('price.quoted_total')}
                number={pricing?.quotedTotal ? format.money(pricing.quotedTotal) : t('unknown')}
              />
              <StatisticsItem
                label={t('price.erp_total')}
                number={pricing?.erpTotal ? format.money(pricing.erpTotal) : t('unknown')}
              />
            </Statistics>
            <DataTable
              rows={rows}
              id={({ id }) => id}
              columns={[
                {
                  key: 'product',
                  label: t('product'),
                  cell: ({ code, name }) => `${code} ${name}`,
                  sort: ({ code }) => code,
                },
                { key: 'quantity', label: t('quantity'), cell: ({ quantity }) => quantity, right: true },
                {
                  key: 'stock',
                  label: t('stock'),
                  cell: (row) => <Status {...row.stock} />,
                  sort: (row) => row.stock.text,
                },
                { key: 'available', label: t('available'), cell: ({ available }) => available ?? '–', right: true },
                {
                  key: 'promise',
                  label: t('promise_date'),
                  cell: ({ promise }) => promise ?? '–',
                  sort: (row) => row.promiseSort,
                },
                { key: 'quoted', label: t('quoted_price'), cell: ({ quoted }) => quoted ?? '–', right: true },
                { key: 'erp', label: t('erp_price'), cell: ({ erp }) => erp ?? t('unknown'), right: true },
                {
                  key: 'difference',
                  label: t('difference'),
                  cell: ({ price }) => (price ? <Status {...price} /> : '–'),
                },
              ]}
            />
          </Flex>
        );
      }}
    </Panels>
  );
}
export const DealStockAndPrices = () => (
  <Card type="deal">
    <StockAndPrices />
  </Card>
);
hubspot.extend<'crm.record.tab'>(() => <DealStockAndPrices />);
