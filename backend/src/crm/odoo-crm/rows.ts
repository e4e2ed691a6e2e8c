import { type Currency, cleanText, currencySchema, type Decimal, isSoundPrice } from '@backroom/shared';
import { exact, recordId } from '../../erp/transport/odoo/values.ts';
import { CrmError, type CrmGap } from '../contract/index.ts';
import type { Row } from './client.ts';
import type { Columns } from './describe.ts';

type Maybe = Row | null | undefined;
/** Text of a field without the characters that no database takes. Odoo writes "nothing" as `false`, whatever the type. */
export function text(row: Maybe, name: string): string | null {
  const value = row?.[name];
  return typeof value === 'string' ? cleanText(value).trim() || null : null;
}
/** A link reads as `[id, "name"]`. */
export function link(row: Maybe, name: string): { id: number; name: string } | null {
  const value = row?.[name];
  if (!Array.isArray(value) || typeof value[0] !== 'number') return null;
  return { id: value[0], name: typeof value[1] === 'string' ? cleanText(value[1]).trim() : '' };
}
/** Null where it is none, or larger than anything can hold. */
export function number(row: Maybe, name: string): Decimal | null {
  const value = row?.[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) >= 1e18) return null;
  const found = exact(value);
  return isSoundPrice(found) ? found : null;
}
/** A name of a currency is its ISO code. */
export const currency = (row: Maybe, name = 'currency_id'): Currency | null =>
  currencySchema.safeParse(link(row, name)?.name).data ?? null;
export const idText = (row: Maybe, name: string): string | null => {
  const found = link(row, name);
  return found ? String(found.id) : null;
};
/** A chosen field as text: a link is its name, yes or no is `true` or `false`. */
export function valueText(row: Maybe, name: string, columns: Columns | null): string | null {
  const value = row?.[name];
  if (columns?.get(name)?.type === 'boolean') return typeof value === 'boolean' ? String(value) : null;
  if (typeof value === 'number') return number(row, name);
  return link(row, name)?.name ?? text(row, name);
}

/** Our ids are Odoo's, as text. Anything else reaches no query. */
export function numberOf(id: string, what: string): number {
  const found = recordId(id);
  if (found === null) throw new CrmError('not_found', `no ${what} has the id ${id.slice(0, 40)}`);
  return found;
}
/** Those of the fields that are there. */
export const present = (columns: Columns | null, wanted: readonly string[]): string[] =>
  [...new Set(wanted)].filter((name) => columns?.has(name));
/** What is wanted and not there is named: hidden from the key's user, or gone. */
export const hiddenGaps = (
  columns: Columns | null,
  wanted: readonly string[],
  label = (name: string) => name,
): CrmGap[] =>
  [...new Set(wanted)].flatMap((name) =>
    columns?.has(name) ? [] : [{ kind: 'hidden', what: label(name), lineId: null }],
  );
/** A number that is there and cannot be held is named: it is never passed over. */
export const numberGaps = (row: Row, names: readonly string[], lineId: string | null): CrmGap[] =>
  names.flatMap((name) => {
    const value = row[name];
    return typeof value !== 'number' || number(row, name) !== null
      ? []
      : [{ kind: 'unreadable', what: `${name}: ${value}`, lineId }];
  });
