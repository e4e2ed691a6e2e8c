import { createHash, randomBytes } from 'node:crypto';
import type { Vault } from '../access/secrets.ts';
import type { Db } from './open.ts';

const LIFE_MS = 600_000;
const idOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');

/** Installations to be confirmed by an admin. The admin's cookie has the ticket; the store has its hash and the sealed rest. */
export function pendingInstallStore(db: Db, vault: Vault, now: () => Date) {
  const context = (id: string) => `pending-install|${id}`;
  return {
    async keep(value: string): Promise<string> {
      const ticket = randomBytes(32).toString('base64url');
      const id = idOf(ticket);
      await db.deleteFrom('pending_installs').where('until', '<', now()).execute();
      await db
        .insertInto('pending_installs')
        .values({ id, sealed: vault.seal(value, context(id)), until: new Date(now().getTime() + LIFE_MS) })
        .execute();
      return ticket;
    },
    /** Takes the installation once. Null if it was taken or has expired. */
    async take(ticket: string): Promise<string | null> {
      const id = idOf(ticket);
      const row = await db
        .deleteFrom('pending_installs')
        .where('id', '=', id)
        .where('until', '>', now())
        .returning('sealed')
        .executeTakeFirst();
      return row ? vault.open(row.sealed, context(id)) : null;
    },
  };
}
export type PendingInstallStore = ReturnType<typeof pendingInstallStore>;
