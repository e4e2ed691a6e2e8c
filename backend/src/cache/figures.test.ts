import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases, openTestStore } from '../../test/databases.ts';
import { createVault } from '../access/secrets.ts';
import { accountStore } from '../store/accounts.ts';
import type { Store } from '../store/open.ts';
import { figureCache, LONGEST_STALE_MS } from './figures.ts';

const account = accountIdSchema.parse('hubspot:1');
const policy = { freshMs: 1000, staleMs: 100_000 };
let store: Store;
let clock = 1_000_000;
beforeAll(async () => {
  store = await openTestStore();
  await accountStore(store.db, createVault([Buffer.alloc(32).toString('base64')])).put(account, 'hubspot');
});
afterAll(() => store.close());

const cache = () => figureCache(store, () => clock);
function asking(keys: string[], read: (keys: readonly string[]) => Promise<string[]>) {
  return { account, keys, policy, refresh: false, parse: String, read, explain: () => 'erp_unreachable' as const };
}

test('two hundred at once are one read', async () => {
  const figures = cache();
  let reads = 0;
  const ask = asking(['a|1'], async () => {
    reads += 1;
    await new Promise((done) => setImmediate(done));
    return ['seven'];
  });
  const answers = await Promise.all(Array.from({ length: 200 }, () => figures.get(ask)));
  expect(reads).toBe(1);
  expect(new Set(answers.map(([figure]) => figure?.value))).toEqual(new Set(['seven']));
});
test('of a batch only what is missing is read', async () => {
  const figures = cache();
  const asked: string[][] = [];
  const read = async (keys: readonly string[]) => {
    asked.push([...keys]);
    return keys.map((key) => `value of ${key}`);
  };
  await figures.get(asking(['b|1', 'b|2'], read));
  const answer = await figures.get(asking(['b|2', 'b|3', 'b|1'], read));
  expect(asked).toEqual([['b|1', 'b|2'], ['b|3']]);
  expect(answer.map(({ value, freshness }) => [value, freshness.source])).toEqual([
    ['value of b|2', 'cached'],
    ['value of b|3', 'live'],
    ['value of b|1', 'cached'],
  ]);
});
test('a new process shows the last known figure, its true age and why, while the ERP is down', async () => {
  await cache().get(asking(['c|1'], async () => ['known']));
  // The row is written behind the answer.
  await expect
    .poll(() => store.db.selectFrom('cache_entries').selectAll().where('key', '=', 'c|1').execute())
    .toHaveLength(1);
  const readAt = clock;
  clock += 50_000;
  const [figure] = await cache().get(asking(['c|1'], async () => Promise.reject(new Error('down'))));
  expect(figure).toEqual({
    value: 'known',
    freshness: { asOf: new Date(readAt).toISOString(), source: 'stale', reason: 'erp_unreachable' },
    refreshing: false,
  });
});
test('after a refresh that failed everybody sees the failure, and the figure is read again', async () => {
  const figures = cache();
  const ask = asking(['f|1'], async () => ['known']);
  await figures.get(ask);
  const down = { ...ask, read: async () => Promise.reject(new Error('down')) };
  clock += 3500;
  const fresh = { freshMs: 600_000, staleMs: 600_000 };
  await figures.get({ ...down, policy: fresh, refresh: true });
  const [seen] = await figures.get({ ...down, policy: fresh });
  expect(seen?.freshness).toMatchObject({ source: 'stale', reason: 'erp_unreachable' });
  const [back] = await figures.get({ ...ask, policy: fresh });
  expect(back?.freshness.source).toBe('live');
  const [kept] = await figures.get({ ...ask, policy: fresh });
  expect(kept?.freshness.source).toBe('cached');
});
test('what is too old for anybody to show is no longer kept; what may still be shown is', async () => {
  const figures = cache();
  const kept = async () =>
    (await store.db.selectFrom('cache_entries').select('key').where('key', 'like', 'old|%').execute()).map(
      ({ key }) => key,
    );
  await figures.get(asking(['old|1'], async () => ['then']));
  await figures.flush();
  clock += LONGEST_STALE_MS;
  await figures.get(asking(['old|2'], async () => ['now']));
  await figures.flush();
  await figures.forgetOld();
  expect(await kept()).toEqual(['old|1', 'old|2']);
  clock += 1;
  await figures.forgetOld();
  expect(await kept()).toEqual(['old|2']);
});
test('a figure too old to show is a failure, never an old number', async () => {
  const figures = cache();
  await figures.get(asking(['d|1'], async () => ['old']));
  clock += 200_000;
  await expect(figures.get(asking(['d|1'], async () => Promise.reject(new Error('down'))))).rejects.toThrow('down');
});
test('what was invalidated is read anew at once', async () => {
  const figures = cache();
  let value = 'before';
  const ask = asking(['e|1'], async () => [value]);
  await figures.get(ask);
  value = 'after';
  await figures.invalidate(account, ['e|1']);
  expect((await figures.get(ask))[0]?.value).toBe('after');
});
test('what was made due while it was being read is asked for again, by the next process too', async () => {
  const figures = cache();
  let value = 'before';
  const ask = asking(['g|1'], async () => {
    const read = value;
    value = 'after';
    await figures.invalidate(account, ['g|1']);
    return [read];
  });
  await figures.get(ask);
  await figures.flush();
  expect((await cache().get(asking(['g|1'], async () => [value])))[0]?.value).toBe('after');
  expect((await figures.get(asking(['g|1'], async () => [value])))[0]?.value).toBe('after');
});
test('an invalidation is not undone by a copy that was still to be kept', async () => {
  const figures = cache();
  await figures.get(asking(['h|1'], async () => ['before']));
  await figures.invalidate(account, ['h|1']);
  await figures.flush();
  expect((await cache().get(asking(['h|1'], async () => ['after'])))[0]?.value).toBe('after');
});
test('panels that ask side by side each get their own figures', async () => {
  await cache().get(asking(['i|1', 'i|2', 'i|3'], async () => ['one', 'two', 'three']));
  await expect
    .poll(() => store.db.selectFrom('cache_entries').selectAll().where('key', 'like', 'i|%').execute())
    .toHaveLength(3);
  const figures = cache();
  const never = async () => Promise.reject(new Error('asked the ERP'));
  const answers = await Promise.all([['i|2'], ['i|1', 'i|3'], ['i|3']].map((keys) => figures.get(asking(keys, never))));
  expect(answers.map((each) => each.map(({ value }) => value))).toEqual([['two'], ['one', 'three'], ['three']]);
});

