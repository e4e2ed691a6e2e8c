import { type Cell, type Column, pageOf, type TableOrder, type TableView, useSurface } from '@backroom/panels';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Status } from './states.tsx';

function Content({ cell, onAction }: { cell: Cell | undefined; onAction?: ((id: string) => void) | undefined }) {
  const { text = '', tone, action } = cell ?? {};
  if (action !== undefined && onAction)
    return (
      <button type="button" className="link" onClick={() => onAction(action)}>
        {text}
      </button>
    );
  return tone ? <Status text={text} tone={tone} /> : text;
}
const classOf = ({ right, whole }: Column) => (right ? 'right' : whole ? 'whole' : '');

/**
 * A table that sorts and pages. In a narrow frame each row stands as a block of its own with the names of its columns: the roles say to assistive technology
 * that it is a table all the same. `onAction` gets the id of a cell that acts.
 */
export function DataTable(props: { label: string; table: TableView; onAction?: (id: string) => void }) {
  const { label, table, onAction } = props;
  const { t } = useSurface();
  const [page, setPage] = useState(1);
  const [order, setOrder] = useState<TableOrder>(null);
  const shown = pageOf(table, order, page);
  const [head] = table.columns;
  return (
    <div className="table">
      <table role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {table.columns.map((column) => {
              const { key, label: name, sorts } = column;
              const direction = order?.key !== key ? 'none' : order.down ? 'descending' : 'ascending';
              return (
                <th key={key} role="columnheader" className={classOf(column)} aria-sort={sorts ? direction : undefined}>
                  {sorts ? (
                    <button
                      type="button"
                      className="sort"
                      onClick={() => setOrder({ key, down: direction === 'ascending' })}
                    >
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.rows.map(({ id, cells }) => (
            <tr key={id} role="row">
              {table.columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  className={`${classOf(column)} ${column === head ? 'head' : ''}`}
                  data-label={column.label}
                >
                  <Content cell={cells[column.key]} onAction={onAction} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.pageCount > 1 ? (
        <nav className="pages" aria-label={label}>
          <Button disabled={shown.page === 1} onClick={() => setPage(shown.page - 1)}>
            {t('pages.previous')}
          </Button>
          <span className="small">{`${shown.page} / ${shown.pageCount}`}</span>
          <Button disabled={shown.page === shown.pageCount} onClick={() => setPage(shown.page + 1)}>
            {t('pages.next')}
          </Button>
        </nav>
      ) : null}
    </div>
  );
}
