import type { Server } from 'node:http';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import { numbered, type Row, type Store } from './database.ts';
import { dayOf } from './days.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { credit, deliver, invoice, orderNumbered, pay } from './ledger.ts';
import { cancelOrder } from './orders.ts';
import type { Counts } from './server.ts';

type Options = { store: Store; company: string; faults?: () => Faults };
/** What people do on the pages of the application. */
export function openDesk({ store, company, faults = noFaults }: Options) {
  const order = (number: string) => orderNumbered(store, company, number);
  const change = (number: string, changes: Row) =>
    store.update('SalesOrderHeadersV2', { dataAreaId: company, SalesOrderNumber: number }, changes);
  const moveReturn = (number: string, header: string, order: string, lines: string): void => {
    const key = { dataAreaId: company, ReturnOrderNumber: number };
    store.update('ReturnOrderHeadersV2', key, { ReturnStatus: header, ReturnOrderStatus: order });
    for (const { ReturnInventoryLotId = '' } of store.rows('ReturnOrderLinesV2', key))
      store.update('ReturnOrderLinesV2', { ...key, ReturnInventoryLotId }, { ReturnStatus: lines });
  };
  return {
    ordersWith: (reference: string): Row[] =>
      store.all(
        'select * from SalesOrderHeadersV2 where CustomersOrderReference = ? or CustomerRequisitionNumber = ? order by _seq',
        reference,
        reference,
      ),
    linesOf: (number: string): Row[] =>
      store.rows('SalesOrderLinesV3', { dataAreaId: company, SalesOrderNumber: number }),
    deliver: (number: string, share?: string) => store.atomic(() => deliver(store, order(number), share)),
    invoice: (number: string, posted?: string) =>
      store.atomic(() => invoice(store, faults(), order(number), posted ?? dayOf())),
    pay: (number: string, amount?: string) => store.atomic(() => pay(store, company, number, amount ?? null)),
    confirm: (number: string) => change(number, { SalesOrderProcessingStatus: 'Confirmed' }),
    cancel: (number: string) => store.atomic(() => cancelOrder(store, company, number)),
    stop: (number: string) => change(number, { IsSalesProcessingStopped: 'Yes' }),
    /** Totals are zero until somebody, or a batch job, has them computed. */
    calculate: (number: string) => {
      const lines = store.rows('SalesOrderLinesV3', { dataAreaId: company, SalesOrderNumber: number });
      const net = lines.reduce((sum, line) => sum + Number(line.LineAmount), 0);
      change(number, {
        AreTotalsCalculated: 'Yes',
        OrderTotalAmount: (net * 1.19).toFixed(2),
        OrderTotalTaxAmount: (net * 0.19).toFixed(2),
      });
    },
    /** "Copy from all": the copy keeps the references. */
    copy: (number: string): Row =>
      store.atomic(() => {
        const { _seq, _rev, ...head } = order(number);
        const made = store.insert('SalesOrderHeadersV2', {
          ...head,
          SalesOrderNumber: numbered(company, store.draw(`${company} orders`)),
          SalesOrderStatus: 'Backorder',
          SalesOrderProcessingStatus: 'Active',
          OrderCreationDateTime: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
        });
        for (const { _seq: __, _rev: ___, ...line } of store.rows('SalesOrderLinesV3', {
          dataAreaId: company,
          SalesOrderNumber: number,
        }))
          store.insert('SalesOrderLinesV3', {
            ...line,
            SalesOrderNumber: made.SalesOrderNumber ?? '',
            SalesOrderLineStatus: 'Backorder',
            InventoryLotId: numbered(company, store.draw(`${company} lots`)),
          });
        return made;
      }),
    hold: (account: string, status = 'All') =>
      store.update('CustomersV3', { dataAreaId: company, CustomerAccount: account }, { OnHoldStatus: status }),
    /** The goods come back, all of them. */
    receiveReturn: (number: string) => moveReturn(number, 'Open', 'Delivered', 'Received'),
    creditReturn: (number: string): Row =>
      store.atomic(() => {
        const found = store.get('ReturnOrderHeadersV2', { dataAreaId: company, ReturnOrderNumber: number });
        if (!found) throw new Error(`no return ${number}`);
        const note = credit(store, faults(), found);
        moveReturn(number, 'Closed', 'Invoiced', 'Invoiced');
        return note;
      }),
    returnsOf: (account: string): Row[] =>
      store.rows('ReturnOrderHeadersV2', { dataAreaId: company, CustomerAccountNumber: account }),
  };
}
export type Desk = ReturnType<typeof openDesk>;

type AdminOptions = {
  store: Store;
  desk: Desk;
  counts: Counts;
  faults: () => Faults;
  setFaults: (faults: Faults) => void;
};
const given = z.object({ share: z.string().optional(), amount: z.string().optional() });
/** The admin port: faults, counts, and the desk. It is no part of the product. */
export function adminServer({ store, desk, counts, faults, setFaults }: AdminOptions): Server {
  const act = (method: string, path: string, body: unknown): unknown => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const { share, amount } = given.parse(body ?? {});
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      return faults();
    }
    if (what === 'stats') return { ...counts, orders: store.one('select count(*) as n from SalesOrderHeadersV2')?.n };
    if (what === 'orders' && method === 'GET') return desk.ordersWith(key);
    const orders: Readonly<Record<string, () => unknown>> = {
      deliver: () => desk.deliver(key, share),
      invoice: () => desk.invoice(key),
      copy: () => desk.copy(key),
      cancel: () => desk.cancel(key),
      confirm: () => desk.confirm(key),
      stop: () => desk.stop(key),
      calculate: () => desk.calculate(key),
    };
    if (what === 'orders' && method === 'POST' && orders[verb]) return orders[verb]?.() ?? null;
    if (what === 'invoices' && method === 'POST' && verb === 'pay') return desk.pay(key, amount) ?? null;
    if (what === 'returns' && method === 'POST' && verb === 'receive') return desk.receiveReturn(key) ?? null;
    if (what === 'returns' && method === 'POST' && verb === 'credit') return desk.creditReturn(key) ?? null;
    throw new Error(`${method} ${path} is nothing here`);
  };
  return adminOf(act);
}
