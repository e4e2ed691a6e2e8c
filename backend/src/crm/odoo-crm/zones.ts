import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CrmCall } from '../contract/index.ts';
import type { OdooClient } from './client.ts';

const KEEP_MS = 1_800_000;
const contextSchema = z.object({ tz: z.union([z.string(), z.literal(false)]).optional() });
const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
};

/** The time zone in which days of a database are meant: Odoo keeps moments in UTC, and its screens show them in the user's. */
export function zonesOf(client: OdooClient) {
  const kept = new LRUCache<string, Promise<string>>({ max: 2000, ttl: KEEP_MS });
  return (call: CrmCall): Promise<string> => {
    const known = kept.get(call.account);
    if (known) return known;
    const asked = client
      .ask(contextSchema, { model: 'res.users', method: 'context_get' }, call)
      .then(({ tz }) => (tz && isZone(tz) ? tz : 'UTC'));
    kept.set(call.account, asked);
    asked.catch(() => kept.delete(call.account));
    return asked;
  };
}
export type Zones = ReturnType<typeof zonesOf>;
