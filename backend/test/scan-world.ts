import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, currencySchema, erpCustomerIdSchema } from '@backroom/shared';
import { pino } from 'pino';
import { createVault } from '../src/access/secrets.ts';
import type { CrmAdapter, ListedCompany } from '../src/crm/contract/index.ts';
import type { ErpAdapter } from '../src/erp/contract/index.ts';
import type { ListedCustomer } from '../src/erp/contract/schemas.ts';
import { createScans, type Scans } from '../src/scans/index.ts';
import { accountStore } from '../src/store/accounts.ts';
import { auditStore } from '../src/store/audit.ts';
import { MAIN } from '../src/store/connections.ts';
import { linkStore } from '../src/store/links.ts';
import type { Db } from '../src/store/open.ts';

const EUR = currencySchema.parse('EUR');
const vault = createVault([Buffer.alloc(32, 7).toString('base64')]);
const never = async (): Promise<never> => {
  throw new Error('not asked for');
};

export const listedCompany = (id: string, name: string, more: Partial<ListedCompany> = {}): ListedCompany => ({
  id,
  name,
  domain: null,
  vatId: null,
  erpNumber: null,
  phone: null,
  street: null,
  postalCode: null,
  city: null,
  country: null,
  ...more,
});
export const listedCustomer = (id: string, name: string, more: Partial<ListedCustomer> = {}): ListedCustomer => ({
  id: erpCustomerIdSchema.parse(id),
  number: id,
  name,
  city: null,
  country: null,
  vatId: null,
  currency: EUR,
  paymentTerms: null,
  blocked: false,
  ...more,
});

/** Pages of a list that lies in memory, the smallest ids first. */
function page<Item extends { id: string }>(all: readonly Item[], cursor: string | null, size: number) {
  const rest = all.filter(({ id }) => id > (cursor ?? '')).sort((left, right) => (left.id < right.id ? -1 : 1));
  const items = rest.slice(0, size);
  return { items, cursor: rest.length > size ? (items.at(-1)?.id ?? null) : null };
}

/** Lists whose pages are made when they are asked for. */
type Endless = {
  companies: (cursor: string | null) => { items: ListedCompany[]; cursor: string | null };
  customers: (cursor: string | null) => { items: ListedCustomer[]; cursor: string | null };
};
/** An account whose companies and customers lie in memory. Scans come and go as processes do. */
export async function openScanWorld(db: Db, endless?: Endless) {
  const account: AccountId = accountIdSchema.parse(`hubspot:${randomUUID().slice(0, 18)}`);
  const accounts = accountStore(db, vault);
  await accounts.put(account, 'hubspot', new Date('2026-11-01T00:00:00Z'));
  await accounts.connect(account, {
    erp: 'fake',
    name: 'Fake ERP',
    url: 'http://fake.invalid',
    credentials: {},
    settings: {},
  });
  const companies: ListedCompany[] = [];
  const customers: ListedCustomer[] = [];
  const crm = { asked: [] as (string | null)[], errors: [] as Error[], pageSize: 50 };
  const erp = { asked: [] as (string | null)[], errors: [] as Error[], pageSize: 50, gone: new Set<string>() };
  const errors: unknown[] = [];
  const at = Date.parse('2026-11-25T08:00:00Z');
  let onRest: (() => unknown) | null = null;
  const now = () => new Date(at);
  const crmAdapter: CrmAdapter = {
    crm: 'fake',
    record: never,
    writeBack: never,
    prepare: never,
    uninstall: never,
    pages: never,
    async companies({ cursor }) {
      crm.asked.push(cursor);
      const error = crm.errors.shift();
      if (error) throw error;
      const { items, cursor: next } = endless?.companies(cursor) ?? page(companies, cursor, crm.pageSize);
      return { companies: items, cursor: next };
    },
  };
  const erpAdapter = {
    describe: async () => ({ without: [] }),
    customers: {
      search: never,
      async get({ ids }: { ids: readonly string[] }) {
        return {
          results: ids.map((id) => (erp.gone.has(id) ? null : (customers.find((each) => each.id === id) ?? null))),
        };
      },
      async list({ cursor }: { cursor: string | null }) {
        erp.asked.push(cursor);
        const error = erp.errors.shift();
        if (error) throw error;
        const { items, cursor: next } = endless?.customers(cursor) ?? page(customers, cursor, erp.pageSize);
        return { customers: items, cursor: next };
      },
    },
  } as unknown as ErpAdapter;
  return {
    account,
    accounts,
    companies,
    customers,
    crm,
    erp,
    errors,
    links: linkStore(db),
    audit: auditStore(db, pino({ level: 'silent' }), now),
    now,
    who: { account, actor: 'pat@example.com' },
    connection: MAIN,
    /** What happens at the next rest between two calls: where a process is stopped in the middle. */
    atNextRest(work: () => unknown): void {
      onRest = work;
    },
    /** `real`: rests take as long as in service. */
    scans: (rests: 'none' | 'real' = 'none'): Scans =>
      createScans({
        db,
        accounts,
        links: linkStore(db),
        audit: auditStore(db, pino({ level: 'silent' }), now),
        crmFor: async () => crmAdapter,
        erpFor: async () => erpAdapter,
        now,
        onError: (error) => void errors.push(error),
        ...(rests === 'real'
          ? {}
          : {
              async pause() {
                await new Promise((done) => setImmediate(done));
                const happens = onRest;
                onRest = null;
                await happens?.();
              },
            }),
      }),
  };
}
export type ScanWorld = Awaited<ReturnType<typeof openScanWorld>>;
/** A scan from its beginning to its end. */
export async function scanned(world: ScanWorld, scans: Scans) {
  const id = await scans.start(world.who);
  await scans.draw();
  await scans.settled();
  return scans.scan(world.account, id);
}
