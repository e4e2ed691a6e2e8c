/** `fetch` for one ERP connection: its addresses are filtered, its lease is watched, its CA and proxy are used. No redirect is followed unless asked. */
export type ErpFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** What an adapter is handed besides its connection. It takes nothing else from its surroundings. */
export type ErpPorts = {
  fetch: ErpFetch;
  /** Milliseconds since 1970. */
  now: () => number;
};
