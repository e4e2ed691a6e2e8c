/**
 * What Sage Intacct is believed to do and no company has shown us yet ([K]). Everything of that kind stands here, so that one file is corrected when a company
 * behaves otherwise. Names of objects and fields are those of Sage's OpenAPI files of September 2026.
 */

export const BASE = 'https://api.intacct.com';
export const PATHS = {
  api: '/ia/api/v1',
  token: '/ia/api/v1/oauth2/token',
  query: '/services/core/query',
  pdf: '/workflows/order-entry/document/generate-pdf',
} as const;
/** Without it a user of several entities works at the top level of the company. */
export const ENTITY_HEADER = 'x-ia-api-param-entity';
/** [K] A repeated key is refused with 409. How long one is remembered is documented nowhere: an order is looked up by its reference besides. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

export const OBJECT = {
  customer: 'accounts-receivable/customer',
  customerContact: 'accounts-receivable/customer-contact',
  invoice: 'accounts-receivable/invoice',
  adjustment: 'accounts-receivable/adjustment',
  advance: 'accounts-receivable/advance',
  payment: 'accounts-receivable/payment',
  contact: 'company-config/contact',
  entity: 'company-config/entity',
  item: 'inventory-control/item',
  stock: 'inventory-control/item-warehouse-inventory',
  warehouse: 'inventory-control/warehouse',
  unit: 'inventory-control/unit-of-measure',
  unitGroup: 'inventory-control/unit-of-measure-group',
  document: 'order-entry/document',
  line: 'order-entry/document-line',
  definition: 'order-entry/txn-definition',
  priceEntry: 'order-entry/price-list-entry',
  priceList: 'order-entry/price-list',
  priceSchedule: 'order-entry/price-schedule',
} as const;
/** [K] Documents of one transaction definition. A line may be asked for together with fields of its document, one level up. */
export const documentsOf = (type: string): string => `${OBJECT.document}::${type}`;

/** [K] Requests at once of a base performance tier, over all clients of the company. */
export const CONCURRENCY = 2;
/** [K] Sage names a time-out of 15 minutes for requests of its gateway, after which one may still be worked on; for REST it names none. */
export const MAX_COMMIT_MS = 900_000;

/** Rows of one answer of the query service, and of all its pages together. */
export const PAGE = 2000;
export const ROWS_MOST = 100_000;
/** [K] Values in one list of a filter. Sage names no limit. */
export const IN_MOST = 200;

/** [K] Characters that its fields hold. */
export const LENGTH = {
  reference: 120,
  name: 100,
  contactId: 200,
  contactName: 200,
  vat: 20,
  street: 80,
  city: 80,
  postCode: 30,
  phone: 30,
  email: 200,
  note: 1000,
  poNumber: 120,
  code: 80,
} as const;

/** Names of transaction definitions as Sage ships them; a company renames them and adds its own. */
export const TYPE = { order: 'Sales Order', return: 'Sales Return' } as const;
/** [K] Below it are the base prices of items: per base unit, in the company's currency. */
export const BASE_PRICE_LIST = 'Base Price List';
/** [K] The rates by which a document in another currency is converted. */
export const RATE_TYPE = 'Intacct Daily Rate';

/** What a transaction definition stands for in the workflow of sales. */
export const CATEGORY = { order: 'order', shipping: 'shipping', invoice: 'invoice', return: 'return' } as const;
/** States of a document in which nothing has been done with it yet and it may be edited. */
export const EDITABLE: ReadonlySet<string> = new Set(['draft', 'pending', 'approved', 'submitted', 'declined']);
export const APPROVAL: ReadonlySet<string> = new Set(['submitted', 'partiallyApproved']);
/** States of documents of accounts receivable that are not posted, or no longer count. */
export const NOT_POSTED: ReadonlySet<string> = new Set(['draft', 'noValue']);
export const REVERSED: ReadonlySet<string> = new Set(['reversed', 'reversal']);

/** Kinds of items that are sold. */
export const SOLD: readonly string[] = ['inventory', 'nonInventory', 'salesOnlyNonInventory', 'kit', 'stockableKit'];
/** Kinds that have stock of their own. A kit has that of its parts, which no query adds up. */
export const STOCKED: ReadonlySet<string> = new Set(['inventory', 'stockableKit', 'kit']);
export const KIT = 'kit';

/** Codes of the gateway: the request was not executed. */
export const BUSY: ReadonlySet<string> = new Set(['GW-0010']);
export const NO_LOGIN: ReadonlySet<string> = new Set(['GW-0031', 'GW-0011', 'XL03000006']);
/** How the gateway says when to come back, besides the usual header. */
export const RETRY_HEADERS = [
  'x-ia-throttle-limit-retry-after',
  'x-ia-tenant-throttle-limit-retry-after',
  'x-ia-minute-rate-limit-retry-after',
  'x-ia-hour-rate-limit-retry-after',
] as const;
/** Codes and words of a contact or record that is there already. */
export const TAKEN_CODES: ReadonlySet<string> = new Set(['BL34000061']);
export const TAKEN = /another \w+ with the given value\(s\)\s+already exists/i;
