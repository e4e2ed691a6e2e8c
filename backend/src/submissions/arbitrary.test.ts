import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld } from '../../test/engine-world.ts';
import { fakeErp } from '../../test/fake-erp.ts';
import { ErpError, erpErrorKinds } from '../erp/contract/errors.ts';
import type { Store } from '../store/open.ts';
import { MAX_SENDS, MAX_TAKEN } from './fail.ts';

let database: Database;
let store: Store;
beforeAll(async () => {
  const [first] = databases;
  if (!first) throw new Error('no database is chosen');
  database = await first.start();
  store = await database.open();
});
afterAll(async () => {
  await store?.close();
  await database?.remove();
});

/** Any text, those among them that no database keeps. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u0000', '\ud800x', '', 'w'.repeat(5000)));
const value = fc.jsonValue({ maxDepth: 3 });
/** What one call of the ERP comes to: its own good answer, with or without a change, any other value, any error, or a fault in the adapter. */
const answer = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ type: 'right' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('changed' as const),
      key: fc.constantFrom('id', 'number', 'status', 'total', 'reference', 'lines', 'net'),
      value,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('any' as const), value }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('error' as const),
      kind: fc.constantFrom(...erpErrorKinds),
      words: fc.option(text),
      field: fc.option(text),
      retryAfterMs: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'fault' as const }) },
);
type Answer = typeof answer extends fc.Arbitrary<infer Of> ? Of : never;

/** A kept payload with one of its values exchanged, or something else altogether. */
const payload = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.record({
      path: fc.constantFrom(
        'kind',
        'order',
        'awaits',
        'promiseDate',
        'order.lines',
        'order.reference',
        'order.note',
        'order.customerId',
        'order.currency',
      ),
      value,
    }),
  },
  { weight: 1, arbitrary: fc.record({ path: fc.constant(''), value }) },
);
function exchanged(kept: unknown, path: string, by: unknown): unknown {
  const [key, ...rest] = path.split('.');
  if (!key) return by;
  const there = kept as Record<string, unknown>;
  return { ...there, [key]: exchanged(there[key], rest.join('.'), by) };
}
function given(what: Answer, right: unknown): unknown {
  switch (what.type) {
    case 'right':
      return right;
    case 'any':
      return what.value;
    case 'changed': {
      const change = (each: unknown): unknown =>
        Array.isArray(each)
          ? each.map(change)
          : each !== null && typeof each === 'object' && 'results' in each
            ? { results: change(each.results) }
            : each !== null && typeof each === 'object'
              ? { ...each, [what.key]: what.value }
              : each;
      return change(right);
    }
    case 'error':
      throw new ErpError(what.kind, 'as told', what);
    default:
      throw new TypeError('undefined is not a function');
  }
}

async function live(kept: { path: string; value: unknown } | null, answers: readonly Answer[], drafts: boolean) {
  const erp = fakeErp({ drafts, maxCommitMs: 3000 });
  const world = await openWorld(store.db, erp);
  const { account } = world;
  let nth = 0;
  const { orders } = erp.adapter;
  if (!orders) throw new Error('orders are needed');
  for (const name of ['findByReference', 'create', 'confirm', 'list', 'status', 'cancel'] as const) {
    const real = orders[name] as ((...input: unknown[]) => Promise<unknown>) | undefined;
    if (!real) continue;
    Object.assign(orders, {
      [name]: async (...input: unknown[]) => {
        const what = answers[nth % answers.length] ?? { type: 'right' };
        nth += 1;
        return given(what, await real(...input));
      },
    });
  }
  const one = world.engine();
  await world.holdErp(500);
  const { id } = await world.submit(one, 'd1');
  if (kept) {
    const broken = exchanged(world.orderOf('d1', 'r1'), kept.path, kept.value);
    await store.db
      .updateTable('submissions')
      .set({ payload: JSON.stringify(broken) })
      .where('id', '=', id)
      .execute();
  }
  let most = 0;
  for (let step = 0; step < 60; step += 1) {
    await world.pass(1000 + step * 100);
    const row = await store.db.selectFrom('submissions').select('taken').where('id', '=', id).executeTakeFirstOrThrow();
    most = Math.max(most, row.taken);
  }
  const creates = erp.calls.filter((name) => name === 'orders.create').length;
  await world.close();
  return {
    seen: await one.get(account, id),
    listed: await one.list(account, { order: 'newest', limit: 5 }),
    details: await one.details(account, id),
    most,
    creates,
  };
}

const runs = Number(process.env.MODEL_RUNS ?? 15);
test(`whatever is kept and whatever the ERP answers: a person sees where it stands (${runs} times)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      payload,
      fc.array(answer, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (kept, answers, drafts) => {
        const { seen, listed, details, most, creates } = await live(kept, answers, drafts);
        expect(listed.map(({ id }) => id)).toEqual([seen.id]);
        expect(details.submission.id).toBe(seen.id);
        // Nothing hangs in the middle: it is done, rests for a person with a reason, or waits with a reason and a time.
        expect(['confirmed', 'needs_attention', 'waiting', 'checking']).toContain(seen.state);
        if (seen.state !== 'confirmed') expect(seen.problem).not.toBeNull();
        if (seen.state === 'waiting' || seen.state === 'checking') expect(seen.nextTryAt).not.toBeNull();
        expect(most).toBeLessThanOrEqual(MAX_TAKEN);
        expect(creates).toBeLessThanOrEqual(MAX_SENDS);
      },
    ),
    { numRuns: runs },
  );
}, 300_000);
