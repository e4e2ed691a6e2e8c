import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from './open.ts';

export const keyScopes = ['figures:read', 'orders:write', 'status:read'] as const;
export type KeyScope = (typeof keyScopes)[number];
/** Keys of one account. An integration needs one or two; more are forgotten ones. */
export const MOST_KEYS = 20;
/** How precisely the last use is kept: a statement for each request would cost more than the rest of its check. */
const USED_MS = 60_000;
const scopesSchema = z.array(z.enum(keyScopes)).catch([]);

export type ApiKey = {
  id: string;
  name: string;
  scopes: readonly KeyScope[];
  madeBy: string;
  madeAt: Date;
  /** After this it is refused. */
  until: Date;
  usedAt: Date | null;
};
const columns = ['id', 'name', 'scopes', 'made_by', 'made_at', 'until', 'used_at'] as const;
type Row = {
  id: string;
  name: string;
  scopes: unknown;
  made_by: string;
  made_at: Date;
  until: Date;
  used_at: Date | null;
};
const keyOf = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  scopes: scopesSchema.parse(row.scopes),
  madeBy: row.made_by,
  madeAt: row.made_at,
  until: row.until,
  usedAt: row.used_at,
});

/** API keys of accounts. A revoked key is deleted; the audit log says who made and revoked it. */
export function apiKeyStore(db: Db, now: () => Date) {
  return {
    /** False where the account has as many keys as it may have. */
    async add(account: AccountId, key: Omit<ApiKey, 'usedAt'> & { hash: string }): Promise<boolean> {
      const { rows } = await sql`insert into api_keys (account, id, name, hash, scopes, made_by, made_at, until)
        select ${account}, ${key.id}, ${key.name}, ${key.hash}, ${JSON.stringify(key.scopes)}::jsonb, ${key.madeBy}, ${key.madeAt}::timestamptz, ${key.until}::timestamptz
        where (select count(*) from api_keys where account = ${account}) < ${MOST_KEYS} returning id`.execute(db);
      return rows.length > 0;
    },
    async list(account: AccountId): Promise<ApiKey[]> {
      const rows = await db
        .selectFrom('api_keys')
        .select(columns)
        .where('account', '=', account)
        .orderBy('made_at', 'desc')
        .execute();
      return rows.map(keyOf);
    },
    async find(account: AccountId, id: string): Promise<{ key: ApiKey; hash: string } | null> {
      const row = await db
        .selectFrom('api_keys')
        .select([...columns, 'hash'])
        .where('account', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? { key: keyOf(row), hash: row.hash } : null;
    },
    async used(account: AccountId, { id, usedAt }: ApiKey): Promise<void> {
      const at = now();
      if (usedAt && at.getTime() - usedAt.getTime() < USED_MS) return;
      await db
        .updateTable('api_keys')
        .set({ used_at: at })
        .where('account', '=', account)
        .where('id', '=', id)
        .execute();
    },
    /** The revoked key's name; null where there is none. */
    async revoke(account: AccountId, id: string): Promise<string | null> {
      const row = await db
        .deleteFrom('api_keys')
        .where('account', '=', account)
        .where('id', '=', id)
        .returning('name')
        .executeTakeFirst();
      return row?.name ?? null;
    },
  };
}
export type ApiKeyStore = ReturnType<typeof apiKeyStore>;
