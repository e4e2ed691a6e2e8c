// Checks an answer of the backend against the wire contract without carrying zod into every card, a third of its size: the schemas of
// `shared` become JSON Schemas (wire.generated.ts, made by tools/wire.ts), and this reads the keywords that stand in them.

/** The keywords that are understood. The generator refuses a schema with any other, so none is ever passed over in silence. */
export type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema;
  items?: Schema;
  pattern?: string;
  /** Only `uri` is looked at: the others come with a pattern. */
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
};
type Definitions = Readonly<Record<string, Schema>>;
/** Where it does not fit, and what was expected there. */
export type Misfit = { path: readonly (string | number)[]; expected: string };

const patterns = new Map<string, RegExp>();
const patternOf = (text: string): RegExp => {
  const known = patterns.get(text) ?? new RegExp(text, 'u');
  patterns.set(text, known);
  return known;
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

function wordWrong(schema: Schema, text: string): string | null {
  if (schema.minLength !== undefined && text.length < schema.minLength)
    return `at least ${schema.minLength} characters`;
  if (schema.maxLength !== undefined && text.length > schema.maxLength) return `at most ${schema.maxLength} characters`;
  if (schema.pattern !== undefined && !patternOf(schema.pattern).test(text)) return schema.format ?? schema.pattern;
  return schema.format === 'uri' && !URL.canParse(text) ? 'uri' : null;
}
function numberWrong(schema: Schema, value: number): string | null {
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
  if (schema.$ref !== undefined) {
    const target = definitions[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
    return target ? within(target, value) : wrong(schema.$ref);
  }
  const shapes = schema.anyOf ?? schema.oneOf;
  if (shapes) {
    const misfits = shapes.map((shape) => within(shape, value));
    if (misfits.includes(null)) return null;
    return (
      misfits.reduce((best, next) => ((next?.path.length ?? 0) > (best?.path.length ?? 0) ? next : best), null) ??
      misfits[0] ??
      null
    );
  }
  if ('const' in schema && value !== schema.const) return wrong(JSON.stringify(schema.const));
  if (schema.enum && !schema.enum.includes(value)) return wrong(schema.enum.join(' | '));
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.length > 0 && !types.some((type) => isType[type]?.(value))) return wrong(types.join(' | '));
  if (typeof value === 'string' || typeof value === 'number') {
    const expected = typeof value === 'string' ? wordWrong(schema, value) : numberWrong(schema, value);
    return expected === null ? null : wrong(expected);
  }
  if (Array.isArray(value))
    return firstOf(value.keys(), (at) => (schema.items ? within(schema.items, value[at], at) : null));
  if (!isObject(value)) return null;
  const missing = schema.required?.find((name) => value[name] === undefined);
  if (missing !== undefined) return { path: [...path, missing], expected: 'a value' };
  return firstOf(Object.keys(value), (name) => {
    const inner = schema.properties?.[name] ?? schema.additionalProperties;
    return inner && value[name] !== undefined ? within(inner, value[name], name) : null;
  });
}
function firstOf<Key>(keys: Iterable<Key>, look: (key: Key) => Misfit | null): Misfit | null {
  for (const key of keys) {
    const found = look(key);
    if (found) return found;
  }
  return null;
}
