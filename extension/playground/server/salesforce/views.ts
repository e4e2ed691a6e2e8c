import type { StoredObject } from '../hubspot/database.ts';
import { own } from './fields.ts';
import { rowId, toSalesforceId } from './ids.ts';
import { lineMoney, quoteMoney, scheduleOf } from './money.ts';
import type { Double, SRow, Value } from './org.ts';

/** One record of the shared data as Salesforce has it. */
export const row = (fields: Record<string, Value>, related: Record<string, SRow | null> = {}): SRow => ({
  fields: { IsDeleted: false, ...fields },
  related,
});
const double = (text: string | null | undefined): Double | null => (text ? { double: text } : null);
const ownValues = (sobject: keyof typeof own, { properties }: StoredObject): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(own[sobject]).map(([field, property]) => {
      const value = properties[property] ?? null;
      if (field.endsWith('_Blocked__c')) return [field, value === 'true'];
      return [field, /_(Total|Free)__c$/.test(field) ? double(value) : value];
    }),
  );
const address = (prefix: 'Billing' | 'Shipping', p: StoredObject['properties']): Record<string, Value> => {
  const ship = prefix === 'Shipping' && p.sf_ship_to ? (JSON.parse(p.sf_ship_to) as Record<string, string>) : null;
  const from = ship ?? { street: p.address, zip: p.zip, city: p.city, country: p.country };
  return {
    [`${prefix}Street`]: from.street ?? null,
    [`${prefix}PostalCode`]: from.zip ?? null,
    [`${prefix}City`]: from.city ?? null,
    [`${prefix}State`]: null,
    [`${prefix}Country`]: from.country ?? null,
  };
};

export function account(object: StoredObject, deleted: { into: string | null } | null = null): SRow {
  const { properties: p, id } = object;
  const person = p.sf_person_email ?? null;
  return row({
    Id: toSalesforceId('Account', id),
    Name: p.name ?? '',
    AccountNumber: null,
    Website: p.domain ? `https://www.${p.domain}` : null,
    Phone: p.phone ?? null,
    ...address('Billing', p),
    ...address('Shipping', p),
    ParentId: null,
    IsPersonAccount: person !== null,
    PersonEmail: person,
    IsDeleted: deleted !== null,
    MasterRecordId: deleted?.into ? toSalesforceId('Account', deleted.into) : null,
    ...ownValues('Account', object),
  });
}
export const contact = ({ id, properties: p }: StoredObject, accountId: string | null): SRow =>
  row({
    Id: toSalesforceId('Contact', id),
    AccountId: accountId && toSalesforceId('Account', accountId),
    Name: [p.firstname, p.lastname].filter(Boolean).join(' '),
    Email: p.email ?? null,
    Phone: p.phone ?? null,
  });
export function opportunity(
  { id, properties: p, type }: StoredObject,
  with_: { company: StoredObject | null; synced: StoredObject | null; lines: readonly StoredObject[] },
): SRow {
  const { company, synced, lines } = with_;
  return row(
    {
      Id: toSalesforceId('Opportunity', id),
      Name: p.dealname ?? '',
      AccountId: company ? toSalesforceId('Account', company.id) : null,
      // Where there are lines, their sum, and nobody may type another.
      Amount: double(lines.length > 0 ? quoteMoney({ id, type, properties: {} }, lines).TotalPrice : p.amount),
      HasOpportunityLineItem: lines.length > 0,
      StageName: p.dealstage ?? 'Prospecting',
      CloseDate: p.closedate?.slice(0, 10) ?? '2026-12-31',
      IsWon: p.hs_is_closed_won === 'true',
      IsClosed: p.hs_is_closed === 'true',
      LastModifiedDate: p.hs_lastmodifieddate ?? null,
      SystemModstamp: p.hs_lastmodifieddate ?? null,
      CurrencyIsoCode: p.deal_currency_code ?? null,
      RecordTypeId: p.sf_record_type ?? null,
      SyncedQuoteId: synced ? toSalesforceId('Quote', synced.id) : null,
      ...ownValues('Opportunity', { id, properties: p, type }),
      // Fields that this org's admin made.
      Backroom_PO_Number__c: p.backroom_po_number ?? null,
      Backroom_Requested_Date__c: p.backroom_requested_date ?? null,
    },
    { Account: company && account(company) },
  );
}

