/** The CRM contract: what Backroom needs from a CRM, whichever it is. A CRM's own types stay in its folder. */
import {
  type AccountId,
  currencySchema,
  type Decimal,
  dateSchema,
  decimalSchema,
  instantSchema,
  type Money,
  type RecordRef,
} from '@backroom/shared';
import { z } from 'zod';
import type { ActionOutcome } from './actions.ts';
import type { OwnOrders } from './own-orders.ts';
import type { CompaniesPage, CrmLine, CrmRecord } from './records.ts';
import type { TaskMethods } from './tasks.ts';

export * from './own-orders.ts';
export * from './records.ts';

/** A deal that the CRM says was sold: won, or with an order number or the state of an order on it. As much as a list tells; its lines are the record's. */
export const soldDealSchema = z.object({
  id: z.string(),
  name: z.string(),
  company: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The deal's own amount, which need not be the sum of its lines; null where there is none, or it may not be seen. */
  amount: decimalSchema.nullable(),
  currency: currencySchema.nullable(),
  /** The day in the asked time zone; null: not won, its order number alone says that it was sold. */
  wonOn: dateSchema.nullable(),
  orderNumber: z.string().nullable(),
  /** As it was written last: `WriteBack.orderStatus`. */
  orderStatus: z.string().nullable(),
});
export type SoldDeal = z.infer<typeof soldDealSchema>;
/**
 * First and last day of a period, in the company's calendar. Meant are the deals won in it, and those that carry an order number or an
 * order status of ours and were changed since it began. `cursor` null asks for the first page.
 */
export type SoldQuestion = { from: string; to: string; timeZone: string; cursor: string | null };
/** Each deal once over all pages; `cursor` null: that was the last. */
export type SoldPage = { deals: SoldDeal[]; cursor: string | null };

/** What Backroom writes on a CRM record, on properties that the CRM's automation can use. Absent = leave as it is, null = empty it. */
export type WriteBack = {
  orderNumber?: string | null;
  /** Submission state while it is under way, ERP order status afterwards. */
  orderStatus?: string | null;
  orderTotal?: Money | null;
  promiseDate?: string | null;
  creditAlert?: 'ok' | 'near_limit' | 'over_limit' | 'overdue' | 'blocked' | 'no_limit' | null;
  creditFree?: Decimal | null;
  erpCustomerNumber?: string | null;
  /** Day of the last shipment, and its tracking number. */
  shippedOn?: string | null;
  tracking?: string | null;
  /** Gross, of all invoices of the order, credit notes taken off. */
  invoicedTotal?: Money | null;
  paidTotal?: Money | null;
  returnStatus?: string | null;
  /** Gross, of all invoices of the customer; `erpCurrency` is that of these and of `creditFree`. */
  openTotal?: Money | null;
  overdueTotal?: Money | null;
  nextDue?: string | null;
  erpCurrency?: string | null;
  paymentTerms?: string | null;
  blocked?: boolean | null;
  /** Fields of the account's own that an admin has mapped, by the CRM's name of them. */
  [own: `own:${string}`]: string | boolean | Money | null | undefined;
};
export type WriteBackField = keyof WriteBack;
/** The CRM's name of a field of the account's own; null for one that Backroom brings. */
export const ownName = (field: WriteBackField): string | null => (field.startsWith('own:') ? field.slice(4) : null);
export const writeBackFields = [
  ...(['orderNumber', 'orderStatus', 'orderTotal', 'promiseDate', 'shippedOn', 'tracking'] as const),
  ...(['invoicedTotal', 'paidTotal', 'returnStatus', 'creditAlert', 'creditFree'] as const),
  ...(['erpCustomerNumber', 'paymentTerms', 'blocked', 'openTotal', 'overdueTotal', 'nextDue', 'erpCurrency'] as const),
] satisfies readonly WriteBackField[];
/** The price of a line as the CRM keeps it: before its discounts, which come off it. */
export type LinePrice = Pick<CrmLine, 'unitPrice' | 'discountPercent' | 'discountAmount'>;
/** A line of the deal itself, or of its quote. */
export type LineRef = { deal: string; from: 'deal' | 'quote'; id: string };
/** `error`: nothing was written. `missing`: fields that the CRM has not, or that may not be written; the others were. */
export type Written = { error: CrmError | null; missing: readonly WriteBackField[] };

/** Something changed in the CRM. The same event may come more than once, and late. */
export const crmEventSchema = z.object({
  account: z.string(),
  at: instantSchema,
  kind: z.enum(['record_changed', 'record_deleted', 'records_merged', 'privacy_deletion', 'uninstalled']),
  record: z.object({ type: z.enum(['deal', 'company', 'contact', 'line_item', 'quote']), id: z.string() }).nullable(),
  property: z.string().nullable(),
  /** For merges: the record that stays, and may be new. `record` is one that went: an event for each of them. Null otherwise. */
  into: z.string().nullable(),
});
export type CrmEvent = z.infer<typeof crmEventSchema>;

/** `unhurried`: nobody waits for the answer, so that reads of people go first. */
export type CrmCall = { account: AccountId; signal: AbortSignal; unhurried?: boolean };
/**
 * `names`: the account's own fields of a company that hold these, where they are not Backroom's. `fields` and `companyFields`: further ones of the deal and
 * of its company. `lineNames`: of a line, where they are not the CRM's own.
 */
