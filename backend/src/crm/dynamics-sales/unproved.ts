/**
 * What Microsoft's documents do not say, or what only integrators tell: each is decided here, once, and none was seen with a real organisation.
 * docs/dynamics-sales.md lists what follows from each. Where a guess would cost money, what is not known blocks instead.
 */

/** States by number: their labels are in the organisation's language and may be renamed. */
export const opportunityWon = 1;
export const quoteStates = { draft: 0, active: 1, won: 2, closed: 3 } as const;
/** Of a line: 2 is a bundle, 3 and 4 are its parts. */
export const bundlePart: ReadonlySet<string> = new Set(['3', '4']);
/** `pricingerrorcode` of a price that was computed. */
export const priced = '0';

/**
 * Quotes keep days as moments: midnight of the person who typed it, in UTC. Twelve hours later it is that day for every zone from -12 to +12; one
 * further east would see the day before.
 */
const HALF_DAY_MS = 43_200_000;
export function dayOf(moment: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? null : new Date(at + HALF_DAY_MS).toISOString().slice(0, 10);
}

/** Entra's words for an application that the customer has removed or switched off. Everything else may be our own configuration. */
export const saysRemoved = (words: string): boolean => /AADSTS(700016|7000112|500014|65001)\b/.test(words);
/** Dataverse's codes. The application user is missing, or was switched off. */
export const notMember: ReadonlySet<string> = new Set(['0x80072560', '0x80041d1f', '0x80040225']);
/** A privilege is missing. */
export const noPrivilege: ReadonlySet<string> = new Set(['0x80040220', '0x80048306', '0x80042f09']);
/** Somebody holds the row. */
export const isLocked = (code: string, words: string): boolean =>
  ['0x80044151', '0x80040265', '0x80072324'].includes(code) || /deadlock|sql timeout|locked/i.test(words);
/** A column or table that is not there: 400 for a name in a query, 400 for one in a body. */
export const namesUnknown = (code: string, words: string): boolean =>
  /Could not find a property named|does not exist on type|Resource not found for the segment|undeclared property/i.test(
    words,
  ) || code === '0x8006088a';
/** The delta link is too old: the table is read anew. */
export const deltaExpired = (code: string): boolean => ['0x80044352', '0x80044353'].includes(code);

/** The role that may change an organisation is the same in each, by its template. */
export const ADMINISTRATOR_TEMPLATE = '627090ff-40a3-4053-8790-584edc5be201';
/** Solutions that turn a won quote or an order of the CRM into one of the ERP by themselves. */
const operations = ['DualWriteCore', 'DualWriteSupplyChain', 'Dynamics365Company', 'DualWriteSalesOrder'];
const central = ['BusinessCentralVirtualEntity'];
const either = ['msdyn_DataIntegrator'];
export const ORDER_SOLUTIONS: readonly string[] = [...operations, ...either, ...central];
/** The ERPs that a solution may make orders in: those of the vendor, and whatever a bridge stands in front of. */
export const erpsOf = (solution: string): readonly string[] => [
  ...(operations.includes(solution) || either.includes(solution) ? ['finance-operations'] : []),
  ...(central.includes(solution) || either.includes(solution) ? ['business-central'] : []),
  'bridge',
];

/** Entra's answers to who signed in: version 2.0 only, and no token that an application got for itself or for an API. */
export const isSignIn = (claims: Record<string, unknown>): boolean =>
  claims.ver === '2.0' && ['scp', 'azp', 'appid', 'idtyp'].every((name) => claims[name] === undefined);

/** Entra's rows of a person's sign-in and the organisation's rows meet in the object id. */
export const userColumn = 'azureactivedirectoryobjectid';
/** The record of an address; the application's id stands there too. */
export const idIn = (address: string): string | null =>
  /[?&]id=(?:%7b|\{)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/i.exec(address)?.[1]?.toLowerCase() ?? null;
/** Address of a record's page. Without an app the organisation opens its default one. */
export const pageOf = (url: string, table: string, id: string): string =>
  `${url}/main.aspx?pagetype=entityrecord&etn=${table}&id=${encodeURIComponent(id)}`;
