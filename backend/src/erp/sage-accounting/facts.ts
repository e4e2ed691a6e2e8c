/**
 * What Sage Accounting is believed to do and no business has shown us yet ([K]). Everything of that kind stands here, so that one file is corrected when a
 * business behaves otherwise. Names of paths and fields are those of Sage's own description of API v3.1; the rest is from the guides on developer.sage.com.
 */

export const BASE = 'https://api.accounting.sage.com';
export const TOKEN_URL = 'https://oauth.accounting.sage.com/token';
export const AUTHORIZE_URL = 'https://www.sageone.com/oauth2/auth/central';
export const PATHS = { api: '/v3.1', token: '/token', authorize: '/oauth2/auth/central' } as const;
/** Which businesses the sign-in page offers, and what the app may do there. */
export const AUTHORIZE_FILTER = 'apiv3.1';
export const SCOPE = 'full_access';
/** Without it Sage answers for the user's first business, which may become another one. */
export const BUSINESS_HEADER = 'x-business';

export const LIST = {
  contacts: 'contacts',
  products: 'products',
  services: 'services',
  stockItems: 'stock_items',
  quotes: 'sales_quotes',
  invoices: 'sales_invoices',
  creditNotes: 'sales_credit_notes',
  taxRates: 'tax_rates',
} as const;
export const CUSTOMER = 'CUSTOMER';
/** [K] The kind of address of a new customer. The guide on invoicing has it. */
export const ADDRESS_TYPE = 'ACCOUNTS';

/** Rows of one page, at most. A page beyond the last one is answered with the last one. */
export const PAGE = 200;
/** Rows of one list over all its pages. A longer one is refused: cut, it would be no list. */
export const ROWS_MOST = 20_000;
/** Single records are asked for by their ids up to so many; more of them are found in the whole list. */
export const SINGLE_MOST = 5;

/** [K] 100 requests a minute and 2,500 a day for a business; Sage's page names 150 at once for an application. */
export const CONCURRENCY = 4;

/** Characters that its fields hold. */
export const LENGTH = {
  reference: 25,
  notes: 2000,
  name: 100,
  line: 50,
  postalCode: 10,
  phone: 50,
  email: 100,
  vat: 255,
} as const;
/** Places of amounts: "the only precision supported by Accounting". */
export const PLACES = 2;
/** [K] Days for which a quote counts where the business says none. */
export const QUOTE_DAYS = 30;
/** Businesses that may not send the tax of a line. */
export const WITHOUT_TAX_AMOUNT: ReadonlySet<string> = new Set(['ES']);

/** States of an invoice that the accounts do not know of. */
export const NOT_POSTED: ReadonlySet<string> = new Set(['DRAFT', 'PRO_FORMA']);
export const DRAFT = 'DRAFT';
export const VOID: ReadonlySet<string> = new Set(['VOID', 'VOIDED', 'DELETED']);
export const DECLINED = 'DECLINED';
/** [K] States of a quote. Any other is that of a quote which is still good. */
export const QUOTE_INVOICED: ReadonlySet<string> = new Set(['INVOICED', 'PART_INVOICED']);
export const QUOTE_EXPIRED: ReadonlySet<string> = new Set(['EXPIRED']);
/** A draft has this instead of a number, and gets one when it is released. */
export const UNNUMBERED = /draft/i;

/** Codes of refusals. */
export const NO_RIGHT: ReadonlySet<string> = new Set(['MultiUserAccessDenied']);
export const NO_RECORD: ReadonlySet<string> = new Set(['RecordNotFound']);
/** An invoice is marked as sent by reading it, unless the reader says otherwise. */
export const UNMARKED = { mark_as_sent: 'false' } as const;
