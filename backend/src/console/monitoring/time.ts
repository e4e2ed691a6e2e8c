import { instantIn } from '@backroom/shared/calendar';
import { z } from 'zod';

/** What a `datetime-local` field sends: `2026-11-28T09:30`. */
export const localTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .optional()
  .catch(undefined);
export type LocalTime = z.infer<typeof localTime>;
/** Its instant in the viewer's zone. */
export function instantOf(timeZone: string, text: LocalTime): Date | undefined {
  const [day = '', time] = text?.split('T') ?? [];
  const at = text === undefined ? undefined : instantIn(timeZone, day, time);
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}
