// Checks an answer of the backend against the wire contract without carrying zod into every card, a third of its size: tools/wire.ts writes
// the schemas of `shared` in the short form below (wire.generated.ts), and this reads them.

/** The keywords that are understood. The generator refuses a schema with any other, so none is ever passed over in silence. */
export type Keywords = {
  /** Name of a type, beside keywords about its values. */
  is?: string;
  const?: unknown;
  enum?: readonly unknown[];
  /** Fields of an object. One whose name ends with `?` may be absent. */
  fields?: Readonly<Record<string, Schema>>;
  /** Every field that has no name. */
  each?: Schema;
  items?: Schema;
  pattern?: string;
  /** Those of `isOf` are looked at: the others come with a pattern. */
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
};
/** Name of a type, place of a definition, shapes of which one fits, or keywords. */
export type Schema = string | number | readonly Schema[] | Keywords;
type Definitions = readonly Schema[];
export const isShapes = (schema: Schema): schema is readonly Schema[] => Array.isArray(schema);
/** Where it does not fit, and what was expected there. */
export type Misfit = { path: readonly (string | number)[]; expected: string };

const patterns = new Map<string, RegExp>();
const patternOf = (text: string): RegExp => {
  const known = patterns.get(text) ?? new RegExp(text, 'u');
  patterns.set(text, known);
  return known;
};
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const moment = /^[\d-]{10}(T[\d:]{8}(\.\d+)?Z)?$/;
/** A day that the calendar does not have comes back as another one. */
const isMoment = (text: string, length: number) =>
  moment.test(text) && text.length >= length && new Date(text).toJSON()?.startsWith(text.slice(0, length));
const isOf: Readonly<Record<string, (text: string) => boolean | undefined>> = {
  uri: (text) => URL.canParse(text),
  uuid: (text) => uuid.test(text),
  date: (text) => text.length < 11 && isMoment(text, 10),
  'date-time': (text) => isMoment(text, 19),
};
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isSafeInteger(value),
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

function wordWrong(schema: Keywords, text: string): string | null {
  if (schema.minLength !== undefined && text.length < schema.minLength)
    return `at least ${schema.minLength} characters`;
  if (schema.maxLength !== undefined && text.length > schema.maxLength) return `at most ${schema.maxLength} characters`;
  if (schema.pattern !== undefined && !patternOf(schema.pattern).test(text)) return schema.format ?? schema.pattern;
  const { format = '' } = schema;
  return isOf[format] && !isOf[format](text) ? format : null;
}
function numberWrong(schema: Keywords, value: number): string | null {
  if (schema.minimum !== undefined && value < schema.minimum) return `at least ${schema.minimum}`;
  if (schema.maximum !== undefined && value > schema.maximum) return `at most ${schema.maximum}`;
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum)
    return `more than ${schema.exclusiveMinimum}`;
  return null;
}

/** Null where `value` fits. Of several shapes the one that fits furthest tells what is wrong. */
export function misfit(
  schema: Schema,
  definitions: Definitions,
  value: unknown,
  path: Misfit['path'] = [],
): Misfit | null {
  const wrong = (expected: string): Misfit => ({ path, expected });
  const within = (inner: Schema, part: unknown, ...steps: (string | number)[]) =>
    misfit(inner, definitions, part, [...path, ...steps]);
  if (typeof schema === 'number') {
    const target = definitions[schema];
    return target === undefined ? wrong(`definition ${schema}`) : within(target, value);
  }
  if (typeof schema === 'string') return isType[schema]?.(value) ? null : wrong(schema);
  if (isShapes(schema)) {
    const misfits = schema.map((shape) => within(shape, value));
    if (misfits.includes(null)) return null;
    return (
      misfits.reduce((best, next) => ((next?.path.length ?? 0) > (best?.path.length ?? 0) ? next : best), null) ??
      misfits[0] ??
      null
    );
  }
  if ('const' in schema) return value === schema.const ? null : wrong(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.includes(value) ? null : wrong(schema.enum.join(' | '));
  const { fields = {}, each, items, is = items === undefined ? 'object' : 'array' } = schema;
  if (!isType[is]?.(value)) return wrong(is);
  if (typeof value === 'string' || typeof value === 'number') {
    const expected = typeof value === 'string' ? wordWrong(schema, value) : numberWrong(schema, value);
    return expected === null ? null : wrong(expected);
  }
  if (Array.isArray(value))
    return firstOf(value.keys(), (at) => (items === undefined ? null : within(items, value[at], at)));
  if (!isObject(value)) return null;
  const missing = Object.keys(fields).find((name) => !name.endsWith('?') && value[name] === undefined);
  if (missing !== undefined) return { path: [...path, missing], expected: 'a value' };
  return firstOf(Object.keys(value), (name) => {
    const inner = own(fields, name) ?? own(fields, `${name}?`) ?? each;
    return inner === undefined || value[name] === undefined ? null : within(inner, value[name], name);
  });
}
const own = (fields: Readonly<Record<string, Schema>>, name: string) =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
function firstOf<Key>(keys: Iterable<Key>, look: (key: Key) => Misfit | null): Misfit | null {
  for (const key of keys) {
    const found = look(key);
    if (found) return found;
  }
  return null;
}
