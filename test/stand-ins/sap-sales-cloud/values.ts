import { Num } from '../numbers.ts';
import { badBody } from './errors.ts';
import { UUID } from './filter.ts';
import type { Field, Fields } from './metadata.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Num);
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const fits: Readonly<Record<Field['kind'], (value: unknown, field: Field) => boolean>> = {
  text: (value, { length }) => typeof value === 'string' && (length === 0 || [...value].length <= length),
  uuid: (value) => typeof value === 'string' && UUID.test(value),
  date: (value) => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)),
  moment: (value) => typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value) => typeof value === 'number' || value instanceof Num,
  bool: (value) => typeof value === 'boolean',
  enum: (value, { options }) => typeof value === 'string' && options.includes(value),
  group: isObject,
  list: Array.isArray,
  extensions: isObject,
};

/** Refuses a body with an attribute that is not there, is computed, or has another type. Null empties an attribute. */
export function checkBody(body: unknown, fields: Fields, extensions: Fields, above = ''): Record<string, unknown> {
  if (!isObject(body)) throw badBody('The body is no object.', above || undefined);
  for (const [name, value] of Object.entries(body)) {
    const path = `${above}${name}`;
    const field = fields.get(name);
    if (!field) throw badBody(`The attribute '${path}' does not exist.`, path);
    if (field.readOnly) throw badBody(`The attribute '${path}' cannot be changed.`, path);
    if (value === null) continue;
    if (!fits[field.kind](value, field))
      throw badBody(
        field.kind === 'text' && typeof value === 'string'
          ? `The attribute '${path}' is longer than ${field.length} characters.`
          : `The value of the attribute '${path}' is not valid.`,
        path,
      );
    if (field.kind === 'group') checkBody(value, field.fields, extensions, `${path}/`);
    if (field.kind === 'extensions') checkBody(value, extensions, extensions, `${path}/`);
    if (field.kind === 'list')
      for (const each of value as unknown[]) checkBody(each, field.fields, extensions, `${path}/`);
  }
  return body;
}
/** As a merge patch says it: groups are merged, lists are replaced whole, null removes. */
export function merged(row: unknown, patch: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = isObject(row) ? { ...row } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = isObject(value) ? merged(result[name], value) : value;
  }
  return result;
}
