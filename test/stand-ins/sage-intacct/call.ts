import type { Store } from './database.ts';
import type { Faults } from './faults.ts';
import type { User } from './tokens.ts';

/** One request to the API, after sign-in. */
export type Call = {
  store: Store;
  faults: Faults;
  user: User;
  /** Key of the entity that the call is for; null at the top level. */
  entity: number | null;
  method: string;
  /** Below `/ia/api/v1/`. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
  /** Idempotency keys of requests that are under way, by user. */
  inFlight: ReadonlySet<string>;
  /** The one of them that this request holds itself. */
  holds: string | null;
};
