import { Num, textOf } from '../numbers.ts';
import { amount } from './amounts.ts';
import { choicesOf } from './enums.ts';
import { bad, gap } from './errors.ts';
import type { Entity, Field } from './metadata.ts';
import { entityOf } from './metadata.ts';
import { type Group, momentOf, type Value } from './store.ts';

export type Body = Record<string, unknown>;
/** A body whose names and values are the entity's. `lists` are its children, not yet checked. */
export type Checked = { values: Record<string, Value | Group>; lists: Record<string, Body[]> };
export const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Num);

const wrong = (field: Field, path: string): Error => bad(`The value of '${path}' is not a valid ${field.kind}.`);
const bounds: Readonly<Record<number, bigint>> = { 16: 2n ** 15n, 32: 2n ** 31n, 64: 2n ** 63n };

function moment(given: unknown): string | null {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(given)) return null;
  const time = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(given) || !given.includes('T') ? given : `${given}Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 8) === '') return null;
  // A day that the month does not have is no date, though JS makes one of it.
  if (new Date(`${given.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10) !== given.slice(0, 10)) return null;
  return momentOf(time);
}
function valueFor(field: Field, given: unknown, path: string): Value {
  if (given === null) return null;
  switch (field.kind) {
    case 'text':
      if (typeof given !== 'string') throw wrong(field, path);
      if (given.length > field.size)
        throw bad(`The field '${path}' must be a string with a maximum length of ${field.size}.`);
      return given;
    case 'bool':
      if (typeof given !== 'boolean') throw wrong(field, path);
      return given;
    case 'enum':
      if (!choicesOf(field.of).includes(given as string))
        throw bad(`'${String(given)}' is not a valid value of '${path}'.`);
      return given as string;
    case 'moment': {
      const read = moment(given);
      if (read === null) throw wrong(field, path);
      return read;
    }
    case 'int': {
      const text = textOf(given);
      if (typeof given === 'string' || !/^-?\d+$/.test(text) || BigInt(text) >= (bounds[field.size] ?? 0n))
        throw wrong(field, path);
      return field.size === 64 ? text : Number(text);
    }
    case 'dec': {
      const text = textOf(given);
      const [, part = ''] = /^-?\d{1,15}(?:\.(\d+))?$/.exec(text) ?? ['', null];
      if ((typeof given !== 'number' && !(given instanceof Num)) || part === null) throw wrong(field, path);
      if (part.replace(/0+$/, '').length > field.size)
        throw bad(`The field '${path}' has more than ${field.size} decimal places.`);
      return amount(text);
    }
    default:
      throw gap(`writing ${path}`);
  }
}
function groupFor(field: Field, given: unknown): Group {
  if (!isObject(given)) throw wrong(field, field.name);
  const group: Group = {};
  for (const [name, value] of Object.entries(given)) {
    const path = `${field.name}.${name}`;
    const inner = field.fields.get(name);
    if (!inner) throw bad(`The property '${path}' does not exist.`);
    if (!inner.readOnly && inner.kind !== 'gap') group[name] = valueFor(inner, value, path);
  }
  return group;
}
/**
 * Checks a body name by name. Read-only fields are taken and not applied, so that what a GET gave can be sent back; a name that the entity
 * does not have is refused.
 */
export function checked(entityName: string, body: unknown, at = ''): Checked {
  const entity: Entity = entityOf(entityName);
  if (!isObject(body)) throw bad(`The request body is not a valid '${entityName}'.`);
  const found: Checked = { values: {}, lists: {} };
  for (const [name, given] of Object.entries(body)) {
    const field = entity.fields.get(name);
    const path = `${at}${name}`;
    if (!field) throw bad(`The property '${path}' does not exist on type '${entityName}'.`);
    if (field.readOnly || field.kind === 'ref') {
      // A lock is read-only and nevertheless what a change must send.
      if (name === 'lock_id' && given !== null) found.values[name] = textOf(given);
      continue;
    }
    if (field.kind === 'list') {
      if (!Array.isArray(given) || !given.every(isObject)) throw wrong(field, path);
      found.lists[name] = given;
    } else if (field.kind === 'group') {
      if (given !== null) found.values[name] = groupFor(field, given);
    } else found.values[name] = valueFor(field, given, path);
  }
  return found;
}
/** The id of a record that a body names, which is read-only and therefore not among its values. */
export const idOf = (body: Body): string | null => (body.id === undefined || body.id === null ? null : textOf(body.id));