const statusOf: Readonly<Record<string, string>> = {
  ACCEPTED: 'Accepted',
  APPROVED: 'Approved',
  APPROVAL_NOT_NEEDED: 'Approved',
  PENDING_APPROVAL: 'Presented',
  REJECTED: 'Rejected',
};
export function quote(
  { id, properties: p, type }: StoredObject,
  of: {
    deal: string | null;
    company: StoredObject | null;
    person: StoredObject | null;
    synced: boolean;
    lines: readonly StoredObject[];
  },
): SRow {
  const money = quoteMoney({ id, properties: p, type }, of.lines);
  const place = of.company?.properties ?? {};
  const person = of.person && contact(of.person, null);
  const fields = {
    Id: toSalesforceId('Quote', id),
    ContactId: of.person && toSalesforceId('Contact', of.person.id),
    OpportunityId: of.deal && toSalesforceId('Opportunity', of.deal),
    AccountId: of.company ? toSalesforceId('Account', of.company.id) : null,
    Name: p.hs_title ?? '',
    QuoteNumber: p.hs_quote_number ?? null,
    // An org may have states of its own.
    Status: p.sf_status ?? statusOf[p.hs_status ?? ''] ?? 'Draft',
    ExpirationDate: p.hs_expiration_date ?? null,
    IsSyncing: of.synced,
    BillingName: place.name ?? null,
    ShippingName: place.name ?? null,
    ...address('Billing', place),
    ...address('Shipping', { ...place, sf_ship_to: p.sf_ship_to ?? null }),
    ...Object.fromEntries(Object.entries(money).map(([name, value]) => [name, double(value)])),
    CurrencyIsoCode: p.hs_currency ?? null,
    LastModifiedDate: p.hs_lastmodifieddate ?? null,
    SystemModstamp: p.hs_lastmodifieddate ?? null,
  };
  return row(fields, { Contact: person });
}

type LineObject = 'QuoteLineItem' | 'OpportunityLineItem';
export const lineId = (sobject: LineObject, id: string): string => rowId(sobject, id);
export function line(sobject: LineObject, parent: { id: string; row: SRow | null }, nth: number, object: StoredObject) {
  const { properties: p, id } = object;
  const { quantity, price, subtotal, total } = lineMoney(object);
  const schedule = scheduleOf(object);
  const product = row({
    Id: rowId('Product2', p.hs_sku ?? p.name ?? id),
    ProductCode: p.hs_sku ?? null,
    Name: p.name ?? '',
    QuantityUnitOfMeasure: null,
    IsActive: true,
  });
  const ofQuote = sobject === 'QuoteLineItem';
  return row(
    {
      Id: lineId(sobject, id),
      [ofQuote ? 'QuoteId' : 'OpportunityId']: parent.id,
      Quantity: double(quantity ?? p.quantity),
      UnitPrice: double(price ?? p.price),
      ListPrice: double(p.sf_list_price ?? price),
      Discount: double(p.hs_discount_percentage),
      Subtotal: double(subtotal),
      TotalPrice: double(total),
      SortOrder: { double: String(nth) },
      Description: p.sf_description ?? null,
      ServiceDate: null,
      CurrencyIsoCode: p.hs_line_item_currency_code ?? null,
      Product2Id: product.fields.Id ?? null,
      ...(ofQuote
        ? { OpportunityLineItemId: null, LineNumber: String(nth + 1).padStart(8, '0') }
        : {
            HasQuantitySchedule: schedule.some((each) => each.quantity !== undefined),
            HasRevenueSchedule: schedule.some((each) => each.revenue !== undefined),
            HasSchedule: schedule.length > 0,
          }),
    },
    { Product2: product, [ofQuote ? 'Quote' : 'Opportunity']: parent.row },
  );
}
export const schedules = (object: StoredObject, parent: SRow): SRow[] =>
  scheduleOf(object).map(({ date, quantity, revenue }, nth) =>
    row(
      {
        Id: rowId('OpportunityLineItemSchedule', `${object.id}|${nth}`),
        OpportunityLineItemId: lineId('OpportunityLineItem', object.id),
        ScheduleDate: date,
        Quantity: double(quantity),
        Revenue: double(revenue),
        Type: quantity === undefined ? 'Revenue' : revenue === undefined ? 'Quantity' : 'Both',
        CurrencyIsoCode: object.properties.hs_line_item_currency_code ?? null,
      },
      { OpportunityLineItem: parent },
    ),
  );
