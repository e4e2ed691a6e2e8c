import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** 429 for the next requests, with a Retry-After or, as often, without. */
  busy: z
    .strictObject({ retryAfterSeconds: z.number().int().min(1).nullable(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** The next orders commit so much later, whoever has gone by then; the gateway answers 504 at once where `answer` says so. */
  slowCommit: z
    .strictObject({
      ms: z.number().int().min(1).max(900_000),
      times: z.number().int().min(0),
      answer: z.enum(['late', '504']).default('late'),
    })
    .nullable()
    .default(null),
  /** The next orders are stored without their lines, and the connection is cut: half an order. */
  halfOrder: times,
  /** The next writes meet a change by somebody else. */
  changed: times,
  /** How far a replica is behind, for reads that ask for one. */
  replicaLagMs: z.number().int().min(0).max(600_000).default(0),
  /** A status that this version of the API does not know. */
  strangeStatus: z.boolean().default(false),
  /** A filter by a variable of a page: refused, or not applied and nothing said. */
  variableFilters: z.enum(['refused', 'ignored']).default('refused'),
  /** Rows of a page at most; Business Central's own limit is 20,000. */
  pageSize: pageSize(20_000),
  /** How long a token lasts. */
  tokenSeconds: tokenSeconds(3599),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
