import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Logger } from '../monitoring/log.ts';
import type { Db } from './open.ts';

/** Recorded events of an account. Their texts are `audit.<event>` in the desk's messages. */
export const auditEvents = [
  'installed',
  'disconnected',
  'desk_entered',
  'desk_left',
  'sessions_ended',
  'settings_changed',
  'alerts_changed',
  'admin_appointed',
  'admin_dismissed',
  'certificate_registered',
  'certificate_removed',
  'privacy_deletion',
  'duplicate_decided',
  'approval_requested',
  'approval_granted',
  'approval_rejected',
  'conflict_decided',
  'customer_linked',
  'customer_unlinked',
  'line_price_changed',
  'line_price_restored',
  'load_test_started',
  'load_test_stopped',
  'api_key_made',
  'api_key_revoked',
] as const;
export type AuditEvent = (typeof auditEvents)[number];
/** What an act changed, without secrets. Only what differs. */
const changeSchema = z.object({ before: z.unknown(), after: z.unknown() });
export type Change = z.infer<typeof changeSchema>;
export type AuditEntry = {
  seq: string;
  at: Date;
  actor: string;
  event: AuditEvent;
  target: string | null;
  change: Change | null;
};
export type AuditSearch = {
  event?: AuditEvent | undefined;
  /** A part of the person's name. */
  actor?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  after?: string | undefined;
  limit: number;
};
const known = (event: string): AuditEvent | null => auditEvents.find((each) => each === event) ?? null;
/** `%` and `_` are characters of a name. */
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Sign-ins, settings, rights and certificates of an account: who changed what, and when. Rows are added and read; a change is added to the row of its act. */
export function auditStore(db: Db, logger: Pick<Logger, 'info'>, now: () => Date) {
  async function note(
    account: AccountId,
    actor: string,
    event: AuditEvent,
    target: string | null = null,
    change: Change | null = null,
  ): Promise<void> {
    // The process log must not contain names of people.
    logger.info({ account, audit: event }, 'audit');
    const row = { account, at: now(), actor, event, target, change: change && JSON.stringify(change) };
    await db.insertInto('audit_log').values(row).execute();
  }
  async function search(account: AccountId, asked: AuditSearch): Promise<AuditEntry[]> {
    const { event, actor, from, to, after, limit } = asked;
    const rows = await db
      .selectFrom('audit_log')
      .select(['seq', 'at', 'actor', 'event', 'target', 'change'])
      .where('account', '=', account)
      .$if(event !== undefined, (query) => query.where('event', '=', event ?? ''))
      .$if(actor !== undefined, (query) => query.where('actor', 'ilike', like(actor ?? '')))
      .$if(from !== undefined, (query) => query.where('at', '>=', from ?? new Date(0)))
      .$if(to !== undefined, (query) => query.where('at', '<', to ?? new Date(0)))
      .$if(after !== undefined, (query) => query.where('seq', '<', sql<number>`${after ?? '0'}::bigint`))
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ seq, event: name, change, ...rest }) => {
      const event = known(name);
      return event ? [{ ...rest, seq: String(seq), event, change: changeSchema.safeParse(change).data ?? null }] : [];
    });
  }
  return {
    note,
    search,
    list: (account: AccountId, limit: number) => search(account, { limit }),
    /** Adds what an act changed to the entry that it made since `began`. An act without an entry gets one. */
    async noteChange(account: AccountId, actor: string, began: Date, change: Change): Promise<void> {
      const { rows } =
        await sql`update audit_log set change = ${JSON.stringify(change)}::jsonb where account = ${account} and seq =
        (select max(seq) from audit_log where account = ${account} and actor = ${actor} and event = 'settings_changed' and change is null and at >= ${began}::timestamptz)
        returning seq`.execute(db);
      if (rows.length === 0) await note(account, actor, 'settings_changed', null, change);
    },
    /** Deletes events older than a year. */
    async forgetOld(): Promise<void> {
      await db
        .deleteFrom('audit_log')
        .where('at', '<', new Date(now().getTime() - 365 * 86_400_000))
        .execute();
    },
  };
}
export type AuditStore = ReturnType<typeof auditStore>;
