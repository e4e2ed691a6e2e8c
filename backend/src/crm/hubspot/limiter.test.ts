import { expect, test } from 'vitest';
import { limiter, type Turn } from './limiter.ts';

/** A clock that moves when somebody sleeps. */
function open() {
  let at = 1_000_000;
  const limits = limiter({
    now: () => at,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      at += ms;
    },
  });
  const take = (turn: Turn, account = 'hubspot:1', signal = new AbortController().signal) =>
    limits.turn(account, turn, signal).then(
      () => null,
      (error: { kind: string; retryAfterMs: number | null }) => error,
    );
  const many = async (count: number, turn: Turn, account?: string) => {
    for (let nth = 0; nth < count; nth += 1) expect(await take(turn, account)).toBeNull();
  };
  const pass = (ms: number) => {
    at += ms;
  };
  return { take, many, park: limits.park, learn: limits.learn, pass, at: () => at };
}

test('reads leave calls for write-backs, and accounts do not count for each other', async () => {
  const { take, many } = open();
  await many(94, 'read');
  expect(await take('read')).toMatchObject({ kind: 'busy', retryAfterMs: 10_001 });
  await many(10, 'write');
  expect(await take('write')).toMatchObject({ kind: 'busy' });
  await many(1, 'read', 'hubspot:2');
});
test('never more than HubSpot allows in any ten seconds, however long it goes on', async () => {
  const { take, pass, at } = open();
  const made: number[] = [];
  for (let nth = 0; nth < 3000; nth += 1) {
    if ((await take(nth % 3 === 0 ? 'write' : 'read')) === null) made.push(at());
    pass(20);
  }
  for (const moment of made)
    expect(made.filter((each) => each > moment - 10_000 && each <= moment).length).toBeLessThan(110);
  expect(made.length).toBeGreaterThan(500);
});
test('an account that may call more often, or less, is asked as often as its answers say', async () => {
  const { take, many, learn } = open();
  learn('hubspot:1', 250, 10_000);
  await many(213, 'read');
  expect(await take('read')).toMatchObject({ kind: 'busy' });
  learn('hubspot:2', 11, 10_000);
  await many(9, 'read', 'hubspot:2');
  expect(await take('read', 'hubspot:2')).toMatchObject({ kind: 'busy' });
  // An answer without the header says nothing.
  learn('hubspot:3', 0, 0);
  await many(94, 'read', 'hubspot:3');
});
test('searches wait for their turn', async () => {
  const { many, at } = open();
  const began = at();
  await many(12, 'search');
  expect(at() - began).toBeGreaterThanOrEqual(2000);
  expect(at() - began).toBeLessThan(3000);
});
test('a read waits when a call is left soon, and not after its time is over', async () => {
  const { take, many, pass, at } = open();
  await many(94, 'read');
  pass(9000);
  const over = new AbortController();
  over.abort();
  expect(await take('read', 'hubspot:1', over.signal)).toMatchObject({ kind: 'unreachable' });
  const began = at();
  expect(await take('read')).toBeNull();
  expect(at() - began).toBe(1001);
});
test('a parked account is not called until its time', async () => {
  const { take, park, pass } = open();
  park('hubspot:1', 3_600_000);
  pass(600_000);
  expect(await take('write')).toMatchObject({ kind: 'busy', retryAfterMs: 3_000_000 });
  expect(await take('write', 'hubspot:2')).toBeNull();
  pass(3_000_000);
  expect(await take('write')).toBeNull();
});
