/** What goes wrong, set by a test's hands. A number is how many of the next requests it happens to. */
export type Faults = {
  /** 429, with how many seconds to wait. */
  busy: { times: number; seconds: number };
  /** 503 with the page of a gateway. */
  unavailable: number;
  /** 523: something behind the service does not answer. */
  upstream: number;
  /** The page of a sign-in instead of an answer, with 200. */
  html: number;
  /** 500 in the service's own words. */
  serverError: number;
  /** The next changes are made, and their answers are lost. */
  dropAfterCommit: number;
  /** Somebody else changes the record between the next reads and the changes that follow. */
  changedMeanwhile: number;
  /** Nothing answers but the gateway. */
  isDown: boolean;
  latencyMs: number;
};
export const noFaults = (): Faults => ({
  ...{ busy: { times: 0, seconds: 5 }, unavailable: 0, upstream: 0, html: 0, serverError: 0, dropAfterCommit: 0 },
  ...{ changedMeanwhile: 0, isDown: false, latencyMs: 0 },
});
