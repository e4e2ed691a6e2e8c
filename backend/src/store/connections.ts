import { type AccountId, accountIdSchema } from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import { connectionChanges, forgetTokens, openOrders, releaseLane } from './connection-changes.ts';
import { erpLane, figurePrefix, MAIN, sealContext } from './connection-keys.ts';
import {
  type ConnectionOptions,
  type ConnectionState,
  connectionOptionsSchema,
  connectionStates,
  type RoutingRule,
  routingRuleSchema,
} from './connection-options.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

const texts = z.record(z.string(), z.string());

export { erpLane, figurePrefix, MAIN, type RoutingRule, sealContext };
export type Connection = {
  id: string;
  erp: string;
  /** What an admin calls it, else the ERP with its company. */
  name: string;
  /** The ERP with its company. */
  erpName: string;
  label: string | null;
  url: string;
  credentials: Record<string, string>;
  settings: Record<string, string>;
  /** Why nothing may be written to this ERP; null where all is well. Connecting anew takes it away. */
  unfit: string | null;
  /** Null: it serves what no rule of another connection takes if it is the default, and nothing otherwise. */
  rule: RoutingRule | null;
  isDefault: boolean;
  version: string;
  state: ConnectionState;
  options: ConnectionOptions;
  /** Last day on which the credentials work, `yyyy-mm-dd`; null where nobody knows. */
  credentialsEnd: string | null;
  changed: { by: string; at: Date } | null;
};
/** What an admin connects. */
export type NewConnection = Pick<Connection, 'erp' | 'name' | 'url' | 'credentials' | 'settings'> & {
  credentialsEnd?: string | null;
};
/** Who connects, and the version that they saw; null: none was there. */
export type Connecting = { by: string; at: Date; version: string | null };

