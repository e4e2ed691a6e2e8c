import { decimal, type ErpOrder, money } from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import { expect, test } from 'vitest';
import { orderLineTable, pageOf, type TableView } from './tables.ts';

const table: TableView = {
  columns: [{ key: 'due', label: 'Due', sorts: true }],
  rows: Array.from({ length: 23 }, (_, index) => ({
    id: String(index),
    // Words that would sort wrongly: the days carry their own order.
    cells: { due: { text: `${index + 1} Nov`, sort: `2026-11-${String(index + 1).padStart(2, '0')}` } },
  })),
};
const first = (page: ReturnType<typeof pageOf>) => page.rows.map(({ cells }) => cells.due?.text)[0];

test('ten rows a page; a page beyond the last is the last', () => {
  expect(pageOf(table, null, 1)).toMatchObject({ page: 1, pageCount: 3 });
  const last = pageOf(table, null, 9);
  expect(last.page).toBe(3);
  expect(last.rows).toHaveLength(3);
});
test('sorting goes by the day, not by its words, over all pages', () => {
  expect(first(pageOf(table, { key: 'due', down: false }, 2))).toBe('11 Nov');
  expect(first(pageOf(table, { key: 'due', down: true }, 1))).toBe('23 Nov');
});
test('without rows there is one page', () => expect(pageOf({ columns: [], rows: [] }, null, 1).pageCount).toBe(1));
test('two lines of an order that are the same in everything are two rows', () => {
  const line = {
    code: 'PMP-003',
    name: 'Pump',
    quantity: decimal('2'),
    delivered: decimal('0'),
    unitPrice: money('9', 'EUR'),
  };
  const words = wordsFor({ locale: 'en-gb', timeZone: 'UTC' });
  const { rows } = orderLineTable(words, { lines: [line, line] } as unknown as ErpOrder);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
});
