import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore, type Question } from './store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settled = () => vi.advanceTimersByTimeAsync(0);
const question = (ask: () => Promise<string>, key = 'q', more: object = {}): Question<string> => ({
  key,
  ask,
  every: () => 1000,
  ...more,
});
/** Answers when told to, in the order of the test's choosing. */
function questions() {
  const open: { answer: (text: string) => void; fail: () => void }[] = [];
  const ask = vi.fn(
    () => new Promise<string>((answer, fail) => open.push({ answer, fail: () => fail(new Error('no')) })),
  );
  return { open, ask };
}

test('a question is asked at once, then again after its interval, until nobody listens', async () => {
  const ask = vi.fn(async () => 'a');
  const store = createStore();
  const stop = store.observe(question(ask), () => {});
  await settled();
  expect(store.state(question(ask))).toEqual({ data: 'a', error: null, asking: false });
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).toHaveBeenCalledTimes(2);
  stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(ask).toHaveBeenCalledTimes(2);
});
test('components that ask the same question ask it once, and hear the same answer', async () => {
  const { open, ask } = questions();
  const store = createStore();
  const one = vi.fn();
  const two = vi.fn();
  store.observe(question(ask), one);
  const leave = store.observe(question(ask), two);
  expect(ask).toHaveBeenCalledTimes(1);
  open[0]?.answer('a');
  await settled();
  expect(one).toHaveBeenCalled();
  const heard = two.mock.calls.length;
  expect(heard).toBeGreaterThan(0);
  leave();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(two).toHaveBeenCalledTimes(heard);
});
test('an answer that a newer question overtook is dropped', async () => {
  const { open, ask } = questions();
  const store = createStore();
  store.observe(question(ask), () => {});
  store.changed();
  open[1]?.answer('new');
  await settled();
  open[0]?.answer('old');
  await settled();
  expect(store.state(question(ask)).data).toBe('new');
});
test('a failure keeps the last answer beside it; the next answer ends it', async () => {
  const { open, ask } = questions();
  const store = createStore();
  store.observe(question(ask), () => {});
  open[0]?.answer('known');
  await vi.advanceTimersByTimeAsync(1000);
  open[1]?.fail();
  await settled();
  expect(store.state(question(ask))).toMatchObject({ data: 'known', error: { message: 'no' } });
  await vi.advanceTimersByTimeAsync(1000);
  open[2]?.answer('newer');
  await settled();
  expect(store.state(question(ask))).toMatchObject({ data: 'newer', error: null });
});
test('a page in the background asks nothing, and goes on when it is back', async () => {
  const page = { hidden: true };
  const ask = vi.fn(async () => 'a');
  createStore(page).observe(question(ask), () => {});
  await vi.advanceTimersByTimeAsync(5000);
  expect(ask).toHaveBeenCalledTimes(1);
  page.hidden = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).toHaveBeenCalledTimes(2);
});
test('a page that comes back asks within a second what is asked seldom', async () => {
  const page = { hidden: false };
  const ask = vi.fn(async () => 'a');
  createStore(page).observe(question(ask, 'seldom', { every: () => 240_000 }), () => {});
  await vi.advanceTimersByTimeAsync(100_000);
  page.hidden = true;
  await vi.advanceTimersByTimeAsync(800_000);
  expect(ask).toHaveBeenCalledTimes(1);
  page.hidden = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).toHaveBeenCalledTimes(2);
});
test('what is refreshed is asked in its own way, and everything else once more; what stands apart is left alone', async () => {
  const ask = vi.fn(async () => 'cached');
  const other = vi.fn(async () => 'other');
  const apart = vi.fn(async () => 'link');
  const unheard = vi.fn(async () => 'gone');
  const store = createStore();
  store.observe(question(ask), () => {});
  store.observe(question(other, 'other'), () => {});
  store.observe(question(apart, 'apart', { apart: true }), () => {});
  store.observe(question(unheard, 'unheard'), () => {})();
  await settled();
  await store.refresh(question(ask), async () => 'read anew');
  expect(store.state(question(ask)).data).toBe('read anew');
  expect([ask, other, apart, unheard].map(({ mock }) => mock.calls.length)).toEqual([1, 2, 1, 1]);
  store.changed();
  expect([ask, other, apart, unheard].map(({ mock }) => mock.calls.length)).toEqual([2, 3, 1, 1]);
});
test('an answer that came with a write stands before one that was asked for earlier', async () => {
  const { open, ask } = questions();
  const store = createStore();
  store.observe(question(ask), () => {});
  store.put(question(ask), 'saved');
  open[0]?.answer('before');
  await settled();
  expect(store.state(question(ask))).toEqual({ data: 'saved', error: null, asking: false });
});
