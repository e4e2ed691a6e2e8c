import type { Server } from 'node:http';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import type { Rec, Store } from './database.ts';
import type { Desk } from './desk.ts';
import { type Faults, faultsSchema } from './faults.ts';
import type { Counts } from './server.ts';

type Options = { store: Store; desk: Desk; counts: Counts; faults: () => Faults; setFaults: (faults: Faults) => void };
const given = z.object({
  share: z.number().optional(),
  amount: z.number().optional(),
  quantity: z.number().optional(),
});
/** The admin port: faults, counts, and the desk. It is no part of the product. */
export function adminServer({ store, desk, counts, faults, setFaults }: Options): Server {
  const act = (method: string, path: string, body: unknown): unknown => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const { share, amount, quantity } = given.parse(body ?? {});
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      return faults();
    }
    if (what === 'stats') {
      const orders = store.one(
        "select count(*) as n from records where object = 'order-entry/document' and json_extract(body, '$.documentType') = 'Sales Order'",
      );
      return { ...counts, orders: orders?.n };
    }
    if (what === 'orders' && method === 'GET') return desk.ordersWith(key);
    const deeds: Readonly<Record<string, () => Rec>> = {
      'orders/deliver': () => desk.deliver(key, share),
      'orders/invoice': () => desk.invoice(key),
      'orders/copy': () => desk.copy(key),
      'orders/close': () => desk.close(key),
      'orders/amend': () => desk.amend(key, quantity ?? 1),
      'invoices/pay': () => desk.pay(key, amount),
      'invoices/credit': () => desk.credit(key),
      'invoices/return': () => desk.returnGoods(key),
      'returns/credit': () => desk.credit(key, undefined, 'Sales Return'),
      'customers/hold': () => desk.hold(key),
      'customers/release': () => desk.hold(key, false),
    };
    const deed = deeds[`${what}/${verb}`];
    if (method !== 'POST' || !deed) throw new Error(`${method} ${path} is nothing here`);
    const { key: made, body: kept } = deed();
    return { key: made, number: kept.documentNumber ?? kept.invoiceNumber ?? kept.id };
  };
  return adminOf(act);
}
