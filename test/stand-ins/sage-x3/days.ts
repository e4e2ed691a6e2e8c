const DAY = 86_400_000;
/** The calendar day of the company, which is in UTC. */
export const today = (time = Date.now()): string => new Date(time).toISOString().slice(0, 10);
export const daysAfter = (day: string, days: number): string => today(Date.parse(`${day}T00:00:00Z`) + days * DAY);
/** `YYYYMMDD` of web services, as a day; null where it is none. */
export function dayOf(text: string): string | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && today(time) === day ? day : null;
}
export const compact = (day: string | null): string => (day ?? '').replaceAll('-', '');
/** Rounds half away from zero, on the decimal that the number stands for. */
export function round(value: number, places: number): number {
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${places}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${places}`);
}
