import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError, type WriteBack, type WriteBackField } from '../contract/index.ts';
import { parseExact } from '../kit/exact.ts';
import type { Operation } from './batch.ts';
import type { DataverseClient } from './client.ts';
import type { Columns, Describer } from './describe.ts';
import { isUnknownName } from './errors.ts';
import { homes, nameOf, needed, ORDERS, sets, tables } from './solution.ts';
import { bodyOf, type Entry, type Known, keysOf, tableOf, writable } from './values.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mergedSchema = z.object({ merged: z.boolean().nullish(), _masterid_value: z.string().nullish() });
/** A winner may have lost later. */
const LONGEST_CHAIN = 10;

export function writeBacker(client: DataverseClient, describe: Describer) {
  /** The columns of every table that these are written to, asked for anew where one of them is missing: it may have been added meanwhile. */
  async function known(entries: readonly Entry[], call: CrmCall): Promise<Known> {
    const wanted = new Map<string, Set<string>>();
    for (const { ref, fields } of entries)
      for (const key of keysOf(fields)) {
        const table = tableOf(ref.type, key);
        wanted.set(table, (wanted.get(table) ?? new Set()).add(nameOf(key)));
      }
    const found = await Promise.all(
      [...wanted].map(async ([table, keys]) => {
        const complete = (columns: Columns) => [...keys].every((name) => columns.get(name)?.written === true);
        return [table, (await describe.columns(table, call, complete)) ?? new Map()] as const;
      }),
    );
    return new Map(found);
  }
  /** What sets the record: its own columns, and the row of its order. */
  function operationsFor(entry: Entry, columns: Known): Operation[] {
    const { ref } = entry;
    if (!GUID.test(ref.id)) throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    const id = ref.id.toLowerCase();
    const onRecord = bodyOf(columns, tables[ref.type], entry);
    const onOrder = ref.type === 'deal' ? bodyOf(columns, ORDERS.table, entry) : {};
    const record: Operation = {
      method: 'PATCH',
      path: `${sets[ref.type]}(${id})${ref.type === 'company' ? '?$select=merged,_masterid_value' : ''}`,
      // Without this an id that nothing has would make a record.
      headers: { 'If-Match': '*', ...(ref.type === 'company' ? { Prefer: 'return=representation' } : {}) },
      body: JSON.stringify(onRecord),
    };
    // By its key: the row is made or changed, once for each opportunity. The link says whether there is such an opportunity.
    const order: Operation = {
      method: 'PATCH',
      path: `${ORDERS.set}(${ORDERS.key}='${id}')`,
      body: JSON.stringify({ ...onOrder, [`${ORDERS.deal}@odata.bind`]: `/${sets.deal}(${id})` }),
    };
    return [...(Object.keys(onRecord).length > 0 ? [record] : []), ...(Object.keys(onOrder).length > 0 ? [order] : [])];
  }
  /** The account that a written one was merged into; null where it is itself. */
  function survivorIn(text: string): string | null {
    if (text === '') return null;
    const { merged, _masterid_value: master } = mergedSchema.safeParse(parseExact(text)).data ?? {};
    return merged === true && master ? master : null;
  }
  async function write(entry: Entry, columns: Known, call: CrmCall, steps = 0): Promise<void> {
    for (const operation of operationsFor(entry, columns)) {
      const sent = { ...operation, headers: lower(operation.headers) };
      const text = await client.request(
        sent,
        z.unknown().transform((value) => JSON.stringify(value ?? '')),
        call,
      );
      const into = entry.ref.type === 'company' ? survivorIn(text) : null;
      if (into !== null && steps < LONGEST_CHAIN)
        await write({ ...entry, ref: { ...entry.ref, id: into } }, columns, call, steps + 1);
    }
  }
  const lower = (headers: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  function refuse(missing: readonly string[]): never {
    throw new CrmError('refused', 'Dataverse: columns missing', {
      words: `${missing.join(', ')} missing or not writable for Backroom's application user`,
    });
  }
  const missingOf = (columns: Known, { ref, fields }: Entry): WriteBackField[] =>
    keysOf(fields).filter((key) => !writable(columns, ref.type, key));
  async function set(entry: Entry, call: CrmCall): Promise<void> {
    if (keysOf(entry.fields).length === 0) return;
    const columns = await known([entry], call);
    const missing = missingOf(columns, entry);
    if (missing.length > 0) refuse(missing.map((key) => `${tableOf(entry.ref.type, key)}.${nameOf(key)}`));
    await write(entry, columns, call);
  }
  return {
    ...{ known, missingOf, operationsFor, survivorIn, write },
    async writeBack(ref: RecordRef, fields: WriteBack, call: CrmCall): Promise<void> {
      try {
        await set({ ref, fields }, call);
      } catch (error) {
        if (!isUnknownName(error)) throw error;
        describe.forget(call.account);
        await set({ ref, fields }, call);
      }
    },
    async prepare(call: CrmCall): Promise<void> {
      describe.forget(call.account);
      const missing: string[] = [];
      for (const type of ['deal', 'company'] as const) {
        const columns = await describe.columns(homes[type], call);
        const wanted = [...needed[type].map((key) => nameOf(key)), ...(type === 'deal' ? [ORDERS.key] : [])];
        missing.push(...wanted.filter((name) => !columns?.has(name)).map((name) => `${homes[type]}.${name}`));
      }
      if (missing.length > 0) refuse(missing);
    },
  };
}
export type WriteBacker = ReturnType<typeof writeBacker>;
