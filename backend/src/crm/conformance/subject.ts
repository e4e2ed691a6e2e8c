import type { AccountId, RecordRef } from '@backroom/shared';
import type { CrmAdapter, CrmEvent, WriteBack } from '../contract/index.ts';

export type LineSpec = {
  code: string | null;
  name: string;
  quantity: string;
  price: string | null;
  /** Another one than the quote's or the deal's. */
  currency?: string;
  discountPercent?: string;
  /** Money off each unit, where the CRM has that. */
  discountAmount?: string;
  /** Billed so many times, a month apart, where the CRM has that. `price` is that of one bill. */
  payments?: number;
  /** The price of each unit from so many on, where the CRM has that. `price` is the first tier's. */
  tiers?: readonly { from: string; price: string }[];
};
/** What stands on a quote beside its lines, where the CRM has that. */
export type AdjustmentSpec = {
  kind: 'discount' | 'fee' | 'shipping' | 'tax';
  name: string;
  percent?: string;
  amount?: string;
};
export type QuoteSpec = {
  status: 'accepted' | 'approved' | 'shown' | 'draft' | 'rejected';
  lines: readonly LineSpec[];
  /** Kept in step with the deal, where the CRM has that. */
  synced?: boolean;
  currency?: string;
  expiresOn?: string;
  adjustments?: readonly AdjustmentSpec[];
};
export type CompanySpec = {
  name: string;
  domain?: string;
  vatId?: string;
  street?: string;
  postalCode?: string;
  city?: string;
  country?: string;
  phone?: string;
  contactEmail?: string;
  /** The company is a person, where the CRM has that. */
  person?: boolean;
};
export type DealSpec = {
  name: string;
  currency: string;
  company?: CompanySpec;
  /** Companies that have to do with the deal and are not its customer; the CRM lists them first. */
  partners?: readonly CompanySpec[];
  lines?: readonly LineSpec[];
  quotes?: readonly QuoteSpec[];
  amount?: string;
  /** Won on this day, or at this moment where the CRM notes moments. */
  wonOn?: string;
  wonAt?: string;
};
export type Fault = 'rate_limited' | 'day_is_spent' | 'server_error' | 'not_json' | 'hangs' | 'locked';
/** A part of a deal beside the deal itself. */
export type Part = 'company' | 'quote' | 'line' | 'adjustment';

/** A CRM that the suite runs over, with hands that reach past the adapter. */
export type Opened = {
  crm: CrmAdapter;
  /** Connected to the CRM. */
  account: AccountId;
  /** Never connected. */
  stranger: AccountId;
  /** Puts a deal or a company into the CRM; its id there. */
  deal: (spec: DealSpec) => string;
  company: (spec: CompanySpec) => string;
  /** What the record's own property holds, as text. */
  stored: (ref: RecordRef, field: keyof WriteBack) => string | null;
  /** Well-formed ids that nothing has, and ids that are none. */
  unknown: { deal: string; company: string; malformed: readonly string[] };
  /** The next call fails so. */
  failNext: (fault: Fault) => void;
  endSession: () => void;
  /** The customer's admin removed the app. */
  revoke: () => void;
  /** The secret of our own app is wrong from now on. */
  misconfigure: () => void;
  /** Calls to the API so far, and how many sessions were made. */
  counts: () => { calls: number; sessions: number };
  connected: () => Promise<boolean>;
  /** More lines than one answer of the CRM holds. */
  manyLines: number;
  /** A delivery as the CRM sends it, and its meaning. */
  delivery: (ref: RecordRef, deleted: boolean) => unknown;
  parse: (delivery: unknown) => CrmEvent[] | Promise<CrmEvent[]>;
  /** The CRM no longer gives this part of the deal, the last one of its kind, and goes on giving the others. */
  withhold?: (deal: string, part: Part) => void;
  /** Merges the second record into the first; the survivor's id. `mergers`: what can be merged. */
  merge?: (type: RecordRef['type'], kept: string, lost: string) => string;
  mergers?: readonly RecordRef['type'][];
  /** A delivery that tells of such a merge, where the CRM has one. */
  mergeDelivery?: (type: RecordRef['type'], kept: string, lost: string, survivor: string) => unknown;
  /** The connected user no longer sees amounts. */
  hideAmounts?: () => void;
  /** The connected user no longer sees the products' codes; the answer gives him the right back. */
  hideCodes?: () => () => void;
  /** Lets the adapter's clock go on. */
  passTime?: (ms: number) => void;
  /** The property is gone or may not be written any more. */
  takeAway?: (field: keyof WriteBack) => void;
  /** Prices are written, where the CRM allows it: on the deal's own lines, or on those of a quote. */
  writesPrices?: 'deal' | 'quote';
  /** The org has one currency, and records do not name it. */
  oneCurrency?: (currency: string) => Promise<void>;
  /** Cases that this CRM cannot show, each with the reason that is printed. */
  lacks: Readonly<Record<string, string>>;
  close: () => Promise<void>;
};
/** `open` makes a fresh CRM for the case of that name, so that no case sees what another one broke. `unavailable`: why this CRM cannot be asked here. */
export type Subject = { name: string; unavailable?: string; open: (of: string) => Promise<Opened> };
