import type { CrmGap } from '../contract/index.ts';
import type { Row } from './client.ts';
import { type Fields, ownField } from './describe.ts';
import { currency, date, number, related, text, toLine } from './rows.ts';
import { isBilledAgain, quotesAreOn } from './unproved.ts';

/**
 * Labels of fields that `describe` leaves out because the connected user may not see them: Salesforce's own, in English. Beside it stands the name that
 * an admin gives the right by.
 */
const labels: Readonly<Record<string, string>> = {
  'Opportunity.AccountId': 'Account Name',
  'Opportunity.Backroom_Order_Number__c': 'ERP order number',
  'Product2.ProductCode': 'Product Code',
  'Quote.Status': 'Status',
  'Quote.ExpirationDate': 'Expiration Date',
  'Quote.TotalPrice': 'Total Price',
  'Quote.Tax': 'Tax',
  'Quote.ShippingHandling': 'Shipping and Handling',
};
const lineLabels: Readonly<Record<string, string>> = {
  Quantity: 'Quantity',
  UnitPrice: 'Sales Price',
  Discount: 'Discount',
  TotalPrice: 'Total Price',
};
const labelOf = (sobject: string, field: string) => labels[`${sobject}.${field}`] ?? lineLabels[field] ?? field;

/** What an order must not be without, by object. */
export const needed = {
  Opportunity: ['AccountId', 'Backroom_Order_Number__c'],
  Quote: ['Status', 'ExpirationDate', 'TotalPrice', 'Tax', 'ShippingHandling'],
  Product2: ['ProductCode'],
  OpportunityLineItem: Object.keys(lineLabels),
  QuoteLineItem: Object.keys(lineLabels),
} as const satisfies Record<string, readonly string[]>;

/** The needed fields of an object that the connected user may not see; the object itself where he sees none of it. */
export function hiddenGaps(sobject: keyof typeof needed, fields: Fields | null): CrmGap[] {
  if (!fields) return [{ kind: 'hidden', what: sobject, lineId: null }];
  return needed[sobject]
    .filter((name) => ownField(fields, name) === null)
    .map((name) => ({ kind: 'hidden', what: `${labelOf(sobject, name)} (${sobject}.${name})`, lineId: null }));
}

/** A gap for each of the names that an account chose itself and that is gone or may not be seen. An object that is hidden as a whole is named elsewhere. */
export const goneGaps = (fields: Fields | null, names: readonly (string | undefined)[]): CrmGap[] =>
  fields === null
    ? []
    : names.flatMap((what) =>
        what === undefined || ownField(fields, what) !== null ? [] : [{ kind: 'hidden' as const, what, lineId: null }],
      );

/** Fields of a row that hold something which is no number that we can hold. */
export function numberGaps(row: Row, fields: Fields | null, names: readonly string[], lineId: string | null): CrmGap[] {
  return names
    .filter((name) => text(row, name) !== null && number(row, name) === null)
    .map((name) => ({
      kind: 'unreadable',
      what: `${fields?.get(name)?.label ?? name}: ${(text(row, name) ?? '').slice(0, 60)}`,
      lineId,
    }));
}

/** A record that is named by its id and was not given with it: not shared with the connected user, where its object is not hidden as a whole. */
export function relatedGap(
  row: Row,
  through: 'Account' | 'Product2',
  fields: Fields | null,
  lineId: string | null,
): CrmGap[] {
  const id = text(row, `${through}Id`);
  if (id === null || related(row, through)) return [];
  return [
    fields ? { kind: 'unreadable', what: `${through} ${id}`, lineId } : { kind: 'hidden', what: through, lineId: null },
  ];
}
/** A day that is none would make a quote valid for ever. */
export const dateGap = (row: Row, name: string, label: string): CrmGap[] =>
  text(row, name) !== null && date(row, name) === null
    ? [{ kind: 'unreadable', what: `${label}: ${text(row, name)}`, lineId: null }]
    : [];
/** A currency that is no ISO code would be lost, and another taken for it. */
export function currencyGaps(row: Row): CrmGap[] {
  const written = text(row, 'CurrencyIsoCode');
  return written === null || currency(row) !== null
    ? []
    : [{ kind: 'unreadable', what: `Currency: ${written}`, lineId: null }];
}
/** Leads from a quote's line to the opportunity's, where schedules are kept. */
export const LINE_OF = 'OpportunityLineItemId';
/**
 * Lines that are not delivered or paid at once: a product schedule splits quantity or revenue over dates, and quote lines of Revenue Cloud name how often
 * they are billed.
 */
export function recurringGaps(lines: readonly Row[], opportunityLines: readonly Row[]): CrmGap[] {
  const scheduled = new Set(
    opportunityLines.flatMap((row) => (row.HasSchedule === true ? (text(row, 'Id') ?? []) : [])),
  );
  return lines.flatMap((row): CrmGap[] => {
    const id = text(row, 'Id');
    const isScheduled = scheduled.has(id ?? '') || scheduled.has(text(row, LINE_OF) ?? '');
    return isBilledAgain(row) || isScheduled ? [{ kind: 'recurring', what: toLine(row).name, lineId: id }] : [];
  });
}
/** What is hidden of the quotes themselves. `counting`: one of them is used. */
export function quoteGaps(
  opportunity: Fields,
  fields: Fields | null,
  quotes: readonly Row[],
  counting: boolean,
): CrmGap[] {
  if (!fields) return quotesAreOn(opportunity) ? hiddenGaps('Quote', null) : [];
  if (counting) return hiddenGaps('Quote', fields);
  // Without the state none may count that should.
  return quotes.length > 0 && !fields.has('Status') ? hiddenGaps('Quote', fields).slice(0, 1) : [];
}
