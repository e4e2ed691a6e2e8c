import type { Row, Value } from './database.ts';
import { badQuery, undeclared } from './errors.ts';
import { type EntitySet, type Field, NAMESPACE } from './metadata.ts';

/** How a stored value is shown: decimals are numbers, digit for digit, unless texts are asked for. */
export function shownValue({ kind }: Field, value: Value, compatible: boolean): unknown {
  if (kind === 'int') return compatible ? String(value) : Number(value);
  if (kind !== 'decimal') return value;
  return compatible
    ? String(value)
    : (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(String(value));
}

/** Texts that a column of the table cuts off, without a word. */
const LENGTHS: Readonly<Record<string, number>> = {
  CustomersOrderReference: 60,
  CustomerRequisitionNumber: 20,
  SalesOrderName: 60,
  LineDescription: 1000,
  OrganizationName: 100,
  DeliveryAddressName: 60,
  DeliveryAddressStreet: 250,
};
/** A body, checked field by field against the metadata. */
export function written(text: string, type: string, set: EntitySet, hidden: ReadonlySet<string>): Row {
  if (!/^application\/json/i.test(type))
    throw badQuery('The request entity’s media type is not supported for this resource.');
  let body: unknown;
  try {
    // Numbers keep their digits.
    body = JSON.parse(text, ((_: string, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? { digits: context?.source ?? String(value) } : value) as (
      key: string,
      value: unknown,
    ) => unknown);
  } catch {
    throw badQuery('The request body is not valid JSON.');
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw badQuery('The request body has no entity.');
  const compatible = /IEEE754Compatible=true/i.test(type);
  const row: Row = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@')) continue;
    const field = set.fields.get(name);
    if (!field || hidden.has(`${set.name}.${name}`)) throw undeclared(name, set.type);
    if (value === null) continue;
    row[name] = storedValue(field, value, compatible);
  }
  return row;
}
function storedValue(field: Field, value: unknown, compatible: boolean): Value {
  const digits = value !== null && typeof value === 'object' && 'digits' in value ? String(value.digits) : null;
  const wrong = () =>
    badQuery(
      `Cannot convert the literal '${digits ?? String(value)}' to the expected type '${field.kind === 'enum' ? `${NAMESPACE}.${field.type}` : `Edm.${field.kind === 'decimal' ? 'Decimal' : field.kind === 'int' ? 'Int64' : field.kind === 'string' ? 'String' : 'DateTimeOffset'}`}'.`,
    );
  if (field.kind === 'decimal' || field.kind === 'int') {
    const number = digits ?? (compatible && typeof value === 'string' ? value : null);
    if (number === null || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(number)) throw wrong();
    return field.kind === 'int' ? Number(number) : number;
  }
  if (typeof value !== 'string') throw wrong();
  if (field.kind === 'enum') {
    if (!field.members.includes(value)) throw wrong();
    return value;
  }
  if (field.kind === 'string') return value.slice(0, LENGTHS[field.name] ?? 250);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(Date.parse(value)))
    throw wrong();
  // A day is kept as noon, whatever time was sent with it.
  return field.kind === 'date'
    ? `${new Date(value).toISOString().slice(0, 10)}T12:00:00Z`
    : new Date(value).toISOString().replace('.000Z', 'Z');
}
export const dayAsNoon = (day: string): string => `${day.slice(0, 10)}T12:00:00Z`;
