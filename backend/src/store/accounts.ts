import { type AccountId, accountIdSchema, type Flow, flowSchema } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import { type Connection, connectionStore } from './connections.ts';
import type { Db } from './open.ts';
import { liveSetup, type Setup, setupSchema, setupStore } from './setups.ts';
import { timelineKinds } from './timeline-kinds.ts';

const timelineSchema = z.object({
  kinds: z.array(z.enum(timelineKinds)).default([]),
  language: z.enum(locales).default('en'),
});
export type TimelineSettings = z.infer<typeof timelineSchema>;
const timelineOff: TimelineSettings = { kinds: [], language: 'en' };
const automationSchema = z.object({
  all: z.boolean().default(false),
  pipelines: z.array(z.string()).default([]),
  /** What the timelines of records are told, and in which language. */
  timeline: timelineSchema.catch(timelineOff).default(timelineOff),
});
export type AutomationSettings = z.infer<typeof automationSchema>;
export const automationOff: AutomationSettings = { all: false, pipelines: [], timeline: timelineOff };

const settings = z.object({
  flowsOff: z.array(flowSchema).default([]),
  /** Fields of CRM records that the CRM is master of: Backroom does not write them. */
  fieldsOff: z.array(z.string()).default([]),
  writeBack: z.boolean().default(true),
  propertiesReady: z.boolean().default(false),
  /** Deals whose accepted quote is converted without a person: of all pipelines, or of these. A part that cannot be read counts as off. */
  automation: automationSchema.catch(automationOff).default(automationOff),
});
type AccountSettings = z.infer<typeof settings>;
export type Account = {
  id: AccountId;
  crm: string;
  state: 'connected' | 'disconnected';
  settings: AccountSettings;
  /** Time of the last installation or reconnection. Earlier links and sessions are invalid. */
  since: Date;
  setup: Setup;
};
/** All tables with data of an account, in an order that foreign keys allow. A test compares the list with the database. */
export const accountTables = [
  'idempotency_keys',
  'order_act_events',
  'order_acts',
  'submission_events',
  'submissions',
  'write_backs',
  'conversions',
  'conversion_runs',
  'timeline_entries',
  'reconciliation_items',
  'reconciliation_findings',
  'reconciliations',
  'reconciliation_nights',
  'scan_decisions',
  'scan_pairs',
  'scan_keys',
  'scan_records',
  'scans',
  'feeds',
  'feed_records',
  'customer_syncs',
  'lanes',
  'cache_entries',
  'cache_claims',
  'links',
  'connection_links',
  'record_merges',
  'carried_orders',
  'quote_choices',
  'order_entries',
  'desk_sessions',
  'people',
  'api_keys',
  'audit_log',
  'quotas',
  'request_counts',
  'crm_tokens',
  'crm_token_leases',
  'erp_tokens',
  'erp_token_leases',
  'salesforce_orgs',
  'pipedrive_grants',
  'used_tokens',
  'connections',
  'erp_connections',
  'connection_uses',
  'approvals',
  'setups',
  'call_log',
  'flow_stats',
  'alerting',
  'alerts',
  'alert_messages',
  'load_calls',
  'load_orders',
  'load_tests',
] as const;

/** Accounts and their connections to ERPs. */
export function accountStore(db: Db, vault: Vault) {
  return {
    ...connectionStore(db, vault),
    ...setupStore(db, vault),
    async get(id: AccountId): Promise<Account | null> {
      const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
      return row
        ? {
            id,
            crm: row.crm,
            state: row.state === 'connected' ? 'connected' : 'disconnected',
            settings: settings.parse(row.settings),
            since: row.since,
            setup: row.setup === null ? liveSetup : setupSchema.parse(row.setup),
          }
        : null;
    },
    /** Installs or reconnects the account. */
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
      // From now on the rules of its alerts are evaluated.
      await db
        .insertInto('alerting')
        .values({ account: id })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    /** Records that the CRM revoked its grant. The data stay until the account is reconnected or deleted. */
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
    /** Returns connected accounts whose grant was not used since, and marks them as tried. */
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
    async saveSettings(id: AccountId, value: z.input<typeof settings>): Promise<void> {
      await db
        .updateTable('accounts')
        .set({ settings: JSON.stringify(settings.parse(value)) })
        .where('id', '=', id)
        .execute();
    },
    /** Deletes rows of removed accounts. */
    async removeOrphans(): Promise<void> {
      for (const table of accountTables)
        await db
          .deleteFrom(table)
          .where('account', 'not in', (all) => all.selectFrom('accounts').select('id'))
          .execute();
    },
    /** Deletes all data of the account in one transaction. */
    async remove(id: AccountId): Promise<void> {
      await db.transaction().execute(async (trx) => {
        for (const table of accountTables) await trx.deleteFrom(table).where('account', '=', id).execute();
        await trx.deleteFrom('accounts').where('id', '=', id).execute();
      });
    },
  };
}
export type AccountStore = ReturnType<typeof accountStore>;
export const flowIsOn = (account: Account, flow: Flow): boolean => !account.settings.flowsOff.includes(flow);
/** Whether the flow runs at this connection: it may be off for the whole account, or here. */
export const flowIsOnAt = (account: Account, connection: Pick<Connection, 'options'> | null, flow: Flow): boolean =>
  flowIsOn(account, flow) && !connection?.options.flowsOff.includes(flow);
/** What of these fields the ERP is master of. */
export const ofMaster = <Fields extends object>(
  { settings: { fieldsOff } }: Account,
  fields: Fields,
): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !fieldsOff.includes(name))) as Partial<Fields>;
