import type { Call } from './call.ts';
import type { Body, Rec } from './database.ts';
import { isDay } from './days.ts';
import { gap, invalid, readOnly, refused } from './errors.ts';
import { type Field, isGroup, type ObjectType, typeOf } from './metadata.ts';
import { sees } from './rights.ts';

/** What a body sets, by path: values, keys of references, and owned objects as they came. */
export type Given = { values: Map<string, unknown>; lists: Map<string, Body[]> };
/** Names of records in the vendor's messages. */
const recordNames: Readonly<Record<string, string>> = {
  'order-entry/document': 'Document',
  'accounts-receivable/customer': 'Customer',
  'company-config/contact': 'Contact',
};
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record by the id that references use. Items are named by their id or by "ID--NAME". */
function named({ store }: Pick<Call, 'store'>, object: string, id: string): Rec | null {
  if (object === 'order-entry/document') return store.where(object, 'documentId', id)[0] ?? null;
  if (object === 'order-entry/document-line') return store.find(object, /^\d+$/.test(id) ? id : null);
  const exact = store.byId(object, id);
  return (
    exact ??
    (object === 'inventory-control/item' && id.includes('--') ? store.byId(object, id.split('--')[0] ?? '') : null)
  );
}
function referenceOf(call: Call, resource: string, field: Field, path: string, value: unknown): string | null {
  if (value === null) return null;
  if (!isObject(value)) throw invalid(`${path} must be a reference with a key or an id`, path);
  for (const name of Object.keys(value)) {
    if (name === 'href' || field.shown.includes(name)) throw readOnly(`${path}.${name}`);
    if (name !== 'key' && name !== 'id')
      throw invalid(`The field ${path}.${name} is not a valid field`, `${path}.${name}`);
  }
  const { key, id } = value;
  if (key === null || (key === undefined && id === null)) return null;
  const wanted = key ?? id;
  if (typeof wanted !== 'string' || wanted === '') throw invalid(`${path} must have a key or an id`, path);
  const found =
    key === undefined
      ? named(call, field.object, wanted)
      : call.store.find(field.object, /^\d+$/.test(wanted) ? wanted : null);
  if (!found || !sees(call, found, false))
    throw refused(call.method, resource, recordNames[resource.split('::')[0] ?? ''] ?? resource, {
      code: 'invalidReference',
      message: `Invalid ${path} '${wanted}' specified.`,
      target: path,
      correction: 'Use a valid value instead.',
    });
  return String(found.key);
}
function readValue(call: Call, resource: string, field: Field, path: string, value: unknown): unknown {
  if (field.kind === 'ref') return referenceOf(call, resource, field, path, value);
  if (value === null) return null;
  const wrong = (what: string) => invalid(`${path} must be ${what}`, path);
  switch (field.kind) {
    case 'dec':
      if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) throw wrong('a decimal number as text');
      return value;
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) throw wrong('a date in the form YYYY-MM-DD');
      return value;
    case 'bool':
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case 'int':
    case 'num':
      if (typeof value !== 'number' || (field.kind === 'int' && !Number.isInteger(value))) throw wrong('a number');
      return value;
    case 'enum':
      if (!field.choices.includes(String(value)))
        throw invalid(
          `Invalid value "${String(value)}" for ${path}. Valid values are ${field.choices.join(', ')}`,
          path,
        );
      return value;
    default:
      if (typeof value !== 'string') throw wrong('text');
      return value;
  }
}
/** Reads a body against the metadata: unknown and read-only names, wrong types and choices are refused. */
export function given(call: Call, resource: string, type: ObjectType, body: Body, prefix = ''): Given {
  const found: Given = { values: new Map(), lists: new Map() };
  const walk = (part: Body, base: string): void => {
    for (const [name, value] of Object.entries(part)) {
      const path = base === '' ? name : `${base}.${name}`;
      const shown = `${prefix}${path}`;
      if (name === 'ia::operation' && prefix !== '') continue;
      const field = type.fields.get(path);
      if (!field) {
        if (!isGroup(type, path)) throw invalid(`The field ${shown} is not a valid field of ${type.name}`, shown);
        if (value !== null && !isObject(value)) throw invalid(`${shown} must be an object`, shown);
        if (value !== null) walk(value, path);
        continue;
      }
      if (field.kind === 'gap') throw gap(`field ${type.name}.${path}`);
      if (field.readOnly) throw readOnly(shown);
      if (field.kind === 'list') {
        if (!Array.isArray(value) || !value.every(isObject)) throw invalid(`${shown} must be a list of objects`, shown);
        found.lists.set(path, value);
        continue;
      }
      const read = readValue(call, resource, field, shown, value);
      if (!field.ignored) found.values.set(path, read);
    }
  };
  walk(body, '');
  return found;
}
/** Refuses a new object that lacks what its type needs. */
export function complete(type: ObjectType, { values, lists }: Given, prefix = ''): void {
  for (const { path, needed, kind } of type.fields.values()) {
    const there = kind === 'list' ? (lists.get(path)?.length ?? 0) > 0 : (values.get(path) ?? null) !== null;
    if (needed && !there) throw invalid(`Required field ${prefix}${path} is missing`, `${prefix}${path}`);
  }
}
/** Each owned object of a list, read against its own type. */
export const ownedBy = (call: Call, resource: string, object: string, list: readonly Body[], path: string) =>
  list.map((body, nth) => ({
    operation: body['ia::operation'] as unknown,
    key: body.key as unknown,
    given: given(call, resource, typeOf(object), body, `${path}.${nth}.`),
  }));
