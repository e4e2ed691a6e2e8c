/**
 * What SAP's public documents do not say: each is decided here, once, and none was seen with a real tenant. docs/sap-sales-cloud.md lists what follows
 * from each. Where a guess would cost money, what is not known blocks instead.
 */

const base = '/sap/c4c/api/v1';
/** Only quotes and employees have a public API document; accounts have one of a part. */
export const paths = {
  opportunities: `${base}/opportunity-service/opportunities`,
  quotes: `${base}/sales-quote-service/salesQuotes`,
  accounts: `${base}/account-service/accounts`,
  contacts: `${base}/contact-person-service/contactPersons`,
  employees: `${base}/employee-service/employees`,
  token: `${base}/iam-service/token`,
} as const;
export const recordPaths = { deal: paths.opportunities, company: paths.accounts } as const;
/** Kinds of records in addresses and in messages to the tenant's own page. */
export const routingKeys = { deal: 'opportunity', company: 'account' } as const;
/** The last id in an address: what it shows stands behind what it is a part of. */
export const idIn = (address: string): string | null =>
  address
    .match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi)
    ?.at(-1)
    ?.toLowerCase() ?? null;
/** A record's page. No document has the address; the tenant opens its start page where this one means nothing to it. */
export const pageOf = (url: string, type: keyof typeof routingKeys, id: string): string =>
  `${url}/#/${routingKeys[type]}/${encodeURIComponent(id)}`;

/** Rows of a page at most, and how far `$skip` reaches. */
export const MOST_ROWS = 999;
export const MOST_SKIPPED = 9999;
/** No numbers are published. A tenant is asked so much at once. */
export const AT_ONCE = 4;

/** Quotes that follow from an opportunity. The reader checks each answer, so that a filter that is passed over is noticed. */
export const quotesOf = (opportunity: string): string => `relatedObjects/objectId eq '${opportunity}'`;
export const contactsOf = (account: string): string => `isContactPersonFor/accountId eq '${account}'`;
/** As the identity provider writes it, and in small letters: whether a tenant tells them apart, is not said. */
export const employeesWith = (email: string): string =>
  [...new Set([email, email.toLowerCase()])]
    .map((each) => `workplaceAddress/eMail eq '${each.replaceAll("'", "''")}'`)
    .join(' or ');
export const OPPORTUNITY = 'OPPORTUNITY';
/** Status of somebody who works there; another one may not look. */
export const activeEmployee = 'ACTIVE';

/** An accepted quote. */
export const wonQuote = 'WON';
export const lostQuote: ReadonlySet<string> = new Set(['LOST', 'STOPPED']);
/** Quotes of these states are still being written, or were replaced. */
export const unshownQuote: ReadonlySet<string> = new Set(['OPEN', 'INACTIVE_VERSION']);
/** Approvals that do not stand in the way. A quote in another state of approval promises nothing. */
export const approved: ReadonlySet<string> = new Set(['APPROVED', 'NOT_STARTED', 'NOT_NECESSARY', 'NOT_RELEVANT']);
/** Prices that were computed to their end. */
export const priced: ReadonlySet<string> = new Set(['CALCULATED_SUCCESSFULLY', 'ESTIMATED_SUCCESSFULLY']);
/** Of SAP's own way to an order: nothing has begun. */
export const notTransferred = 'NOT_STARTED';

/** Categories of price elements. Another one is named and blocks. */
export const elementKinds = {
  PRICE: 'price',
  DISCOUNT: 'discount',
  SURCHARGE: 'surcharge',
  FREIGHT: 'freight',
  TAX: 'tax',
} as const;
/** Currency of a price element that is a percentage. */
export const PERCENT = '%';
/** Parts of a set, which the set's price holds; goods that come along without a price. */
export const bundlePart = 'BILL_OF_MATERIAL';
export const freeGood = 'FREE_GOOD';
/** Units of one piece. */
export const pieces: ReadonlySet<string> = new Set(['EA', 'PCE', 'PC', 'ST', 'H87', 'C62', 'UN']);

/** The day that a moment means to the person who chose it: midnight there, in UTC. Twelve hours later it is that day from UTC-12 to UTC+12. */
const HALF_DAY_MS = 43_200_000;
export function dayOf(moment: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? null : new Date(at + HALF_DAY_MS).toISOString().slice(0, 10);
}

export const wonOpportunity = 'WON';
/** The day on which an opportunity was closed. */
export const closedOn = 'closeDate';

/** A question that is refused where there is no such extension field. */
export const probeOf = (extension: string): string => `extensions/${extension} ne null`;
/** The extension field that an error points at. Null: it is about something else. */
export const extensionIn = (target: string): string | null =>
  /(?:^|[/.])extensions[/.](\w+)$/.exec(target)?.[1] ?? null;
/** Somebody holds the record for a moment. */
export const isLocked = (status: number, words: string): boolean => status === 423 || /\blocked\b/i.test(words);

/** ID tokens of SAP Cloud Identity Services. */
export const signingAlgorithms = ['RS256'];
export const groupsClaim = 'groups';
/** Hosts of tenants and of identity services; others are named in the settings. */
export const tenantHost = /^my\d{3,12}(\.[a-z0-9-]{1,20}){0,2}\.crm\.cloud\.sap$/;
export const issuerHosts: readonly string[] = [
  'accounts.ondemand.com',
  'accounts400.ondemand.com',
  'accounts.cloud.sap',
];
/** A notice of the tenant's Autoflow whose object is gone has no image of it. */
export const noticeObjects = {
  opportunity: 'deal',
  salesquote: 'quote',
  account: 'company',
  contactperson: 'contact',
} as const;
