import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CrmCall, CrmField } from '../contract/index.ts';
import type { DataverseClient } from './client.ts';
import { isKind } from './errors.ts';

const attributesSchema = z.object({
  value: z.array(
    z.object({
      LogicalName: z.string(),
      AttributeType: z.string().nullish(),
      AttributeOf: z.string().nullish(),
      IsValidForRead: z.boolean(),
      IsValidForUpdate: z.boolean(),
      DisplayName: z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }).nullish(),
    }),
  ),
});
const choicesSchema = z.object({
  value: z.array(
    z.object({
      LogicalName: z.string(),
      OptionSet: z.object({
        Options: z.array(
          z.object({
            Value: z.coerce.string(),
            Label: z.object({ UserLocalizedLabel: z.object({ Label: z.string() }).nullish() }),
          }),
        ),
      }),
    }),
  ),
});
export type Column = { label: string; type: string; written: boolean };
export type Columns = ReadonlyMap<string, Column>;
/** What an admin changes is seen after this, or as soon as a question stumbles over it. */
const KEEP_MS = 1_800_000;
/** Where something was missing, it may have been added meanwhile. */
const LOOK_AGAIN_MS = 55_000;
const withoutValue = new Set(['Virtual', 'EntityName', 'ManagedProperty', 'PartyList', 'CalendarRules']);

/** Which columns a table has. A question that names one that is not there is refused whole. Null: no such table here. */
export function describer(client: DataverseClient, now: () => number) {
  const kept = new LRUCache<string, { at: number; asked: Promise<Columns | null>; known?: Columns | null }>({
    max: 2000,
  });
  const select = '$select=LogicalName,AttributeType,AttributeOf,IsValidForRead,IsValidForUpdate,DisplayName';
  async function ask(table: string, call: CrmCall): Promise<Columns | null> {
    try {
      const path = `EntityDefinitions(LogicalName='${table}')/Attributes?${select}`;
      const { value } = await client.request({ method: 'GET', path }, attributesSchema, call);
      return new Map(
        value.flatMap(({ LogicalName: name, AttributeType: type, ...rest }) => {
          if (rest.AttributeOf || !rest.IsValidForRead || withoutValue.has(type ?? '')) return [];
          const label = rest.DisplayName?.UserLocalizedLabel?.Label ?? name;
          return [[name, { label, type: type ?? '', written: rest.IsValidForUpdate }]];
        }),
      );
    } catch (error) {
      if (isKind(error, 'not_found')) return null;
      throw error;
    }
  }
  /** `complete`: whether all is there that the asker needs. If not, an answer of a minute ago is asked for again. */
  function columns(table: string, call: CrmCall, complete: (found: Columns) => boolean = () => true) {
    const key = `${call.account}|${table}`;
    const found = kept.get(key);
    const age = now() - (found?.at ?? 0);
    const missing = found?.known === null || (found?.known !== undefined && !complete(found.known));
    if (found && age < (missing ? LOOK_AGAIN_MS : KEEP_MS)) return found.asked;
    const entry: { at: number; asked: Promise<Columns | null>; known?: Columns | null } = {
      at: now(),
      asked: ask(table, call),
    };
    kept.set(key, entry);
    entry.asked.then(
      (known) => {
        entry.known = known;
      },
      () => kept.delete(key),
    );
    return entry.asked;
  }
  return {
    columns,
    forget(account: string): void {
      for (const key of kept.keys()) if (key.startsWith(`${account}|`)) kept.delete(key);
    },
    /** For people who choose a field: with what a choice may be. */
    async fields(table: string, call: CrmCall): Promise<CrmField[]> {
      const cast = 'Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata';
      const path = `EntityDefinitions(LogicalName='${table}')/${cast}?$select=LogicalName&$expand=OptionSet($select=Options)`;
      const [found, { value }] = await Promise.all([
        columns(table, call),
        client.request({ method: 'GET', path }, choicesSchema, call),
      ]);
      const choices = new Map(value.map((each) => [each.LogicalName, each.OptionSet.Options]));
      return [...(found ?? [])].map(([name, { label, written }]) => {
        const options = choices.get(name)?.map(({ Value: value, Label: { UserLocalizedLabel: said } }) => ({
          value,
          label: said?.Label ?? value,
        }));
        return { name, label, written, ...(options ? { options } : {}) };
      });
    },
  };
}
export type Describer = ReturnType<typeof describer>;
