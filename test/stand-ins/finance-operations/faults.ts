import { z } from 'zod';

const times = z.number().int().min(0).max(100_000).default(0);
/** What can be made to go wrong, through the admin port. In memory only: a restart is healthy. */
export const faultsSchema = z.strictObject({
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** Connections are cut before anything is read. */
  outage: z.boolean().default(false),
  /** 429 for the next requests of applications whose priority is below; with a Retry-After, as its pages promise. */
  throttle: z
    .strictObject({
      below: z.enum(['Medium', 'High', 'All']),
      retryAfterSeconds: z.number().int().min(1).nullable(),
      times: z.number().int().min(0),
    })
    .nullable()
    .default(null),
  /** 503 for the next requests, before anything is done. */
  unavailable: times,
  /** The page of a proxy in front, instead of an answer. */
  html: times,
  /** The next writes are committed, and the gateway then answers 504. */
  gatewayTimeout: times,
  /** The same with 503. */
  unavailableAfterCommit: times,
  /** The next writes are committed, then the connection is cut. */
  dropAfterCommit: times,
  /** The next headers of orders commit so much later, even when their client has gone. */
  slowCommit: z
    .strictObject({
      ms: z.number().int().min(1).max(900_000),
      times: z.number().int().min(0),
      answer: z.enum(['late', '504', 'cut']).default('late'),
    })
    .nullable()
    .default(null),
  /** The next lines of orders meet a fault of the server, before anything is done: half an order is left. */
  linesFail: times,
  /** The next writes meet a change by somebody else. */
  changed: times,
  /** Every token that was given so far is no longer taken. */
  tokensEnd: z.boolean().default(false),
  tokenSeconds: z.number().int().min(1).max(86_400).default(3599),
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
  pageSize: z.number().int().min(1).max(10_000).default(10_000),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
type Counted =
  | 'unavailable'
  | 'html'
  | 'gatewayTimeout'
  | 'unavailableAfterCommit'
  | 'dropAfterCommit'
  | 'linesFail'
  | 'changed'
  | 'numberSequence';
/** Uses up one of the times that are left. */
export function takes(faults: Faults, name: Counted): boolean {
  if (faults[name] <= 0) return false;
  faults[name] -= 1;
  return true;
}
