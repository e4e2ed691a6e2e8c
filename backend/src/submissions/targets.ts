import type { ErpCustomer, ErpOrder, Money } from '@backroom/shared';
import { erpOrderIdSchema } from '@backroom/shared';
import type { ErpAdapter, ErpCall } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { orderInputSchema } from '../erp/contract/schemas.ts';
import type { Payload } from './payload.ts';

/** What the ERP has. `status` and `total` are an order's, `customer` is the card of a created customer. */
export type Written = {
  id: string;
  number: string;
  status: ErpOrder['status'] | null;
  total: Money | null;
  customer: ErpCustomer | null;
};

const lacking = (what: string) =>
  new ErpError('unsupported', `the ERP has no ${what}`, { words: `This ERP offers no ${what}.` });
const brief = ({ id, number }: { id: string; number: string }): Written => ({
  id,
  number,
  status: null,
  total: null,
  customer: null,
});
export const ofOrder = ({ id, number, status, total }: ErpOrder): Written => ({
  ...brief({ id, number }),
  status,
  total,
});
const ofCustomer = (customer: ErpCustomer): Written => ({ ...brief(customer), customer });

/** Finds what was written under the payload's reference, by us at any time. */
export async function lookUp(erp: ErpAdapter, payload: Payload, call: ErpCall): Promise<Written | null> {
  if (payload.kind === 'order') {
    if (!erp.orders) throw lacking('orders');
    const { results } = await erp.orders.findByReference({ references: [payload.order.reference] }, call);
    // More than one would be a double from before our time; the first is the order, reconciliation names the rest.
    const found = results[0]?.find(({ status }) => status !== 'cancelled') ?? results[0]?.[0];
    return found ? ofOrder(found) : null;
  }
  if (payload.kind === 'customer') {
    if (!erp.customers?.findByReference) throw lacking('look-up of customers');
    const [found] = (await erp.customers.findByReference({ references: [payload.customer.reference] }, call)).results;
    return found ? ofCustomer(found) : null;
  }
  if (!erp.returns?.findByReference) throw lacking('look-up of returns');
  const [found] = (await erp.returns.findByReference({ references: [payload.claim.reference] }, call)).results;
  return found ? brief(found) : null;
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
  return brief(await erp.returns.create(payload.claim, call));
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
