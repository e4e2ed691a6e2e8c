import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CrmCall, CrmField, CrmGap, FieldOwner } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';

const schema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string().optional(),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      modificationMetadata: z.object({ readOnlyValue: z.boolean().optional() }).optional(),
    }),
  ),
});
const types = { deal: 'deals', company: 'companies', line: 'line_items' } as const satisfies Record<FieldOwner, string>;
/** An admin's change of fields is seen after this. */
const KEEP_MS = 600_000;
/** Where a field was missing, it may have been made meanwhile. */
const LOOK_AGAIN_MS = 55_000;

/** The properties of an account's deals, companies and line items. HubSpot says nothing of one that is asked for and is not there. */
export function fieldLister(client: HubSpotClient) {
  const kept = new LRUCache<string, { at: number; fields: readonly CrmField[] }>({ max: 2000 });
  async function list(type: FieldOwner, call: CrmCall, keepMs = KEEP_MS): Promise<readonly CrmField[]> {
    const key = `${call.account}|${type}`;
    const known = kept.get(key);
    if (known && performance.now() - known.at < keepMs) return known.fields;
    const path = `/crm/properties/${VERSION}/${types[type]}`;
    const { results } = await client.request('GET', path, undefined, schema, call);
    const fields = results.map(
      ({ name, label, options = [], modificationMetadata }): CrmField => ({
        name,
        label: label || name,
        written: modificationMetadata?.readOnlyValue !== true,
        ...(options.length > 0 ? { options } : {}),
      }),
    );
    kept.set(key, { at: performance.now(), fields });
    return fields;
  }
  return {
    list,
    /** A gap for each of the names that an account chose itself and that is gone. Where the list cannot be read, nothing is called gone. */
    async gone(type: FieldOwner, names: readonly string[], call: CrmCall): Promise<CrmGap[]> {
      if (names.length === 0) return [];
      const missingIn = (fields: readonly CrmField[]) =>
        names.filter((name) => !fields.some((field) => field.name === name));
      try {
        const missing = missingIn(await list(type, call));
        const still = missing.length > 0 ? missingIn(await list(type, call, LOOK_AGAIN_MS)) : [];
        return still.map((what) => ({ kind: 'hidden', what, lineId: null }));
      } catch {
        return [];
      }
    },
  };
}
export type FieldLister = ReturnType<typeof fieldLister>;
