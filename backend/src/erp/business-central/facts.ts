/**
 * What Business Central is believed to do and no real tenant has shown us yet. Everything of that kind stands here, so that one file is corrected
 * when a tenant says otherwise. Sources: Microsoft's own source of API v2.0 and its documentation; each entry says what rests on it.
 */

/** Online service. Sovereign clouds have others: they are not supported. */
export const ADDRESS = 'https://api.businesscentral.dynamics.com';
export const SCOPE = 'https://api.businesscentral.dynamics.com/.default';

/** Characters that its fields hold. A longer external document number would be refused (`Application_StringExceededLength`). */
export const LENGTH = {
  reference: 35,
  name: 100,
  description: 100,
  address: 100,
  city: 30,
  postCode: 20,
  phone: 30,
  email: 80,
  code: 20,
};

/** Operations of one `$batch`; more are answered with 500. */
export const BATCH_MOST = 100;
/** Values of one `or`: some 40 ids keep a URL below 3,000 characters. */
export const OR_MOST = 40;
/** It processes five requests of one application at once; two are left to others who use the same one. */
export const CONCURRENCY = 3;
/**
 * A request ends after eight minutes, the gateway in front after ten: until then a create whose answer was lost may still be committed.
 * A look-up on the primary (no `Data-Access-Intent`) sees a commit at once.
 */
export const MAX_COMMIT_MS = 600_000;

/** Reads from a replica that lags a little; for panels, never for a look-up of our own writes. */
export const FROM_REPLICA = { 'data-access-intent': 'ReadOnly' } as const;
/** Without it a nested function in a filter silently gives wrong results. */
export const NESTED_FUNCTIONS = { $schemaversion: '2.1' } as const;

/** "None" of its own kind. */
export const NO_DATE = '0001-01-01';
export const NO_GUID = '00000000-0000-0000-0000-000000000000';

/** An enum's blanks come encoded: `_x0020_` is the empty choice, `In_x0020_Review` is "In Review". */
export const plainEnum = (value: string): string =>
  value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).trim();

/** Kinds of items that have stock. A service or non-inventory item has none. */
export const STOCKED_TYPE = 'Inventory';
/** Kind of an order line that is an item. */
export const ITEM_LINE = 'Item';

/** States of a posted invoice or credit memo that nobody owes or is owed by. */
/** An order that waits for an approval. */
export const IN_REVIEW = 'In Review';
export const DRAFTS = new Set(['Draft', 'In Review']);
export const VOID = new Set(['Canceled', 'Corrective']);
/** In a filter an enum is a text. */
export const OPEN_INVOICES = "status eq 'Open'";
export const NOT_DRAFT = "status ne 'Draft'";

/** A price that is written and not negotiated anew: a customer's line discount would be applied to it otherwise. */
export const NO_LINE_DISCOUNT = { discountPercent: 0 } as const;

/** Codes of refusals; the first word says the family. */
export const FAULTS = {
  changed: 'Request_EntityChanged',
  notFound: new Set(['Internal_RecordNotFound', 'BadRequest_ResourceNotFound']),
  /** The set is not known to this version. */
  unknownSet: new Set(['BadRequest_NotFound', 'BadRequest_MethodNotAllowed', 'BadRequest_MethodNotImplemented']),
  duplicate: 'Internal_EntityWithSameKeyExists',
  unavailable: new Set([
    'Internal_TenantUnavailable',
    'Internal_DataBaseTransientError',
    'Internal_ServiceUnavailable',
  ]),
  /** Some pages ask for the right themselves, and then it is a dialog as rules of the business are. */
  noRight: /^(You do not have permissions? to |Sorry, the current permissions prevented)/,
  upgrade: 'You must run the data upgrade for this API page',
} as const;
