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
  /** Requests of the business in a minute. The vendor allows 100: a test that has to be quick is let alone. */
  perMinute: z.number().int().min(1).max(100_000).default(100_000),
  /** Requests of the app at once; one more is refused. */
  concurrency: z.number().int().min(1).max(1000).default(150),
  /** The next writes are committed, and the answer is the vendor's error 500. */
  errorAfterCommit: times,
  /** The next documents are refused in these words, after their number was drawn. */
  refuses: z
    .strictObject({ words: z.string(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** The subscription of the business has ended. */
  noSubscription: z.boolean().default(false),
  /** What was granted ends as well: every refresh token that was given so far is no longer taken. */
  grantEnds: z.boolean().default(false),
  tokenSeconds: tokenSeconds(300),
  /** How long a refresh token is still taken after it was used. */
  reuseSeconds: z.number().int().min(0).max(3600).default(0),
  /** Areas in which the user has no access: `sales`, `products`, `contacts`, `bank`, `settings`. */
  denied: z.array(z.string()).default([]),
  /** `resource.field` that answers lack. */
  withoutFields: z.array(z.string()).default([]),
  /** Idempotency keys are not looked at, or forgotten after this time. */
  noIdempotency: z.boolean().default(false),
  idempotencySeconds: z.number().int().min(0).max(31_536_000).default(31_536_000),
  /** Lists show what was made or changed only after this time; single records do at once. */
  listLagMs: z.number().int().min(0).max(600_000).default(0),
  /** How decimals are written. */
  decimals: z.enum(['text', 'number']).default('text'),
  /** Lines of a change come in addition to those that were there: which of the two the vendor does is not published. */
  linesAdded: z.boolean().default(false),
  /** Rows of a page at most. */
  pageSize: pageSize(200),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
