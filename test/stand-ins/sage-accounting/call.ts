import type { Store } from './database.ts';
import type { Faults } from './faults.ts';
import type { User } from './tokens.ts';

/** One request to the API, after sign-in, for one business. */
export type Call = {
  store: Store;
  faults: Faults;
  user: User;
  method: string;
  /** Below `/v3.1/`. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
};
export type Answered = { status: number; body: unknown; headers?: Record<string, string> };
