import { z } from 'zod';
import { commonFaults, pageSize, times, tokenSeconds } from '../faults.ts';

/** What can be made to go wrong, through the admin port. */
export const faultsSchema = z.strictObject({
  ...commonFaults,
  /** The next requests are refused by the concurrency governor, as if others used up the account's share. */
  governed: times,
  /** Requests of the whole account at once; one more is refused. */
  concurrency: z.number().int().min(1).max(1000).default(5),
  /** How the governor refuses: clients have seen both. */
  governedStatus: z.union([z.literal(429), z.literal(400)]).default(429),
  /** The next writes are committed, and a script of the account then fails: 500 with the record stored. */
  scriptFailsAfterCommit: times,
  /** The next writes are refused by a script of the account, in its own words. */
  scriptRefuses: z
    .strictObject({ words: z.string(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** How far SuiteQL is behind the records. */
  replicaLagMs: z.number().int().min(0).max(3_600_000).default(0),
  /** The next changes of a record meet one that somebody else has open. */
  locked: times,
  tokenSeconds: tokenSeconds(3600),
  /** `TABLE.COLUMN` or `TABLE` that SuiteQL does not have for this role. */
  withoutColumns: z.array(z.string()).default([]),
  /** `RECORD.FIELD` that forms of this account demand. */
  mandatory: z.array(z.string()).default([]),
  /** The next queries fail with an error id, as heavy ones do. */
  queryFails: times,
  /** Rows of a page of SuiteQL at most. */
  pageSize: pageSize(1000),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
