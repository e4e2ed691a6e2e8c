import { decimal } from '@backroom/shared';
import type { S4hana } from '../stand-ins/s4hana/start.ts';
import { inBase, unrestricted } from '../stand-ins/s4hana/stock.ts';
import type { ErpDesk } from './erp-journey.ts';

const PLANTS = ['1010', '1020'];
/** What people in SAP's own apps do, done on the double that stands for it. Documents are known by their numbers. */
export function s4hanaDesk({ desk, store }: S4hana): ErpDesk {
  /** On the shelf, less what orders have been promised: computed from the tables, not by the availability check. */
  const free = (material: string): number => {
    const parts = PLANTS.map((plant) => {
      const taken = store
        .all(
          `select s.OpenConfdDelivQtyInOrdQtyUnit as q, i.OrderQuantitySAPUnit as unit from A_SalesOrderScheduleLine s
           join A_SalesOrderItem i on i.SalesOrder = s.SalesOrder and i.SalesOrderItem = s.SalesOrderItem
           where i.Material = ? and i.ProductionPlant = ? and i.SalesDocumentRjcnReason = '' and s.ScheduleLine = '1'`,
          material,
          plant,
        )
        .map(({ q, unit }) => Number(inBase(store, material, decimal(String(q)), String(unit))));
      const onHand = Number(unrestricted(store, material, plant));
      return Math.max(0, onHand - taken.reduce((sum, each) => sum + each, 0));
    });
    return parts.reduce((sum, part) => sum + part, 0);
  };
  return {
    async stockOf(codes) {
      const marks = codes.map(() => '?').join(', ');
      const rows = store.all(
        `select Product as code from A_Product where ProductType <> 'SERV' and Product in (${marks})`,
        ...codes,
      );
      return new Map(rows.map(({ code }) => [String(code), free(String(code))]));
    },
    ordersWith: async (reference) =>
      desk.ordersWith(reference).map(({ SalesOrder, TotalNetAmount }) => ({
        id: Number(SalesOrder),
        number: String(SalesOrder),
        net: String(TotalNetAmount),
        confirmed: true,
      })),
    async deliver(order) {
      if (store.get('A_SalesOrder', { SalesOrder: String(order) })?.TotalCreditCheckStatus === 'B')
        desk.releaseCredit(String(order));
      desk.deliver(String(order));
    },
    async post(order) {
      const number = String(desk.invoice(String(order)).BillingDocument);
      return { id: Number(number), number };
    },
    pay: async (invoice) => void desk.pay(String(invoice)),
    claimsOf: async (order) => desk.returnsOf(String(order)).map(({ CustomerReturn }) => Number(CustomerReturn)),
    async takeBack(_, claim) {
      desk.receiveReturn(String(claim));
      return String(desk.creditReturn(String(claim)).BillingDocument);
    },
  };
}
