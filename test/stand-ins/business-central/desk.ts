import type { Server } from 'node:http';
import { decimal } from '@backroom/shared';
import { z } from 'zod';
import { adminOf } from '../servers.ts';
import { credit, invoice, pay } from './billing.ts';
import type { Row, Store } from './database.ts';
import { BcError } from './errors.ts';
import { type Faults, faultsSchema } from './faults.ts';
import { copyOrder, deleteOrder, orderNumbered, ship } from './posting.ts';
import type { Counts } from './server.ts';

type Options = { store: Store; counts: Counts; faults: () => Faults; setFaults: (faults: Faults) => void };
const creditSchema = z.object({
  lines: z.record(z.string(), z.string()).optional(),
  draft: z.boolean().default(false),
});

/** What people do on Business Central's own pages, and what a test has go wrong. */
export function openDesk({ store }: Pick<Options, 'store'>) {
  const invoiceNumbered = (number: string): Row => {
    const found = store.one('select * from salesInvoices where number = ?', number);
    if (!found) throw new BcError(404, 'Internal_RecordNotFound', `There is no invoice ${number}.`);
    return found;
  };
  return {
    ordersWith: (reference: string) =>
      store.all('select * from salesOrders where externalDocumentNumber = ? order by _seq', reference),
    ship: (number: string, share?: string) => ship(store, orderNumbered(store, number), decimal(share ?? '1')),
    invoice: (number: string) => invoice(store, orderNumbered(store, number)),
    copy: (number: string) => copyOrder(store, orderNumbered(store, number)),
    remove: (number: string) => store.atomic(() => deleteOrder(store, String(orderNumbered(store, number).id))),
    pay: (number: string, amount?: string) =>
      pay(store, invoiceNumbered(number), amount === undefined ? null : decimal(amount)),
    credit: (number: string, lines?: Record<string, string>, draft = false) =>
      credit(
        store,
        invoiceNumbered(number),
        lines ? new Map(Object.entries(lines).map(([item, quantity]) => [item, decimal(quantity)])) : null,
        draft,
      ),
  };
}

/** The admin port: faults, counts, and the desk. It is no part of Business Central. */
export function adminServer(options: Options): Server {
  const desk = openDesk(options);
  const { store, counts, faults, setFaults } = options;
  const act = (method: string, path: string, body: unknown): unknown => {
    const [what = '', key = '', verb = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
    if (what === 'faults') {
      if (method === 'PUT') setFaults(faultsSchema.parse(body ?? {}));
      if (method === 'PATCH') setFaults(faultsSchema.parse({ ...faults(), ...(body as object) }));
      return faults();
    }
    if (what === 'stats') return { ...counts, orders: store.one('select count(*) as n from salesOrders')?.n };
    if (what === 'orders' && method === 'GET')
      return store.all(
        "select number, externalDocumentNumber as reference, status from salesOrders where externalDocumentNumber like ? || '%'",
        key,
      );
    if (what === 'orders' && method === 'POST') {
      if (verb === 'ship') return desk.ship(key);
      if (verb === 'invoice') return desk.invoice(key);
      if (verb === 'copy') return desk.copy(key);
      if (verb === 'delete') return desk.remove(key);
    }
    if (what === 'invoices' && method === 'POST') {
      if (verb === 'pay') return desk.pay(key, z.object({ amount: z.string().optional() }).parse(body ?? {}).amount);
      if (verb === 'credit') {
        const { lines, draft } = creditSchema.parse(body ?? {});
        return desk.credit(key, lines, draft);
      }
    }
    throw new BcError(404, 'BadRequest_ResourceNotFound', `${method} ${path} is nothing here.`);
  };
  return adminOf(act, (error) => (error instanceof BcError ? error.status : 400));
}
