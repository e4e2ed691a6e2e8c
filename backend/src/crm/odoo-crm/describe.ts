import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CrmCall, CrmField } from '../contract/index.ts';
import type { OdooClient } from './client.ts';
import { isKind } from './errors.ts';

const fieldsSchema = z.record(
  z.string(),
  z.object({
    string: z.string().optional(),
    type: z.string(),
    readonly: z.boolean().optional(),
    selection: z.array(z.tuple([z.union([z.string(), z.number()]), z.string()])).optional(),
  }),
);
export type Column = { label: string; type: string; written: boolean; options?: CrmField['options'] };
export type Columns = ReadonlyMap<string, Column>;
/** What an admin changes is seen after this, or as soon as a question stumbles over it. */
const KEEP_MS = 1_800_000;
/** Where something was missing, it may have been added meanwhile. */
const LOOK_AGAIN_MS = 55_000;

/** Which fields a model has for the key's user: Odoo leaves out those that a group of its own hides. Null: no such model, its module is not installed. */
export function describer(client: OdooClient, now: () => number) {
  type Kept = { at: number; asked: Promise<Columns | null>; known?: Columns | null };
  const kept = new LRUCache<string, Kept>({ max: 5000 });
  async function read(model: string, call: CrmCall): Promise<Columns | null> {
    try {
      const args = { attributes: ['string', 'type', 'readonly', 'selection'] };
      const found = await client.ask(fieldsSchema, { model, method: 'fields_get', args }, call);
      return new Map(
        Object.entries(found).map(([name, { string, type, readonly, selection }]) => {
          const options = selection?.map(([value, label]) => ({ value: String(value), label }));
          return [name, { label: string ?? name, type, written: !readonly, ...(options ? { options } : {}) }];
        }),
      );
    } catch (error) {
      // A model that is not there is a 404 in JSON-2, and a UserError in JSON-RPC, which `fields_get` raises for nothing else.
      if (isKind(error, 'refused')) return null;
      throw error;
    }
  }
  /** `complete`: whether all is there that the asker needs. If not, an answer of a minute ago is asked for again. */
  function columns(model: string, call: CrmCall, complete: (found: Columns) => boolean = () => true) {
    const name = `${call.account}|${model}`;
    const found = kept.get(name);
    const missing = found?.known === null || (found?.known !== undefined && !complete(found.known));
    if (found && now() - found.at < (missing ? LOOK_AGAIN_MS : KEEP_MS)) return found.asked;
    const entry: Kept = { at: now(), asked: read(model, call) };
    kept.set(name, entry);
    entry.asked.then(
      (known) => {
        entry.known = known;
      },
      () => kept.delete(name),
    );
    return entry.asked;
  }
  return {
    columns,
    forget(account: string): void {
      for (const name of kept.keys()) if (name.startsWith(`${account}|`)) kept.delete(name);
    },
    async fields(model: string, call: CrmCall): Promise<CrmField[]> {
      const found = (await columns(model, call)) ?? new Map<string, Column>();
      return [...found].map(([name, { label, written, options }]) => ({
        ...{ name, label, written },
        ...(options ? { options } : {}),
      }));
    },
  };
}
export type Describer = ReturnType<typeof describer>;
