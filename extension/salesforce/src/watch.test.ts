import { makeProblem } from '@backroom/shared/messages/problems';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announce, watch } from './watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const problemOf = () => makeProblem('backroom_unreachable', 'en', 'ref');
const settled = () => vi.advanceTimersByTimeAsync(0);
/** Answers when told to, in the order of the test's choosing. */
function questions() {
  const open: { answer: (text: string) => void; fail: () => void }[] = [];
  const ask = vi.fn(
    () => new Promise<string>((answer, fail) => open.push({ answer, fail: () => fail(new Error('no')) })),
  );
  return { open, ask };
}

test('it asks at once, then again after its interval', async () => {
  const ask = vi.fn(async () => 'a');
  const tell = vi.fn();
  const { stop } = watch({ ask, every: () => 1000, tell, problemOf });
  await settled();
  expect(tell).toHaveBeenLastCalledWith({ data: 'a', problem: null, asking: false });
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).toHaveBeenCalledTimes(2);
  stop();
});
test('an answer that a newer question overtook is dropped', async () => {
  const { open, ask } = questions();
  const tell = vi.fn();
  const { ask: again, stop } = watch({ ask, every: () => 1000, tell, problemOf });
  void again();
  open[1]?.answer('new');
  await settled();
  open[0]?.answer('old');
  await settled();
  expect(tell).toHaveBeenLastCalledWith({ data: 'new', problem: null, asking: false });
  stop();
});
test('a failure keeps the last answer beside its problem', async () => {
  const { open, ask } = questions();
  const tell = vi.fn();
  const { stop } = watch({ ask, every: () => 1000, tell, problemOf });
  open[0]?.answer('known');
  await vi.advanceTimersByTimeAsync(1000);
  open[1]?.fail();
  await settled();
  expect(tell.mock.lastCall?.[0]).toMatchObject({ data: 'known', problem: { code: 'backroom_unreachable' } });
  stop();
});
test('a page in the background asks nothing, and goes on when it is back', async () => {
  const page = { hidden: true };
  const ask = vi.fn(async () => 'a');
  const { stop } = watch({ ask, every: () => 1000, tell: () => {}, problemOf, page });
  await vi.advanceTimersByTimeAsync(5000);
  expect(ask).toHaveBeenCalledTimes(1);
  page.hidden = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).toHaveBeenCalledTimes(2);
  stop();
});
test('what one component wrote, all ask for; one that left hears nothing', async () => {
  const first = vi.fn(async () => 'a');
  const second = vi.fn(async () => 'b');
  const one = watch({ ask: first, every: () => 60_000, tell: () => {}, problemOf });
  const two = watch({ ask: second, every: () => 60_000, tell: () => {}, problemOf });
  await settled();
  two.stop();
  announce();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(second).toHaveBeenCalledTimes(1);
  expect(first.mock.calls.length).toBeGreaterThan(1);
  one.stop();
});
