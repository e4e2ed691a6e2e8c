import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** The next requests find no slot: 429 with the code of the gateway. */
  rateLimited: times,
  /** Requests of the whole company at once; one more is refused as above. */
  concurrency: z.number().int().min(1).max(1000).default(5),
  /** Answers of reads come only after so long. */
  hang: z
    .strictObject({ ms: z.number().int().min(1).max(900_000), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** Smart rules of the company refuse the next writes of documents, in their own words. */
  smartRule: z
    .strictObject({ words: z.string(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** The next changes meet a record that somebody else has open. */
  locked: times,
  tokenSeconds: tokenSeconds(43_200),
  /** `application/object` that the user may not read or write. */
  denied: z.array(z.string()).default([]),
  /** `application/object.path` that queries and answers lack, as where a release has another name. */
  withoutFields: z.array(z.string()).default([]),
  /** A page of a query has at most so many rows. */
  pageSize: pageSize(4000),
  /** Idempotency keys are forgotten after this time, or not looked at. */
  idempotencySeconds: z.number().int().min(0).max(864_000).default(86_400),
  noIdempotency: z.boolean().default(false),
  /** References are not copied to the document that an order is converted to. */
  referenceNotCopied: z.boolean().default(false),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
