import type { RecordRef } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CrmCall, CrmGap } from '../contract/index.ts';
import type { SalesCloudClient } from './client.ts';
import { isKind } from './errors.ts';
import { probeOf, recordPaths } from './unproved.ts';

type Extensions = Readonly<Record<string, unknown>> | null | undefined;
/** What an administrator changes is seen after this, or as soon as a write stumbles over it. */
const KEEP_MS = 1_800_000;
/** One that was missing may have been made meanwhile. */
const LOOK_AGAIN_MS = 55_000;
const anySchema = z.object({ value: z.array(z.object({ id: z.string() })) });

/**
 * Which extension fields a tenant has. A record may leave out the empty ones: a field that it does not list is asked for by a question that names it, which
 * is refused where there is none.
 */
export function extensionFinder(client: SalesCloudClient) {
  const known = new LRUCache<string, { isThere: boolean }>({ max: 20_000 });
  const keyOf = (type: RecordRef['type'], name: string, { account }: CrmCall) => `${account}|${type}|${name}`;
  async function probe(type: RecordRef['type'], name: string, call: CrmCall): Promise<boolean> {
    if (!/^[A-Za-z]\w{0,99}$/.test(name)) return false;
    try {
      const path = `${recordPaths[type]}?%24top=1&%24filter=${encodeURIComponent(probeOf(name))}`;
      await client.request({ method: 'GET', path }, anySchema, call);
      return true;
    } catch (error) {
      if (isKind(error, 'refused')) return false;
      throw error;
    }
  }
  async function isThere(type: RecordRef['type'], name: string, call: CrmCall): Promise<boolean> {
    const found = known.get(keyOf(type, name, call));
    if (found) return found.isThere;
    const answer = await probe(type, name, call);
    known.set(keyOf(type, name, call), { isThere: answer }, { ttl: answer ? KEEP_MS : LOOK_AGAIN_MS });
    return answer;
  }
  /** Of these names the ones that the tenant does not have. */
  async function missing(
    type: RecordRef['type'],
    extensions: Extensions,
    names: readonly string[],
    call: CrmCall,
  ): Promise<string[]> {
    const unlisted = names.filter((name) => !(name in (extensions ?? {})));
    const found = await Promise.all(unlisted.map((name) => isThere(type, name, call)));
    return unlisted.filter((_, nth) => !found[nth]);
  }
  return {
    missing,
    gaps: async (...asked: Parameters<typeof missing>): Promise<CrmGap[]> =>
      (await missing(...asked)).map((what) => ({ kind: 'hidden', what, lineId: null })),
    forget({ account }: CrmCall): void {
      for (const key of known.keys()) if (key.startsWith(`${account}|`)) known.delete(key);
    },
  };
}
export type ExtensionFinder = ReturnType<typeof extensionFinder>;
