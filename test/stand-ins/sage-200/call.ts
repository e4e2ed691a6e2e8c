import type { Faults } from './faults.ts';
import type { Store } from './store.ts';

/** A user of Sage 200 who signed in with a Sage ID. `denied`: beginnings of paths that the user's role does not have. */
export type User = {
  id: string;
  name: string;
  email: string;
  denied: readonly string[];
  /** May set prices and discounts, and may override holds. */
  overridesPrices: boolean;
  overridesHolds: boolean;
};
/** One request to the API, after sign-in and with its site and company known. */
export type Call = {
  store: Store;
  faults: Faults;
  user: User;
  now: number;
  method: string;
  /** Below `/uk/sage200extra/accounts/v1/`. */
  path: string;
  query: URLSearchParams;
  body: string;
};
