import { dayIn, daysAfter, instantIn } from '@backroom/shared/calendar';
import type { AlertSettings } from './settings.ts';

/** When a message that is due now may be sent: now, or at the end of the quiet hours. They may cross midnight. */
export function sendableAt(quiet: AlertSettings['quiet'], now: Date): Date {
  if (!quiet || quiet.from === quiet.to) return now;
  const { from, to, timeZone } = quiet;
  const today = dayIn(timeZone, now);
  // Quiet hours that began yesterday, and those of today.
  for (const day of [daysAfter(today, -1), today]) {
    const begin = instantIn(timeZone, day, from);
    const end = instantIn(timeZone, to > from ? day : daysAfter(day, 1), to);
    if (now >= begin && now < end) return end;
  }
  return now;
}
