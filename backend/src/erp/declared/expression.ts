import { add, clockIn, type Decimal, decimal, multiply, subtract } from '@backroom/shared';
import jsonata from 'jsonata';
import { LRUCache } from 'lru-cache';
import { decimalText, exactJsonOf, exactNumber, jsonText } from '../transport/json.ts';

/** Longest expression of a document. */
export const EXPRESSION = 2000;
/** What one evaluation may take. The ends are far beyond what a mapping needs; they keep a mistake from stopping the process. */
const BOUNDS = { stack: 60, sequence: 20_000 };
/** Counted, not timed: on a busy machine an evaluation that is sound would be ended. */
const STEPS = 100_000;
const ON_STEP = Symbol.for('jsonata.__evaluate_entry');
const LONGEST_TEXT = 200_000;

/** Functions of JSONata that a document may call: none that runs text as code, takes a function, or makes much of little. */
const builtIn =
  'string length substring substringBefore substringAfter uppercase lowercase trim contains split join replace number abs floor ceil round count exists boolean not append distinct keys lookup reverse'.split(
    ' ',
  );
/** Ours, by name. */
const own: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  /** A decimal text as a number of JSON, digit for digit. */
  exact: (value) => (value === undefined ? undefined : exactNumber(plain(value))),
  /** A value as JSON text, for systems that take conditions in JSON. */
  json: (value) => jsonText(value),
  /** JSON that stands in a text. Undefined where it is none. */
  parse: (text) => (typeof text === 'string' ? exactJsonOf(new TextEncoder().encode(text)) : undefined),
  /** A text as a literal of SQL and OData: 'O''Neil'. */
  quote: (text) => `'${String(text).replaceAll("'", "''")}'`,
  /** A text with another sign in place of each of `signs`: of what a filter cannot carry, a placeholder of the ERP. */
  masked: (text, signs, other) =>
    text === undefined
      ? undefined
      : [...String(text)].map((each) => (String(signs).includes(each) ? other : each)).join(''),
  /** The sum of decimal texts, without a float in between. */
  total: (values) =>
    add(decimal('0'), ...[values].flat().flatMap((each) => (each === undefined || each === null ? [] : [plain(each)]))),
  /** The first decimal less the others. */
  minus: (first, ...rest) =>
    first === undefined
      ? undefined
      : subtract(
          plain(first),
          add(decimal('0'), ...rest.flatMap((each) => (each === undefined || each === null ? [] : [plain(each)]))),
        ),
  times: (...values) =>
    values.includes(undefined) ? undefined : values.map(plain).reduce((left, right) => multiply(left, right)),
  /** Seconds since 1970 as a clock of that time zone shows them. */
  moment: (seconds, timeZone) =>
    /^\d{1,11}$/.test(String(seconds)) ? clockIn(String(timeZone), Number(seconds) * 1000) : undefined,
  /** Signs that HTML writes as entities, and no tags. */
  text: (html) => (typeof html === 'string' ? withoutTags(html) : undefined),
};
const functions = new Set([...builtIn, ...Object.keys(own)]);
function plain(value: unknown): Decimal {
  const read = decimalText.safeParse(String(value).trim());
  if (!read.success) throw new Error(`"${String(value).slice(0, 40)}" is no decimal`);
  return read.data;
}
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};
export const withoutTags = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (each) => ENTITIES[each] ?? each)
    .replace(/\s+/g, ' ')
    .trim();

const allowed = new Set(
  'path name string number value variable binary unary condition block function filter sort bind index'.split(' '),
);
const reasons: Readonly<Record<string, string>> = {
  regex: 'regular expressions are not allowed: use $contains, $substringBefore, $replace with texts',
  lambda: 'functions cannot be defined',
  partial: 'functions cannot be defined',
  transform: 'the transform operator is not allowed',
  apply: 'the ~> operator is not allowed: call the function with its argument',
  wildcard: 'wildcards are not allowed: name the field',
  descendant: 'wildcards are not allowed: name the field',
  parent: 'the % operator is not allowed: keep the outer value, as in orders.($id := id; lines.{"order": $id})',
};
/** What a place of a document may bind. `''` is the context, `$` the whole input. */
const variables =
  '|$|input|values|company|today|seconds|cursor|offset|pageNumber|size|index|key|secret|token|status|words|page'.split(
    '|',
  );
