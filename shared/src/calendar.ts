/** The date of an instant in a time zone: `2026-11-24`. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** Offset of a time zone from UTC at an instant, in milliseconds. */
function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

/** The instant of a local time in a zone. A time skipped by daylight saving is moved one hour later. */
export function instantIn(timeZone: string, day: string, time = '00:00'): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const guess = shown - offsetOf(timeZone, shown);
  return new Date(shown - offsetOf(timeZone, guess));
}

/** Adds days to a date; negative days go back. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
