import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { type SalesforceClient, VERSION } from './client.ts';

const describeSchema = z.object({ fields: z.array(z.object({ name: z.string(), updateable: z.boolean() })) });
export type Fields = ReadonlyMap<string, { updateable: boolean }>;

/** What an admin changes in fields and rights is seen after this, or as soon as a query stumbles over it. */
const KEEP_MS = 1_800_000;

/**
 * Which fields the connected user sees. A query that names a field which field-level security hides, or which the org's edition has not
 * (`CurrencyIsoCode`, `IsPersonAccount`, quotes at all), is refused whole: so only what is there is asked for. Null: no such object here.
 */
export function describer(client: SalesforceClient) {
  const kept = new LRUCache<string, Promise<Fields | null>>({ max: 2000, ttl: KEEP_MS });
  async function ask(sobject: string, call: CrmCall): Promise<Fields | null> {
    try {
      const path = `/services/data/v${VERSION}/sobjects/${sobject}/describe`;
      const { fields } = await client.request('GET', path, undefined, describeSchema, call);
      return new Map(fields.map(({ name, updateable }) => [name, { updateable }]));
    } catch (error) {
      if (error instanceof CrmError && error.kind === 'not_found') return null;
      throw error;
    }
  }
  return {
    fields(sobject: string, call: CrmCall): Promise<Fields | null> {
      const key = `${call.account}|${sobject}`;
      const known = kept.get(key);
      if (known) return known;
      const asking = ask(sobject, call);
      kept.set(key, asking);
      asking.catch(() => kept.delete(key));
      return asking;
    },
    forget(account: string): void {
      for (const key of kept.keys()) if (key.startsWith(`${account}|`)) kept.delete(key);
    },
  };
}
export type Describer = ReturnType<typeof describer>;

/** A field of our package by its bare name: in the org it carries the package's namespace, in a source deployment it does not. */
export function ownField(fields: Fields, name: string): string | null {
  if (fields.has(name)) return name;
  return [...fields.keys()].find((each) => each.endsWith(`__${name}`)) ?? null;
}
