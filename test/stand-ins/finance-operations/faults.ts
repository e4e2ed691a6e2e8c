import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** 429 for the next requests of applications whose priority is below; with a Retry-After, as its pages promise. */
  throttle: z
    .strictObject({
      below: z.enum(['Medium', 'High', 'All']),
      retryAfterSeconds: z.number().int().min(1).nullable(),
      times: z.number().int().min(0),
    })
    .nullable()
    .default(null),
  /** The next lines of orders meet a fault of the server, before anything is done: half an order is left. */
  linesFail: times,
  /** The next writes meet a change by somebody else. */
  changed: times,
  tokenSeconds: tokenSeconds(3599),
  /** The number sequence of the next orders or customers has no number left. */
  numberSequence: times,
  /** Nothing can be posted to the current period. */
  periodClosed: z.boolean().default(false),
  /** A status that no client knows. */
  strangeStatus: z.boolean().default(false),
  /** `SET.FIELD` that this version or country does not have. */
  withoutFields: z.array(z.string()).default([]),
  /** Sets that this version does not have. */
  withoutSets: z.array(z.string()).default([]),
  /** Newer versions take a plain text where an enum is compared. */
  plainEnums: z.boolean().default(false),
  /** Rows of a page at most. */
  pageSize: pageSize(10_000),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
