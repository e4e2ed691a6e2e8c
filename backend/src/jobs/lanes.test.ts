import { describe, expect, test } from 'vitest';
import { adjust, type Lane, room } from './lanes.ts';

const now = new Date('2026-11-30T08:00:00Z');
const lane = (more: Partial<Lane> = {}): Lane => ({
  ceiling: 8,
  allowed: 8,
  tries: 0,
  held_until: null,
  held_at: null,
  in_turn: false,
  ...more,
});
const busy = (before: Lane, retryAfterMs: number | null) =>
  adjust(before, { type: 'busy', retryAfterMs }, now, () => 0.5);

describe('told to slow down', () => {
  test('it goes on at half of the pace, and the call that was told waits alone', () => {
    expect(busy(lane(), 1000)).toEqual(lane({ allowed: 4 }));
    expect(busy(lane(), null)).toEqual(lane({ allowed: 4 }));
    expect(room(busy(lane(), 1000), 0, now)).toEqual({ free: 4, wakeInMs: null });
  });
  test('when one call at a time is too many, everybody waits', () => {
    expect(room(busy(lane({ allowed: 1 }), 1000), 0, now)).toEqual({ free: 0, wakeInMs: 1000 });
    expect(room(busy(lane({ allowed: 1 }), null), 0, now)).toEqual({ free: 1, wakeInMs: null });
  });
  test('a long wait is everybody’s at once', () => {
    expect(room(busy(lane(), 3_600_000), 0, now)).toEqual({ free: 0, wakeInMs: 3_600_000 });
  });
  test('it is as fast as before after a few rounds', () => {
    let after = busy(lane(), 1000);
    for (let call = 0; call < 26; call += 1) after = adjust(after, { type: 'ok' }, now, () => 0.5);
    expect(after.allowed).toBe(8);
  });
});
