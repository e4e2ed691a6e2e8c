/**
 * What NetSuite is believed to do and no account has shown us yet. Everything of that kind stands here, so that one file is corrected when an account
 * says otherwise. Names of records and fields are those of the record browser 2026.1; names of SuiteQL tables are those that public clients ask.
 */

/** The hosts of an account: `1234567_SB1` is `1234567-sb1` in a host, and stays as it is in the realm of a signature. */
export const hostOf = (account: string): string => account.trim().toLowerCase().replaceAll('_', '-');
export const realmOf = (account: string): string => account.trim().toUpperCase().replaceAll('-', '_');
const SUITETALK = '.suitetalk.api.netsuite.com';
export const suitetalkOf = (account: string): string => `https://${hostOf(account)}${SUITETALK}`;
/** RESTlets have a host of their own. A double or a proxy has one for both. */
export const restletsOf = (url: string): string => url.replace(SUITETALK, '.restlets.api.netsuite.com');

export const PATHS = {
  token: '/services/rest/auth/oauth2/v1/token',
  record: '/services/rest/record/v1',
  suiteql: '/services/rest/query/v1/suiteql',
  restlet: '/app/site/hosting/restlet.nl',
} as const;
/** What an access token may be used for. */
export const SCOPES = ['rest_webservices', 'restlets'] as const;

/** A base account processes five requests at once over all its integrations; two are left to others. */
export const CONCURRENCY = 3;
/** A request ends after 15 minutes. NetSuite keeps an external id once, so that asking again does no harm even before that. */
export const MAX_COMMIT_MS = 900_000;

/** Characters that its fields hold. */
export const LENGTH = {
  name: 83,
  email: 254,
  phone: 32,
  vat: 20,
  memo: 999,
  poNumber: 45,
  addressee: 83,
  street: 150,
  city: 50,
  zip: 36,
  code: 60,
};

/** The most rows of one answer of SuiteQL, and of all its pages together. */
export const PAGE = 1000;
export const ROWS_MOST = 100_000;
/** A heavy query fails with an unexpected error: it is asked again in smaller pages. */
export const SMALL_PAGE = 250;
/** Oracle takes a thousand values in one list. */
export const IN_MOST = 500;

/** Types of transactions in SuiteQL. */
export const TYPE = {
  order: 'SalesOrd',
  invoice: 'CustInvc',
  credit: 'CustCred',
  payment: 'CustPymt',
  return: 'RtnAuth',
  fulfilment: 'ItemShip',
  receipt: 'ItemRcpt',
  purchase: 'PurchOrd',
} as const;

/** Kinds of items that have stock; a kit has that of its parts, which SuiteQL does not add up. */
export const STOCKED = new Set(['InvtPart', 'Assembly', 'Kit']);
export const KIT = 'Kit';
/** Kinds of items that are sold. */
export const SOLD = [
  'InvtPart',
  'NonInvtPart',
  'Service',
  'Kit',
  'Assembly',
  'OthCharge',
  'DwnLdItem',
  'GiftCert',
] as const;
/** Lines of an order that are no goods: texts, sums, and the ends of a group. */
export const NO_GOODS = new Set(['Description', 'Subtotal', 'Group', 'EndGroup', 'TaxItem', 'TaxGroup', 'Payment']);
export const SHIPPING_LINE = 'ShipItem';
/** Lines that are an amount and have no quantity. */
export const AMOUNT_LINES = new Set(['Discount', 'Markup']);
/** Kinds that are delivered when they are invoiced. */
export const NOT_SHIPPED = new Set([
  'Service',
  'OthCharge',
  'NonInvtPart',
  'DwnLdItem',
  'GiftCert',
  'Discount',
  'Markup',
]);

/** Letters of `status`. A saved search puts the type before it: `SalesOrd:B`. */
export const letterOf = (status: string): string => status.split(':').at(-1) ?? '';
export const ORDER = {
  pendingApproval: 'A',
  pendingFulfilment: 'B',
  cancelled: 'C',
  partlyFulfilled: 'D',
  partlyFulfilledPendingBilling: 'E',
  pendingBilling: 'F',
  billed: 'G',
  closed: 'H',
} as const;
export const RETURN = {
  pendingApproval: 'A',
  pendingReceipt: 'B',
  cancelled: 'C',
  partlyReceived: 'D',
  pendingRefundPartlyReceived: 'E',
  pendingRefund: 'F',
  refunded: 'G',
  closed: 'H',
} as const;
export const PAID = 'B';
export const VOIDED = 'V';
/** A fulfilment that has left the house, by letter or by name; before that it is picked or packed. [K] Which of the two SuiteQL gives. */
export const SHIPPED: ReadonlySet<string> = new Set(['C', 'Shipped']);

/** The price level of a price that is written, and the one that every item has. */
export const CUSTOM_LEVEL = '-1';
export const BASE_LEVEL = '1';

/** Codes of refusals by the governor: the request was not executed. */
export const BUSY = new Set([
  'CONCURRENCY_LIMIT_EXCEEDED',
  'USER_CONCURRENCY_LIMIT_EXCEEDED',
  'REQUEST_LIMIT_EXCEEDED',
  'SSS_REQUEST_LIMIT_EXCEEDED',
  'WS_REQUEST_BLOCKED',
  'WS_CONCUR_SESSION_DISALLWD',
  'WS_EXCEEDED_CONCURRENCY_LIMIT_ALLOWED',
]);
export const NO_LOGIN = new Set([
  'INVALID_LOGIN',
  'INVALID_LOGIN_ATTEMPT',
  'INVALID_LOGIN_CREDENTIALS',
  'LOGIN_REQUIRED',
]);
export const NO_RIGHT = new Set(['INSUFFICIENT_PERMISSION', 'FEATURE_DISABLED', 'PERMISSION_VIOLATION']);
export const NOT_THERE = new Set(['NONEXISTENT_ID', 'RCRD_DSNT_EXIST', 'INVALID_RCRD_ID']);
export const CHANGED = new Set(['RCRD_HAS_BEEN_CHANGED', 'RECORD_LOCKED', 'CONFLICT']);
/** A role that lacks a right may be told so by a rule of the form. */
export const VIOLATION = /^(?:Error while accessing a resource\. )?Permission Violation/;
/** A reference that is taken: the same words for every kind of record. */
export const EXISTS = /\b(?:this (?:entity|record|transaction) already exists|already exists with the external ?id)\b/i;
export const EXISTS_CODES = new Set(['DUP_RCRD', 'DUP_ENTITY', 'UNIQUE_EXTERNAL_ID_REQD', 'RCRD_ALREADY_EXISTS']);
/** What a query says about a column or a table that this account or role does not have. */
export const UNKNOWN_NAME =
  /(?:Unknown identifier ['‘]([^'’]+)['’]|Field ['‘]([^'’]+)['’] for record ['‘][^'’]*['’] was not found|Record ['‘]([^'’]+)['’] was not found|Invalid search type: (\w+))/i;
