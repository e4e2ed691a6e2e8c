import type { AccountId } from '@backroom/shared';
import { sql, type UpdateObject } from 'kysely';
import type { Vault } from '../access/secrets.ts';
import { erpLane, sealContext } from './connection-keys.ts';
import {
  type ConnectionOptions,
  type ConnectionState,
  connectionOptionsSchema,
  type RoutingRule,
} from './connection-options.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** A change by a person who saw the connection at `version`. */
export type ConnectionChange = {
  label?: string | null;
  rule?: RoutingRule | null;
  options?: ConnectionOptions;
  credentialsEnd?: string | null;
  state?: Exclude<ConnectionState, 'disconnected'>;
};
export type Changed = 'done' | 'stale' | 'in_use';
type Seen = { version: string; by: string; at: Date };

/** Orders that are not at rest: what an ERP is told may still depend on this connection. */
export const openOrders = (db: Db, account: AccountId, id: string) =>
  db
    .selectFrom('submissions')
    .select('id')
    .where('account', '=', account)
    .where('connection', '=', id)
    .where('state', 'not in', ['confirmed', 'cancelled'])
    .limit(1)
    .executeTakeFirst();

/** What an earlier failure holds back begins at once with new credentials or after a pause. */
export const releaseLane = (db: Db, account: AccountId, id: string) =>
  db
    .updateTable('lanes')
    .set({ held_until: null, held_at: null, tries: 0 })
    .where('account', '=', account)
    .where('lane', '=', erpLane(id))
    .execute();

/** What followed from the credentials of a connection goes with them. */
export const forgetTokens = (db: Db, account: AccountId, id: string) =>
  db.deleteFrom('erp_tokens').where('account', '=', account).where('connection', '=', id).execute();

/** Changes to a connection. Each names the version that its author saw, and is refused when somebody else changed the connection since. */
export function connectionChanges(db: Db, vault: Vault) {
  const update = (trx: Db, account: AccountId, id: string, { version, by, at }: Seen) => ({
    set: (change: UpdateObject<Tables, 'erp_connections'>) =>
      trx
        .updateTable('erp_connections')
        .set({ ...change, version: sql`nextval('connection_versions')`, changed_by: by, changed_at: at })
        .where('account', '=', account)
        .where('id', '=', id)
        // As text: what a form sends need not be a number.
        .where(sql<string>`version::text`, '=', version)
        .returning('id')
        .executeTakeFirst(),
  });
  return {
    /** Throws where the options could not be read back: no request of the account would get an answer any more. */
    async changeConnection(account: AccountId, id: string, change: ConnectionChange, seen: Seen): Promise<Changed> {
      const { label, rule, options, credentialsEnd, state } = change;
      const changed = await update(db, account, id, seen).set({
        ...(label === undefined ? {} : { label }),
        ...(rule === undefined ? {} : { rule: rule && JSON.stringify(rule) }),
        ...(options === undefined ? {} : { options: JSON.stringify(connectionOptionsSchema.parse(options)) }),
        ...(credentialsEnd === undefined ? {} : { credentials_end: credentialsEnd }),
        ...(state === undefined ? {} : { state }),
      });
      if (changed && state === 'live') await releaseLane(db, account, id);
      return changed ? 'done' : 'stale';
    },
    /** Forgets the credentials and keeps everything else. Refused while orders are under way. */
    dropCredentials(account: AccountId, id: string, seen: Seen): Promise<Changed> {
      return db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute();
        if (await openOrders(trx, account, id)) return 'in_use';
        const credentials = vault.seal('{}', sealContext(account, id));
        const change = { credentials, state: 'disconnected', credentials_end: null };
        if (!(await update(trx, account, id, seen).set(change))) return 'stale';
        await forgetTokens(trx, account, id);
        return 'done';
      });
    },
    /** The ERP answered over this connection. */
    async noteUse(account: AccountId, id: string, at: Date): Promise<void> {
      await db
        .insertInto('connection_uses')
        .values({ account, connection: id, ok_at: at })
        .onConflict((on) => on.columns(['account', 'connection']).doUpdateSet({ ok_at: at }))
        .execute();
    },
    /** When each connection's ERP answered last. */
    async uses(account: AccountId): Promise<ReadonlyMap<string, Date>> {
      const rows = await db.selectFrom('connection_uses').selectAll().where('account', '=', account).execute();
      return new Map(rows.map((row) => [row.connection, row.ok_at]));
    },
    /** What was typed and could not be stored, for a form that must not repeat secrets. It opens for this connection alone. */
    sealTyped: (account: AccountId, id: string, typed: Readonly<Record<string, string>>): string =>
      vault.seal(JSON.stringify(typed), typedContext(account, id)),
    openTyped(account: AccountId, id: string, sealed: string): Record<string, string> {
      try {
        return JSON.parse(vault.open(sealed, typedContext(account, id))) as Record<string, string>;
      } catch {
        return {};
      }
    },
  };
}
const typedContext = (account: string, id: string) => `${account}|typed|${id}`;
