import { randomUUID } from 'node:crypto';
import {
  accountIdSchema,
  currencySchema,
  decimal,
  type ErpCustomer,
  type ErpOrder,
  type ErpReturn,
  erpCustomerSchema,
  erpOrderSchema,
  erpReturnSchema,
  type Invoice,
  invoiceSchema,
  type RecordRef,
} from '@backroom/shared';
import { sql } from 'kysely';
import { type CrmAdapter, CrmError, type WriteBack, type Written } from '../src/crm/contract/index.ts';
import { type ErpAdapter, ErpError } from '../src/erp/contract/index.ts';
import type { Change } from '../src/erp/contract/schemas.ts';
import { plain } from '../src/feeds/fields.ts';
import { createFeeds, type Feeds } from '../src/feeds/index.ts';
import { type AccountStore, automationOff } from '../src/store/accounts.ts';
import { databaseClock } from '../src/store/clock.ts';
import { linkStore } from '../src/store/links.ts';
import type { Db } from '../src/store/open.ts';
import { liveSetup } from '../src/store/setups.ts';

const EUR = currencySchema.parse('EUR');
const money = (amount: string) => ({ amount: decimal(amount), currency: EUR });
const PAGE = 500;

/** An ERP as far as a feed sees it: a log of changes over customers, orders and invoices. */
export function feedErp() {
  const customers = new Map<string, ErpCustomer>();
  const orders = new Map<string, ErpOrder>();
  const invoices = new Map<string, Invoice[]>();
  const returns = new Map<string, ErpReturn[]>();
  const log: Change[] = [];
  const state = { error: null as Error | null, calls: 0, readings: 0, lostBefore: 0, epoch: 'a' };
  const note = (kind: Change['kind'], id: string, customerId: string | null) =>
    log.push({ kind, id, customerId: customerId as Change['customerId'], at: '2026-11-25T08:00:00.000Z' });
  const ask = async <Value>(value: () => Value): Promise<Value> => {
    state.calls += 1;
    await new Promise((done) => setImmediate(done));
    if (state.error) throw state.error;
    return value();
  };
  const openOf = (customer: string) =>
    (invoices.get(customer) ?? []).reduce((sum, { open }) => sum + Number(open.amount), 0);
  const adapter: ErpAdapter = {
    describe: () =>
      ask(() => ({
        erp: 'fake',
        flows: [],
        without: [],
        versions: [],
        idempotency: 'native' as const,
        settleMs: 0,
        limits: { concurrency: 2, batch: 50 },
        auth: 'none' as const,
      })),
    health: () => ask(() => ({ ok: true, version: '1', company: 'Fake', timeZone: 'Europe/Berlin', currency: EUR })),
    customers: {
      search: () => ask(() => ({ results: [] })),
      get: ({ ids }: { ids: string[] }) => ask(() => ({ results: ids.map((id) => customers.get(id) ?? null) })),
    } as unknown as ErpAdapter['customers'],
    orders: {
      status: ({ ids }: { ids: string[] }) => ask(() => ({ results: ids.map((id) => orders.get(id) ?? null) })),
    } as unknown as ErpAdapter['orders'],
    invoices: { list: ({ customerId }) => ask(() => ({ results: invoices.get(customerId) ?? [] })) },
    credit: {
      position: ({ customerId }) =>
        ask(() => {
          const exposure = openOf(customerId);
          return {
            limit: money('1000'),
            openOrders: money('0'),
            receivable: money(String(exposure)),
            exposure: money(String(exposure)),
            free: money(String(1000 - exposure)),
            overdue: money('0'),
            ageing: [],
            blocked: false,
            blockedReason: null,
          };
        }),
    },
    returns: {
      list: ({ customerId }: { customerId: string }) => ask(() => ({ results: returns.get(customerId) ?? [] })),
    } as unknown as ErpAdapter['returns'],
    changes: {
      since: ({ cursor }) =>
        ask(() => {
          state.readings += 1;
          if (cursor === null) return { changes: [], cursor: `${state.epoch}${log.length}` };
          if (!cursor.startsWith(state.epoch)) throw new ErpError('refused', 'no such cursor', { field: 'cursor' });
          const from = Number(cursor.slice(1));
          const changes = log.slice(from, from + PAGE);
          return { changes, cursor: `${state.epoch}${from + changes.length}` };
        }),
    },
  };
  return {
    adapter,
    state,
    log,
    orders,
    customers,
    note,
    customer(id: string, more: Partial<ErpCustomer> = {}): void {
      const known = customers.get(id) ?? {
        id,
        number: `C-${id}`,
        name: `Customer ${id}`,
        city: null,
        country: null,
        vatId: null,
        currency: EUR,
        paymentTerms: '30 days',
        blocked: false,
      };
      customers.set(id, erpCustomerSchema.parse({ ...known, ...more }));
      note('customer', id, id);
    },
    order(id: string, customer: string, more: Partial<ErpOrder> = {}): void {
      const known = orders.get(id) ?? {
        id,
        number: `SO-${id}`,
        reference: null,
        status: 'confirmed',
        orderedOn: '2026-11-20',
        promisedOn: null,
        total: money('100'),
        lines: [],
        deliveries: [],
      };
      orders.set(id, erpOrderSchema.parse({ ...known, ...more }));
      note('order', id, customer);
    },
    /** A credit note for an order, and nothing else about it. */
    credit(customer: string, order: string, total: string): void {
      const [first] = invoices.get(customer) ?? [];
      const note = {
        ...first,
        id: `cn-${order}`,
        number: `CN-${order}`,
        kind: 'credit_note',
        orderNumber: `SO-${order}`,
      };
      const amounts = { total: money(total), open: money('0'), status: 'paid' };
      invoices.set(customer, [...(invoices.get(customer) ?? []), invoiceSchema.parse({ ...note, ...amounts })]);
      log.push({
        kind: 'invoice',
        id: note.id,
        customerId: customer as Change['customerId'],
        at: '2026-11-25T08:00:00.000Z',
      });
    },
    /** The customer's only return. */
    giveBack(customer: string, order: string, status: ErpReturn['status']): void {
      const back = { id: 'r1', number: 'RET-1', reference: null, orderNumber: `SO-${order}`, status };
      const empty = { reason: null, lines: [], creditNote: null, credit: null };
      returns.set(customer, [erpReturnSchema.parse({ ...back, ...empty, requestedOn: '2026-11-26' })]);
      note('return', 'r1', customer);
    },
    invoice(customer: string, order: string, total: string, open: string): void {
      const list = invoices.get(customer) ?? [];
      const id = `${customer}-${order}`;
      const invoice = invoiceSchema.parse({
        id,
        number: `INV-${id}`,
        kind: 'invoice',
        issuedOn: '2026-11-21',
        dueOn: '2026-12-21',
        total: money(total),
        open: money(open),
        status: open === '0' ? 'paid' : 'open',
        overdueDays: 0,
        orderNumber: `SO-${order}`,
        hasPdf: false,
      });
      invoices.set(customer, [invoice, ...list.filter((each) => each.id !== id)]);
      note('invoice', id, customer);
    },
  };
}
export type FeedErp = ReturnType<typeof feedErp>;

