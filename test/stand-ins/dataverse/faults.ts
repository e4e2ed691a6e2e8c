/** What goes wrong, set by a test's hands. A number is how many of the next requests it happens to. */
export type Faults = {
  /** 429 of service protection, with how many seconds to wait. */
  throttled: { times: number; seconds: number; limit: keyof typeof throttles };
  /** 503 with the page of a gateway. */
  unavailable: number;
  /** The page of a proxy instead of an answer, with 200. */
  html: number;
  /** 500 in the service's own words. */
  serverError: number;
  /** The next writes meet a lock that somebody else holds. */
  locked: number;
  /** The next writes are done, and their answers are lost. */
  dropAfterCommit: number;
  /** Every token that was given so far is no longer taken. */
  tokensEnd: boolean;
  /** Rows of a page at most, whatever size is preferred. */
  pageSize: number;
  /** Delta tokens before this version have expired. */
  oldestVersion: number;
};
export const noFaults = (): Faults => ({
  ...{ throttled: { times: 0, seconds: 5, limit: 'requests' as const } },
  ...{
    unavailable: 0,
    html: 0,
    serverError: 0,
    locked: 0,
    dropAfterCommit: 0,
    tokensEnd: false,
    pageSize: 5000,
    oldestVersion: 0,
  },
});
export const throttles = {
  requests: ['0x80072322', 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.'],
  time: [
    '0x80072321',
    'Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.',
  ],
  concurrent: ['0x80072326', 'Number of concurrent requests exceeded the limit of 52.'],
} as const;
