import type { AccountId } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Vault } from '../../access/secrets.ts';
import type { Db } from '../../store/open.ts';

/** What an admin can be alerted of, with the limit that is usual and the highest that makes sense. */
export const rules = {
  erp_unreachable: { limit: 5, most: 1440, unit: 'minutes' },
  flow_failing: { limit: 50, most: 100, unit: 'percent' },
  feed_silent: { limit: 15, most: 1440, unit: 'minutes' },
  order_waiting: { limit: 30, most: 10_080, unit: 'minutes' },
  needs_attention: { limit: 1, most: 1000, unit: 'rows' },
  credential_ending: { limit: 14, most: 365, unit: 'days' },
  signature_failures: { limit: 20, most: 10_000, unit: 'requests' },
  monitoring_gap: { limit: 15, most: 1440, unit: 'minutes' },
} as const;
export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as [RuleId, ...RuleId[]];
export const ruleIdSchema = z.enum(ruleIds);

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Recipients of one account. */
export const MOST_RECIPIENTS = 20;
export const recipientSchema = z.object({ address: z.email().max(200), locale: z.enum(locales) });
const ruleSchema = z.object({ on: z.boolean(), limit: z.number() });
export const alertSettingsSchema = z.object({
  rules: z.partialRecord(ruleIdSchema, ruleSchema).default({}),
  /** No message is sent between these times; it waits for their end. Null: at any time. */
  quiet: z.object({ from: time, to: time, timeZone: z.string() }).nullable().default(null),
  recipients: z.array(recipientSchema).max(MOST_RECIPIENTS).default([]),
  webhook: z.url().nullable().default(null),
  /** Tasks in the CRM, in this language, for this user of it. Null: none. */
  crm: z
    .object({ owner: z.string().nullable(), locale: z.enum(locales) })
    .nullable()
    .default(null),
  /** When a test message reached a target. */
  tested: z.record(z.string(), z.iso.datetime()).default({}),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;
export const ruleOf = (settings: AlertSettings, id: RuleId) =>
  settings.rules[id] ?? { on: true, limit: rules[id].limit };

/** Where a message goes: an address, the webhook, or the CRM. */
export const WEBHOOK = 'webhook';
export const CRM = 'crm';
export const targetsOf = ({ recipients, webhook, crm }: Pick<AlertSettings, 'recipients' | 'webhook' | 'crm'>) => [
  ...recipients.map(({ address, locale }) => ({ channel: 'email' as const, target: address, locale })),
  ...(webhook ? [{ channel: 'webhook' as const, target: WEBHOOK, locale: 'en' as const }] : []),
  ...(crm ? [{ channel: 'crm' as const, target: CRM, locale: crm.locale }] : []),
];

/** A new account is checked at the next look. */
const AT_ONCE = new Date(0);
const context = (account: string) => `${account}|alerts`;
/** The admin's settings of the alerts. The secret that signs the webhook is sealed. */
export function alertSettings(db: Db, vault: Vault) {
  async function read(
    account: AccountId,
  ): Promise<{ settings: AlertSettings; revision: number; checkedAt: Date | null }> {
    const row = await db.selectFrom('alerting').selectAll().where('account', '=', account).executeTakeFirst();
    const settings = alertSettingsSchema.parse(row?.settings ?? {});
    return { settings, revision: row?.revision ?? 0, checkedAt: row?.checked_at ?? null };
  }
  /** Changes the settings as they are now, one admin after the other. Returns them before and after. */
  function change(
    account: AccountId,
    to: (before: AlertSettings) => AlertSettings,
  ): Promise<{ before: AlertSettings; after: AlertSettings }> {
    return db.transaction().execute(async (trx) => {
      await trx
        .insertInto('alerting')
        .values({ account, due_at: AT_ONCE })
        .onConflict((on) => on.doNothing())
        .execute();
      const row = await trx
        .selectFrom('alerting')
        .select('settings')
        .where('account', '=', account)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const before = alertSettingsSchema.parse(row.settings);
      const after = alertSettingsSchema.parse(to(before));
      await trx
        .updateTable('alerting')
        .set({ settings: JSON.stringify(after), revision: sql`revision + 1` })
        .where('account', '=', account)
        .execute();
      return { before, after };
    });
  }
  return {
    read,
    change,
    async secret(account: AccountId): Promise<string | null> {
      const row = await db.selectFrom('alerting').select('secret').where('account', '=', account).executeTakeFirst();
      return row?.secret ? vault.open(row.secret, context(account)) : null;
    },
    async setSecret(account: AccountId, secret: string): Promise<void> {
      const sealed = vault.seal(secret, context(account));
      await db
        .insertInto('alerting')
        .values({ account, secret: sealed, due_at: AT_ONCE })
        .onConflict((on) => on.column('account').doUpdateSet({ secret: sealed }))
        .execute();
    },
  };
}
export type AlertSettingsStore = ReturnType<typeof alertSettings>;
