const DAY = 86_400_000;
/** The calendar day of the company, which is in UTC. */
export const today = (time = Date.now()): string => new Date(time).toISOString().slice(0, 10);
export const daysAfter = (day: string, days: number): string => today(Date.parse(`${day}T00:00:00Z`) + days * DAY);
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  today(Date.parse(`${text}T00:00:00Z`)) === text;
