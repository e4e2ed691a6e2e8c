import type { ReactNode } from 'react';

type Children = { children?: ReactNode };
type TableProps = Children & {
  paginated?: boolean;
  pageCount?: number;
  page?: number;
  onPageChange?: (page: number) => void;
};
const next = { none: 'ascending', ascending: 'descending', descending: 'ascending' } as const;

/** HubSpot's table never slices its rows; it shows the pages and tells which one is wanted. */
export function Table({ children, paginated, pageCount = 1, page = 1, onPageChange }: TableProps) {
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs */}
      <div className="scroll" role="group" tabIndex={0} aria-label="Table">
        <table>{children}</table>
      </div>
      {paginated ? (
        <div className="pages">
          <button type="button" className="button sm" disabled={page <= 1} onClick={() => onPageChange?.(page - 1)}>
            Previous
          </button>
          <span>
            {page} / {pageCount}
          </span>
          <button
            type="button"
            className="button sm"
            disabled={page >= pageCount}
            onClick={() => onPageChange?.(page + 1)}
          >
            Next
          </button>
        </div>
      ) : null}
    </div>
  );
}
export const TableHead = ({ children }: Children) => <thead>{children}</thead>;
export const TableBody = ({ children }: Children) => <tbody>{children}</tbody>;
export const TableRow = ({ children }: Children) => <tr>{children}</tr>;
type Direction = keyof typeof next | 'never';
export function TableHeader(
  props: Children & {
    align?: 'left' | 'right' | 'center';
    width?: string;
    sortDirection?: Direction;
    onSortChange?: (direction: string) => void;
  },
) {
  const { children, align, width, sortDirection, onSortChange } = props;
  const style = { textAlign: align ?? 'left' } as const;
  if (!sortDirection || sortDirection === 'never')
    return (
      <th scope="col" className={width} style={style}>
        {children}
      </th>
    );
  return (
    <th scope="col" className={width} style={style} aria-sort={sortDirection}>
      <button type="button" className="sort" onClick={() => onSortChange?.(next[sortDirection])}>
        {children}
        <span aria-hidden="true">{{ none: ' ↕', ascending: ' ↑', descending: ' ↓' }[sortDirection]}</span>
      </button>
    </th>
  );
}
export const TableCell = ({
  children,
  align,
  width,
}: Children & { align?: 'left' | 'right' | 'center'; width?: string }) => (
  <td className={width} style={{ textAlign: align ?? 'left' }}>
    {children}
  </td>
);
