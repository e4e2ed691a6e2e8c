/** One clock for each time zone: to make one takes a third of a millisecond, and thirty kilobytes that the garbage collector does not see. */
const clocks = new Map<string, Intl.DateTimeFormat>();
/** What a clock in a time zone shows at an instant (milliseconds, or a date): `2026-11-24 13:05:59`. Throws a `RangeError` for an unknown zone. */
export function clockIn(timeZone: string, at: Date | number): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  return clock.format(at);
}
/** The date of an instant in a time zone: `2026-11-24`. */
export const dayIn = (timeZone: string, at: Date | number): string => clockIn(timeZone, at).slice(0, 10);

/** Offset of a time zone from UTC at an instant, in milliseconds. */
const offsetOf = (timeZone: string, at: number): number =>
  Date.parse(`${clockIn(timeZone, at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;

/** The instant of a local time in a zone. A time skipped by daylight saving is moved one hour later. */
export function instantIn(timeZone: string, day: string, time = '00:00'): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const guess = shown - offsetOf(timeZone, shown);
  return new Date(shown - offsetOf(timeZone, guess));
}

/** Adds days to a date; negative days go back. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
