/** The work date. A web service of Business Central online runs in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
