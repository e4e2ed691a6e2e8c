import { type AccountId, accountIdSchema, type Flow, flowSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import type { Db } from './open.ts';

const settings = z.object({
  flowsOff: z.array(flowSchema).default([]),
  writeBack: z.boolean().default(true),
  propertiesReady: z.boolean().default(false),
});
export type AccountSettings = z.infer<typeof settings>;
export type Account = {
  id: AccountId;
  crm: string;
  state: 'connected' | 'disconnected';
  settings: AccountSettings;
  /** When it was installed or connected again: links and sessions from before are dead. */
  since: Date;
};
const connectionSettings = z.record(z.string(), z.string());
export type Connection = {
  id: string;
  erp: string;
  name: string;
  url: string;
  credentials: Record<string, string>;
  settings: Record<string, string>;
  /** Why nothing may be written to this ERP; null where all is well. Connecting anew takes it away. */
  unfit?: string | null;
};

/** Every table that holds something of an account, in an order that its foreign keys allow. A test compares it with the database. */
export const accountTables = [
  'idempotency_keys',
  'submission_events',
  'submissions',
  'write_backs',
  'reconciliation_items',
  'reconciliation_findings',
  'reconciliations',
  'reconciliation_nights',
  'lanes',
  'cache_entries',
  'cache_claims',
  'links',
  'record_merges',
  'carried_orders',
  'quote_choices',
  'desk_sessions',
  'people',
  'audit_log',
  'quotas',
  'request_counts',
  'crm_tokens',
  'crm_token_leases',
  'salesforce_orgs',
  'used_tokens',
  'connections',
] as const;

/** Accounts and their connection to an ERP. Credentials are sealed; the context binds them to their account. */
export function accountStore(db: Db, vault: Vault) {
  return {
    async get(id: AccountId): Promise<Account | null> {
      const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
      return row
        ? {
            id,
            crm: row.crm,
            state: row.state === 'connected' ? 'connected' : 'disconnected',
            settings: settings.parse(row.settings),
            since: row.since,
          }
        : null;
    },
    /** Installs it, or connects it again. */
    async put(id: AccountId, crm: string, now = new Date()): Promise<void> {
      await db
        .insertInto('accounts')
        .values({ id, crm, state: 'connected', settings: '{}', since: now, state_at: now })
        .onConflict((on) =>
          on
            .column('id')
            .doUpdateSet({ state: 'connected', since: now, state_at: now })
            .where('accounts.state', '!=', 'connected'),
        )
        .execute();
    },
    /** The CRM took its grant back. What is kept stays until the account is connected again or forgotten. */
    async disconnect(id: AccountId, now = new Date()): Promise<boolean> {
      const row = await db
        .updateTable('accounts')
        .set({ state: 'disconnected', state_at: now })
        .where('id', '=', id)
        .where('state', '=', 'connected')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async disconnectedBefore(instant: Date): Promise<AccountId[]> {
      const rows = await db
        .selectFrom('accounts')
        .select('id')
        .where('state', '=', 'disconnected')
        .where('state_at', '<', instant)
        .limit(100)
        .execute();
      return rows.map(({ id }) => accountIdSchema.parse(id));
    },
    /** Connected accounts whose grant nobody has used or tried since; they count as tried from now on. */
    async takeUncheckedGrants(before: Date, now: Date): Promise<AccountId[]> {
      const rows = await db
        .updateTable('accounts')
        .set({ grant_checked_at: now })
        .where('id', 'in', (some) =>
          some
            .selectFrom('accounts')
            .select('id')
            .where('state', '=', 'connected')
            .where((eb) => eb.or([eb('grant_checked_at', 'is', null), eb('grant_checked_at', '<', before)]))
            .limit(50),
        )
        .returning('id')
        .execute();
      return rows.map(({ id }) => accountIdSchema.parse(id));
    },
    async saveSettings(id: AccountId, value: AccountSettings): Promise<void> {
      await db
        .updateTable('accounts')
        .set({ settings: JSON.stringify(value) })
        .where('id', '=', id)
        .execute();
    },
    async connection(id: AccountId): Promise<Connection | null> {
      const row = await db.selectFrom('connections').selectAll().where('account', '=', id).executeTakeFirst();
      if (!row) return null;
      const credentials = z.record(z.string(), z.string()).parse(JSON.parse(vault.open(row.credentials, `${id}|erp`)));
      return {
        id: row.id,
        erp: row.erp,
        name: row.name,
        url: row.url,
        credentials,
        settings: connectionSettings.parse(row.settings),
        unfit: row.unfit,
      };
    },
    async connect(id: AccountId, connection: Connection): Promise<void> {
      const row = {
        erp: connection.erp,
        name: connection.name,
        url: connection.url,
        credentials: vault.seal(JSON.stringify(connection.credentials), `${id}|erp`),
        settings: JSON.stringify(connection.settings),
        unfit: null,
      };
      await db
        .insertInto('connections')
        .values({ account: id, id: connection.id, ...row })
        .onConflict((on) => on.column('account').doUpdateSet(row))
        .execute();
    },
    /**
     * Connects another ERP, or none. `moves`: it is another company, at which the links, figures and comparisons of the old one mean nothing.
     * False: orders are under way to the old one, and nothing was changed.
     */
    switchTo(id: AccountId, connection: Connection | null, moves: boolean): Promise<boolean> {
      return db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', id).forUpdate().execute();
        if (moves) {
          const open = await trx
            .selectFrom('submissions')
            .select('id')
            .where('account', '=', id)
            .where('state', 'not in', ['confirmed', 'cancelled'])
            .limit(1)
            .executeTakeFirst();
          if (open) return false;
          for (const table of ['links', 'cache_entries', 'cache_claims', 'lanes', 'reconciliation_nights'] as const)
            await trx.deleteFrom(table).where('account', '=', id).execute();
        }
        if (connection) await accountStore(trx, vault).connect(id, connection);
        else await trx.deleteFrom('connections').where('account', '=', id).execute();
        return true;
      });
    },
    /** Nothing is written to the connected ERP any more; the reason is shown to whoever tries. */
    async markUnfit(id: AccountId, unfit: string): Promise<void> {
      await db.updateTable('connections').set({ unfit }).where('account', '=', id).execute();
    },
    /** An admin says whether the connected ERP is a test system. */
    async markTest(id: AccountId, isTest: boolean): Promise<void> {
      await db
        .updateTable('connections')
        .set({ settings: sql`settings || ${JSON.stringify({ test: isTest ? 'yes' : 'no' })}::jsonb` })
        .where('account', '=', id)
        .execute();
    },
    /**
     * Itself, and who else is connected to the same ERP: a company with two CRMs. What one writes makes the others' figures old,
     * and what one sells the other may sell too. Wider than one company of that ERP.
     */
    async onSameErp(id: AccountId): Promise<AccountId[]> {
      const rows = await db
        .selectFrom('connections as own')
        .innerJoin('connections as same', (join) =>
          join
            .onRef('same.erp', '=', 'own.erp')
            .on(sql<boolean>`lower(rtrim(same.url, '/')) = lower(rtrim(own.url, '/'))`),
        )
        .select('same.account')
        .where('own.account', '=', id)
        .execute();
      return rows.map(({ account }) => accountIdSchema.parse(account));
    },
    /** Rows of accounts that are gone. */
    async removeOrphans(): Promise<void> {
      for (const table of accountTables)
        await db
          .deleteFrom(table)
          .where('account', 'not in', (all) => all.selectFrom('accounts').select('id'))
          .execute();
    },
    /** Uninstall: everything of the account goes, in one transaction. */
    async remove(id: AccountId): Promise<void> {
      await db.transaction().execute(async (trx) => {
        for (const table of accountTables) await trx.deleteFrom(table).where('account', '=', id).execute();
        await trx.deleteFrom('accounts').where('id', '=', id).execute();
      });
    },
  };
}
/** Whether an admin said that the ERP behind it is a test system. */
export const isTestErp = ({ settings: { test } }: Connection): boolean => test === 'yes';
export type AccountStore = ReturnType<typeof accountStore>;
export const flowIsOn = (account: Account, flow: Flow): boolean => !account.settings.flowsOff.includes(flow);
