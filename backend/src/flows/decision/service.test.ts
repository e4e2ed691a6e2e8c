import type { PanelResult } from '@backroom/shared';
import { expect, test, vi } from 'vitest';
import { soonAfter } from './service.ts';

const never = new Promise<PanelResult<string>>(() => {});
const ready: PanelResult<string> = { state: 'ready', data: 'checks', freshness: null, refreshing: false };
const act = (state: 'done' | 'queued', secondsAgo: number) => ({
  state,
  updatedAt: new Date(1_800_000_000_000 - secondsAgo * 1000).toISOString(),
});
const after = (acts: ReturnType<typeof act>[], reading: Promise<PanelResult<string>>) =>
  soonAfter(acts, 1_800_000_000_000, reading);

test('a cancellation that is done is told before the checks of what is left are there', async () => {
  expect(await after([act('done', 1)], never)).toEqual({ state: 'pending', pollAfterMs: 1500 });
  expect(await after([act('done', 1)], Promise.resolve(ready))).toEqual(ready);
});
test('otherwise the checks are waited for', async () => {
  const told = vi.fn();
  for (const acts of [[], [act('queued', 1)], [act('done', 60)]]) void after(acts, never).then(told);
  // Longer than what the other one waits.
  await new Promise((done) => setTimeout(done, 1000));
  expect(told).not.toHaveBeenCalled();
});
