import { dateSchema, dayIn } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import { decimalText } from '../transport/json.ts';
import type { Document } from './document.ts';
import { type Bindings, ExpressionError, expressionOf } from './expression.ts';

/** A value of an answer in the form that the contract wants. */
type Kind = 'text' | 'decimal' | 'date' | 'boolean';
type Formats = Document['formats'];

const two = (text: string) => text.padStart(2, '0');
const dates: Readonly<Record<Formats['date'], (text: string) => string | null>> = {
  iso: (text) => /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text)?.[1] ?? null,
  unix: (text) => (/^\d{1,11}$/.test(text) ? new Date(Number(text) * 1000).toISOString().slice(0, 10) : null),
  compact: (text) => text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
  day_first: (text) => between(text, [2, 1, 0]),
  month_first: (text) => between(text, [2, 0, 1]),
};
function between(text: string, [year, month, day]: readonly [number, number, number]): string | null {
  const parts = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T].*)?$/.exec(text)?.slice(1);
  return parts ? `${parts[year]}-${two(parts[month] ?? '')}-${two(parts[day] ?? '')}` : null;
}
/** `1,234.5` without its commas. What is not grouped by threes stays as it is, and is no number. */
function withoutGroups(text: string): string {
  const [whole = '', ...rest] = text.split('.');
  const groups = whole.split(',');
  const isGrouped = groups.every((group, nth) => (nth === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(group));
  return isGrouped ? [groups.join(''), ...rest].join('.') : text;
}
/** `1.234,5` as `1234.5`. Of `1.234` nobody knows which it is; the empty text is no number. */
function withPoint(text: string): string {
  if (/^-?\d+\.\d+$/.test(text)) return '';
  const [whole = '', ...rest] = text.replace(/[\s']/g, '.').split(',');
  return withoutGroups([whole.replaceAll('.', ','), ...rest].join('.'));
}
const readers: Readonly<Record<Kind, (text: string, formats: Formats, timeZone: string) => unknown>> = {
  text: (text) => text,
  decimal(text, { decimal }) {
    const plain = decimal === 'comma' ? withPoint(text) : withoutGroups(text);
    const read = decimalText.safeParse(plain);
    return read.success ? read.data : undefined;
  },
  date(text, { date, noDate }, timeZone) {
    if (text === '' || noDate.includes(text)) return null;
    // A moment is the day that the company's calendar shows then.
    const moment = momentOf(text, date);
    const day = moment === null ? dates[date](text) : dayAt(moment, timeZone);
    return day !== null && noDate.includes(day) ? null : dateSchema.safeParse(day).data;
  },
  boolean: (text, { yes, no }) => (yes.includes(text) ? true : no.includes(text) ? false : undefined),
};
/** Seconds of a text that says its moment whatever the zone; null where it is a day, or a time by the company's own clock. */
function momentOf(text: string, date: Formats['date']): number | null {
  if (date === 'unix') return /^\d{1,11}$/.test(text) ? Number(text) : null;
  if (date !== 'iso' || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const parsed = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(parsed) ? null : parsed / 1000;
}
const dayAt = (seconds: number, timeZone: string): string => dayIn(timeZone, seconds * 1000);

/** Where a value of a document comes from, for errors: `orders.fields.total`. */
export type Place = { at: string; document: Document; bindings: Bindings };
const drift = ({ at }: Place, message: string, cause?: unknown): ErpError =>
  new ErpError('drift', `${at}: ${message}`, {
    field: at,
    words: `The mapping of ${at} does not fit the answer: ${message}`,
    cause,
  });
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

/** Evaluates an expression of the document over a part of an answer; its failure names its place. */
export async function evaluated(text: string, input: unknown, place: Place): Promise<unknown> {
  try {
    return await expressionOf(text)(input, place.bindings);
  } catch (error) {
    if (error instanceof ExpressionError) throw drift(place, error.message, error);
    throw error;
  }
}
/** A value in the form that is wanted; null where there is none. */
export async function coerced<Value>(
  text: string | undefined,
  input: unknown,
  kind: Kind,
  place: Place,
): Promise<Value | null> {
  if (text === undefined) return null;
  const value = await evaluated(text, input, place);
  if (value === undefined || value === null) return null;
  // What an expression compared is yes or no in any language.
  if (kind === 'boolean' && typeof value === 'boolean') return value as Value;
  if (typeof value === 'object') throw drift(place, `"${text}" gives ${shown(value)}, which is no single value`);
  const { formats, company } = place.document;
  // What an expression calculated is written with a point in any language.
  const read =
    typeof value === 'string'
      ? readers[kind](value.trim(), formats, company.timeZone)
      : readers[kind](String(value), { ...formats, decimal: 'point' }, company.timeZone);
  if (read === undefined)
    throw drift(place, `"${text}" gives ${shown(value)}, which is no ${kind === 'boolean' ? 'yes or no' : kind}`);
  return read as Value;
}
/** The same for what every row has to have. */
export async function needed<Value>(text: string, input: unknown, kind: Kind, place: Place): Promise<Value> {
  const value = await coerced<Value>(text, input, kind, place);
  if (value !== null && value !== '') return value;
  throw drift(place, `"${text}" gives nothing in ${shown(input)}`);
}
