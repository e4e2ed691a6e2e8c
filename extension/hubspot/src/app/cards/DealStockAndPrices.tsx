import { lineViews, stockAndPriceTable, stockFigures, useSurface } from '@backroom/panels';
import { EmptyState, Flex, hubspot, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Card } from './components/Card.tsx';
import { DataTable } from './components/DataTable.tsx';
import { Figures } from './components/Facts.tsx';
import { LineDetails } from './components/LineDetails.tsx';
import { Panels } from './components/Panels.tsx';

function StockAndPrices() {
  const surface = useSurface();
  const { t } = surface;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Panels only={['stock', 'pricing']} lines={8}>
      {(ready, { record }) => {
        const today = surface.format.today(Date.now());
        const table = stockAndPriceTable(surface, ready, today);
        if (table.rows.length === 0)
          return (
            <EmptyState title={t('stock.no_lines_title')} layout="vertical">
              <Text>{t('stock.no_lines_text')}</Text>
            </EmptyState>
          );
        const line = lineViews(surface, ready.stock?.lines ?? null, ready.pricing?.lines ?? null, today).find(
          ({ id }) => id === open,
        );
        return (
          <Flex direction="column" gap="md">
            {record.linesFrom === 'deal' ? <Text>{t('stock.lines_from_deal')}</Text> : null}
            <Figures figures={stockFigures(surface, ready)} />
            <DataTable table={table} onAction={setOpen} />
            {line ? <LineDetails line={line} close={() => setOpen(null)} /> : null}
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
