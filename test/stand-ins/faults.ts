import { z } from 'zod';

/** How often something goes wrong from now on. */
export const times = z.number().int().min(0).max(100_000).default(0);

/** What goes wrong at every ERP: on the way to it, or after it has committed. Through the admin port, and in memory only: a restart is healthy. */
export const commonFaults = {
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** Connections are cut before anything is read. */
  outage: z.boolean().default(false),
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
  /** The next orders commit so much later, even when their client has gone. `answer` is what the client gets at once. */
  slowCommit: z
    .strictObject({
      ms: z.number().int().min(1).max(900_000),
      times: z.number().int().min(0),
      answer: z.enum(['late', '504', 'cut']).default('late'),
    })
    .nullable()
    .default(null),
  /** Every token that was given so far is no longer taken. */
  tokensEnd: z.boolean().default(false),
};
export const tokenSeconds = (usual: number) => z.number().int().min(1).max(86_400).default(usual);
/** Rows of a page at most. */
export const pageSize = (usual: number) => z.number().int().min(1).max(usual).default(usual);

/** Uses up one of the times that are left. */
export function takes<Name extends string>(faults: Record<Name, number>, name: Name): boolean {
  if (faults[name] <= 0) return false;
  faults[name] -= 1;
  return true;
}
