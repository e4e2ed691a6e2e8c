import type { ErpOrder, ErpReturn, Invoice, PricingPanel, StockPanel } from '@backroom/shared';
import {
  invoiceAmount,
  invoiceTag,
  type LineView,
  lineViews,
  orderTag,
  priceSource,
  returnTag,
  type Tone,
} from './views.ts';
import type { Words } from './words.ts';

/** What stands in one place of a table. `sort`: what to sort by where the words do not; `action`: the id that pressing it names. */
export type Cell = { text: string; tone?: Tone; sort?: string; action?: string };
/** `whole`: short values that must not break over two lines, such as days; what is `right` never does. */
export type Column = { key: string; label: string; sorts?: boolean; right?: boolean; whole?: boolean };
/** A table as data: every surface draws the same columns and the same words with its own means. */
export type TableView = { columns: Column[]; rows: { id: string; cells: Record<string, Cell> }[] };

const none = '–';
/** A line without a product code is shown by its name alone. */
const product = (code: string | null, name: string): string => `${code ?? ''} ${name}`.trim();
type Draft<Row> = Column & { cell: (row: Row) => Cell | string };
const table = <Row>(
  rows: readonly Row[],
  id: (row: Row, index: number) => string,
  drafts: readonly Draft<Row>[],
): TableView => ({
  columns: drafts.map(({ cell: _, ...column }) => column),
  rows: rows.map((row, index) => ({
    id: id(row, index),
    cells: Object.fromEntries(
      drafts.map(({ key, cell }) => {
        const value = cell(row);
        return [key, typeof value === 'string' ? { text: value } : value];
      }),
    ),
  })),
});

export function stockAndPriceTable(
  words: Words,
  { stock, pricing }: { stock?: StockPanel | undefined; pricing?: PricingPanel | undefined },
  today: string,
): TableView {
  const { t } = words;
  return table(lineViews(words, stock?.lines ?? null, pricing?.lines ?? null, today), ({ id }) => id, [
    {
      key: 'product',
      label: t('product'),
      sorts: true,
      cell: ({ id, code, name, stockLine, priceLine }) => ({
        text: product(code, name),
        sort: code,
        // Only where there is more to say: warehouses, what is on its way, where the price comes from.
        ...(stockLine || priceLine ? { action: id } : {}),
      }),
    },
    { key: 'quantity', label: t('quantity'), right: true, cell: ({ quantity }) => quantity },
    {
      key: 'stock',
      label: t('stock'),
      sorts: true,
      cell: ({ stock: tag }) => tag,
    },
    {
      key: 'promise',
      label: t('promise_date'),
      sorts: true,
      cell: ({ promise, promiseSort }) => ({ text: promise ?? none, sort: promiseSort }),
    },
    { key: 'quoted', label: t('quoted_price'), right: true, cell: ({ quoted }) => quoted ?? none },
    {
      key: 'erp',
      label: t('erp_price'),
      right: true,
      cell: ({ erp, price, difference }) =>
        erp === null || price === null
          ? (erp ?? none)
          : price.tone === 'success'
            ? erp
            : { tone: price.tone, text: difference === null ? erp : `${erp} · ${difference}` },
    },
  ]);
}

/** What stands behind one line: each warehouse, what is on its way and when, and how the ERP's price came about. */
export function lineDetails(words: Words, { name, code, stockLine, priceLine }: LineView) {
  const { t, format } = words;
  const unit = stockLine?.unit;
  return {
    title: t('stock.details_of', { product: product(code, name) }),
    price: [
      ...(priceLine ? [{ label: t('price_source'), value: priceSource(words, priceLine.priceSource) }] : []),
      ...(priceLine?.listPrice ? [{ label: t('list_price'), value: format.price(priceLine.listPrice) }] : []),
      ...(priceLine?.discountPercent
        ? [{ label: t('discount'), value: format.percent(priceLine.discountPercent) }]
        : []),
    ],
    breaks: table(priceLine?.breaks ?? [], ({ from }) => from, [
      { key: 'from', label: t('price_breaks'), cell: ({ from }) => format.quantity(from, unit) },
      { key: 'price', label: t('price'), right: true, cell: ({ price }) => format.price(price) },
    ]),
    warehouses: table(stockLine?.verdict === 'not_stocked' ? [] : (stockLine?.warehouses ?? []), (each) => each.code, [
      {
        key: 'warehouse',
        label: t('warehouse'),
        cell: ({ name, serves }) => (serves === false ? t('stock.not_serving', { warehouse: name }) : name),
      },
      { key: 'onHand', label: t('on_hand'), right: true, cell: ({ onHand }) => format.quantity(onHand, unit) },
      { key: 'available', label: t('available'), right: true, cell: (each) => format.quantity(each.available, unit) },
    ]),
    incoming: table(stockLine?.incoming ?? [], (_, index) => String(index), [
      { key: 'date', whole: true, label: t('incoming'), cell: ({ date }) => format.date(date) },
      { key: 'quantity', label: t('quantity'), right: true, cell: ({ quantity }) => format.quantity(quantity, unit) },
      { key: 'warehouse', label: t('warehouse'), cell: ({ warehouse }) => warehouse },
    ]),
    nothingIncoming:
      stockLine && stockLine.verdict !== 'not_stocked' && stockLine.incoming.length === 0
        ? t('stock.incoming_none')
        : null,
  };
}

