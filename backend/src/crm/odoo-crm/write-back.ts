import { parseDecimal, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { recordId } from '../../erp/transport/odoo/values.ts';
import { type CrmCall, CrmError, type WriteBack, type WriteBackField, type Written } from '../contract/index.ts';
import { rawNumber } from '../kit/exact.ts';
import type { OdooClient } from './client.ts';
import type { Columns, Describer } from './describe.ts';
import { isUnknownField } from './errors.ts';
import { BRIDGE, MERGED_IDS, models, nameOf, needed, QUOTATIONS } from './names.ts';

/** Each is a write of its own inside Odoo, some 10 ms. */
export const WRITE_BATCH = 100;
const answerSchema = z.array(
  z.object({ error: z.enum(['not_found', 'refused', 'busy']).nullable(), words: z.string().nullable() }),
);
export type Entry = { ref: RecordRef; fields: WriteBack };
const keysOf = (fields: WriteBack): WriteBackField[] =>
  (Object.keys(fields) as WriteBackField[]).filter((key) => fields[key] !== undefined);
const BUSY_MS = 3000;
const numeric = new Set(['float', 'monetary', 'integer']);

/** A value as a field of its type takes it: amounts as numbers with their digits. Null empties. */
function typed(column: Columns, name: string, value: WriteBack[WriteBackField]): unknown {
  const plain = value !== null && typeof value === 'object' ? value.amount : (value ?? null);
  if (typeof plain !== 'string') return plain;
  const type = column.get(name)?.type ?? '';
  if (type === 'boolean') return plain === 'true';
  return numeric.has(type) && parseDecimal(plain) !== null ? rawNumber(plain) : plain;
}
const valuesOf = (column: Columns, fields: WriteBack): Record<string, unknown> =>
  Object.fromEntries(keysOf(fields).map((key) => [nameOf(key), typed(column, nameOf(key), fields[key])]));

/** Write-backs go through the addon: each by itself in one call, marked as ours, so that nothing tells us of our own writes. */
export function writeBacker(client: OdooClient, describe: Describer) {
  async function columnsFor(
    entries: readonly Entry[],
    call: CrmCall,
  ): Promise<ReadonlyMap<RecordRef['type'], Columns>> {
    const types = [...new Set(entries.map(({ ref }) => ref.type))];
    return new Map(
      await Promise.all(
        types.map(async (type) => {
          const names = entries
            .filter(({ ref }) => ref.type === type)
            .flatMap(({ fields }) => keysOf(fields).map(nameOf));
          const complete = (found: Columns) => names.every((name) => isWritable(found, name));
          const found = await describe.columns(models[type], call, complete);
          return [type, found ?? (new Map() as Columns)] as const;
        }),
      ),
    );
  }
  // Fields of the addon are read only on screens.
  const isWritable = (found: Columns, name: string): boolean =>
    found.get(name)?.written === true || (name.startsWith('backroom_') && found.has(name));
  function refuse(missing: readonly string[]): never {
    throw new CrmError('refused', 'Odoo: fields missing', {
      words: `${missing.join(', ')} missing or not writable. Install or update the app Backroom in Odoo.`,
    });
  }
  async function send(
    entries: readonly Entry[],
    columns: ReadonlyMap<RecordRef['type'], Columns>,
    call: CrmCall,
  ): Promise<(CrmError | null)[]> {
    const told = entries.map(({ ref, fields }) => ({
      model: models[ref.type],
      // What is no id of Odoo's is no record of Odoo's.
      id: recordId(ref.id) ?? 0,
      values: valuesOf(columns.get(ref.type) ?? new Map(), fields),
    }));
    const answers = await client.ask(
      answerSchema.length(entries.length),
      { model: BRIDGE, method: 'write_back', args: { entries: told }, write: true },
      call,
    );
    return answers.map(({ error, words }, nth) =>
      error === null
        ? null
        : new CrmError(error, `Odoo ${error}: ${told[nth]?.model} ${told[nth]?.id}`, {
            words,
            retryAfterMs: error === 'busy' ? BUSY_MS : null,
          }),
    );
  }
  async function set(entry: Entry, call: CrmCall): Promise<void> {
    if (keysOf(entry.fields).length === 0) return;
    const columns = await columnsFor([entry], call);
    const found = columns.get(entry.ref.type) ?? new Map();
    const missing = keysOf(entry.fields)
      .map(nameOf)
      .filter((name) => !isWritable(found, name));
    if (missing.length > 0) refuse(missing.map((name) => `${models[entry.ref.type]}.${name}`));
    const [error] = await send([entry], columns, call);
    if (error) throw error;
  }
  async function write(entries: readonly Entry[], call: CrmCall): Promise<Written[]> {
    const columns = await columnsFor(entries, call);
    const plans = entries.map(({ ref, fields }) => {
      const found = columns.get(ref.type) ?? new Map();
      const missing = keysOf(fields).filter((key) => !isWritable(found, nameOf(key)));
      const rest: WriteBack = { ...fields };
      for (const key of missing) delete rest[key];
      return { missing, entry: { ref, fields: rest } };
    });
    const out: Written[] = [];
    for (let at = 0; at < plans.length; at += WRITE_BATCH) {
      const some = plans.slice(at, at + WRITE_BATCH);
      const errors = await send(
        some.map(({ entry }) => entry),
        columns,
        call,
      );
      out.push(...some.map(({ missing }, nth) => ({ error: errors[nth] ?? null, missing })));
    }
    return out;
  }
  return {
    async writeBack(ref: RecordRef, fields: WriteBack, call: CrmCall): Promise<void> {
      try {
        await set({ ref, fields }, call);
      } catch (error) {
        if (!isUnknownField(error)) throw error;
        describe.forget(call.account);
        await set({ ref, fields }, call);
      }
    },
    async writeMany(entries: readonly Entry[], call: CrmCall): Promise<Written[]> {
      try {
        return await write(entries, call);
      } catch (error) {
        // Odoo refuses the whole call for one field that it has not: nothing was written.
        if (!isUnknownField(error)) throw error;
        describe.forget(call.account);
        return write(entries, call);
      }
    },
    async prepare(call: CrmCall): Promise<void> {
      describe.forget(call.account);
      const missing: string[] = [];
      for (const type of ['deal', 'company'] as const) {
        const columns = await describe.columns(models[type], call);
        const more = [MERGED_IDS, ...(type === 'deal' ? [QUOTATIONS] : [])];
        const wanted = [...needed[type].map(nameOf), ...more];
        missing.push(...wanted.filter((name) => !columns?.has(name)).map((name) => `${models[type]}.${name}`));
      }
      if (missing.length > 0) refuse(missing);
    },
  };
}
