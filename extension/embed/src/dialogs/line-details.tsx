import { type LineView, lineDetails, type TableView, useSurface } from '@backroom/panels';
import { Facts } from '../parts/facts.tsx';
import { DataTable } from '../parts/table.tsx';
import { Dialog } from './dialog.tsx';

const Part = ({ label, table }: { label: string; table: TableView }) =>
  table.rows.length > 0 ? <DataTable label={label} table={table} /> : null;

export default function LineDetails({ line, close }: { line: LineView; close: () => void }) {
  const surface = useSurface();
  const { t } = surface;
  const { title, price, breaks, warehouses, incoming, nothingIncoming } = lineDetails(surface, line);
  return (
    <Dialog title={title} close={close}>
      <Part label={t('warehouse')} table={warehouses} />
      <Part label={t('incoming')} table={incoming} />
      {nothingIncoming ? <p>{nothingIncoming}</p> : null}
      {price.length > 0 ? <Facts facts={price} /> : null}
      <Part label={t('price_breaks')} table={breaks} />
    </Dialog>
  );
}