export type RecordWish = {
  quote?: string | null;
  fields?: readonly string[];
  companyFields?: readonly string[];
  names?: { [Name in 'erpNumber' | 'vatId' | 'registrationNumber']?: string | undefined };
  lineNames?: { [Name in 'code' | 'unit']?: string | undefined };
};
/** `name`: the CRM's own; `label`: what people see. `written`: the connected user may write it; absent: not known. `options`: what a choice may be. */
export type CrmField = {
  name: string;
  label: string;
  written?: boolean;
  options?: readonly { value: string; label: string }[];
};
/** What fields can be listed of: `line` is a line of the deal or quote. */
export type FieldOwner = RecordRef['type'] | 'line';
export type CrmPipeline = { id: string; label: string };
export type CrmAdapter = {
  crm: string;
  /**
   * Reads the whole record or fails. It follows paging and refuses partial answers or names them in `gaps`. A merged record is answered by its
   * survivor, under the survivor's id. `quote`: the quote that a person chose for this deal. `fields`: further fields of the deal. Throws
   * `CrmError('not_found')` for a record that does not exist or belongs to another account.
   */
  record(ref: RecordRef, call: CrmCall & RecordWish): Promise<CrmRecord>;
  /** Page by page, for reconciliation; a CRM without it has no list of what was sold. */
  sold?(asked: SoldQuestion, call: CrmCall): Promise<SoldPage>;
  /** Every company, page by page, from the part of the CRM's quota that is left to work nobody waits for. A CRM without it cannot be scanned for duplicates. */
  companies?(asked: { cursor: string | null }, call: CrmCall & Pick<RecordWish, 'names'>): Promise<CompaniesPage>;
  writeBack(ref: RecordRef, fields: WriteBack, call: CrmCall): Promise<void>;
  /**
   * Writes many records in as few calls as the CRM allows, from the part of its quota that is left to updates nobody waits for. Answers in their order;
   * throws where the CRM takes none of them. `writeBatch`: how many of one type go into one call.
   */
  writeMany?(entries: readonly { ref: RecordRef; fields: WriteBack }[], call: CrmCall): Promise<Written[]>;
  readonly writeBatch?: number;
  /** Sets price and discounts of one line that is `open`. Absent: this CRM's lines are not written. */
  setLinePrice?(line: LineRef, price: LinePrice, call: CrmCall): Promise<void>;
  /** The deal that a quote belongs to; null where it has none. Absent: this CRM has no quotes, or tells of deals alone. */
  dealOfQuote?(quote: string, call: CrmCall): Promise<string | null>;
  /** What deals are sorted by that an admin can choose among: pipelines, or record types. Absent: this CRM has none. */
  pipelines?(call: CrmCall): Promise<readonly CrmPipeline[]>;
  /** Answers the CRM's automation, which waits for what became of an action. Absent: this CRM's automation waits for nothing. */
  completeActions?(outcomes: readonly ActionOutcome[], call: CrmCall): Promise<void>;
  /** What makes orders of the account's deals without Backroom. Throws `refused` where the connected user may not read it. Absent: this CRM does not tell. */
  ownOrders?(call: CrmCall): Promise<readonly OwnOrders[]>;
  /** The fields of a deal, a company or a line as the connected user sees them. Absent: this CRM does not list them. */
  fields?(type: FieldOwner, call: CrmCall): Promise<readonly CrmField[]>;
  /** The CRM's own names of the fields that `writeBack` sets, for people. */
  readonly fieldNames?: Readonly<Record<WriteBackField, string>>;
  /** The CRM's own names of the company fields that hold these while an admin has chosen no others, for people. */
  readonly companyFields?: Readonly<Partial<Record<'erpNumber' | 'vatId', string>>>;
  /** The id of the deal that the CRM shows at this address; null where the text is no such address. Asks nothing. Absent: the last number in the text. */
  dealIdIn?(address: string): string | null;
  /** Addresses of record pages, for people. Asks nothing of the CRM: it may be down when somebody looks at a list. */
  pages(account: AccountId): Promise<(ref: RecordRef) => string>;
  /** Sees to it that what `writeBack` sets is there: creates it, or refuses with the names of what an admin must add. Safe to repeat. */
  prepare(call: CrmCall): Promise<void>;
  /** Tells the CRM that we are gone; ours is deleted by the store. */
  uninstall(call: CrmCall): Promise<void>;
  /** Whether the user administers the CRM account. Null: this account's grant does not tell. Absent: this CRM never does, or proves it with each request. */
  isAdmin?(userId: string, call: CrmCall): Promise<boolean | null>;
  /** Ids of all users to whom the CRM shows this record. Null and absent: as above. */
  viewers?(ref: RecordRef, call: CrmCall): Promise<ReadonlySet<string> | null>;
  /** The same of all users who may edit it. */
  editors?(ref: RecordRef, call: CrmCall): Promise<ReadonlySet<string> | null>;
} & Partial<TaskMethods>;

export type CompanyFieldNames = NonNullable<CrmAdapter['companyFields']>;

/**
 * Closed set, as for the ERP. A write-back is idempotent (it sets values), so there is no `uncertain`. `too_large`: the record has more lines than any
 * order takes.
 */
export type CrmErrorKind = 'unreachable' | 'busy' | 'refused' | 'not_found' | 'unauthorised' | 'drift' | 'too_large';
export class CrmError extends Error {
  readonly kind: CrmErrorKind;
  readonly words: string | null;
  readonly retryAfterMs: number | null;
  constructor(
    kind: CrmErrorKind,
    message: string,
    more: { words?: string | null; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'CrmError';
    this.kind = kind;
    this.words = more.words ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }
}