/** An account's connections to ERPs, the oldest first. Credentials are sealed. */
export function connectionStore(db: Db, vault: Vault) {
  const opened = (row: Selectable<Tables['erp_connections']>): Connection => ({
    id: row.id,
    erp: row.erp,
    name: row.label ?? row.name,
    erpName: row.name,
    label: row.label,
    url: row.url,
    credentials: texts.parse(JSON.parse(vault.open(row.credentials, sealContext(row.account, row.id)))),
    settings: texts.parse(row.settings),
    unfit: row.unfit,
    // A rule that can no longer be read matches nothing; the console asks for it again.
    rule: routingRuleSchema.safeParse(row.rule).data ?? null,
    isDefault: row.is_default,
    version: String(row.version),
    state: connectionStates.find((each) => each === row.state) ?? 'paused',
    options: connectionOptionsSchema.parse(row.options),
    credentialsEnd: row.credentials_end,
    changed: row.changed_by && row.changed_at ? { by: row.changed_by, at: row.changed_at } : null,
  });
  const change = (account: AccountId, id: string) =>
    db
      .updateTable('erp_connections')
      .set({ version: sql`nextval('connection_versions')` })
      .where('account', '=', account)
      .where('id', '=', id);
  const rows = async (account: AccountId): Promise<Connection[]> =>
    (
      await db
        .selectFrom('erp_connections')
        .selectAll()
        .where('account', '=', account)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(opened);
  return {
    ...connectionChanges(db, vault),
    connections: rows,
    /** One connection; without an id the default one. */
    async connection(account: AccountId, id?: string): Promise<Connection | null> {
      const all = await rows(account);
      return all.find((each) => (id === undefined ? each.isDefault : each.id === id)) ?? null;
    },
    async connect(account: AccountId, connection: NewConnection, id = MAIN, who?: Connecting): Promise<void> {
      const row = {
        erp: connection.erp,
        name: connection.name,
        url: connection.url,
        credentials: vault.seal(JSON.stringify(connection.credentials), sealContext(account, id)),
        settings: JSON.stringify(connection.settings),
        unfit: null,
        ...(connection.credentialsEnd === undefined ? {} : { credentials_end: connection.credentialsEnd }),
        ...(who ? { changed_by: who.by, changed_at: who.at } : {}),
      };
      const noDefault = sql<boolean>`not exists (select 1 from erp_connections where account = ${account} and is_default)`;
      await db
        .insertInto('erp_connections')
        .values({ account, id, ...row, state: 'live', is_default: noDefault })
        .onConflict((on) =>
          on.columns(['account', 'id']).doUpdateSet({
            ...row,
            version: sql`nextval('connection_versions')`,
            // New credentials end a disconnection; a pause is ended by who began it.
            state: sql`case when erp_connections.state = 'disconnected' then 'live' else erp_connections.state end`,
          }),
        )
        .execute();
      await releaseLane(db, account, id);
    },
    /**
     * Connects another ERP under this id, or none. `moves`: it is another company, at which the links, figures and comparisons of the old one mean nothing.
     * `in_use`: orders are under way to the old one. `default`: it is the default of several. `stale`: somebody changed it since `who` saw it. In these
     * cases nothing was changed.
     */
    switchTo(
      account: AccountId,
      id: string,
      connection: NewConnection | null,
      moves: boolean,
      who?: Connecting,
    ): Promise<'done' | 'in_use' | 'default' | 'stale'> {
      return db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute();
        const all = await trx
          .selectFrom('erp_connections')
          .select(['id', 'is_default', 'version'])
          .where('account', '=', account)
          .execute();
        const before = all.find((each) => each.id === id);
        if (who && (before ? String(before.version) : null) !== who.version) return 'stale';
        const isDefault = all.some((each) => each.id === id && each.is_default);
        if (!connection && isDefault && all.length > 1) return 'default';
        if (moves) {
          if (await openOrders(trx, account, id)) return 'in_use';
          await forget(trx, account, id);
          if (isDefault) await trx.deleteFrom('reconciliation_nights').where('account', '=', account).execute();
        }
        if (connection) await connectionStore(trx, vault).connect(account, connection, id, who);
        else {
          await trx.deleteFrom('erp_connections').where('account', '=', account).where('id', '=', id).execute();
          await forgetTokens(trx, account, id);
        }
        return 'done';
      });
    },
    /** Which records go to it. The default needs no rule: it takes what no other one takes. */
    async setRule(account: AccountId, id: string, rule: RoutingRule | null): Promise<void> {
      await change(account, id)
        .set({ rule: rule && JSON.stringify(rule) })
        .execute();
    },
    /** Exactly one of an account's connections is the default; this one is from now on. */
    async makeDefault(account: AccountId, id: string): Promise<boolean> {
      return db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute();
        const found = await trx
          .selectFrom('erp_connections')
          .select('id')
          .where('account', '=', account)
          .where('id', '=', id)
          .executeTakeFirst();
        if (!found) return false;
        const all = trx.updateTable('erp_connections').where('account', '=', account);
        // The old one first: the index allows one at any moment.
        await all.set({ is_default: false }).where('is_default', '=', true).execute();
        await all.set({ is_default: true, rule: null }).where('id', '=', id).execute();
        await trx.deleteFrom('reconciliation_nights').where('account', '=', account).execute();
        return true;
      });
    },
    /** Nothing is written to the connected ERP any more; the reason is shown to whoever tries. */
    async markUnfit(account: AccountId, unfit: string, id = MAIN): Promise<void> {
      await db
        .updateTable('erp_connections')
        .set({ unfit })
        .where('account', '=', account)
        .where('id', '=', id)
        .execute();
    },
    /** An admin says whether the connected ERP is a test system. Without an id it is the default one. */
    async markTest(account: AccountId, isTest: boolean, id?: string): Promise<void> {
      const target = id ?? (await rows(account)).find(({ isDefault }) => isDefault)?.id;
      if (target === undefined) return;
      await change(account, target)
        .set({ settings: sql`settings || ${JSON.stringify({ test: isTest ? 'yes' : 'no' })}::jsonb` })
        .execute();
    },
    /**
     * The connection itself, and those of other accounts to the same ERP: a company with two CRMs. What one writes makes the others' figures old, and what
     * one sells the other may sell too. Wider than one company of that ERP.
     */
    async onSameErp(account: AccountId, id?: string): Promise<{ account: AccountId; connection: string }[]> {
      const found = await db
        .selectFrom('erp_connections as own')
        .innerJoin('erp_connections as same', (join) =>
          join
            .onRef('same.erp', '=', 'own.erp')
            .on(sql<boolean>`lower(rtrim(same.url, '/')) = lower(rtrim(own.url, '/'))`),
        )
        .select(['same.account', 'same.id'])
        .where('own.account', '=', account)
        .where((eb) => (id === undefined ? eb('own.is_default', '=', true) : eb('own.id', '=', id)))
        .execute();
      return found.map((row) => ({ account: accountIdSchema.parse(row.account), connection: row.id }));
    },
  };
}

/** What is known of one ERP company and means nothing at another. */
async function forget(trx: Db, account: AccountId, id: string): Promise<void> {
  const prefix = figurePrefix(id);
  await trx.deleteFrom('connection_links').where('account', '=', account).where('connection', '=', id).execute();
  for (const table of ['cache_entries', 'cache_claims'] as const)
    await trx
      .deleteFrom(table)
      .where('account', '=', account)
      .where(prefix === '' ? sql<boolean>`not starts_with(key, '@')` : sql<boolean>`starts_with(key, ${prefix})`)
      .execute();
  for (const table of ['feeds', 'feed_records', 'customer_syncs'] as const)
    await trx.deleteFrom(table).where('account', '=', account).where('connection', '=', id).execute();
  await trx.deleteFrom('lanes').where('account', '=', account).where('lane', '=', erpLane(id)).execute();
  await trx.deleteFrom('connection_uses').where('account', '=', account).where('connection', '=', id).execute();
  await trx.deleteFrom('scan_decisions').where('account', '=', account).where('connection', '=', id).execute();
  for (const table of ['scan_pairs', 'scan_keys', 'scan_records'] as const)
    await trx
      .deleteFrom(table)
      .where('account', '=', account)
      .where('scan', 'in', (of) =>
        of.selectFrom('scans').select('id').where('account', '=', account).where('connection', '=', id),
      )
      .execute();
  await trx.deleteFrom('scans').where('account', '=', account).where('connection', '=', id).execute();
}

/** Whether an admin said that the ERP behind it is a test system. */
export const isTestErp = ({ settings: { test } }: Pick<Connection, 'settings'>): boolean => test === 'yes';
