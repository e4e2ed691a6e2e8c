/** An account's first connection. What earlier releases stored is of this one. */
export const MAIN = 'main';

/** Where figures of a connection are kept among those of its account: those of the first one under their plain names, as earlier releases did. */
export const figurePrefix = (connection: string): string => (connection === MAIN ? '' : `@${connection}|`);
/** The ERP's lane of a connection. */
export const erpLane = (connection: string): 'erp' | `erp:${string}` =>
  connection === MAIN ? 'erp' : `erp:${connection}`;

/** The credentials of one connection cannot be opened as those of another. */
export const sealContext = (account: string, connection: string): string =>
  connection === MAIN ? `${account}|erp` : `${account}|erp|${connection}`;
