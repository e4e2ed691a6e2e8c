import assert from 'node:assert/strict';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError, type ErpErrorKind, erpErrorKinds } from '../contract/errors.ts';
import { type In, type Operation, type Out, operations } from '../contract/schemas.ts';

type Method = (input: unknown, call: { signal: AbortSignal }) => Promise<unknown>;
type AskOptions = { ms?: number; signal?: AbortSignal };
export type Ask = <Op extends Operation>(operation: Op, input: In<Op>, options?: AskOptions) => Promise<Out<Op>>;

/** Long enough for the largest question on a slow machine; the cases about time limits bring their own. */
const PATIENCE_MS = 60_000;
/** The only numbers of the contract that are counts and may be JS numbers. */
const counts = new Set([
  'overdueDays',
  'fromDays',
  'toDays',
  'quantityDecimals',
  'settleMs',
  'maxCommitMs',
  'concurrency',
  'batch',
  // Limits of one order: its lines, and the characters of a reference, a text, a PO number and a part of an address.
  'lines',
  'reference',
  'text',
  'poNumber',
  'address',
  'longest',
]);
const questions = ['queries', 'ids', 'references', 'codes', 'productIds', 'numbers', 'lines'] as const;

export function methodOf(adapter: ErpAdapter, operation: string): Method | null {
  const [group = '', name] = operation.split('.');
  const found: unknown = Reflect.get(adapter, group);
  const method: unknown = name === undefined || !found ? found : Reflect.get(found as object, name);
  return typeof method === 'function' ? (method as Method) : null;
}

/** What every call of the suite must satisfy, whatever the case is about: closed errors, the schema, the order, no JS number. */
export function asking(adapter: ErpAdapter): Ask {
  return async (operation, input, options = {}) => {
    const method = methodOf(adapter, operation);
    assert.ok(method, `${operation} is not there`);
    const signal = options.signal ?? AbortSignal.timeout(options.ms ?? PATIENCE_MS);
    const output = await method(input, { signal }).catch((error: unknown) => {
      assert.ok(error instanceof ErpError, `${operation} threw ${String(error)}; an adapter throws ErpError only`);
      assert.ok(erpErrorKinds.includes(error.kind), `${operation}: "${error.kind}" is not in the closed set`);
      throw error;
    });
    const parsed = operations[operation].out.safeParse(output);
    assert.ok(parsed.success, `${operation}: ${parsed.error && z.prettifyError(parsed.error)}`);
    noNumbers(output, operation);
    const asked = questions.map((name): unknown => Reflect.get(input, name)).find((each) => Array.isArray(each));
    const results: unknown = output && Reflect.get(output as object, 'results');
    if (asked && Array.isArray(results))
      assert.equal(results.length, asked.length, `${operation}: as many answers as questions`);
    return output as Out<typeof operation>;
  };
}

function noNumbers(value: unknown, path: string): void {
  if (typeof value === 'number') assert.ok(counts.has(path.split('.').at(-1) ?? ''), `${path} is a JS number`);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) noNumbers(inner, `${path}.${key}`);
}

/** The call must fail, with one of these kinds; gives the error for a closer look. */
export async function failing(work: Promise<unknown>, ...kinds: readonly ErpErrorKind[]): Promise<ErpError> {
  const error = await work.then(
    (value) => assert.fail(`expected ${kinds.join(' or ')}, got ${JSON.stringify(value)?.slice(0, 300)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ErpError)) throw error;
  assert.ok(kinds.includes(error.kind), `expected ${kinds.join(' or ')}, got ${error.kind}: ${error.message}`);
  return error;
}

/** A refusal that a person can mend: the field, and the ERP's words. */
export function mendable(error: ErpError, field: RegExp): void {
  assert.ok(error.words && error.words.trim() !== '', `no words: ${error.message}`);
  assert.match(error.field ?? '(no field)', field);
}
