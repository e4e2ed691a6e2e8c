import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

const worded = z
  .strictObject({ words: z.string(), times: z.number().int().min(0) })
  .nullable()
  .default(null);

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** Seconds that a signed token may be valid at most, by its connected application. */
  tokenSeconds: tokenSeconds(600),
  /** Rows of a page at most, whatever `count` says. */
  pageSize: pageSize(1000),
  /** Reads are answered only after so long. */
  hang: z
    .strictObject({ ms: z.number().int().min(1).max(900_000), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** The next web services find no process: HTTP 500. */
  noWebServices: times,
  /** The next web services find their pool stopped: status 0, and nothing was done. */
  poolStopped: times,
  /** The next writes are refused by a control of the customer's, before a number is drawn. */
  refusal: worded,
  /** The same, after the number was drawn: it is missing from then on. */
  lateRefusal: worded,
  /** The next writes are done, with a warning (message type 2) beside the document. */
  warning: worded,
  /** The next changes meet a document that somebody else has open. */
  locked: times,
  /** A customer's control on the order object: a reference that is stored is refused in these words; `{number}` is the order's. */
  referenceControl: z.string().nullable().default(null),
  /** Classes and objects that the user has no right to. */
  denied: z.array(z.string()).default([]),
  /** `CLASS.COLUMN` that answers lack. */
  withoutFields: z.array(z.string()).default([]),
  /** `CLASS key` of rows that the user's sites hide. */
  hiddenRows: z.array(z.string()).default([]),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
