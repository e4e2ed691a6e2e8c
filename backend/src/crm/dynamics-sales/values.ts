import { parseDecimal, type RecordRef } from '@backroom/shared';
import { ownName, type WriteBack, type WriteBackField } from '../contract/index.ts';
import { rawNumber } from '../kit/exact.ts';
import type { Columns } from './describe.ts';
import { homes, nameOf, tables } from './solution.ts';

export type Entry = { ref: RecordRef; fields: WriteBack };
export const keysOf = (fields: WriteBack): WriteBackField[] =>
  (Object.keys(fields) as WriteBackField[]).filter((key) => fields[key] !== undefined);
/** Where a field is: Backroom's own of a deal in the table of orders, all others on the record. */
export const tableOf = (type: RecordRef['type'], key: WriteBackField): string =>
  ownName(key) === null ? homes[type] : tables[type];
/** What the columns of a table are known as; a table that is not there has none. */
export type Known = ReadonlyMap<string, Columns>;
export const writable = (known: Known, type: RecordRef['type'], key: WriteBackField): boolean =>
  known.get(tableOf(type, key))?.get(nameOf(key))?.written === true;

const numeric = new Set(['Money', 'Decimal', 'Double', 'Integer', 'BigInt']);
const whole = new Set(['Picklist', 'State', 'Status']);
/** A value as a column of its type takes it: amounts as numbers that keep every digit. */
function typed(type: string, value: string | boolean | null): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'Boolean') return value === 'true';
  if (whole.has(type)) return /^-?\d+$/.test(value) ? Number(value) : value;
  return numeric.has(type) && parseDecimal(value) !== null ? rawNumber(value) : value;
}
/** The columns of one table that are set. What is null is emptied. */
export function bodyOf(known: Known, table: string, { ref, fields }: Entry): Record<string, unknown> {
  return Object.fromEntries(
    keysOf(fields)
      .filter((key) => tableOf(ref.type, key) === table)
      .map((key) => {
        const value = fields[key];
        const plain = value !== null && typeof value === 'object' ? value.amount : (value ?? null);
        const name = nameOf(key);
        // A column of two options knows no third value.
        if (key === 'blocked') return [name, plain === true];
        return [name, typed(known.get(table)?.get(name)?.type ?? '', plain)];
      }),
  );
}
