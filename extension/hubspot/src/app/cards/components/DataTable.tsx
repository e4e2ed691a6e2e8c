import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Text to sort by; a column without it does not sort. */
  sort?: (row: Row) => string;
  right?: boolean;
};
const PAGE = 10;
const compare = new Intl.Collator('en', { numeric: true }).compare;

/** A table that sorts and pages here: HubSpot's shows just the rows it is given. */
export function DataTable<Row>(props: { rows: readonly Row[]; id: (row: Row) => string; columns: Column<Row>[] }) {
  const { rows, columns } = props;
  const [page, setPage] = useState(1);
  const [order, setOrder] = useState<{ key: string; down: boolean } | null>(null);
  const by = columns.find(({ key }) => key === order?.key)?.sort;
  const sorted = by ? [...rows].sort((left, right) => compare(by(left), by(right)) * (order?.down ? -1 : 1)) : rows;
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE));
  const current = Math.min(page, pageCount);
  return (
    <Table
      bordered
      density="condensed"
      paginated={pageCount > 1}
      pageCount={pageCount}
      page={current}
      onPageChange={setPage}
    >
      <TableHead>
        <TableRow>
          {columns.map(({ key, label, sort, right }) => {
            const align = right ? 'right' : 'left';
            if (!sort)
              return (
                <TableHeader key={key} align={align}>
                  {label}
                </TableHeader>
              );
            const direction = order?.key !== key ? 'none' : order.down ? 'descending' : 'ascending';
            return (
              <TableHeader
                key={key}
                align={align}
                sortDirection={direction}
                onSortChange={(next) => setOrder({ key, down: next === 'descending' })}
              >
                {label}
              </TableHeader>
            );
          })}
        </TableRow>
      </TableHead>
      <TableBody>
        {sorted.slice((current - 1) * PAGE, current * PAGE).map((row) => (
          <TableRow key={props.id(row)}>
            {columns.map(({ key, cell, right }) => (
              <TableCell key={key} align={right ? 'right' : 'left'}>
                {cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
