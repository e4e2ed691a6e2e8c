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
  /** The next requests are refused by the concurrency governor, as if others used up the account's share. */
  governed: times,
  /** Requests of the whole account at once; one more is refused. */
  concurrency: z.number().int().min(1).max(1000).default(5),
  /** How the governor refuses: clients have seen both. */
  governedStatus: z.union([z.literal(429), z.literal(400)]).default(429),
  /** The next writes are committed, then the connection is cut, or the gateway answers so. */
  dropAfterCommit: times,
  gatewayTimeout: times,
  unavailableAfterCommit: times,
  /** The next writes are committed, and a script of the account then fails: 500 with the record stored. */
  scriptFailsAfterCommit: times,
  /** The next writes are refused by a script of the account, in its own words. */
  scriptRefuses: z
    .strictObject({ words: z.string(), times: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** The next sales orders commit so much later, even when their client has gone. */
  slowCommit: z
    .strictObject({
      ms: z.number().int().min(1).max(900_000),
      times: z.number().int().min(0),
      answer: z.enum(['late', '504', 'cut']).default('late'),
    })
    .nullable()
    .default(null),
  /** How far SuiteQL is behind the records. */
  replicaLagMs: z.number().int().min(0).max(3_600_000).default(0),
  /** The next changes of a record meet one that somebody else has open. */
  locked: times,
  /** Every token that was given so far is no longer taken. */
  tokensEnd: z.boolean().default(false),
  tokenSeconds: z.number().int().min(1).max(86_400).default(3600),
  /** `TABLE.COLUMN` or `TABLE` that SuiteQL does not have for this role. */
  withoutColumns: z.array(z.string()).default([]),
  /** `RECORD.FIELD` that forms of this account demand. */
  mandatory: z.array(z.string()).default([]),
  /** The next queries fail with an error id, as heavy ones do. */
  queryFails: times,
  /** Rows of a page of SuiteQL at most. */
  pageSize: z.number().int().min(1).max(1000).default(1000),
});
export type Faults = z.infer<typeof faultsSchema>;
export const noFaults = (): Faults => faultsSchema.parse({});
type Counted =
  | 'unavailable'
  | 'html'
  | 'governed'
  | 'dropAfterCommit'
  | 'gatewayTimeout'
  | 'unavailableAfterCommit'
  | 'scriptFailsAfterCommit'
  | 'locked'
  | 'queryFails';
/** Uses up one of the times that are left. */
export function takes(faults: Faults, name: Counted): boolean {
  if (faults[name] <= 0) return false;
  faults[name] -= 1;
  return true;
}
