import { X509Certificate } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { Certificate, CrmPorts } from '../contract/manifest.ts';
import type { Org } from './caller.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Rows from before have neither fingerprint nor date. */
const keysSchema = z.array(
  z.object({ kid: z.string(), pem: z.string(), fingerprint: z.string().optional(), at: z.iso.datetime().optional() }),
);
function endOf(pem: string): string | null {
  try {
    return new X509Certificate(pem).validToDate.toISOString();
  } catch {
    return null;
  }
}
/** The newest, and the one before it while the org changes over. */
const KEYS_KEPT = 2;

/** What is registered of each org: public certificates, sandbox or not, instance. Nothing here is secret. */
export function salesforceOrgStore(db: CrmPorts['db']) {
  async function get(account: AccountId): Promise<Org | null> {
    const row = await db.selectFrom('salesforce_orgs').selectAll().where('account', '=', account).executeTakeFirst();
    return row ? { keys: keysSchema.parse(row.keys), sandbox: row.sandbox, instance: row.instance } : null;
  }
  const write = (account: AccountId, keys: z.infer<typeof keysSchema>) =>
    db
      .updateTable('salesforce_orgs')
      .set({ keys: JSON.stringify(keys) })
      .where('account', '=', account)
      .execute();
  return {
    get,
    /** The certificates that may speak for the org, the newest first. */
    async certificates(account: AccountId): Promise<Certificate[]> {
      const row = await db
        .selectFrom('salesforce_orgs')
        .select('keys')
        .where('account', '=', account)
        .executeTakeFirst();
      return keysSchema.parse(row?.keys ?? []).map(({ kid, pem, fingerprint, at }) => ({
        kid,
        fingerprint: fingerprint ?? fingerprintOf(pem),
        at: at ?? null,
        endsAt: endOf(pem),
      }));
    },
    /** Nothing that this certificate signs is believed any more. False where it is not there. */
    async removeCertificate(account: AccountId, fingerprint: string): Promise<boolean> {
      const row = await db
        .selectFrom('salesforce_orgs')
        .select('keys')
        .where('account', '=', account)
        .executeTakeFirst();
      const keys = keysSchema.parse(row?.keys ?? []);
      const kept = keys.filter((key) => (key.fingerprint ?? fingerprintOf(key.pem)) !== fingerprint);
      if (kept.length === keys.length) return false;
      await write(account, kept);
      return true;
    },
    /** Adds the certificate in front of those that are there; the same name takes its place. */
    async register(
      account: AccountId,
      org: { kid: string; pem: string; fingerprint?: string; sandbox: boolean; instance: string },
      now = new Date(),
    ): Promise<void> {
      const { kid, pem, fingerprint, sandbox, instance } = org;
      const row = await db
        .selectFrom('salesforce_orgs')
        .select('keys')
        .where('account', '=', account)
        .executeTakeFirst();
      const before = keysSchema.parse(row?.keys ?? []).filter((key) => key.kid !== kid);
      const key = { kid, pem, fingerprint, at: now.toISOString() };
      const value = { keys: JSON.stringify([key, ...before].slice(0, KEYS_KEPT)), sandbox, instance };
      await db
        .insertInto('salesforce_orgs')
        .values({ account, ...value })
        .onConflict((on) => on.column('account').doUpdateSet(value))
        .execute();
    },
  };
}
export type SalesforceOrgStore = ReturnType<typeof salesforceOrgStore>;
