import type { Server } from 'node:http';
import { decimal } from '@backroom/shared';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import { cancelInvoice, documentNumbered, invoiceOrder } from './billing.ts';
import type { Row, Store } from './database.ts';
import { deliver, orderNumbered } from './deliveries.ts';
import { SapError } from './errors.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { pay, payOnAccount } from './ledger.ts';
import { changeItem } from './order-changes.ts';
import { restate } from './order-state.ts';
import { copyOrder } from './orders.ts';
import { creditRequest, creditReturn, receiveReturn } from './returns.ts';
import type { Counts } from './server.ts';
import type { Context } from './service.ts';
import type { User } from './sessions.ts';

const clerk: User = { name: 'HMEYER', password: '', language: 'DE', denied: [], areas: null };
type Options = { store: Store; faults?: () => Faults };
/** What people do in SAP's own apps. */
export function openDesk({ store, faults = noFaults }: Options) {
  const context = (): Context => ({ store, faults: faults(), user: clerk, language: 'DE', root: '' });
  const order = (number: string) => orderNumbered(store, number);
  const change = (number: string, changes: Row): void => {
    store.update('A_SalesOrder', { SalesOrder: number }, changes);
    restate(store, number);
  };
  return {
    ordersWith: (reference: string): Row[] =>
      store.all(
        'select * from A_SalesOrder where PurchaseOrderByShipToParty = ? or PurchaseOrderByCustomer = ? order by _seq',
        reference,
        reference,
      ),
    deliver: (number: string, share?: string, item: string | null = null) =>
      deliver(store, order(number), decimal(share ?? '1'), item),
    invoice: (number: string, posted?: string) => invoiceOrder(store, faults(), order(number), posted),
    copy: (number: string) => store.atomic(() => copyOrder(context(), order(number))),
    block: (number: string, reason = '01') => change(number, { DeliveryBlockReason: reason }),
    blockBilling: (number: string, reason = '01') => change(number, { HeaderBillingBlockReason: reason }),
    unblock: (number: string) => change(number, { DeliveryBlockReason: '', HeaderBillingBlockReason: '' }),
    releaseCredit: (number: string) => change(number, { TotalCreditCheckStatus: 'D' }),
    approve: (number: string) => change(number, { SalesDocApprovalStatus: 'B' }),
    reject: (number: string, item: string, reason = '50') => {
      const row = store.get('A_SalesOrderItem', { SalesOrder: number, SalesOrderItem: item }) ?? {};
      store.atomic(() => changeItem(context(), row, { row: { SalesDocumentRjcnReason: reason }, parts: new Map() }));
    },
    pay: (invoice: string, amount?: string) => pay(store, invoice, amount === undefined ? null : decimal(amount)),
    payOnAccount: (customer: string, amount: string, currency = 'EUR') =>
      payOnAccount(store, customer, decimal(amount), currency),
    cancelInvoice: (invoice: string) => cancelInvoice(store, faults(), documentNumbered(store, invoice)),
    returnsOf: (number: string): Row[] =>
      store.all(
        `select distinct r.* from A_CustomerReturn r join A_CustomerReturnItem i on i.CustomerReturn = r.CustomerReturn
         where i.ReferenceSDDocument = ? or i.ReferenceSDDocument in (select BillingDocument from A_BillingDocumentItem where SalesDocument = ?) order by r._seq`,
        number,
        number,
      ),
    receiveReturn: (number: string) => receiveReturn(store, number),
    creditReturn: (number: string) => creditReturn(store, faults(), number),
    creditRequest: (number: string) => creditRequest(store, faults(), number),
  };
}
export type Desk = ReturnType<typeof openDesk>;

type AdminOptions = {
  store: Store;
  desk: Desk;
  counts: Counts;
  faults: () => Faults;
  setFaults: (faults: Faults) => void;
  sessions: () => number;
};
const bodySchema = z.object({
  share: z.string().optional(),
  amount: z.string().optional(),
  reason: z.string().optional(),
  item: z.string().optional(),
});
/** The admin port: faults, counts, and the desk. It is no part of SAP. */
export function adminServer({ store, desk, counts, faults, setFaults, sessions }: AdminOptions): Server {
  const orders: Readonly<Record<string, (number: string, body: z.infer<typeof bodySchema>) => unknown>> = {
    deliver: (number, { share, item }) => desk.deliver(number, share, item ?? null),
    invoice: (number) => desk.invoice(number),
    copy: (number) => desk.copy(number),
    block: (number, { reason }) => desk.block(number, reason),
    unblock: (number) => desk.unblock(number),
    'release-credit': (number) => desk.releaseCredit(number),
    approve: (number) => desk.approve(number),
    reject: (number, { item = '10', reason }) => desk.reject(number, item, reason),
  };
  const act = (method: string, path: string, body: unknown): unknown => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const given = () => bodySchema.parse(body ?? {});
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      if (method === 'PATCH') setFaults(faultsSchema.parse({ ...faults(), ...(body as object) }));
      return faults();
    }
    if (what === 'stats')
      return { ...counts, sessions: sessions(), orders: store.one('select count(*) as n from A_SalesOrder')?.n };
    if (what === 'orders' && method === 'GET') return desk.ordersWith(key);
    if (what === 'orders' && method === 'POST' && orders[verb]) return orders[verb](key, given());
    if (what === 'invoices' && method === 'POST' && verb === 'pay') return desk.pay(key, given().amount);
    if (what === 'invoices' && method === 'POST' && verb === 'cancel') return desk.cancelInvoice(key);
    if (what === 'returns' && method === 'POST' && verb === 'receive') return desk.receiveReturn(key);
    if (what === 'returns' && method === 'POST' && verb === 'credit') return desk.creditReturn(key);
    if (what === 'requests' && method === 'POST' && verb === 'credit') return desk.creditRequest(key);
    throw new SapError(404, [{ code: '', words: { EN: `${method} ${path} is nothing here`, DE: '' } }]);
  };
  return adminOf(act, (error) => (error instanceof SapError ? error.status : 400));
}
