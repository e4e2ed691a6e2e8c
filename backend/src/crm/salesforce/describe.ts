import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { type SalesforceClient, VERSION } from './client.ts';

const describeSchema = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string().optional(),
      updateable: z.boolean(),
      type: z.string().optional(),
      picklistValues: z
        .array(z.object({ value: z.string(), label: z.string().nullish(), active: z.boolean().optional() }))
        .optional(),
    }),
  ),
});
type Field = { label: string; updateable: boolean; type?: string; options?: { value: string; label: string }[] };
export type Fields = ReadonlyMap<string, Field>;

/** What an admin changes in fields and rights is seen after this, or as soon as a query stumbles over it. */
const KEEP_MS = 1_800_000;
/** Where something was missing, its right may have been given meanwhile. */
const LOOK_AGAIN_MS = 55_000;

/**
 * Which fields the connected user sees. A query that names a field which field-level security hides, or which the org's edition has not
 * (`CurrencyIsoCode`, `IsPersonAccount`, quotes at all), is refused whole: so only what is there is asked for. Null: no such object here.
 */
export function describer(client: SalesforceClient, now: () => number) {
  const kept = new LRUCache<string, { at: number; asked: Promise<Fields | null>; known?: Fields | null }>({
    max: 2000,
  });
  async function ask(sobject: string, call: CrmCall): Promise<Fields | null> {
    try {
      const path = `/services/data/v${VERSION}/sobjects/${sobject}/describe`;
      const { fields } = await client.request('GET', path, undefined, describeSchema, call);
      return new Map(
        fields.map(({ name, label, updateable, type, picklistValues = [] }) => {
          const options = picklistValues.flatMap((each) =>
            each.active === false ? [] : [{ value: each.value, label: each.label ?? each.value }],
          );
          return [
            name,
            { label: label ?? name, updateable, ...(type ? { type } : {}), ...(options.length > 0 ? { options } : {}) },
          ];
        }),
      );
    } catch (error) {
      if (error instanceof CrmError && error.kind === 'not_found') return null;
      throw error;
    }
  }
  return {
    /** `complete`: whether all is there that the asker needs. If not, an answer of a minute ago is asked for again. */
    fields(sobject: string, call: CrmCall, complete: (fields: Fields) => boolean = () => true): Promise<Fields | null> {
      const key = `${call.account}|${sobject}`;
      const found = kept.get(key);
      const age = now() - (found?.at ?? 0);
      const missing = found?.known === null || (found?.known !== undefined && !complete(found.known));
      if (found && age < (missing ? LOOK_AGAIN_MS : KEEP_MS)) return found.asked;
      const entry: { at: number; asked: Promise<Fields | null>; known?: Fields | null } = {
        at: now(),
        asked: ask(sobject, call),
      };
      kept.set(key, entry);
      entry.asked.then(
        (fields) => {
          entry.known = fields;
        },
        () => kept.delete(key),
      );
      return entry.asked;
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
export const hasAll =
  (names: readonly string[]) =>
  (fields: Fields): boolean =>
    names.every((name) => ownField(fields, name) !== null);
