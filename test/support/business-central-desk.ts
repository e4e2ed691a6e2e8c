import type { BusinessCentral } from '../stand-ins/business-central/start.ts';
import type { ErpDesk } from './erp-journey.ts';

/** What people at Business Central's own pages do, done on the double that stands for it. Documents are known by their numbers. */
export function businessCentralDesk({ desk, store }: BusinessCentral): ErpDesk {
  const never = async () => {
    throw new Error('Business Central takes no claims through this API');
  };
  return {
    async stockOf(codes) {
      const marks = codes.map(() => '?').join(', ');
      const rows = store.all(
        `select i.number, i.inventory - (
           select coalesce(sum(l.quantity - l.shippedQuantity), 0) from salesOrderLines l where l.itemId = i.id
         ) as free
         from items i where i.type = 'Inventory' and i.number in (${marks})`,
        ...codes,
      );
      return new Map(rows.map(({ number, free }) => [String(number), Number(free)]));
    },
    ordersWith: async (reference) =>
      desk.ordersWith(reference).map(({ number, totalAmountExcludingTax }) => ({
        id: Number(number),
        number: String(number),
        net: String(totalAmountExcludingTax),
        // There is nothing to confirm: an order is one as soon as it is there.
        confirmed: true,
      })),
    deliver: async (order) => void desk.ship(String(order)),
    async post(order) {
      const number = String(desk.invoice(String(order)).number);
      return { id: Number(number), number };
    },
    pay: async (invoice) => desk.pay(String(invoice)),
    claimsOf: never,
    takeBack: never,
  };
}
