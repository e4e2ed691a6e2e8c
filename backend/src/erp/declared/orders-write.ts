import { compare, decimal, type ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import type { Client, Said } from './client.ts';
import { customersById } from './customers.ts';
import { partOf } from './document.ts';
import { ordersById, ordersByReference } from './orders-read.ts';
import { productsById } from './products.ts';
import { refused, written } from './results.ts';

/** What no ERP is asked, because some would take it. */
function check(client: Client, { lines, reference, currency }: OrderInput): void {
  const { limits, name, company, currencies } = client.document;
  if (currencies === 'company' && currency !== company.currency)
    throw refused('currency', `${name} takes orders in ${company.currency} only.`);
  for (const [index, { quantity }] of lines.entries())
    if (compare(quantity, decimal('0')) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
  if (limits.reference !== undefined && reference.length > limits.reference)
    throw refused('reference', `${name} keeps ${limits.reference} characters of a reference.`);
}
/** Customer and products of an order that are not there: some ERPs say so of the wrong record, and some not at all. */
async function missing(
  client: Client,
  { customerId, lines }: OrderInput,
  signal: AbortSignal,
): Promise<ErpError | null> {
  const { name } = client.document;
  const ids = lines.map(({ productId }) => productId);
  const [[customer], products] = await Promise.all([
    customersById(client, [customerId], signal),
    productsById(client, ids, signal),
  ]);
  if (!customer) return refused('customerId', `${name} has no customer ${customerId}.`);
  if (customer.blocked) return refused('customerId', `${customer.name} is blocked in ${name}.`);
  const index = products?.indexOf(null) ?? -1;
  return index < 0 ? null : refused(`lines.${index}.productId`, `${name} has no product ${ids[index]}.`);
}
const mayBeMissing = (error: unknown): error is ErpError =>
  error instanceof ErpError && (error.kind === 'not_found' || (error.kind === 'refused' && error.field === null));

/** Looks the reference up, sends the order, and reads what became of it. */
export async function createOrder(client: Client, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const { idempotency } = client.document;
  const { create } = partOf(client.document, 'orders');
  if (!create) throw new ErpError('unsupported', 'orders.create', { words: 'orders.create' });
  check(client, input);
  const lookUp = async () => (await ordersByReference(client, [input.reference], signal))[0]?.[0] ?? null;
  const before = await lookUp();
  if (before) return before;
  if (create.checkFirst) {
    const problem = await missing(client, input, signal);
    if (problem) throw problem;
  }
  let said: Said;
  try {
    said = await client.send(create, { at: 'orders.create', input, signal, write: true });
  } catch (error) {
    // Another request with this reference was faster: its order is the one.
    if (idempotency.kind === 'native' && error instanceof ErpError && error.kind === 'conflict') {
      const other = await afterWrite(lookUp);
      if (other) return other;
    }
    if (!mayBeMissing(error)) throw error;
    throw (await missing(client, input, signal).catch(() => null)) ?? error;
  }
  return afterWrite(async () => {
    const id = await written(client, 'orders.create.id', create.id, said.body);
    return theOrder(client, id, signal);
  });
}
async function theOrder(client: Client, id: string, signal: AbortSignal): Promise<ErpOrder> {
  const [order] = await ordersById(client, [id], signal);
  if (!order) throw new ErpError('uncertain', `order ${id} is not there after it was written`);
  return order;
}
/** Takes a draft on; an order that is past it stays as it is. */
export async function confirmOrder(client: Client, { id }: { id: string }, signal: AbortSignal): Promise<ErpOrder> {
  const { confirm } = partOf(client.document, 'orders');
  const [before] = await ordersById(client, [id], signal);
  if (!before)
    throw new ErpError('not_found', `no order ${id}`, { words: `${client.document.name} has no order ${id}.` });
  if (!confirm || before.status !== 'draft') return before;
  const asking = { at: 'orders.confirm', input: { id, number: before.number }, signal, write: true };
  const said = await client.send(confirm, asking);
  return afterWrite(async () => {
    const order = await theOrder(client, id, signal);
    // An empty answer may come from a gateway: the request then never reached the ERP.
    if (order.status === 'draft' && said.bytes.length === 0)
      throw new ErpError('uncertain', 'orders.confirm: an empty answer, and still a draft');
    return order;
  });
}
