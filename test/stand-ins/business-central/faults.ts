import { z } from 'zod';

const times = z.number().int().min(0).max(100_000);
/** What can be made to go wrong, through the admin port. In memory only: a restart is healthy. */
export const faultsSchema = z.strictObject({
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** Connections are cut before anything is read. */
  outage: z.boolean().default(false),
  /** 429 for the next requests, with a Retry-After or, as often, without. */
  busy: z
    .strictObject({ retryAfterSeconds: z.number().int().min(1).nullable(), times })
    .nullable()
    .default(null),
  /** 503 for the next requests, before anything is done. */
  unavailable: times.default(0),
  /** The page of a proxy in front, instead of an answer. */
  html: times.default(0),
  /** The next writes are committed, and the gateway then answers 504. */
  gatewayTimeout: times.default(0),
  /** The same with 503. */
  unavailableAfterCommit: times.default(0),
  /** The next writes are committed, then the connection is cut. */
  dropAfterCommit: times.default(0),
  /** The next orders commit so much later, whoever has gone by then; the gateway answers 504 at once where `answer` says so. */
  slowCommit: z
    .strictObject({ ms: z.number().int().min(1).max(900_000), times, answer: z.enum(['late', '504']).default('late') })
    .nullable()
    .default(null),
  /** The next orders are stored without their lines, and the connection is cut: half an order. */
  halfOrder: times.default(0),
  /** The next writes meet a change by somebody else. */
  changed: times.default(0),
  /** Every token that was given so far is no longer taken. */
  tokensEnd: z.boolean().default(false),
  /** How far a replica is behind, for reads that ask for one. */
  replicaLagMs: z.number().int().min(0).max(600_000).default(0),
  /** A status that this version of the API does not know. */
  strangeStatus: z.boolean().default(false),
  /** A filter by a variable of a page: refused, or not applied and nothing said. */
  variableFilters: z.enum(['refused', 'ignored']).default('refused'),
  /** Rows of a page at most; Business Central's own limit is 20,000. */
  pageSize: z.number().int().min(1).max(20_000).default(20_000),
  /** How long a token lasts. */
  tokenSeconds: z.number().int().min(1).max(86_400).default(3599),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});

/** Uses up one of the times that are left. */
export function takes(
  faults: Faults,
  name:
    | 'unavailable'
    | 'html'
    | 'gatewayTimeout'
    | 'unavailableAfterCommit'
    | 'dropAfterCommit'
    | 'halfOrder'
    | 'changed',
): boolean {
  if (faults[name] <= 0) return false;
  faults[name] -= 1;
  return true;
}
