import { folded } from '../../store/mapping.ts';
import type { Typed } from './form.ts';

/** Longest value on either side, as it is stored. */
export const MOST_LETTERS = 400;
export type WrongValue = 'half' | 'twice' | 'long';

/** Rows of a table of the form: `values-0-key-1` is the value of the CRM, `values-0-to-1` that of the ERP. */
function rowsOf(typed: Typed, prefix: string) {
  const rows: { index: number; key: string; to: string }[] = [];
  for (let index = 0; typed[`${prefix}-key-${index}`] !== undefined; index += 1) {
    const text = (part: 'key' | 'to') => typed[`${prefix}-${part}-${index}`]?.trim() ?? '';
    rows.push({ index, key: text('key'), to: text('to') });
  }
  return rows;
}
export function readRows(typed: Typed, prefix: string): Record<string, string> {
  return Object.fromEntries(
    rowsOf(typed, prefix).flatMap(({ key, to }) => (key !== '' && to !== '' ? [[key, to] as const] : [])),
  );
}
/** What cannot be stored, by the name of its input. From row `${prefix}-new` on, a person typed the value of the CRM too. */
export function wrongRows(typed: Typed, prefix: string): [string, WrongValue][] {
  const first = Number(typed[`${prefix}-new`] ?? Number.POSITIVE_INFINITY);
  const rows = rowsOf(typed, prefix);
  return rows.flatMap(({ index, key, to }): [string, WrongValue][] => {
    const isTyped = index >= first;
    const at = (part: 'key' | 'to', code: WrongValue): [string, WrongValue][] => [[`${prefix}-${part}-${index}`, code]];
    if (key.length > MOST_LETTERS) return at('key', 'long');
    if (to.length > MOST_LETTERS) return at('to', 'long');
    if (key === '' && to !== '') return at('key', 'half');
    if (isTyped && key !== '' && to === '') return at('to', 'half');
    const isTwice =
      isTyped &&
      key !== '' &&
      rows.some((other) => other.index < index && folded(other.key) === folded(key) && other.to !== '');
    return isTwice ? at('key', 'twice') : [];
  });
}