/** A CRM as far as a feed sees it. */
function feedCrm() {
  const pages = new Map<string, Record<string, unknown>>();
  const state = {
    error: null as CrmError | null,
    gone: new Set<string>(),
    refused: new Set<string>(),
    missing: [] as string[],
    calls: 0,
    updates: 0,
    prepared: 0,
  };
  async function writeMany(entries: readonly { ref: RecordRef; fields: WriteBack }[]): Promise<Written[]> {
    state.calls += 1;
    await new Promise((done) => setImmediate(done));
    if (state.error) throw state.error;
    return entries.map(({ ref, fields }) => {
      if (state.gone.has(ref.id)) return { error: new CrmError('not_found', 'gone'), missing: [] };
      if (state.refused.has(ref.id)) return { error: new CrmError('refused', 'no', { words: 'Rule 7' }), missing: [] };
      state.updates += 1;
      const missing = Object.keys(fields).filter((name) => state.missing.includes(name)) as Written['missing'];
      const key = `${ref.type} ${ref.id}`;
      const written = Object.entries(fields)
        .filter(([name]) => !state.missing.includes(name))
        .map(([name, value]) => [name, plain(value)]);
      pages.set(key, { ...pages.get(key), ...Object.fromEntries(written) });
      return { error: null, missing };
    });
  }
  const adapter = {
    crm: 'hubspot',
    writeBatch: 100,
    writeMany,
    async prepare() {
      state.prepared += 1;
    },
  } as unknown as CrmAdapter;
  return { adapter, state, pages };
}

