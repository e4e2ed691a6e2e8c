import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { Org } from '../access/salesforce/caller.ts';
import type { Db } from './open.ts';

const keysSchema = z.array(z.object({ kid: z.string(), pem: z.string() }));
/** The newest, and the one before it while the org changes over. */
const KEYS_KEPT = 2;

/** What is registered of each org: public certificates, sandbox or not, instance. Nothing here is secret. */
export function salesforceOrgStore(db: Db) {
  async function get(account: AccountId): Promise<Org | null> {
    const row = await db.selectFrom('salesforce_orgs').selectAll().where('account', '=', account).executeTakeFirst();
    return row ? { keys: keysSchema.parse(row.keys), sandbox: row.sandbox, instance: row.instance } : null;
  }
  return {
    get,
    /** Adds the certificate in front of those that are there; the same name takes its place. */
    async register(
      account: AccountId,
      org: { kid: string; pem: string; sandbox: boolean; instance: string },
    ): Promise<void> {
      const { kid, pem, sandbox, instance } = org;
      const before = (await get(account))?.keys.filter((key) => key.kid !== kid) ?? [];
      const value = { keys: JSON.stringify([{ kid, pem }, ...before].slice(0, KEYS_KEPT)), sandbox, instance };
      await db
        .insertInto('salesforce_orgs')
        .values({ account, ...value })
        .onConflict((on) => on.column('account').doUpdateSet(value))
        .execute();
    },
  };
}
