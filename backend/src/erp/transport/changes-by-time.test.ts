import { expect, test } from 'vitest';
import { type ChangedRow, changesByTime } from './changes-by-time.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const MINUTE = 60_000;
let rows: ChangedRow[] = [];
let asked: number[] = [];
const ask = (cursor: string | null, now = NOW) => {
  const since = async (instant: number) => {
    asked.push(instant);
    return rows.filter(({ time }) => !(time < instant));
  };
  asked = [];
  return changesByTime([{ name: 'orders', since }], cursor, () => now);
};
const order = (key: string, time: number): ChangedRow => ({ key, time, customerId: '7', told: [['order', key]] });

test('what there was before is no change; each change is told once, also within the overlap', async () => {
  rows = [order('1', NOW - MINUTE)];
  const first = await ask(null);
  expect(first.changes).toEqual([]);
  rows.push(order('2', NOW + MINUTE));
  const second = await ask(first.cursor, NOW + 2 * MINUTE);
  expect(second.changes).toEqual([
    { kind: 'order', id: '2', customerId: '7', at: new Date(NOW + MINUTE).toISOString() },
  ]);
  const third = await ask(second.cursor, NOW + 3 * MINUTE);
  expect(third).toEqual({ changes: [], cursor: second.cursor });
  expect(asked).toEqual([NOW + MINUTE - 3 * MINUTE]);
});

test('a clock that is ahead of ours carries no question past what changes now, and tells of no later day', async () => {
  rows = [];
  const { cursor } = await ask(null);
  rows = [order('1', NOW + 600 * MINUTE)];
  const ahead = await ask(cursor, NOW + MINUTE);
  expect(ahead.changes.map(({ at }) => at)).toEqual([new Date(NOW + MINUTE).toISOString()]);
  rows.push(order('2', NOW + 2 * MINUTE));
  expect((await ask(ahead.cursor, NOW + 3 * MINUTE)).changes.map(({ id }) => id)).toEqual(['2']);
});

test('a row without a time is passed over, and what has no id is told of nothing', async () => {
  rows = [];
  const { cursor } = await ask(null);
  rows = [order('1', Number.NaN), { ...order('2', NOW), told: [['credit', null]] }];
  expect((await ask(cursor, NOW + MINUTE)).changes).toEqual([]);
});
