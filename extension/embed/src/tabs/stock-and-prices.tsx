import { lineViews, stockAndPriceTable, stockFigures, useSurface } from '@backroom/panels';
import { lazy, Suspense, useState } from 'react';
import { Figures } from '../parts/facts.tsx';
import { Panels } from '../parts/panels.tsx';
import { Empty } from '../parts/states.tsx';
import { DataTable } from '../parts/table.tsx';

const LineDetails = lazy(() => import('../dialogs/line-details.tsx'));

export default function StockAndPrices() {
  const surface = useSurface();
  const { t } = surface;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Panels only={['stock', 'pricing']} lines={10}>
      {(ready, { record }) => {
        const today = surface.format.today(Date.now());
        const table = stockAndPriceTable(surface, ready, today);
        if (table.rows.length === 0) return <Empty title={t('stock.no_lines_title')} text={t('stock.no_lines_text')} />;
        const lines = lineViews(surface, ready.stock?.lines ?? null, ready.pricing?.lines ?? null, today);
        const line = lines.find(({ id }) => id === open);
        return (
          <>
            {record.linesFrom === 'deal' ? <p>{t('stock.lines_from_deal')}</p> : null}
            <Figures figures={stockFigures(surface, ready)} />
            <DataTable label={t('stock.title')} table={table} onAction={setOpen} />
            {line ? (
              <Suspense>
                <LineDetails line={line} close={() => setOpen(null)} />
              </Suspense>
            ) : null}
          </>
        );
      }}
    </Panels>
  );
}
