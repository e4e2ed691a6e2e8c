import type { Value } from './database.ts';
import { DataverseError, tooLong, undeclared, wrongValue } from './errors.ts';
import type { Column, Table } from './metadata.ts';

const rawJson = (text: string): unknown => (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(text);

/** How a stored value is shown: decimals are numbers, digit for digit, unless texts are asked for. */
export function shownValue({ kind }: Column, value: Value, compatible: boolean): unknown {
  if (value === null) return null;
  if (kind === 'bool') return value === 1;
  if (kind === 'bigint') return compatible ? String(value) : Number(value);
  if (kind === 'money' || kind === 'decimal') return compatible ? String(value) : rawJson(String(value));
  return value;
}
const grouped = (text: string): string => {
  const [whole = '', part = ''] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0')}`;
};
/** The formatted value, for an American reader; null where the column has none. */
export function formatted(column: Column, value: Value, symbol: string): string | null {
  if (value === null) return null;
  if (column.options.length > 0) return column.options.find((each) => each.value === value)?.label ?? null;
  if (column.kind === 'money') return `${symbol}${grouped(String(value))}`;
  if (column.kind === 'decimal') return grouped(String(value));
  if (column.kind === 'bool') return value === 1 ? 'Yes' : 'No';
  if (column.kind === 'datetime' || column.kind === 'date') {
    const [year, month, day] = String(value).slice(0, 10).split('-');
    return `${Number(month)}/${Number(day)}/${year}`;
  }
  return column.kind === 'int' ? String(value) : null;
}

type Digits = { digits: string };
/** JSON whose numbers keep their digits. */
export function parseBody(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    const reviver = (_: string, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? { digits: context?.source ?? String(value) } : value;
    body = text === '' ? {} : JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
  } catch {
    body = null;
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw new DataverseError(
      400,
      '0x80060888',
      'An error occurred while validating input parameters: the payload is no JSON object.',
    );
  return body as Record<string, unknown>;
}
const digitsOf = (value: unknown): string | null =>
  value !== null && typeof value === 'object' && 'digits' in value ? (value as Digits).digits : null;
const edmOf: Readonly<Record<Column['kind'], string>> = {
  ...{ text: 'String', money: 'Decimal', decimal: 'Decimal', int: 'Int32', bigint: 'Int64', choice: 'Int32' },
  ...{ datetime: 'DateTimeOffset', date: 'Date', bool: 'Boolean', guid: 'Guid', lookup: 'Guid' },
};
/** The largest amount of money that a column holds. */
const MOST_MONEY = 922_337_203_685_477;

/** One value of a body, checked against its column. */
export function storedValue(table: Table, column: Column, value: unknown, compatible: boolean): Value {
  const digits = digitsOf(value);
  const wrong = () => wrongValue(table.name, digits ?? String(value), edmOf[column.kind]);
  if (column.kind === 'lookup') throw undeclared(column.wire, table.name);
  if (value === null) return null;
  switch (column.kind) {
    case 'bool':
      if (typeof value !== 'boolean') throw wrong();
      return value ? 1 : 0;
    case 'money':
    case 'decimal': {
      const number = digits ?? (compatible && typeof value === 'string' ? value : null);
      if (number === null || !/^-?\d+(\.\d+)?$/.test(number)) throw wrong();
      if (Math.abs(Number(number)) > MOST_MONEY)
        throw new DataverseError(
          400,
          '0x80044330',
          `A validation error occurred. The value of '${column.name}' on record of type '${table.name}' is outside the valid range.`,
        );
      return number;
    }
    case 'int':
    case 'bigint':
    case 'choice': {
      if (digits === null || !/^-?\d+$/.test(digits)) throw wrong();
      const number = Number(digits);
      if (column.options.length > 0 && !column.options.some((each) => each.value === number))
        throw new DataverseError(
          400,
          '0x8004431a',
          `A validation error occurred. The value ${number} of '${column.name}' on record of type '${table.name}' is outside the valid range. Accepted Values: ${column.options.map((each) => each.value).join(',')}`,
        );
      return number;
    }
    case 'guid':
      if (typeof value !== 'string' || !/^[0-9a-f-]{36}$/i.test(value)) throw wrong();
      return value.toLowerCase();
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) throw wrong();
      return value;
    case 'datetime':
      if (
        typeof value !== 'string' ||
        Number.isNaN(Date.parse(value)) ||
        !/^\d{4}-\d\d-\d\d(T.+(Z|[+-]\d\d:\d\d))?$/.test(value)
      )
        throw wrong();
      return new Date(value).toISOString().replace('.000Z', 'Z');
    default:
      if (typeof value !== 'string') throw wrong();
      if (column.length > 0 && value.length > column.length) throw tooLong(table.name, column.name, column.length);
      return value;
  }
}
