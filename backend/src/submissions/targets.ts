import type { ErpCustomer, ErpOrder, Money } from '@backroom/shared';
import { erpCustomerSchema, erpOrderIdSchema, erpOrderSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpErrorKind } from '../erp/contract/errors.ts';
import type { ErpAdapter, ErpCall } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { orderInputSchema } from '../erp/contract/schemas.ts';
import { holdsOf } from '../store/holds.ts';
import type { Payload } from './payload.ts';

/** What the ERP has. `status`, `total`, `promised`, `holds` and `order` are an order's, `customer` is the card of a created customer. */
export type Written = {
  id: string;
  number: string;
  status: ErpOrder['status'] | null;
  total: Money | null;
  /** The day that the ERP's order names. */
  promised: string | null;
  /** What holds the order, as it is kept. */
  holds: string | null;
  order: ErpOrder | null;
  customer: ErpCustomer | null;
};

const lacking = (what: string) =>
  new ErpError('unsupported', `the ERP has no ${what}`, { words: `This ERP offers no ${what}.` });
/** An answer is read before any of it is kept: an adapter that breaks its contract must not put into a row what no page can show. */
function read<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = [what, ...(parsed.error.issues[0]?.path ?? [])].join('.');
  throw new ErpError('drift', `${what}: ${z.prettifyError(parsed.error)}`, { field });
}
const named = z.object({ id: z.string().min(1), number: z.string() });
const ofOthers = (value: unknown, what: string): Written => ({
  ...read(named, value, what),
  status: null,
  total: null,
  promised: null,
  holds: null,
  order: null,
  customer: null,
});
export function ofOrder(value: unknown): Written {
  const order = read(erpOrderSchema, value, 'order');
  const { id, number, status, total, promisedOn: promised } = order;
  return { id, number, status, total, promised, holds: holdsOf(order), order, customer: null };
}
const ofCustomer = (value: unknown): Written => ({
  ...ofOthers(value, 'customer'),
  customer: read(erpCustomerSchema, value, 'customer'),
});
const listed = z.object({ results: z.array(erpOrderSchema) });
const listless = new Set<ErpErrorKind>(['unsupported', 'not_found', 'refused', 'drift']);
/** `BR-` and the part that names the deal: less could be another deal's. */
const RECOGNISABLE = 13;
const firstOf = <Value extends z.ZodType>(value: Value, answer: unknown, what: string): z.infer<Value> | null =>
  read(z.object({ results: z.array(value.nullable()) }), answer, what).results[0] ?? null;

/** Every order that the ERP has under the payload's reference, cancelled ones too. */
export async function ordersUnder(
  erp: ErpAdapter,
  payload: Extract<Payload, { kind: 'order' }>,
  call: ErpCall,
): Promise<ErpOrder[]> {
  if (!erp.orders) throw lacking('orders');
  const { reference } = payload.order;
  return (
    firstOf(z.array(erpOrderSchema), await erp.orders.findByReference({ references: [reference] }, call), 'orders') ??
    []
  );
}

/**
 * Which of several orders is ours: the one whose id we noted; else one that goes on its way; else a cancelled one, because a draft beside it is
 * somebody's copy of it; else the oldest draft. `ordersUnder` gives the oldest first.
 */
export function oursOf(orders: readonly ErpOrder[], noted: string | null): ErpOrder | null {
  return (
    orders.find(({ id }) => id === noted) ??
    orders.find(({ status }) => status !== 'draft' && status !== 'cancelled') ??
    orders.find(({ status }) => status === 'cancelled') ??
    orders[0] ??
    null
  );
}

/** Finds what was written under the payload's reference, by us at any time. `noted`: the ERP's id, where an answer told it. */
export async function lookUp(
  erp: ErpAdapter,
  payload: Payload,
  noted: string | null,
  call: ErpCall,
): Promise<Written | null> {
  if (payload.kind === 'order') {
    const found = oursOf(await ordersUnder(erp, payload, call), noted);
    // Found by our reference, it has our reference, however the ERP shows it.
    if (found) return ofOrder({ ...found, reference: payload.order.reference });
    // An ERP that cuts our reference short has it all the same, under its own id.
    const id = erpOrderIdSchema.safeParse(noted);
    if (!id.success || !erp.orders) return null;
    const there = firstOf(erpOrderSchema, await erp.orders.status({ ids: [id.data] }, call), 'order');
    return there && ofOrder(there);
  }
  if (payload.kind === 'customer') {
    if (!erp.customers?.findByReference) throw lacking('look-up of customers');
    const references = [payload.customer.reference];
    const found = firstOf(erpCustomerSchema, await erp.customers.findByReference({ references }, call), 'customers');
    return found && ofCustomer(found);
  }
  if (!erp.returns?.findByReference) throw lacking('look-up of returns');
  const references = [payload.claim.reference];
  const found = firstOf(named, await erp.returns.findByReference({ references }, call), 'returns');
  return found && ofOthers(found, 'return');
}

/**
 * Before something is sent once more: whether the customer has an order under a piece of our reference, as an ERP leaves it that cuts it short.
 * The look-up by the whole one does not find that.
 */
export async function underCutReference(
  erp: ErpAdapter,
  { order: { customerId, reference } }: Extract<Payload, { kind: 'order' }>,
  call: ErpCall,
): Promise<Written | null> {
  if (!erp.orders || customerId === null) return null;
  const answer = await erp.orders.list({ customerId }, call).catch((error: unknown) => {
    // An ERP whose list cannot be had at all has no say in it; one that is away is asked again.
    if (error instanceof ErpError && listless.has(error.kind)) return { results: [] };
    throw error;
  });
  const { results } = read(listed, answer, 'orders');
  const cut = results.find((each) => {
    const there = each.reference?.trim() ?? '';
    return there.length >= RECOGNISABLE && there.length < reference.length && reference.startsWith(there);
  });
  return cut ? ofOrder(cut) : null;
}

export async function create(erp: ErpAdapter, payload: Payload, call: ErpCall): Promise<Written> {
  if (payload.kind === 'order') {
    if (!erp.orders) throw lacking('orders');
    return ofOrder(await erp.orders.create(orderInputSchema.parse(payload.order), call));
  }
  if (payload.kind === 'customer') {
    if (!erp.customers?.create) throw lacking('creating of customers');
    return ofCustomer(await erp.customers.create(payload.customer, call));
  }
  if (!erp.returns?.create) throw lacking('creating of returns');
  return ofOthers(await erp.returns.create(payload.claim, call), 'return');
}

/** Whether what the ERP has still wants a step of ours. An ERP without `confirm` keeps its drafts. */
export const wantsConfirm = (erp: ErpAdapter, payload: Payload, written: Written): boolean =>
  payload.kind === 'order' && written.status === 'draft' && erp.orders?.confirm !== undefined;

export async function confirm(erp: ErpAdapter, written: Written, call: ErpCall): Promise<Written> {
  if (!erp.orders?.confirm) throw lacking('confirming of orders');
  const order = ofOrder(await erp.orders.confirm({ id: erpOrderIdSchema.parse(written.id) }, call));
  if (order.status === 'draft')
    throw new ErpError('refused', 'still a draft', { words: `Order ${order.number} is still a draft.` });
  return order;
}
