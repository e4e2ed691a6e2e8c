import { z } from 'zod';

const times = z.number().int().min(0).max(100_000).default(0);
/** What can be made to go wrong, through the admin port. In memory only: a restart is healthy. */
export const faultsSchema = z.strictObject({
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** Connections are cut before anything is read. */
  outage: z.boolean().default(false),
  /** 503 for the next requests, before anything is done. */
  unavailable: times,
  /** The page of a proxy in front, instead of an answer. */
  html: times,
  /** The next requests find no slot: 429 with the code of the gateway. */
  rateLimited: times,
  /** Requests of the whole company at once; one more is refused as above. */
  concurrency: z.number().int().min(1).max(1000).default(5),
  /** The next writes are committed, then the connection is cut, or the gateway answers so. */
  dropAfterCommit: times,
  gatewayTimeout: times,
  unavailableAfterCommit: times,
  /** The next sales documents commit so much later, even when their client has gone. */
  slowCommit: z
    .strictObject({
      ms: z.number().int().min(1).max(900_000),
      times: z.number().int().min(0),
      answer: z.enum(['late', '504', 'cut']).default('late'),
    })
    .nullable()
    .default(null),
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
  /** Every token that was given so far is no longer taken. */
  tokensEnd: z.boolean().default(false),
  tokenSeconds: z.number().int().min(1).max(86_400).default(43_200),
  /** `application/object` that the user may not read or write. */
  denied: z.array(z.string()).default([]),
  /** `application/object.path` that queries and answers lack, as where a release has another name. */
  withoutFields: z.array(z.string()).default([]),
  /** A page of a query has at most so many rows. */
  pageSize: z.number().int().min(1).max(4000).default(4000),
  /** Idempotency keys are forgotten after this time, or not looked at. */
  idempotencySeconds: z.number().int().min(0).max(864_000).default(86_400),
  noIdempotency: z.boolean().default(false),
  /** References are not copied to the document that an order is converted to. */
  referenceNotCopied: z.boolean().default(false),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
type Counted =
  | 'unavailable'
  | 'html'
  | 'rateLimited'
  | 'dropAfterCommit'
  | 'gatewayTimeout'
  | 'unavailableAfterCommit'
  | 'locked';
/** Uses up one of the times that are left. */
export function takes(faults: Faults, name: Counted): boolean {
  if (faults[name] <= 0) return false;
  faults[name] -= 1;
  return true;
}
