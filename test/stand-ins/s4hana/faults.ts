import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** 429 for the next requests, with a Retry-After or without. */
  busy: z
    .strictObject({ retryAfterSeconds: z.number().int().min(1).nullable(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** Every CSRF token that was given so far is no longer taken; sessions stay. */
  csrfEnds: z.boolean().default(false),
  /** Every session has ended, and with it its cookies and tokens. */
  sessionsEnd: z.boolean().default(false),
  tokenSeconds: tokenSeconds(3599),
  /** The next changes meet a document that somebody has open. */
  locked: times,
  /** The next writes meet a change by somebody else (412). */
  changed: times,
  /** The number range of the next documents is exhausted. */
  numberRange: times,
  /** The next orders miss a partner that their form demands; a simulation does not notice. */
  incomplete: times,
  /** The update task of the next orders fails: the number was drawn, and nothing is stored. */
  updateAborts: times,
  /** The answer to the next orders has an empty item collection, although the items are stored. */
  emptyItems: times,
  /** New orders wait for an approval and are locked until then. */
  approval: z.boolean().default(false),
  /** Nothing can be posted to the current period. */
  periodClosed: z.boolean().default(false),
  /** The ledger takes this long to show what was posted; orders are seen at once. */
  replicaLagMs: z.number().int().min(0).max(600_000).default(0),
  /** A status that no client knows. */
  strangeStatus: z.boolean().default(false),
  /** `SET.FIELD` that an older release does not have. */
  withoutFields: z.array(z.string()).default([]),
  /** Services that nobody activated. */
  withoutServices: z.array(z.string()).default([]),
  /** Rows of a page at most; the services have no limit of their own that is documented. */
  pageSize: pageSize(5000),
  /** Whether the tenant remembers a RequestID and answers a repeated request from memory. */
  repeatable: z.boolean().default(false),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
