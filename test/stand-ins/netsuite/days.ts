/** The day in the company's time zone. */
export const dayOf = (at = Date.now()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(at);
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Los_Angeles',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** A moment as SuiteQL keeps it: in the account's own time zone, which is Pacific unless somebody sets another one. */
export const accountTime = (at: number): string => clock.format(at);
/** A day or moment as the integration user's format shows it. */
export function userFormat(text: string): string {
  const [day = '', time = ''] = text.split(' ');
  const [year, month, date] = day.split('-').map(Number);
  const shown = `${month}/${date}/${year}`;
  if (time === '' || time === '00:00:00') return shown;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${shown} ${hours % 12 === 0 ? 12 : hours % 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'am' : 'pm'}`;
}