export function invoiceTable(words: Words, invoices: readonly Invoice[]): TableView {
  const { t, format } = words;
  return table(invoices, ({ id }) => id, [
    {
      key: 'number',
      whole: true,
      label: t('number'),
      sorts: true,
      // The number opens the document: a column for it would be cut off in HubSpot's middle column.
      cell: ({ id, number, hasPdf }) => ({ text: number, ...(hasPdf ? { action: id } : {}) }),
    },
    {
      key: 'issued',
      whole: true,
      label: t('issued'),
      sorts: true,
      cell: ({ issuedOn }) => ({ text: format.date(issuedOn), sort: issuedOn }),
    },
    {
      key: 'due',
      whole: true,
      label: t('due'),
      sorts: true,
      cell: ({ dueOn }) => ({ text: dueOn ? format.date(dueOn) : none, sort: dueOn ?? '' }),
    },
    { key: 'status', whole: true, label: t('status'), cell: (row) => invoiceTag(words, row) },
    { key: 'total', label: t('total'), right: true, cell: (row) => invoiceAmount(words, row, row.total) },
    { key: 'open', label: t('open'), right: true, cell: (row) => invoiceAmount(words, row, row.open) },
  ]);
}

export function orderTable(words: Words, orders: readonly ErpOrder[]): TableView {
  const { t, format } = words;
  return table(orders, ({ id }) => id, [
    { key: 'number', whole: true, label: t('number'), sorts: true, cell: ({ number }) => number },
    {
      key: 'date',
      whole: true,
      label: t('order.ordered'),
      sorts: true,
      cell: ({ orderedOn }) => ({ text: format.date(orderedOn), sort: orderedOn }),
    },
    { key: 'status', whole: true, label: t('status'), cell: ({ status }) => orderTag(words, status) },
    {
      key: 'promised',
      whole: true,
      label: t('order.promised'),
      cell: ({ promisedOn }) => (promisedOn ? format.date(promisedOn) : none),
    },
    { key: 'total', label: t('total'), right: true, cell: ({ total }) => format.money(total) },
  ]);
}

export function orderLineTable({ t, format }: Words, order: ErpOrder): TableView {
  // Two lines may be the same in everything.
  return table(order.lines, (_, index) => String(index), [
    { key: 'product', label: t('product'), cell: ({ code, name }) => product(code, name) },
    { key: 'quantity', label: t('quantity'), right: true, cell: ({ quantity }) => format.quantity(quantity) },
    { key: 'delivered', label: t('delivered'), right: true, cell: ({ delivered }) => format.quantity(delivered) },
    { key: 'price', label: t('price'), right: true, cell: ({ unitPrice }) => format.price(unitPrice) },
  ]);
}

export function returnTable(words: Words, returns: readonly ErpReturn[]): TableView {
  const { t, format } = words;
  const newest = [...returns].sort((left, right) => (right.requestedOn ?? '').localeCompare(left.requestedOn ?? ''));
  return table(newest, ({ id }) => id, [
    { key: 'number', whole: true, label: t('number'), sorts: true, cell: ({ number }) => number },
    {
      key: 'date',
      whole: true,
      label: t('date'),
      sorts: true,
      cell: ({ requestedOn }) => (requestedOn ? { text: format.date(requestedOn), sort: requestedOn } : none),
    },
    { key: 'status', whole: true, label: t('status'), cell: ({ status }) => returnTag(words, status) },
    { key: 'order', whole: true, label: t('order'), cell: ({ orderNumber }) => orderNumber ?? none },
    { key: 'reason', label: t('reason'), cell: ({ reason }) => reason ?? none },
    {
      key: 'credit',
      label: t('credit_note'),
      right: true,
      cell: ({ credit, creditNote }) => (credit ? format.money(credit) : (creditNote ?? none)),
    },
  ]);
}

const compare = new Intl.Collator('en', { numeric: true }).compare;
const PAGE = 10;
export type TableOrder = { key: string; down: boolean } | null;
/** The rows of one page, sorted; `page` counts from 1 and is kept inside what there is. */
export function pageOf({ rows }: TableView, order: TableOrder, page: number) {
  const value = (row: TableView['rows'][number]) => {
    const cell = order ? row.cells[order.key] : undefined;
    return cell?.sort ?? cell?.text ?? '';
  };
  const sorted = order
    ? [...rows].sort((left, right) => compare(value(left), value(right)) * (order.down ? -1 : 1))
    : rows;
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE));
  const current = Math.min(Math.max(1, page), pageCount);
  return { rows: sorted.slice((current - 1) * PAGE, current * PAGE), page: current, pageCount };
}
