import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../problems/error.ts';
import type { ApiKey, ApiKeyStore, KeyScope } from '../store/api-keys.ts';
import type { Caller } from './caller.ts';

/** The account and the key's id are readable, so that a request is looked up by primary key; the rest is 256 random bits. */
const form = /^[Bb]earer brk\.([A-Za-z0-9_-]{1,300})\.([0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/;
/** Visible ASCII. The database drops a NUL, and an account must have one name in memory and in the limits. */
const plainAccount = z
  .string()
  .regex(/^[\x21-\x7e]+$/)
  .pipe(accountIdSchema);
// A plain hash: nobody guesses 256 bits, so a slow one would only slow the requests down.
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const DAY_MS = 86_400_000;

/** A new key. `text` is shown once; only `hash` is kept. */
export function newApiKey(account: AccountId): { id: string; text: string; hash: string } {
  const [id, secret] = [randomBytes(8).toString('hex'), randomBytes(32).toString('base64url')];
  return { id, text: `brk.${Buffer.from(account).toString('base64url')}.${id}.${secret}`, hash: hashOf(secret) };
}
export const endOfKey = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

export type KeyCaller = { caller: Caller; key: ApiKey };
/** Whose key a request carries. An unknown, a revoked and a wrong one are refused in the same words. */
export async function callerByKey(
  keys: Pick<ApiKeyStore, 'find' | 'used'>,
  authorization: string | undefined,
  now: Date,
): Promise<KeyCaller> {
  const [, named = '', id = '', secret = ''] = form.exec(authorization ?? '') ?? [];
  const account = plainAccount.safeParse(Buffer.from(named, 'base64url').toString());
  if (!account.success) throw new ProblemError('api_key_invalid');
  const found = await keys.find(account.data, id);
  if (!found || !timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(found.hash)))
    throw new ProblemError('api_key_invalid');
  if (found.key.until.getTime() <= now.getTime()) throw new ProblemError('api_key_expired');
  await keys.used(account.data, found.key);
  const caller: Caller = {
    account: account.data,
    userId: `key:${id}`,
    // Stands in the history of what the key does; no person has such an address.
    userEmail: `API key ${found.key.name}`,
    roles: [],
  };
  return { caller, key: found.key };
}

export function requireScope({ scopes }: Pick<ApiKey, 'scopes'>, scope: KeyScope): void {
  if (!scopes.includes(scope)) throw new ProblemError('api_key_scope', { detail: scope });
}
