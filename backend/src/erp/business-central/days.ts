import { dayIn } from '@backroom/shared';
import type { Session } from './session.ts';

const DAY_MS = 86_400_000;
/** Today in the calendar of the company. */
export const dayOf = ({ timeZone, now }: Session): string => dayIn(timeZone, new Date(now()));
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
