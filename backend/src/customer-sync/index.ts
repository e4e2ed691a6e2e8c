import type { AccountId, RecordRef } from '@backroom/shared';
import type { CrmRecord } from '../crm/contract/index.ts';
import { CrmError } from '../crm/contract/index.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { mappedValues } from '../flows/mapping/values.ts';
import { createPool } from '../jobs/pool.ts';
import { type AccountStore, flowIsOnAt } from '../store/accounts.ts';
import type { Clock } from '../store/clock.ts';
import type { Connection } from '../store/connections.ts';
import type { Link, LinkStore } from '../store/links.ts';
import type { Db } from '../store/open.ts';
import { readPayload } from '../submissions/payload.ts';
import { type Conflict, merge, type Values } from './merge.ts';
import { type SyncRow, syncRows } from './rows.ts';

/** Companies that one process syncs at once: panels and orders go first. */
const AT_ONCE = 2;
const CALL_MS = 20_000;
const call = () => ({ signal: AbortSignal.timeout(CALL_MS) });

export type SyncParts = {
  db: Db;
  clock: Clock;
  accounts: Pick<AccountStore, 'get' | 'connection' | 'connections'>;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  recordFor: (account: AccountId, ref: RecordRef) => Promise<CrmRecord>;
  linkOf: (account: AccountId, connection: string, company: RecordRef) => Promise<Link | null>;
  onError: (error: unknown) => void;
};
const mapsCustomers = ({ options }: Connection): boolean =>
  options.mapping.toErp.some(({ record }) => record === 'customer') && !options.readOnly.includes('customers');

/** Links whose company is compared with its customer as soon as it is linked. */
export function whenLinked(links: LinkStore, touch: (account: AccountId, company: string) => Promise<void>): LinkStore {
  return {
    ...links,
    of: (connection) => whenLinked(links.of(connection), touch),
    async put(account, ref, ...more) {
      await links.put(account, ref, ...more);
      await touch(account, ref.id);
    },
  };
}

/** Mapped fields of companies follow into the ERP's customers when they change in the CRM. */
export function createCustomerSync({ db, clock, accounts, erpFor, recordFor, linkOf, onError }: SyncParts) {
  const rows = syncRows(db, clock);

  /** What a customer that we created was created with: both sides had it. */
  async function createdWith({ account, connection, record_id }: SyncRow): Promise<Values> {
    const row = await db
      .selectFrom('submissions')
      .select('payload')
      .where('account', '=', account)
      .where('connection', '=', connection)
      .where('record_type', '=', 'company')
      .where('record_id', '=', record_id)
      .where('kind', '=', 'customer')
      .where('state', '=', 'confirmed')
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    const payload = row ? readPayload(row.payload) : null;
    return payload?.kind === 'customer' ? (payload.customer.custom ?? {}) : {};
  }
  async function sync(row: SyncRow): Promise<void> {
    const { account, connection: id, record_id } = row;
    const ref: RecordRef = { type: 'company', id: record_id };
    const [owner, connection, link] = await Promise.all([
      accounts.get(account),
      accounts.connection(account, id),
      linkOf(account, id, ref),
    ]);
    if (!owner || !connection || !link || !mapsCustomers(connection) || !flowIsOnAt(owner, connection, 'customers'))
      return rows.drop(row);
    const { fields } = await erpFor(account, id);
    if (!fields?.write) return rows.drop(row);
    const record = await recordFor(account, ref);
    if (record.type !== 'company') return rows.drop(row);
    const { mapping } = connection.options;
    const mapped = mapping.toErp.filter(({ record: of }) => of === 'customer');
    const names = mapped.map(({ erp }) => erp);
    const listed = (await fields.list({ record: 'customer', options: names }, call())).fields;
    const { values: crm, troubles } = mappedValues(mapping, 'customer', listed, record.company.fields ?? {});
    const readable = names.filter((name) => listed.some((field) => field.name === name));
    const customer = link.customer.id;
    const asked = { record: 'customer' as const, ids: [customer], names: readable };
    const erp = readable.length > 0 ? ((await fields.read(asked, call())).results[0] ?? null) : {};
    if (erp === null) return rows.drop(row);
    const base = Object.keys(row.base).length > 0 ? row.base : await createdWith(row);
    const crmNames = Object.fromEntries(mapped.map(({ erp: name, crm: crmName }) => [name, crmName]));
    const merged = merge({ crm, erp, base }, crmNames);
    if (Object.keys(merged.write).length > 0)
      await fields.write({ record: 'customer', id: customer, values: merged.write, expected: merged.expected }, call());
    const [trouble] = troubles;
    const problem = trouble ? `${trouble.field}${trouble.value ? `: ${trouble.value}` : ''}` : null;
    await rows.settled(row, { base: merged.base, conflicts: merged.conflicts, name: record.name, problem });
  }
  async function run(row: SyncRow): Promise<void> {
    try {
      await sync(row);
    } catch (error) {
      const known = error instanceof ErpError || error instanceof CrmError;
      if (!known) onError(error);
      // Somebody changed the customer between our look and our write: the next look sees it.
      await rows.failed(row, known ? (error.words ?? error.kind) : 'internal');
    }
  }
  const pool = createPool({ size: AT_ONCE, claim: rows.claim, run, onError });
  return {
    /** The CRM tells that a company changed, or it was linked. */
    async touch(account: AccountId, company: string): Promise<void> {
      const mapping = (await accounts.connections(account)).filter(mapsCustomers);
      await rows.touch(
        account,
        company,
        mapping.map(({ id }) => id),
      );
    },
    open: rows.open,
    decide: (key: Pick<SyncRow, 'account' | 'connection' | 'record_id'>, conflict: Conflict, keep: 'crm' | 'erp') =>
      rows.decide(key, conflict, keep),
    draw: pool.draw,
    settled: pool.settled,
    stop: pool.stop,
  };
}
export type CustomerSync = ReturnType<typeof createCustomerSync>;
