import type { AccountId } from '@backroom/shared';
import type { Logger } from 'pino';
import type { Db } from './open.ts';

/** Recorded events of an account. Their texts are `audit.<event>` in the desk's messages. */
export const auditEvents = [
  'installed',
  'disconnected',
  'desk_entered',
  'desk_left',
  'sessions_ended',
  'settings_changed',
  'admin_appointed',
  'admin_dismissed',
  'certificate_registered',
  'certificate_removed',
  'privacy_deletion',
  'duplicate_decided',
  'approval_requested',
  'approval_granted',
  'approval_rejected',
] as const;
export type AuditEvent = (typeof auditEvents)[number];
export type AuditEntry = { at: Date; actor: string; event: AuditEvent; target: string | null };

/** Sign-ins, settings, rights and certificates of an account: who changed what, and when. Rows are added and read, never changed. */
export function auditStore(db: Db, logger: Pick<Logger, 'info'>, now: () => Date) {
  return {
    async note(account: AccountId, actor: string, event: AuditEvent, target: string | null = null): Promise<void> {
      // The process log must not contain names of people.
      logger.info({ account, audit: event }, 'audit');
      await db.insertInto('audit_log').values({ account, at: now(), actor, event, target }).execute();
    },
    async list(account: AccountId, limit: number): Promise<AuditEntry[]> {
      const rows = await db
        .selectFrom('audit_log')
        .select(['at', 'actor', 'event', 'target'])
        .where('account', '=', account)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap(({ event, ...rest }) => {
        const known = auditEvents.find((each) => each === event);
        return known ? [{ ...rest, event: known }] : [];
      });
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
