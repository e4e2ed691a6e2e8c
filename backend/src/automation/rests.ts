import type { AccountId } from '@backroom/shared';

/** Beside reps: the next conversion of an account begins after a rest as long as the last one took. */
const LEAST_MS = 100;
const MOST_MS = 2000;
/** A CRM without calls for us is asked again this often, whatever it says: an admin may have bought more. */
const BUSY_LEAST_MS = 5000;
const BUSY_MOST_MS = 60_000;

/** Accounts whose conversions wait together. In memory: a process that has just begun asks once, and learns it. `over`: called when a rest has ended. */
export function accountRests(over: () => void) {
  const resting = new Map<AccountId, NodeJS.Timeout>();
  function rest(account: AccountId, ms: number): void {
    clearTimeout(resting.get(account));
    resting.set(
      account,
      setTimeout(() => {
        resting.delete(account);
        over();
      }, ms),
    );
  }
  return {
    accounts: (): AccountId[] => [...resting.keys()],
    /** A thousand conversions leave room for people. */
    afterWork: (account: AccountId, tookMs: number): void =>
      rest(account, Math.min(Math.max(LEAST_MS, tookMs), MOST_MS)),
    /** The CRM has no calls left: what holds up one conversion holds up all of the account. */
    untilCrmHasCalls: (account: AccountId, ms: number): void =>
      rest(account, Math.min(Math.max(BUSY_LEAST_MS, ms), BUSY_MOST_MS)),
    stop(): void {
      for (const timer of resting.values()) clearTimeout(timer);
    },
  };
}
