/** `fetch` for one ERP connection: its addresses are filtered, its lease is watched, its CA and proxy are used. No redirect is followed unless asked. */
export type ErpFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** Tokens that a person granted. The refresh token is mostly used once: each answer brings the next. */
export type StoredTokens = { accessToken: string; refreshToken: string; expiresAt: number };
/** Where tokens are kept that are used once. `alone`: one process at a time, by a lease row; no transaction is held meanwhile. */
export type CredentialStore = {
  read: () => Promise<StoredTokens | null>;
  write: (tokens: StoredTokens) => Promise<void>;
  alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/** What an adapter is handed besides its connection. It takes nothing else from its surroundings. */
export type ErpPorts = {
  fetch: ErpFetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Tokens that followed from what was entered, of which `grant` is a hash. Absent: they live as long as the process. */
  granted?: ((grant: string) => CredentialStore) | undefined;
};
