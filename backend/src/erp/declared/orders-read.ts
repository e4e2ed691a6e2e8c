import { type Decimal, decimal, type ErpOrder, erpOrderSchema } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { FoundOrder, Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced, evaluated, needed } from './coerce.ts';
import { customersById, sureOf } from './customers.ts';
import { partOf } from './document.ts';
import { type Row, rowsForEach, rowsOf } from './rows.ts';

type Line = FoundOrder['lines'][number];
/** An order with the products of its lines, which reconciliation compares. */
type Found = Omit<ErpOrder, 'lines'> & { lines: Line[] };

async function toLine(client: Client, row: Row, currency: string): Promise<unknown> {
  const { fields } = partOf(client.document, 'orders').lines;
  const place = (name: string) => client.place(`orders.lines.fields.${name}`, null);
  const net = await coerced<Decimal>(fields.net, row, 'decimal', place('net'));
  return {
    code: await needed(fields.code, row, 'text', place('code')),
    name: await needed(fields.name, row, 'text', place('name')),
    quantity: await needed(fields.quantity, row, 'decimal', place('quantity')),
    delivered: (await coerced<Decimal>(fields.delivered, row, 'decimal', place('delivered'))) ?? decimal('0'),
    unitPrice: { amount: await needed(fields.unitPrice, row, 'decimal', place('unitPrice')), currency },
    productId: await coerced(fields.productId, row, 'text', place('productId')),
    ...(net === null ? {} : { net: { amount: net, currency } }),
  };
}
async function toOrder(client: Client, row: Row, lines: readonly Row[]): Promise<Found> {
  const { fields } = partOf(client.document, 'orders');
  const place = (name: string) => client.place(`orders.fields.${name}`, null);
  const text = async (name: 'reference' | 'poNumber' | 'note' | 'customerId') =>
    (await coerced<string>(fields[name], row, 'text', place(name))) || null;
  const day = (name: 'promisedOn' | 'requestedDate') => coerced<string>(fields[name], row, 'date', place(name));
  const currency = await needed<string>(fields.currency, row, 'text', place('currency'));
  const net = await coerced<Decimal>(fields.net, row, 'decimal', place('net'));
  const customerId = await text('customerId');
  const order = {
    id: await needed(fields.id, row, 'text', place('id')),
    number: await needed(fields.number, row, 'text', place('number')),
    reference: await text('reference'),
    ...(customerId === null ? {} : { customerId }),
    status: await needed(fields.status, row, 'text', place('status')),
    orderedOn: await needed(fields.orderedOn, row, 'date', place('orderedOn')),
    promisedOn: await day('promisedOn'),
    total: { amount: await needed(fields.total, row, 'decimal', place('total')), currency },
    ...(net === null ? {} : { net: { amount: net, currency } }),
    ...(fields.poNumber ? { poNumber: await text('poNumber') } : {}),
    ...(fields.note ? { note: await text('note') } : {}),
    ...(fields.requestedDate ? { requestedDate: await day('requestedDate') } : {}),
    lines: await Promise.all(lines.map((line) => toLine(client, line, currency))),
    deliveries: [],
  };
  const read = fit(erpOrderSchema, order, 'orders.fields');
  // The schema of an order keeps no products: they are put beside what it checked.
  return {
    ...read,
    lines: read.lines.map((line, index) => ({ ...line, productId: (order.lines[index] as Line).productId })),
  };
}
/** Orders with their lines: from their own rows, or by one more question for all of them. */
async function whole(client: Client, rows: readonly Row[], signal: AbortSignal): Promise<Found[]> {
  const { fields, lines } = partOf(client.document, 'orders');
  const unique = new Map<string, Row>();
  for (const row of rows) unique.set(await needed(fields.id, row, 'text', client.place('orders.fields.id', null)), row);
  const place = client.place('orders.lines.rows', null);
  const listOf = async (row: Row, text: string): Promise<Row[]> => {
    const found = await evaluated(text, row, place);
    if (found === undefined)
      throw new ErpError('drift', `orders.lines.rows: "${text}" gives nothing`, { field: 'orders.lines.rows' });
    return [found].flat() as Row[];
  };
  if (!lines.of)
    return Promise.all([...unique.values()].map(async (row) => toOrder(client, row, await listOf(row, lines.rows))));
  const own = await rowsForEach(client, { ...lines.of, rows: lines.rows }, [...unique.keys()], {
    at: 'orders.lines.of',
    signal,
  });
  const owners = await Promise.all(
    own.map((row) => needed<string>(lines.order ?? 'order', row, 'text', client.place('orders.lines.order', null))),
  );
  return Promise.all(
    [...unique].map(([id, row]) =>
      toOrder(
        client,
        row,
        own.filter((_, index) => owners[index] === id),
      ),
    ),
  );
}
const oldestFirst = (left: Found, right: Found): number =>
  left.orderedOn.localeCompare(right.orderedOn) || left.number.localeCompare(right.number, 'en', { numeric: true });
const plain = ({ lines, ...order }: Found): ErpOrder => ({
  ...order,
  lines: lines.map(({ productId: _, ...line }) => line),
});

type By = 'byReference' | 'byNumber' | 'byId';
async function ordersBy(client: Client, by: By, values: readonly string[], signal: AbortSignal): Promise<Found[]> {
  const rows = await rowsForEach(client, partOf(client.document, 'orders')[by], values, { at: `orders.${by}`, signal });
  return (await whole(client, rows, signal)).sort(oldestFirst);
}
/** The orders that were sent under each reference. One of another reference, which a careless filter brings, is none of them. */
export async function ordersByReference(
  client: Client,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const found = await ordersBy(client, 'byReference', references, signal);
  return references.map((reference) => found.filter((order) => order.reference === reference).map(plain));
}
export async function ordersByNumber(
  client: Client,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const byNumber = new Map(
    (await ordersBy(client, 'byNumber', numbers, signal)).map((order) => [order.number, plain(order)]),
  );
  return numbers.map((number) => byNumber.get(number) ?? null);
}
export async function ordersById(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const byId = new Map(
    (await ordersBy(client, 'byId', ids, signal)).map((order) => [order.id as string, plain(order)]),
  );
  return ids.map((id) => byId.get(id) ?? null);
}
/** The newest first. */
export async function ordersOf(client: Client, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const { ofCustomer } = partOf(client.document, 'orders');
  const { rows, more } = await rowsOf(
    client,
    ofCustomer,
    { at: 'orders.ofCustomer', input: { customerId }, signal },
    ofCustomer.most,
  );
  if (rows.length === 0) await sureOf(client, customerId, signal);
  return { results: (await whole(client, rows, signal)).sort(oldestFirst).reverse().map(plain), more };
}
export async function findOrders(
  client: Client,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const [first, second] = await Promise.all([
    ordersBy(client, 'byReference', references, signal),
    ordersBy(client, 'byNumber', numbers, signal),
  ]);
  const asked = [
    ...first.filter(({ reference }) => reference !== null && references.includes(reference)),
    ...second.filter(({ number }) => numbers.includes(number)),
  ];
  const all = [...new Map(asked.map((order) => [order.id, order])).values()];
  const ids = all.map(({ customerId }) => customerId ?? '');
  const customers = await customersById(client, ids, signal);
  return {
    orders: all.map(({ deliveries: _, ...order }, index) => {
      const customer = customers[index];
      if (!customer)
        throw new ErpError('drift', 'orders.fields.customerId: leads to no customer', {
          field: 'orders.fields.customerId',
        });
      return { ...order, customer: { id: customer.id, number: customer.number, name: customer.name } };
    }),
  };
}
