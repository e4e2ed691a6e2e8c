import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, daysAfter, instantIn } from './calendar.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC', 'America/St_Johns'];

test('a day begins where its zone says', () => {
  expect(instantIn('Europe/Berlin', '2026-11-24').toISOString()).toBe('2026-11-23T23:00:00.000Z');
  expect(instantIn('Europe/Berlin', '2026-07-01').toISOString()).toBe('2026-06-30T22:00:00.000Z');
  expect(instantIn('America/New_York', '2026-11-24', '03:30').toISOString()).toBe('2026-11-24T08:30:00.000Z');
  expect(dayIn('Pacific/Auckland', new Date('2026-11-24T11:30:00Z'))).toBe('2026-11-25');
});
test('the night on which clocks change has its half past three', () => {
  expect(instantIn('Europe/Berlin', '2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(instantIn('Europe/Berlin', '2026-10-25', '03:30').toISOString()).toBe('2026-10-25T02:30:00.000Z');
  expect(instantIn('America/New_York', '2026-03-08', '03:30').toISOString()).toBe('2026-03-08T07:30:00.000Z');
});
test('the first moment of a day lies in that day, and the moment before it in the day before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      (zone, at) => {
        const day = dayIn(zone, at);
        const first = instantIn(zone, day);
        expect(dayIn(zone, first)).toBe(day);
        expect(dayIn(zone, new Date(first.getTime() - 1000))).toBe(daysAfter(day, -1));
        expect(first.getTime()).toBeLessThanOrEqual(at.getTime());
      },
    ),
  );
});
