import type { TableView } from '@backroom/panels';
import { DataTable } from './table.tsx';

/** Where the quote now differs from the order. */
export default function ChangeTable({ title, table }: { title: string; table: TableView }) {
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <DataTable label={title} table={table} />
    </section>
  );
}