/** One account with its ERP, its CRM and a clock that only the test moves; feeds come and go as processes do. */
export async function openFeedWorld(db: Db, erp: FeedErp = feedErp(), time: 'moved' | 'real' = 'moved') {
  const crm = feedCrm();
  const account = accountIdSchema.parse(`hubspot:${randomUUID().slice(0, 18)}`);
  await db.insertInto('accounts').values({ id: account, crm: 'hubspot', state: 'connected', settings: '{}' }).execute();
  await db
    .insertInto('erp_connections')
    .values({
      account,
      id: 'main',
      erp: 'fake',
      name: 'Fake',
      url: 'http://erp.test',
      credentials: 'x',
      settings: '{}',
      unfit: null,
      state: 'live',
      is_default: true,
    })
    .execute();
  let at = Date.parse('2026-11-25T08:00:00Z');
  const clock = time === 'real' ? databaseClock : () => sql<Date>`${new Date(at)}::timestamptz`;
  const now = () => (time === 'real' ? new Date() : new Date(at));
  const links = linkStore(db);
  const accounts: Pick<AccountStore, 'get' | 'connection'> = {
    connection: async () => null,
    get: async (id) => ({
      id,
      crm: 'hubspot',
      state: 'connected',
      settings: { flowsOff: [], fieldsOff: [], writeBack: true, propertiesReady: true, automation: automationOff },
      since: new Date(0),
      setup: liveSetup,
    }),
  };
  const errors: unknown[] = [];
  const due: string[] = [];
  const silent: string[][] = [];
  const open = new Set<Feeds>();
  /** `killed`: the process dies on the way, so nobody waits for its end. */
  function feeds(
    crash: (point: string) => Promise<void> | void = () => {},
    end: 'stopped' | 'killed' = 'stopped',
  ): Feeds {
    const made = createFeeds({
      db,
      clock,
      now,
      ...(time === 'real' ? {} : { steady: () => at, pause: async () => {} }),
      accounts,
      erpFor: async () => erp.adapter,
      describedBy: async () => null,
      crmFor: async () => crm.adapter,
      figures: {
        invalidate: async (_account, keys) => void due.push(...keys),
        invalidateAll: async (_account, names) => void due.push(...names.map((name) => `${name}|*`)),
      },
      follow: async (of, customer, card) => links.follow(of.account, customer, card),
      wrote: () => {},
      onError: (error) => void errors.push(error),
      onSilent: (accounts) => void silent.push(accounts.filter((each) => each === account)),
      hooks: { crash },
    });
    if (end === 'stopped') open.add(made);
    return made;
  }
  return {
    account,
    accounts,
    now,
    erp,
    crm,
    errors,
    due,
    silent,
    feeds,
    db,
    page: (type: RecordRef['type'], id: string) => crm.pages.get(`${type} ${id}`),
    async link(company: string, customer: string): Promise<void> {
      if (!erp.customers.has(customer)) erp.customer(customer);
      const card = erp.customers.get(customer);
      if (!card) throw new Error('no customer');
      await links.put(account, { type: 'company', id: company }, card, 'pat@example.com', now());
    },
    /** The deal was converted: its order is in the ERP. */
    async convert(deal: string, order: string, customer: string): Promise<void> {
      if (!erp.orders.has(order)) erp.order(order, customer);
      await sql`insert into submissions (id, account, kind, record_type, record_id, revision, reference, payload, state, step, erp_id, erp_number, created_by,
          created_at, updated_at, written_back, customer_key)
        values (${randomUUID()}, ${account}, 'order', 'deal', ${deal}, 'r1', ${`BR-${deal}`}, '{}', 'confirmed', 'write_back', ${order}, ${`SO-${order}`}, 'pat',
          ${now()}, ${now()}, true, ${customer})`.execute(db);
    },
    /** So many companies, each a customer with an order of its own. */
    async fill(count: number): Promise<void> {
      const numbers = Array.from({ length: count }, (_, nth) => nth);
      for (const nth of numbers) {
        erp.customer(`c${nth}`);
        erp.order(`o${nth}`, `c${nth}`);
      }
      const rows = JSON.stringify(
        numbers.map((nth) => ({ nth: String(nth), submission: randomUUID(), customer: erp.customers.get(`c${nth}`) })),
      );
      const from = sql`jsonb_to_recordset(${rows}::jsonb) as n (nth text, submission uuid, customer jsonb)`;
      await sql`insert into connection_links (account, connection, record_type, record_id, customer, linked_at, linked_by)
        select ${account}, 'main', 'company', '1' || nth, customer, ${now()}, 'pat' from ${from}`.execute(db);
      await sql`insert into submissions (id, account, kind, record_type, record_id, revision, reference, payload, state, step, erp_id, erp_number, created_by,
          created_at, updated_at, written_back, customer_key)
        select submission, ${account}, 'order', 'deal', '5' || nth, 'r1', 'BR-' || nth, '{}', 'confirmed', 'write_back', 'o' || nth, 'SO-o' || nth, 'pat',
          ${now()}::timestamptz, ${now()}::timestamptz, true, 'c' || nth from ${from}`.execute(db);
    },
    /** Time passes, and a process takes up what is due until nothing is. */
    async pass(one: Feeds, ms: number): Promise<void> {
      at += ms;
      await one.match();
      await one.draw();
      await one.settled();
    },
    /** What is due in a while is due now, until nothing is. */
    async wake(one: Feeds): Promise<void> {
      await db.updateTable('feeds').set({ due_at: now() }).execute();
      await one.draw();
      await one.settled();
    },
    move: (ms: number) => {
      at += ms;
    },
    async close(): Promise<void> {
      for (const each of open) await each.stop();
      for (const table of [
        'feeds',
        'feed_records',
        'connection_links',
        'submissions',
        'erp_connections',
        'lanes',
      ] as const)
        await db.deleteFrom(table).where('account', '=', account).execute();
      await db.deleteFrom('accounts').where('id', '=', account).execute();
    },
  };
}
export type FeedWorld = Awaited<ReturnType<typeof openFeedWorld>>;
