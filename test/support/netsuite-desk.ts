import type { NetSuite } from '../stand-ins/netsuite/start.ts';
import { stockOf } from '../stand-ins/netsuite/transactions.ts';
import type { ErpDesk } from './erp-journey.ts';

/** What people at NetSuite's own pages do, done on the double that stands for it. Documents are known by their internal ids. */
export function netSuiteDesk({ desk, store }: NetSuite): ErpDesk {
  const numbers = new Map<number, string>();
  const named = ({ id, body }: { id: number; body: { tranId?: unknown } }) => {
    numbers.set(id, String(body.tranId));
    return { id, number: String(body.tranId) };
  };
  const numbered = (id: number) => numbers.get(id) ?? '';
  return {
    /** What is free in all locations, of what is stocked. */
    stockOf: async (codes) =>
      new Map(
        store
          .ofType('inventoryItem')
          .filter(({ body }) => codes.includes(String(body.itemId)))
          .map(({ id, body }) => [
            String(body.itemId),
            stockOf(store, id).reduce((sum, { available }) => sum + available, 0),
          ]),
      ),
    ordersWith: async (reference) =>
      desk.ordersWith(reference).map((body) => ({
        ...named({ id: Number(body.id), body }),
        net: String(body.subtotal),
        // Pending fulfilment: nobody has to approve it any more.
        confirmed: (body.status as { id?: string }).id === 'B',
      })),
    deliver: async (order) => void desk.deliver(numbered(order)),
    post: async (order) => named(desk.invoice(numbered(order))),
    pay: async (invoice) => void desk.pay(numbered(invoice)),
    claimsOf: async (order, reason) =>
      store
        .ofType('returnAuthorization')
        .filter(({ body }) => Number(body.createdFrom?.id) === order && body.memo === reason)
        .map((each) => named(each).id),
    async takeBack(_, claim) {
      const number = numbered(claim);
      desk.approveReturn(number);
      desk.receiveReturn(number);
      return String(desk.creditReturn(number).body.tranId);
    },
  };
}
