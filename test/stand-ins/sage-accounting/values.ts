import { Num } from '../numbers.ts';
import { isDay } from '../sage-intacct/days.ts';
import { type Body, kindOf, type Store } from './database.ts';
import { gap, invalid, needed, recordNotFound, unknownParameter } from './errors.ts';
import { fixed, textOf } from './fixed.ts';
import { type Field, type Fields, takenPart } from './metadata.ts';

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Num);

/** Decimals come as JSON numbers or as text, with at most eight places. */
function decimalOf(value: unknown, source: string): string {
  const text = value instanceof Num ? value.text : String(value);
  const isDecimal =
    (typeof value === 'string' || typeof value === 'number' || value instanceof Num) &&
    /^-?\d{1,12}(\.\d{1,8})?$/.test(text);
  if (!isDecimal) throw invalid('is not a number', source);
  return textOf(fixed(text));
}
function textIn(value: unknown, { inside }: Field, source: string): string {
  if (typeof value !== 'string') throw invalid('is invalid', source);
  if (inside !== '' && [...value].length > Number(inside))
    throw invalid(`is too long (maximum is ${inside} characters)`, source);
  return value;
}
function idIn(store: Store, value: unknown, { inside }: Field): string {
  const found = store.find(kindOf(inside), value);
  if (!found || found.deleted !== null) throw recordNotFound();
  return found.id;
}
function valueTaken(store: Store, value: unknown, field: Field, source: string): unknown {
  const { kind, inside, name } = field;
  switch (kind) {
    case 'text':
      return textIn(value, field, source);
    case 'num':
      return decimalOf(value, source);
    case 'int': {
      const [least = '0', most = '2147483647'] = inside === '' ? [] : inside.split('..');
      if (!Number.isInteger(value) || Number(value) < Number(least) || Number(value) > Number(most))
        throw invalid(`must be between ${least} and ${most}`, source);
      return value;
    }
    case 'bool':
      if (typeof value !== 'boolean') throw invalid('is not included in the list', source);
      return value;
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) throw invalid('is not a valid date', source);
      return value;
    case 'enum':
      if (typeof value !== 'string' || !inside.split('|').includes(value))
        throw invalid('is not included in the list', source);
      return value;
    case 'id':
      return idIn(store, value, field);
    case 'ids':
      if (!Array.isArray(value)) throw invalid('is invalid', source);
      return value.map((each) => idIn(store, each, field));
    case 'part':
      return checked(store, value, takenPart(inside), source);
    case 'list':
      if (!Array.isArray(value)) throw invalid('is invalid', source);
      return value.map((each) => checked(store, each, takenPart(inside), source));
    default:
      throw gap(`field ${name}`);
  }
}
/**
 * A body whose names, types and lengths are the vendor's. `whole`: what is needed has to be there. A null takes a value away, where one may be
 * missing.
 */
export function checked(store: Store, given: unknown, fields: Fields, at: string, whole = true): Body {
  if (!isObject(given)) throw invalid('is invalid', at);
  const path = (name: string) => (at === '' ? name : `${at}.${name}`);
  for (const name of Object.keys(given)) if (!fields.has(name)) throw unknownParameter(path(name));
  const taken: Body = {};
  for (const field of fields.values()) {
    const value = given[field.name];
    const isGiven = value !== undefined && value !== null && value !== '';
    if (field.needed && (whole || field.name in given) && !isGiven) throw needed(path(field.name));
    if (value !== undefined) taken[field.name] = isGiven ? valueTaken(store, value, field, path(field.name)) : null;
  }
  return taken;
}