/** What only several processes on one Postgres can show; each `open` is a process's own connections. */
describe('two instances on Postgres', () => {
  const [postgres] = databases.filter(({ name }) => name === 'postgres');
  let database: Database;
  let first: Store;
  let second: Store;
  beforeAll(async () => {
    database = await (postgres ?? databases[0] ?? expect.unreachable()).start();
    [first, second] = [await database.open(), await database.open()];
  });
  afterAll(async () => {
    await Promise.all([first?.close(), second?.close()]);
    await database?.remove();
  });
  const now = () => Date.now();
  const ask = (key: string, read: (keys: readonly string[]) => Promise<string[]>) => ({
    ...asking([key], read),
    // Nothing here is read anew because it grew old.
    policy: { freshMs: 600_000, staleMs: 600_000 },
  });

  test('the same figure asked of both at once is one read', async () => {
    const [left, right] = [figureCache(first, now), figureCache(second, now)];
    let reads = 0;
    let begun: () => void = () => {};
    let finish: (value: string[]) => void = () => {};
    const started = new Promise<void>((done) => {
      begun = done;
    });
    const read = () => {
      reads += 1;
      begun();
      return new Promise<string[]>((done) => {
        finish = done;
      });
    };
    const asked = left.get(ask('p|1', read));
    await started;
    const other = right.get(ask('p|1', read));
    // The second looks for the first one's row until it is there.
    await expect.poll(() => first.db.selectFrom('cache_claims').selectAll().execute()).toHaveLength(1);
    finish(['seven']);
    const answers = [await asked, await other];
    expect(reads).toBe(1);
    expect(answers.map(([figure]) => figure?.value)).toEqual(['seven', 'seven']);
    expect(await first.db.selectFrom('cache_claims').selectAll().execute()).toEqual([]);
  });
  test('where the first one’s read fails, the second asks the ERP itself', async () => {
    const [left, right] = [figureCache(first, now), figureCache(second, now)];
    let begun: () => void = () => {};
    let fail: (error: Error) => void = () => {};
    const started = new Promise<void>((done) => {
      begun = done;
    });
    const failing = left.get(
      ask('p|2', () => {
        begun();
        return new Promise((_, no) => {
          fail = no;
        });
      }),
    );
    await started;
    const other = right.get(ask('p|2', async () => ['own']));
    fail(new Error('down'));
    await expect(failing).rejects.toThrow('down');
    expect((await other)[0]?.value).toBe('own');
  });
  test('instances that make the same figures due at once, each in its own order, do not wait for each other', async () => {
    const keys = Array.from({ length: 60 }, (_, index) => `z|${index}`);
    const read = async (asked: readonly string[]) => asked.map(String);
    const caches = [figureCache(first, now), figureCache(second, now)];
    // Postgres finds a deadlock after a second and fails one of the two, which fails here too.
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const mine = index % 2 === 0 ? keys : keys.toReversed();
        const figures = caches[index % 2] ?? expect.unreachable();
        await figures.get({ ...ask('', read), keys: mine });
        await figures.invalidate(account, mine);
      }),
    );
  });
  test('what one makes due is read anew by the other, though it is still fresh there', async () => {
    const [left, right] = [figureCache(first, now), figureCache(second, now)];
    await right.listen();
    await right.get(ask('p|3', async () => ['before']));
    await left.invalidate(account, ['p|3']);
    await expect.poll(async () => (await right.get(ask('p|3', async () => ['after'])))[0]?.value).toBe('after');
  });
});
