import type { ErpAdapter, ErpCall } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Payload } from './payload.ts';

export type Written = { id: string; number: string };
/** How each kind is looked up and created; the engine's steps are the same for all. */
export type Target = {
  lookUp: (erp: ErpAdapter, payload: Payload, call: ErpCall) => Promise<Written | null>;
  create: (erp: ErpAdapter, payload: Payload, call: ErpCall) => Promise<Written>;
};

const lacking = (what: string) =>
  new ErpError('refused', `the ERP has no ${what}`, { words: `This ERP offers no ${what}.` });
const brief = ({ id, number }: { id: string; number: string }): Written => ({ id, number });

export const target: Target = {
  async lookUp(erp, payload, call) {
    if (payload.kind === 'order') {
      if (!erp.orders) throw lacking('orders');
      const { results } = await erp.orders.findByReference({ references: [payload.order.reference] }, call);
      // More than one would be a double from before our time; the first is the order, reconciliation names the rest.
      const found = results[0]?.find(({ status }) => status !== 'cancelled') ?? results[0]?.[0];
      return found ? brief(found) : null;
    }
    if (payload.kind === 'customer') {
      if (!erp.customers?.findByReference) throw lacking('look-up of customers');
      const [found] = (await erp.customers.findByReference({ references: [payload.customer.reference] }, call)).results;
      return found ? brief(found) : null;
    }
    if (!erp.returns?.findByReference) throw lacking('look-up of returns');
    const [found] = (await erp.returns.findByReference({ references: [payload.claim.reference] }, call)).results;
    return found ? brief(found) : null;
  },
  async create(erp, payload, call) {
    if (payload.kind === 'order') {
      if (!erp.orders) throw lacking('orders');
      return brief(await erp.orders.create(payload.order, call));
    }
    if (payload.kind === 'customer') {
      if (!erp.customers?.create) throw lacking('creating of customers');
      return brief(await erp.customers.create(payload.customer, call));
    }
    if (!erp.returns?.create) throw lacking('creating of returns');
    return brief(await erp.returns.create(payload.claim, call));
  },
};