type Node = {
  type?: unknown;
  value?: unknown;
  lhs?: Node;
  procedure?: Node;
  steps?: Node[];
  stages?: unknown;
  predicate?: unknown;
  group?: unknown;
};
/** Why an expression may not be used; null where it may. */
function objection(node: unknown): string | null {
  if (Array.isArray(node)) return node.map(objection).find((each) => each !== null) ?? null;
  if (typeof node !== 'object' || node === null) return null;
  const { type, value, procedure } = node as Node;
  if (typeof type === 'string') {
    if (!allowed.has(type)) return reasons[type] ?? `${type} is not allowed`;
    if (type === 'binary' && value === '..') return 'ranges are not allowed';
    if (type === 'name' && (value === '__proto__' || value === 'constructor')) return `${String(value)} is no field`;
    if (type === 'function' && (procedure?.type !== 'variable' || !functions.has(String(procedure.value))))
      return `there is no function $${String(procedure?.value ?? '')}`;
  }
  return (
    Object.values(node)
      .map(objection)
      .find((each) => each !== null) ?? null
  );
}

/** Variables in a tree, and those of them that an expression binds itself. */
function variablesIn(node: unknown): { used: string[]; bound: string[] } {
  if (typeof node !== 'object' || node === null) return { used: [], bound: [] };
  const { type, value, lhs, procedure, index, focus, ...rest } = node as Node & Record<string, unknown>;
  const within = [...Object.values(rest), ...(type === 'function' ? [] : [procedure]), lhs].map(variablesIn);
  return {
    used: [...(type === 'variable' ? [String(value)] : []), ...within.flatMap(({ used }) => used)],
    bound: [
      ...[type === 'bind' ? lhs?.value : undefined, index, focus].flatMap((name) =>
        name === undefined ? [] : [String(name)],
      ),
      ...within.flatMap(({ bound }) => bound),
    ],
  };
}
/** The first variable that nothing binds; null where there is none. JSONata itself takes it for nothing. */
function unboundIn(ast: unknown): string | null {
  const { used, bound } = variablesIn(ast);
  return used.find((name) => !variables.includes(name) && !bound.includes(name)) ?? null;
}

/** `a.b.c` without anything else: read without the interpreter. */
const simplePath = (text: string): string[] | null =>
  /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(text) &&
  !/(^|\.)(and|or|in|true|false|null|function|constructor|__proto__)(\.|$)/.test(text)
    ? text.split('.')
    : null;
function follow(input: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return input;
  if (Array.isArray(input)) {
    const all = input.flatMap((each) => {
      const found = follow(each, [name, ...rest]);
      return found === undefined ? [] : [found].flat();
    });
    return all.length === 0 ? undefined : all.length === 1 ? all[0] : all;
  }
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, name)) return undefined;
  return follow((input as Record<string, unknown>)[name], rest);
}

/** Where the last name of a path is looked up: `a.b` of `a.b.c`. Null where an expression is no such path. */
export const containerOf = (text: string): string | null => simplePath(text)?.slice(0, -1).join('.') || null;

export type Bindings = Readonly<Record<string, unknown>>;
export type Expression = (input: unknown, bindings: Bindings) => Promise<unknown>;
/** An expression that cannot be used, or that failed with what it was given. The message is for the author of the document. */
export class ExpressionError extends Error {}

function compiled(text: string): Expression {
  if (text === '$') return async (input) => input;
  const path = simplePath(text);
  if (path) return async (input) => follow(input, path);
  if (text.length > EXPRESSION) throw new ExpressionError(`longer than ${EXPRESSION} characters`);
  let expression: jsonata.Expression;
  try {
    expression = jsonata(text, BOUNDS);
  } catch (error) {
    throw new ExpressionError(wordsOf(error));
  }
  const problem = objection(expression.ast());
  if (problem !== null) throw new ExpressionError(problem);
  const unbound = unboundIn(expression.ast());
  if (unbound !== null) throw new ExpressionError(`there is no variable $${unbound}`);
  for (const [name, work] of Object.entries(own)) expression.registerFunction(name, work);
  const steps = new WeakMap<object, number>();
  // Each evaluation has a base environment of its own.
  const onStep = (_: unknown, __: unknown, { base }: { base: object }): void => {
    const count = (steps.get(base) ?? 0) + 1;
    if (count > STEPS) throw new ExpressionError(`it takes more than ${STEPS} steps`);
    steps.set(base, count);
  };
  expression.assign(ON_STEP as unknown as string, onStep);
  return async (input, bindings) => {
    try {
      const value: unknown = await expression.evaluate(input, { ...bindings });
      if (typeof value === 'string' && value.length > LONGEST_TEXT)
        throw new ExpressionError('the text becomes too long');
      return value;
    } catch (error) {
      throw error instanceof ExpressionError ? error : new ExpressionError(wordsOf(error));
    }
  };
}
const wordsOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

const known = new LRUCache<string, Expression>({ max: 2000 });
/** Compiles an expression of a document, or says why it cannot be used. */
export function expressionOf(text: string): Expression {
  const found = known.get(text) ?? compiled(text);
  known.set(text, found);
  return found;
}
