/**
 * What Sage 200 is believed to do and no site has shown us yet ([K]). Everything of that kind stands here, so that one file is corrected when a site behaves
 * otherwise. Names of resources and fields are those of Sage's OpenAPI files “Sage 200 v1 Extra”; texts of enumerations are those that integrators quote.
 */

export const BASE = 'https://api.columbus.sage.com/uk/sage200extra/accounts/v1';
export const SIGN_IN = 'https://id.sage.com';
export const TOKEN = '/oauth/token';
export const AUTHORIZE = '/authorize?audience=s200ukipd/sage200';
/** Without the last one there is no refresh token. */
export const SCOPE = 'openid profile email offline_access';
/** Which site and which company of it a request is about. */
export const HEADER = { site: 'X-Site', company: 'X-Company', key: 'Ocp-Apim-Subscription-Key' } as const;

export const RESOURCE = {
  sites: 'sites',
  currencies: 'currencies',
  isoCodes: 'currency_iso_codes',
  countries: 'country_codes',
  taxCodes: 'tax_codes',
  customers: 'customers',
  customerViews: 'customer_views',
  contacts: 'customer_contacts',
  emails: 'customer_emails',
  addresses: 'customer_delivery_addresses',
  price: 'customer_price_enquiry',
  transactions: 'sales_posted_transactions',
  invoiceLinks: 'sop_order_return_invoice_credit_views',
  products: 'products',
  productViews: 'product_views',
  units: 'units',
  warehouses: 'warehouses',
  holdings: 'warehouse_holdings',
  orders: 'sop_orders',
  charges: 'sop_additional_charges',
  despatches: 'sop_order_despatch_views',
  returnLines: 'sop_return_line_views',
} as const;

/** [K] Sage publishes no limit. A request to Sage 200 Professional goes through a tunnel to the customer's own server. */
export const CONCURRENCY = 4;
/** [K] How long a request may still be worked on after its answer was lost: the tunnel gives up after some minutes, the server behind it goes on. */
export const MAX_COMMIT_MS = 600_000;

/** Rows of a list where nothing else is asked for, so no server gives fewer. */
export const PAGE = 500;
export const ROWS_MOST = 100_000;
/** [K] Characters of a filter as it stands in an address: web servers of the kind refuse longer ones. */
export const FILTER_MOST = 1500;

/** Characters that its fields hold. */
export const LENGTH = {
  /** A spare text has 100: behind the reference stands the mark of a request. */
  reference: 95,
  poNumber: 30,
  note: 1000,
  description: 6000,
  code: 30,
  account: 8,
  name: 60,
  shortName: 8,
  addressLine: 60,
  postcode: 10,
  vat: 30,
  phone: 200,
  email: 227,
} as const;
/** Places of a quantity and of a price of a line. */
export const PLACES = 5;

export const LINE = {
  standard: 'EnumLineTypeStandard',
  freeText: 'EnumLineTypeFreeText',
  charge: 'EnumLineTypeCharge',
} as const;
/** Statuses of a document. Others (`Live`, `Printed`) mean that it is under way. */
export const STATUS = {
  onHold: 'EnumDocumentStatusOnHold',
  dispute: 'EnumDocumentStatusDispute',
  complete: 'EnumDocumentStatusComplete',
  cancelled: 'EnumDocumentStatusCancelled',
  draft: 'EnumDocumentStatusDraft',
} as const;
/** [K] The number of a document that is not finished begins so: partners of Sage know them as crashed orders. */
export const UNFINISHED = '##';
/** Products with stock; others are services, labour and miscellaneous items. */
export const STOCKED = 'EnumStockItemTypeStock';
/** [K] How a status says that a product or an account may be used. The documentation has both spellings. */
const ACTIVE = /active$/i;
const INACTIVE = /inactive$/i;
export const isActive = (status: string | null): boolean =>
  status === null || (ACTIVE.test(status) && !INACTIVE.test(status));

/** Kinds of postings in the sales ledger. A credit note and a receipt have values below zero. */
export const ENTRY = {
  invoice: 'TradingAccountEntryTypeInvoice',
  creditNote: 'TradingAccountEntryTypeCreditNote',
  openingInvoice: 'TradingAccountEntryTypeOpeningBalanceInvoice',
  openingCreditNote: 'TradingAccountEntryTypeOpeningBalanceCreditNote',
} as const;
