/**
 * What S/4HANA is believed to do and no real system has shown us yet. Everything of that kind stands here, so that one file is corrected when a
 * system says otherwise. Sources: SAP's metadata and documentation, recorded answers, public field reports.
 */
import type { Carried } from '../contract/description.ts';

/** The services that are asked, with the communication scenario of each in S/4HANA Cloud. */
export const SERVICES = {
  partners: { name: 'API_BUSINESS_PARTNER', scenario: 'SAP_COM_0008' },
  products: { name: 'API_PRODUCT_SRV', scenario: 'SAP_COM_0009' },
  stock: { name: 'API_MATERIAL_STOCK_SRV', scenario: 'SAP_COM_0164' },
  availability: { name: 'API_PRODUCT_AVAILY_INFO_BASIC', scenario: 'SAP_COM_0115' },
  simulation: { name: 'API_SALES_ORDER_SIMULATION_SRV', scenario: 'SAP_COM_0109' },
  orders: { name: 'API_SALES_ORDER_SRV', scenario: 'SAP_COM_0109' },
  deliveries: { name: 'API_OUTBOUND_DELIVERY_SRV;v=0002', scenario: 'SAP_COM_0106' },
  billing: { name: 'API_BILLING_DOCUMENT_SRV', scenario: 'SAP_COM_0120' },
  ledger: { name: 'API_OPLACCTGDOCITEMCUBE_SRV', scenario: 'SAP_COM_0303' },
  credit: { name: 'API_CRDTMBUSINESSPARTNER', scenario: 'SAP_COM_0319' },
  returns: { name: 'API_CUSTOMER_RETURN_SRV', scenario: 'SAP_COM_0157' },
} as const;
export type ServiceName = keyof typeof SERVICES;
export const SERVICE_PATH = '/sap/opu/odata/sap';
export const TOKEN_PATH = '/sap/bc/sec/oauth2/token';

/** Characters that its fields hold, by the metadata. */
export const LENGTH = {
  reference: 35,
  customerReference: 20,
  poNumber: 35,
  document: 10,
  product: 40,
  itemText: 40,
  unit: 3,
  name: 40,
  names: 80,
  street: 60,
  city: 40,
  postalCode: 10,
  phone: 30,
  email: 241,
  taxNumber: 20,
  searchEmail: 20,
};
/** Has a list say how many rows it has. */
export const COUNTED = { $inlinecount: 'allpages' } as const;
/** Requests in one `$batch`, and values of one `or`. */
export const BATCH_MOST = 100;
export const OR_MOST = 50;
/** Dialog work processes are few, and SAP publishes no limit. */
export const CONCURRENCY = 4;
/** A dialog work process ends after 600 s (`rdisp/max_wprun_time`); a minute more for the queue before it and the update task behind it. */
export const MAX_COMMIT_MS = 660_000;

/** Codes of a customer's part in an order depend on the language of the session: these are the two that are known. */
export const LANGUAGES = ['EN', 'DE'] as const;
export type Language = (typeof LANGUAGES)[number];
export const PARTNER = {
  shipTo: { EN: 'SH', DE: 'WE' },
  billTo: { EN: 'BP', DE: 'RE' },
} as const;
export const SOLD_TO = new Set(['SP', 'AG']);
export const SHIP_TO = new Set(['SH', 'WE']);
export const BILL_TO = new Set(['BP', 'RE']);

/** Usual keys of customizing. Each can be set for a connection. */
export const USUAL = {
  orderType: 'OR',
  priceCondition: 'PPR0',
  noteText: 'TX01',
  returnType: 'CBRE',
  returnReason: '102',
  checkingRule: 'A',
};
/** Places of a price at one unit of its quantity: a rate has as many places as its currency, so finer prices are per 10, 100 … up to 10,000. */
export const MOST_PER = 4;

/** Kinds of products without stock: services, and material that is not stocked. */
export const WITHOUT_STOCK = new Set(['SERV', 'DIEN', 'NLAG', 'LEER']);
export const UNRESTRICTED = '01';

/** A price, as opposed to a discount, a tax or a subtotal: class of its condition. */
export const PRICE_CLASS = 'B';
export const TAX_CLASS = 'D';
/** How a rate is meant: as a percentage. */
export const PERCENT = 'A';
/** Documents that follow an order. */
export const DELIVERY = 'J';
export const CREDIT_MEMO = 'O';
export const INVOICE = 'M';
/** Kinds of billing documents. Pro forma and internal ones are none of the customer's. */
export const BILLING = { invoices: new Set([INVOICE, 'P']), credits: new Set([CREDIT_MEMO]) };
/** A customer's account in the ledger. */
export const CUSTOMER_ACCOUNT = 'D';

/** Letters of a status: nothing done, part done, all done. An unknown letter counts as nothing done. */
export const PART = 'B';
export const WHOLE = 'C';
export const APPROVED = 'B';
/** An approval that has not been given yet. */
export const IN_APPROVAL = 'A';
/** The credit check let it pass, or a person did. */
export const CREDIT_REFUSED = 'B';

/** What every simulation says. None of it is a refusal. */
export const HARMLESS = new Set(['SLS_LORD/033', 'SLS_LORD/009', 'SLS_LORD/098', 'SLS_LORD/025', 'V1/263', 'V1/028']);

/** Codes of messages, never their words: those are in the language of the user. */
export const FAULTS = {
  /** The service is not activated, or not in the communication arrangement. */
  noService: new Set(['/IWFND/MED/170', '/IWFND/CM_MGW/051']),
  /** Locked by somebody else: the document, the material, the customer. */
  locked: new Set(['V1/042', 'M3/024', 'M3/897', 'F2/042']),
  /** The repeated request was executed before and is remembered no more. */
  repeated: '/IWBEP/CM_COS/005',
  /** Wraps the messages that count. */
  wrapper: /^\/IWBEP\/CX_/,
  /** The Gateway's own complaint about a request: a field that this version has not, or a value that its type does not take. */
  framework: /^[0-9A-F]{32}$/,
};

/** What an order carries. A contact is a business partner of its own there, and dates of lines are schedule lines that a create does not take. */
export const CARRIES: readonly Carried[] = [
  'requested_date',
  'note',
  'po_number',
  'delivery_address',
  'one_off_delivery_address',
  'invoice_address',
  'partial_delivery',
  'line_unit',
];
