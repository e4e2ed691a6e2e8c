import { type Currency, cleanText, currencySchema, type Decimal, parseDecimal } from '@backroom/shared';
import type { CrmGap } from '../contract/index.ts';
import type { Row } from './client.ts';
import type { Columns } from './describe.ts';
import { dayOf } from './unproved.ts';

/** Text of a column without the characters that no database takes; null where it is empty, hidden, or not there. */
export function text(row: Row | null | undefined, name: string): string | null {
  const value = row?.[name];
  return typeof value === 'string' ? cleanText(value).trim() || null : null;
}
/** A chosen column as text: yes or no is `true` or `false`, a choice is its number. */
export const valueText = (row: Row | null | undefined, name: string): string | null =>
  typeof row?.[name] === 'boolean' ? String(row[name]) : text(row, name);
export function related(row: Row | null | undefined, name: string): Row | null {
  const value = row?.[name];
  return typeof value === 'object' && value !== null ? (value as Row) : null;
}
export function number(row: Row | null | undefined, name: string): Decimal | null {
  const written = text(row, name);
  return written === null ? null : parseDecimal(written);
}
export const day = (row: Row | null | undefined, name: string): string | null => dayOf(text(row, name) ?? '');
export const currency = (row: Row | null | undefined): Currency | null =>
  currencySchema.safeParse(text(related(row, 'transactioncurrencyid'), 'isocurrencycode')).data ?? null;
export const idOf = (row: Row | null | undefined, name: string): string => (text(row, name) ?? '').toLowerCase();

/** What a question calls a column: a lookup is asked for by its value. */
export const selected = (columns: Columns | null, name: string): string | null => {
  const type = columns?.get(name)?.type;
  return type === undefined ? null : ['Lookup', 'Customer', 'Owner'].includes(type) ? `_${name}_value` : name;
};
/** Columns that an admin chose and that are there; what is not there is a gap of its own. */
export const chosenOf = (columns: Columns | null, wanted: readonly string[]): string[] =>
  wanted.flatMap((name) => selected(columns, name) ?? []);
export const goneGaps = (columns: Columns | null, wanted: readonly string[]): CrmGap[] =>
  wanted.flatMap((name) => (columns?.has(name) ? [] : [{ kind: 'hidden', what: name, lineId: null }]));

/** A number that is there and cannot be understood is named: it is never passed over. */
export const numberGaps = (row: Row, names: readonly string[], lineId: string | null): CrmGap[] =>
  names.flatMap((name) => {
    const written = text(row, name);
    return written === null || number(row, name) !== null
      ? []
      : [{ kind: 'unreadable', what: `${name}: ${written.slice(0, 40)}`, lineId }];
  });
/** What is pointed to and not given. */
export const relatedGap = (row: Row, lookup: string, name: string, lineId: string | null): CrmGap[] => {
  const id = text(row, `_${lookup}_value`);
  return id === null || related(row, name) ? [] : [{ kind: 'unreadable', what: `${lookup} ${id}`, lineId }];
};
