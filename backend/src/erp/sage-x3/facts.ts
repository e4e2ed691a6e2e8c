/**
 * What Sage X3 is believed to do and no customer's system has shown us yet ([K]). Everything of that kind stands here, so that one file is corrected when a system
 * behaves otherwise. Names of classes and fields are those of the tables in Sage's online help; a REST property has the name of its column.
 */

/** Requests for data, below the address of the server: the folder and the class follow. */
export const REST = '/api1/x3/erp';
/** SOAP 1.1 in the RPC style, for every published object. */
export const SOAP = '/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC';
export const WSS = 'http://www.adonix.com/WSS';

/** [K] Classes that have a representation of the same name with the facets `$query` and `$details`. */
export const CLASS = {
  customer: 'BPCUSTOMER',
  partner: 'BPARTNER',
  address: 'BPADDRESS',
  person: 'CONTACT',
  item: 'ITMMASTER',
  stock: 'ITMMVT',
  site: 'FACILITY',
  company: 'COMPANY',
  order: 'SORDER',
  orderQuantity: 'SORDERQ',
  orderPrice: 'SORDERP',
  delivery: 'SDELIVERY',
  deliveryLine: 'SDELIVERYD',
  invoice: 'SINVOICE',
  invoiceLine: 'SINVOICED',
  due: 'GACCDUDATE',
  movement: 'BPCUSTMVT',
} as const;
/** Names of the published objects, as a partner usually publishes them. */
export const PUBLISHED = { order: 'SOH', customer: 'BPC' } as const;
export const ORDER_TYPE = 'SON';
/** [K] Columns of discounts that the screen of an order line shows: each installation has its own number. */
export const DISCOUNTS = 1;

/** [K] Rows in one page that the server gives when it is asked for them; values and conditions in one `where`, which is a part of an address. */
export const PAGE = 500;
export const VALUES_MOST = 100;
export const CONDITIONS_MOST = 30;
export const ROWS_MOST = 100_000;

/** [K] Sessions of a pool are few, and each answers one request at a time. */
export const POOL_CALLS = 2;
export const CONCURRENCY = 4;
/** [K] A request waits in the queue of the pool for minutes, and is worked on after that: Sage gives the queue's limit no default. */
export const MAX_COMMIT_MS = 900_000;

/** [K] Characters that the fields hold. */
export const LENGTH = {
  reference: 20,
  addressName: 30,
  name: 35,
  street: 50,
  postalCode: 10,
  city: 40,
  phone: 40,
  email: 80,
  vatId: 20,
  code: 20,
} as const;

/** Status of an item. [K] 3 (shortage) and 4 (not renewed) are still sold. */
export const SOLD: readonly number[] = [1, 3, 4];
/** [K] `STOMGTCOD`, how the stock of an item is kept: not at all. */
export const WITHOUT_STOCK = 1;
/** `ORDSTA`: open or closed. */
export const CLOSED = 2;
/** `DLVSTA` and `INVSTA`: nothing, a part, all. */
export const NOTHING = 1;
export const ALL = 3;
/** [K] `CDTSTA`: all well is 1; held, over the limit, prepayment missing. */
export const CREDIT_HOLD: ReadonlyMap<number, string> = new Map([
  [2, 'On hold'],
  [3, 'Limit exceeded'],
  [4, 'Prepayment missing'],
]);
/** [K] `OSTCTL` of a customer: check, hold, no check. */
export const CREDIT = { check: 1, hold: 2, none: 3 } as const;
/** [K] `INVTYP` of a sales invoice: invoice, credit note, debit note, credit memo, pro forma. */
export const CREDIT_NOTES: readonly number[] = [2, 4];
export const PRO_FORMA = 5;
/** [K] `BPATYP` of addresses and `CCNTYP` of contacts: those of business partners. */
export const OF_PARTNER = 1;

/** `CAdxMessage.type`: 3 is an error, as recorded. [K] 1 informs, 2 warns, 4 is fatal. */
export const ERRORS: readonly string[] = ['3', '4'];
/** What the server says before it has handed a request to X3. */
export const NOT_STARTED = /No web services accepted|Header 'soapAction' is missing/i;
export const NO_POOL = /No classic web service pool match/i;
/** What the diagnosis of a record says that is not there: `721 : Record does not exist`. */
export const NO_RECORD = /^\s*721\b|record does not exist/i;
