import { currencySchema, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { createVault } from '../src/access/secrets.ts';
import { type CrmAdapter, CrmError, type SoldDeal } from '../src/crm/contract/index.ts';
import { type ErpAdapter, ErpError } from '../src/erp/contract/index.ts';
import type { FoundOrder } from '../src/erp/contract/schemas.ts';
import { createReconciliation, type Reconciliation } from '../src/reconciliation/index.ts';
import { accountStore } from '../src/store/accounts.ts';
import { defaultOptions } from '../src/store/connection-options.ts';
import { MAIN } from '../src/store/connections.ts';
import type { Db } from '../src/store/open.ts';
import { openWorld } from './engine-world.ts';
import { fakeErp } from './fake-erp.ts';

const EUR = currencySchema.parse('EUR');
const vault = createVault([Buffer.alloc(32, 7).toString('base64')]);
const never = async (): Promise<never> => {
  throw new Error('not asked for');
};

/** An account whose ERP and list of sold deals lie in memory. The ERP's calls take 400 ms of a clock that else only the test moves; rests take none. */
export async function openReconciliationWorld(db: Db, zone = 'Europe/Berlin') {
  const erp = fakeErp();
  const world = await openWorld(db, erp);
  const { account } = world;
  const sold: SoldDeal[] = [];
  const crm = { error: null as Error | null, pageSize: 100, asked: [] as (string | null)[] };
  const ask = {
    errors: [] as ErpError[],
    down: null as ErpError | null,
    odd: null as string | null,
    hang: false,
    most: 1000,
    calls: 0,
  };
  /** The ERPs of further connections. */
  const others = new Map<string, ErpAdapter>();
  const rests: number[] = [];
  const errors: unknown[] = [];
  let at = Date.parse('2026-11-25T08:00:00Z');
  let onRest: (() => unknown) | null = null;

  const found = (order: (typeof erp.orders)[number]): FoundOrder => ({
    ...order,
    customer: { id: erpCustomerIdSchema.parse('c0'), number: 'C-0', name: 'Nordwind' },
    lines: order.lines.map((each) => ({ ...each, productId: erpProductIdSchema.parse('p1') })),
  });
  const adapter: ErpAdapter = {
    ...erp.adapter,
    health: async () => ({ ok: true, version: '1', company: 'Fake', timeZone: zone, currency: EUR }),
    orders: {
      ...(erp.adapter.orders as NonNullable<ErpAdapter['orders']>),
      async find({ references, numbers }, { signal }) {
        ask.calls += 1;
        if (ask.hang)
          await new Promise((_, cut) =>
            signal.addEventListener('abort', () => cut(new ErpError('unreachable', 'cut off', { timedOut: true }))),
          );
        at += 400;
        const error = ask.down ?? ask.errors.shift();
        if (error) throw error;
        if (references.length > ask.most) throw new ErpError('unreachable', 'too long', { timedOut: true });
        const orders = erp.orders.filter(
          ({ reference, number }) => references.some((each) => each === reference) || numbers.includes(number),
        );
        if (orders.some(({ number }) => number === ask.odd))
          throw new ErpError('drift', 'not a number', { field: 'sale.order.amount_total' });
        return { orders: orders.map(found) };
      },
    },
  };
  const crmAdapter: CrmAdapter = {
    crm: 'fake',
    record: never,
    writeBack: never,
    prepare: never,
    uninstall: never,
    pages: never,
    async sold({ cursor }) {
      crm.asked.push(cursor);
      if (crm.error) throw crm.error;
      const rest = sold.filter(({ id }) => id > (cursor ?? '')).sort((left, right) => (left.id < right.id ? -1 : 1));
      const deals = rest.slice(0, crm.pageSize);
      return { deals, cursor: rest.length > deals.length ? (deals.at(-1)?.id ?? null) : null };
    },
  };
  await db
    .insertInto('connections')
    .values({
      account,
      id: 'erp',
      erp: 'fake',
      name: 'Fake',
      url: 'http://fake.invalid',
      credentials: '',
      settings: '{}',
    })
    .execute();

  return {
    ...world,
    erp,
    others,
    sold,
    sales: crm,
    ask,
    rests,
    errors,
    zone,
    accounts: accountStore(db, vault),
    now: () => new Date(at),
    setClock: (iso: string) => {
      at = Date.parse(iso);
    },
    /** What happens at the next rest of a run, which lasts until that is done: where a process is stopped in the middle. */
    atNextRest: (work: () => unknown) => {
      onRest = work;
    },
    reconciliation: (): Reconciliation =>
      createReconciliation({
        db,
        clock: () => sql<Date>`${new Date(at)}::timestamptz`,
        accounts: accountStore(db, vault),
        connectionsOf: async () => [
          { id: MAIN, rule: null, isDefault: true, settings: {}, options: defaultOptions },
          ...[...others.keys()].map((id) => ({
            id,
            rule: null,
            isDefault: false,
            settings: {},
            options: defaultOptions,
          })),
        ],
        erpFor: async (_account, connection) => others.get(connection) ?? adapter,
        crmFor: async () => crmAdapter,
        recordFor: async (_account, { id }) => {
          throw new CrmError('not_found', `no deal ${id}`);
        },
        now: () => new Date(at),
        steady: () => at,
        onError: (error) => void errors.push(error),
        async pause(ms) {
          rests.push(ms);
          await new Promise((done) => setImmediate(done));
          const happens = onRest;
          onRest = null;
          await happens?.();
        },
      }),
    deal: (id: string, more: Partial<SoldDeal> = {}): SoldDeal => ({
      id,
      name: `Deal ${id}`,
      company: { id: '7001', name: 'Nordwind' },
      amount: null,
      currency: EUR,
      wonOn: '2026-11-20',
      orderNumber: null,
      orderStatus: null,
      ...more,
    }),
  };
}
