import { decimal } from '@backroom/shared';
import type { Row } from './database.ts';
import { badRequest, dialog, readOnly, syntax, tooLong, undeclared } from './errors.ts';
import { type EntitySet, type Field, NO_DATE, setOfEntity, typeOf } from './metadata.ts';

const guid = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;
const isDay = (text: string) =>
  text === NO_DATE || (/^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toISOString().slice(0, 10) === text);
const expected = (value: unknown, type: string) =>
  badRequest(`Cannot convert the literal '${String(value)}' to the expected type '${type}'.`);

/** A key in parentheses. */
export function keyOf(text: string): string {
  if (!guid.test(text)) throw syntax('Bad Request - Error in query syntax');
  return text.toLowerCase();
}

/** One value of a body, as its field takes it. `compatible`: the body says `IEEE754Compatible=true`, and decimals are strings. */
function taken(field: Field, value: unknown, compatible: boolean): string | number {
  const { kind, members, length } = field;
  if (kind === 'decimal') {
    if ((typeof value === 'string') !== compatible || !['string', 'number'].includes(typeof value))
      throw badRequest(
        "Cannot convert a value to target type 'Edm.Decimal' because of conflict between input format string/number and parameter 'IEEE754Compatible' false/true.",
      );
    if (!/^-?\d+(\.\d+)?(?:[eE][+-]?\d+)?$/.test(String(value))) throw expected(value, 'Edm.Decimal');
    return decimal(String(value));
  }
  if (kind === 'int') {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw expected(value, 'Edm.Int32');
    return value;
  }
  if (kind === 'bool') {
    if (typeof value !== 'boolean') throw expected(value, 'Edm.Boolean');
    return value ? 1 : 0;
  }
  if (typeof value !== 'string') throw badRequest('Invalid Request Body');
  if (kind === 'guid') {
    if (!guid.test(value)) throw expected(value, 'Edm.Guid');
    return value.toLowerCase();
  }
  if (kind === 'date') {
    if (!isDay(value)) throw expected(value, 'Edm.Date');
    return value;
  }
  if (kind === 'datetime') {
    if (Number.isNaN(Date.parse(value))) throw expected(value, 'Edm.DateTimeOffset');
    return new Date(value).toISOString();
  }
  if (kind === 'enum') {
    // A blank is written as it is, or as its name is encoded.
    const member = members.find(
      (each) => each === value || each.replaceAll('_x0020_', ' ').replaceAll('_x002D_', '-') === value,
    );
    if (member === undefined) throw badRequest(`The string '${value}' is not a valid enumeration type constant.`);
    return member;
  }
  const text = kind === 'code' ? value.trim().toUpperCase() : value;
  if (length !== null && text.length > length) throw tooLong(value, length);
  return text;
}

export type Written = { row: Row; parts: ReadonlyMap<string, readonly Written[]> };
/** The body of a POST or PATCH: every property must be there, be writable, and have its type. */
export function writtenBy(body: unknown, set: EntitySet, compatible: boolean): Written {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('Invalid Request Body');
  const row: Row = {};
  const parts = new Map<string, readonly Written[]>();
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@odata.')) continue;
    const part = set.parts.get(name);
    const partSet = part && setOfEntity(part.entity);
    if (partSet && part.many) {
      if (!Array.isArray(value)) throw badRequest('Invalid Request Body');
      parts.set(
        name,
        value.map((each: unknown) => writtenBy(each, partSet, compatible)),
      );
      continue;
    }
    const field = set.fields.get(name);
    if (!field) throw undeclared(name, typeOf(set));
    if (name === 'number' && set.name === 'salesOrders')
      throw dialog(
        'You may not enter numbers manually. If you want to enter numbers manually, please activate Manual Nos. in No. Series S-ORD.',
      );
    if (field.readOnly) throw readOnly(name);
    row[name] = taken(field, value, compatible);
  }
  return { row, parts };
}
