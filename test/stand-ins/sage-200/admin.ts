import type { Server } from 'node:http';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import { written } from './amounts.ts';
import type { Desk } from './desk.ts';
import { type Faults, faultsSchema } from './faults.ts';
import type { Counts } from './server.ts';
import type { Row, Store } from './store.ts';

type Options = { store: Store; desk: Desk; counts: Counts; faults: () => Faults; setFaults: (faults: Faults) => void };
const given = z.object({
  share: z.number().optional(),
  amount: z.number().optional(),
  quantity: z.number().optional(),
  code: z.string().optional(),
});
const plain = (row: Row): unknown =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? written(value, 5, 0) : value]),
  );

/** The admin port: faults, counts, and the desk. It is no part of the product. */
export function adminServer({ store, desk, counts, faults, setFaults }: Options): Server {
  return adminOf((method, path, body) => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const { share, amount, quantity, code } = given.parse(body ?? {});
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      return faults();
    }
    if (what === 'stats') return { ...counts, orders: store.table('sop_order').by('kind', 'order').length };
    if (what === 'orders' && method === 'GET') return desk.ordersWith(key).map(plain);
    const deeds: Readonly<Record<string, () => Row>> = {
      'orders/deliver': () => desk.deliver(key, share),
      'orders/invoice': () => desk.invoice(key),
      'orders/copy': () => desk.copy(key),
      'orders/amend': () => desk.amend(key, quantity ?? 1),
      'orders/complete': () => desk.setStatus(key, 'Complete'),
      'orders/cancel': () => desk.setStatus(key, 'Cancelled'),
      'orders/return': () => desk.returnGoods(key, code ?? '', quantity ?? 1),
      'invoices/pay': () => desk.pay(key, amount),
      'invoices/credit': () => desk.credit(key, share),
      'customers/hold': () => desk.hold(key),
      'customers/release': () => desk.hold(key, false),
    };
    const deed = deeds[`${what}/${verb}`];
    if (method !== 'POST' || !deed) throw new Error(`${method} ${path} is nothing here`);
    const { id, document_no, reference } = store.atomic(deed);
    return { id, number: document_no ?? reference };
  });
}
