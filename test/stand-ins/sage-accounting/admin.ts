import type { Server } from 'node:http';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import type { Rec, Store } from './database.ts';
import type { Desk } from './desk.ts';
import { INVOICES, QUOTES } from './documents.ts';
import { type Faults, faultsSchema } from './faults.ts';
import type { Counts } from './server.ts';

type Options = { store: Store; desk: Desk; counts: Counts; faults: () => Faults; setFaults: (faults: Faults) => void };
const given = z.object({ amount: z.string().optional(), quantity: z.string().optional() });
/** The admin port: faults, counts, and the desk. It is no part of the product. */
export function adminServer({ store, desk, counts, faults, setFaults }: Options): Server {
  const act = (method: string, path: string, body: unknown): unknown => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      return faults();
    }
    if (what === 'stats') return { ...counts, orders: store.all(QUOTES).length, invoices: store.all(INVOICES).length };
    if (what === 'orders' && method === 'GET') return desk.documentsWith(key);
    const { amount, quantity } = given.parse(body ?? {});
    const deeds: Readonly<Record<string, () => Rec>> = {
      'orders/copy': () => desk.copy('quotes', key),
      'quotes/invoice': () => desk.convert(key),
      'quotes/accept': () => desk.accept(key),
      'quotes/decline': () => desk.decline(key),
      'quotes/copy': () => desk.copy('quotes', key),
      'quotes/amend': () => desk.amend('quotes', key, quantity ?? '1'),
      'invoices/release': () => desk.release(key),
      'invoices/copy': () => desk.copy('invoices', key),
      'invoices/amend': () => desk.amend('invoices', key, quantity ?? '1'),
      'invoices/pay': () => desk.pay(key, amount),
    };
    const deed = deeds[`${what}/${verb}`];
    if (method !== 'POST' || !deed) throw new Error(`${method} ${path} is nothing here`);
    const { id, body: kept } = deed();
    const { quote_number, invoice_number } = kept;
    return { id, number: quote_number ?? invoice_number, quote_number, invoice_number };
  };
  return adminOf(act);
}
