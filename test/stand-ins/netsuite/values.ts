import type { Body, Store } from './database.ts';
import { enterValue, invalidContent, invalidReference, Refusal } from './errors.ts';
import { type Field, partNamed, recordType } from './metadata.ts';

/** The header X-NetSuite-PropertyNameValidation: unknown names are refused, or dropped without a word. */
export type NameCheck = 'Error' | 'Warning' | 'Ignore';
type Reading = { store: Store; names: NameCheck };

/** `companyName` is "Company Name" on forms, and in what the forms say. */
export const labelOf = (name: string): string =>
  name === 'entity' ? 'Customer' : name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const GROUPS: Readonly<Record<string, string>> = { item: 'item', transaction: 'transaction' };

function reference({ store }: Reading, field: Field, value: unknown, path: string): Body {
  const [target = ''] = field.of;
  if (!isObject(value))
    throw invalidContent(`Invalid content in the request body. Invalid value for the field '${field.name}'.`, path);
  const { id, externalId } = value;
  if (id === undefined && externalId === undefined)
    throw new Refusal(
      400,
      'INVALID_VALUE',
      `Invalid value for the resource or sub-resource field '${field.name}'. Provide a valid value.`,
      { 'o:errorPath': path },
    );
  // An address of the customer's book, which the order finds there.
  if (target === 'address' && /^-?\d+$/.test(String(id))) return { id: String(id) };
  // The custom price level is none of the records.
  if (target === 'priceLevel' && String(id) === '-1') return { id: '-1' };
  if (externalId !== undefined) {
    const found = recordType(target) ? store.byExternal(target, String(externalId)) : null;
    if (!found) throw invalidReference(path, String(externalId));
    return { id: String(found.id) };
  }
  const group = GROUPS[target];
  const found = !/^\d+$/.test(String(id))
    ? null
    : group
      ? store.inGroup(group, String(id))
      : store.find(target, String(id));
  if (!found) throw invalidReference(path, String(id));
  return { id: String(found.id) };
}
function checkedValue(reading: Reading, field: Field, value: unknown, path: string): unknown {
  const invalid = () =>
    new Refusal(
      400,
      'INVALID_CONTENT',
      `Invalid content in the request body. Invalid value for the field '${field.name}'. Provide a value of the type ${field.kind === 'int' ? 'integer' : field.kind}.`,
      { 'o:errorPath': path },
    );
  if (value === null) return null;
  switch (field.kind) {
    case 'string': {
      if (typeof value !== 'string') throw invalid();
      if (field.length !== null && value.length > field.length)
        throw new Refusal(
          400,
          'USER_ERROR',
          `Error while accessing a resource. The field ${field.name} contained more than the maximum number ( ${field.length} ) of characters allowed.`,
          { 'o:errorPath': path },
        );
      return value;
    }
    case 'int':
      if (!Number.isInteger(value)) throw invalid();
      return value;
    case 'double':
      if (typeof value !== 'number') throw invalid();
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw invalid();
      return value;
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value)))
        throw invalid();
      return value;
    case 'datetime':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) throw invalid();
      return value;
    case 'enum': {
      const id = isObject(value) ? value.id : value;
      if (!field.of.includes(String(id)))
        throw new Refusal(
          400,
          'INVALID_VALUE',
          `Invalid value for the resource or sub-resource field '${field.name}'. Provide a valid value.`,
          { 'o:errorPath': path },
        );
      return { id: String(id) };
    }
    case 'ref':
      return reference(reading, field, value, path);
    case 'part':
      if (!isObject(value)) throw invalid();
      return read(reading, partNamed(field.of[0] ?? ''), value, { path, partial: true });
    case 'list': {
      const items: unknown = isObject(value) ? value.items : undefined;
      if (!Array.isArray(items)) throw invalid();
      const part = partNamed(field.of[0] ?? '');
      return {
        items: items.map((each, nth) => {
          const at = `${path}.items[${nth}]`.replace('.items[', '[');
          if (!isObject(each)) throw invalidContent('Invalid content in the request body.', at);
          return read(reading, part, each, { path: `${field.name}.items[${nth}]`, partial: true });
        }),
      };
    }
  }
}
/** A body of a request, name by name and value by value. `partial`: a change, which may leave out what is mandatory. */
export function read(
  reading: Reading,
  fields: ReadonlyMap<string, Field>,
  body: Body,
  { path = '', partial = false }: { path?: string; partial?: boolean } = {},
): Body {
  const taken: Body = {};
  for (const [name, value] of Object.entries(body)) {
    const at = path === '' ? name : `${path}.${name}`;
    const field = fields.get(name);
    if (!field) {
      if (name === 'links' || reading.names !== 'Error') continue;
      throw invalidContent(`Invalid content in the request body. Unknown property '${name}'.`, at);
    }
    // What the server computes is ignored on a write, as forms ignore it.
    if (field.readOnly) continue;
    taken[name] = checkedValue(reading, field, value, at);
  }
  if (!partial)
    for (const field of fields.values())
      if (field.mandatory && (taken[field.name] === undefined || taken[field.name] === null))
        throw enterValue(labelOf(field.name));
  return taken;
}
export const money = (value: number): number => Math.round((value + Number.EPSILON * Math.sign(value)) * 100) / 100;
export const figure = (value: number): number => Math.round(value * 1e8) / 1e8;
