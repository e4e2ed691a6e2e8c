import type { FinanceOperations } from '../stand-ins/finance-operations/start.ts';
import type { ErpDesk } from './erp-journey.ts';

/** What people at the pages of Finance and Operations do, done on the double that stands for it. Documents are known by the digits of their numbers. */
export function financeOperationsDesk({ desk, store }: FinanceOperations): ErpDesk {
  const numbers = new Map<number, string>();
  const idOf = (number: unknown): { id: number; number: string } => {
    const id = Number(String(number).replace(/\D/g, ''));
    numbers.set(id, String(number));
    return { id, number: String(number) };
  };
  const numbered = (id: number) => numbers.get(id) ?? '';
  /** Returns of which a line names a line of the order. */
  const returnsOf = (order: string): string[] =>
    store
      .all(
        `select distinct r.ReturnOrderNumber as number from ReturnOrderLinesV2 r join SalesOrderLinesV3 l on l.dataAreaId = r.dataAreaId
           and l.InventoryLotId = r.ReturningInventoryLotId where l.dataAreaId = 'usmf' and l.SalesOrderNumber = ?`,
        order,
      )
      .map(({ number }) => String(number));
  return {
    async stockOf(codes) {
      const marks = codes.map(() => '?').join(', ');
      const rows = store.all(
        `select trim(ItemNumber) as code, sum(cast(OnHandQuantity as real) - cast(ReservedOnHandQuantity as real)) as free
         from WarehousesOnHandV2 where dataAreaId = 'usmf' and InventoryWarehouseId = '11' and trim(ItemNumber) in (${marks}) group by ItemNumber`,
        ...codes,
      );
      return new Map(rows.map(({ code, free }) => [String(code), Number(free)]));
    },
    ordersWith: async (reference) =>
      desk.ordersWith(reference).map(({ SalesOrderNumber }) => {
        const lines = desk.linesOf(String(SalesOrderNumber));
        const cents = lines.reduce((sum, { LineAmount }) => sum + Math.round(Number(LineAmount) * 100), 0);
        // There is nothing to confirm: an order is open as soon as it is there.
        return { ...idOf(SalesOrderNumber), net: (cents / 100).toFixed(2), confirmed: true };
      }),
    deliver: async (order) => desk.deliver(numbered(order)),
    post: async (order) => idOf(desk.invoice(numbered(order)).InvoiceNumber),
    pay: async (invoice) => desk.pay(numbered(invoice)),
    claimsOf: async (order) => returnsOf(numbered(order)).map((number) => idOf(number).id),
    async takeBack(_, claim) {
      desk.receiveReturn(numbered(claim));
      return String(desk.creditReturn(numbered(claim)).InvoiceNumber);
    },
  };
}
