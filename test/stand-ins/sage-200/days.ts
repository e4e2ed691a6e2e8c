const DAY = 86_400_000;
/** The calendar day of a moment, in UTC, as the API keeps it. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const midnight = (day: string): string => `${day}T00:00:00`;
export const daysAfter = (day: string, days: number): string => dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY);
