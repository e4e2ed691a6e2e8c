import type { Server } from 'node:http';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import type { Desk } from './desk.ts';
import { type Faults, faultsSchema } from './faults.ts';
import type { Counts } from './server.ts';
import type { Store } from './store.ts';

type Options = { store: Store; desk: Desk; counts: Counts; faults: () => Faults; setFaults: (faults: Faults) => void };
const given = z.object({
  share: z.number().optional(),
  amount: z.number().optional(),
  quantity: z.number().optional(),
});
/** The admin port: faults, counts, and the desk. It is no part of the product. */
export function adminServer({ store, desk, counts, faults, setFaults }: Options): Server {
  return adminOf((method, path, body) => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const { share, amount, quantity } = given.parse(body ?? {});
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      return faults();
    }
    if (what === 'stats') return { ...counts, orders: store.all('SORDER').length };
    if (what === 'orders' && method === 'GET') return desk.ordersWith(key);
    const deeds: Readonly<Record<string, () => unknown>> = {
      'orders/deliver': () => ({ number: desk.deliver(key, share) }),
      'orders/invoice': () => ({ number: desk.invoice(key) }),
      'orders/copy': () => ({ number: desk.copy(key) }),
      'orders/close': () => desk.close(key),
      'orders/amend': () => desk.amend(key, quantity ?? 1),
      'orders/delete': () => desk.remove(key),
      'invoices/pay': () => desk.pay(key, amount),
      'invoices/credit': () => ({ number: desk.credit(key) }),
      'customers/hold': () => desk.hold(key),
      'customers/release': () => desk.hold(key, false),
    };
    const deed = deeds[`${what}/${verb}`];
    if (method !== 'POST' || !deed) throw new Error(`${method} ${path} is nothing here`);
    return deed();
  });
}
