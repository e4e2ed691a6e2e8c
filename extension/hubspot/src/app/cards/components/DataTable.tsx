import { pageOf, type TableOrder, type TableView } from '@backroom/panels';
import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Status } from './States.tsx';

/** A table that sorts and pages here: HubSpot's shows just the rows it is given. `onAction` gets the id of a cell that acts. */
export function DataTable({ table, onAction }: { table: TableView; onAction?: (id: string) => void }) {
  const [page, setPage] = useState(1);
  const [order, setOrder] = useState<TableOrder>(null);
  const shown = pageOf(table, order, page);
  return (
    <Table
      bordered
      density="condensed"
      paginated={shown.pageCount > 1}
      pageCount={shown.pageCount}
      page={shown.page}
      onPageChange={setPage}
    >
      <TableHead>
        <TableRow>
          {table.columns.map(({ key, label, sorts, right, whole }) => {
            const align = right ? 'right' : 'left';
            const width = right || whole ? 'min' : 'auto';
            if (!sorts)
              return (
                <TableHeader key={key} align={align} width={width}>
                  {label}
                </TableHeader>
              );
            const direction = order?.key !== key ? 'none' : order.down ? 'descending' : 'ascending';
            return (
              <TableHeader
                key={key}
                align={align}
                width={width}
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
        {shown.rows.map(({ id, cells }) => (
          <TableRow key={id}>
            {table.columns.map(({ key, right, whole }) => {
              const { text = '', tone, action } = cells[key] ?? {};
              return (
                <TableCell key={key} align={right ? 'right' : 'left'} width={right || whole ? 'min' : 'auto'}>
                  {action === undefined ? (
                    tone ? (
                      <Status text={text} tone={tone} />
                    ) : (
                      text
                    )
                  ) : (
                    <Button size="xs" variant="transparent" onClick={() => onAction?.(action)}>
                      {text}
                    </Button>
                  )}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
