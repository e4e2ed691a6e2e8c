import type { Crm, StoredObject } from '../hubspot/database.ts';
import { fromSalesforceId, type Prefixed, rowId, toSalesforceId } from './ids.ts';

/** A number as Java writes it into JSON: `4.0`, `1.0E7`. */
export type Double = { double: string };
export type Value = string | boolean | Double | null;
export type SRow = { fields: Readonly<Record<string, Value>>; related: Readonly<Record<string, SRow | null>> };
/** What an org may have or not have. */
export type Org = {
  id: string;
  sandbox: boolean;
  instance: string;
  quotes: boolean;
  multiCurrency: boolean;
  personAccounts: boolean;
  /** `Object.Field` that field-level security hides from the connected user, or that cannot be written. */
  hidden: Set<string>;
  readOnly: Set<string>;
  admin: boolean;
};
const double = (text: string | null | undefined): Double | null => (text ? { double: text } : null);
type Own = { sobject: 'Opportunity' | 'Account'; type: 'deals' | 'companies'; names: Readonly<Record<string, string>> };
/** The package's fields and the property of the shared data behind each. */
const own: readonly Own[] = [
  {
    sobject: 'Opportunity',
    type: 'deals',
    names: {
      Backroom_Order_Number__c: 'backroom_order_number',
      Backroom_Order_Status__c: 'backroom_order_status',
      Backroom_Order_Total__c: 'backroom_order_total',
      Backroom_Promise_Date__c: 'backroom_promise_date',
      Backroom_Credit_Alert__c: 'backroom_credit_alert',
      Backroom_Credit_Free__c: 'backroom_credit_free',
    },
  },
  {
    sobject: 'Account',
    type: 'companies',
    names: {
      Backroom_Customer_Number__c: 'backroom_erp_customer_number',
      Backroom_VAT_Id__c: 'backroom_vat_id',
      Backroom_Credit_Alert__c: 'backroom_credit_alert',
      Backroom_Credit_Free__c: 'backroom_credit_free',
    },
  },
];
const isNumber = (name: string) => /_(Total|Free)__c$/.test(name);
const ownValues = (sobject: Own['sobject'], object: StoredObject): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(own.find((each) => each.sobject === sobject)?.names ?? {}).map(([field, property]) => {
      const value = object.properties[property] ?? null;
      return [field, isNumber(field) ? double(value) : value];
    }),
  );
const statusOf: Readonly<Record<string, string>> = {
  ACCEPTED: 'Accepted',
  APPROVED: 'Approved',
  APPROVAL_NOT_NEEDED: 'Approved',
  PENDING_APPROVAL: 'Presented',
  REJECTED: 'Rejected',
};
const isSynced = ({ properties }: StoredObject) =>
  (properties.sf_synced ?? (properties.hs_status === 'ACCEPTED' ? 'yes' : 'no')) === 'yes';

/** The sObjects of the org, as views of the very data that the HubSpot stand-in shows. */
export function objects(crm: Crm, org: Org) {
  const get = (type: string, ids: readonly string[]) => ids.flatMap((id) => crm.get(type, id) ?? []);
  const row = (fields: Record<string, Value>, related: Record<string, SRow | null> = {}): SRow => ({ fields, related });
  const quotesOf = (deal: string) => get('quotes', crm.associated('deals', deal, 'quotes'));
  const account = (object: StoredObject): SRow => {
    const p = object.properties;
    const person = p.sf_person_email ?? null;
    return row({
      Id: toSalesforceId('Account', object.id),
      Name: p.name ?? '',
      Website: p.domain ? `https://www.${p.domain}` : null,
      Phone: p.phone ?? null,
      BillingStreet: p.address ?? null,
      BillingPostalCode: p.zip ?? null,
      BillingCity: p.city ?? null,
      BillingCountry: p.country ?? null,
      IsPersonAccount: person !== null,
      PersonEmail: person,
      ...ownValues('Account', object),
    });
  };
  const contact = ({ id, properties: p }: StoredObject, accountId: string | null): SRow =>
    row({
      Id: toSalesforceId('Contact', id),
      AccountId: accountId && toSalesforceId('Account', accountId),
      Name: [p.firstname, p.lastname].filter(Boolean).join(' '),
      Email: p.email ?? null,
    });
  function line(sobject: 'QuoteLineItem' | 'OpportunityLineItem', parent: string, nth: number, object: StoredObject) {
    const { properties: p, id } = object;
    const product = row({
      Id: rowId('Product2', p.hs_sku ?? p.name ?? id),
      ProductCode: p.hs_sku ?? null,
      Name: p.name ?? '',
    });
    return row(
      {
        Id: rowId(sobject, id),
        [sobject === 'QuoteLineItem' ? 'QuoteId' : 'OpportunityId']: parent,
        Quantity: double(p.quantity),
        UnitPrice: double(p.price),
        Discount: double(p.hs_discount_percentage),
        SortOrder: { double: String(nth) },
        Description: null,
        CurrencyIsoCode: p.hs_line_item_currency_code ?? null,
        Product2Id: product.fields.Id ?? null,
      },
      { Product2: product },
    );
  }
  const byPosition = (lines: StoredObject[]) =>
    lines.sort(
      (left, right) =>
        Number(left.properties.hs_position_on_quote ?? 0) - Number(right.properties.hs_position_on_quote ?? 0),
    );
  const linesOf = (type: 'quotes' | 'deals', id: string) =>
    byPosition(get('line_items', crm.associated(type, id, 'line_items')));
  const quote = (deal: string, object: StoredObject): SRow =>
    row({
      Id: toSalesforceId('Quote', object.id),
      OpportunityId: toSalesforceId('Opportunity', deal),
      Name: object.properties.hs_title ?? '',
      QuoteNumber: object.properties.hs_quote_number ?? null,
      Status: statusOf[object.properties.hs_status ?? ''] ?? 'Draft',
      ExpirationDate: object.properties.hs_expiration_date ?? null,
      IsSyncing: isSynced(object),
      CurrencyIsoCode: object.properties.hs_currency ?? null,
      LastModifiedDate: object.properties.hs_lastmodifieddate ?? null,
    });
  const quotesWithDeal = () => crm.all('deals').flatMap((deal) => quotesOf(deal.id).map((each) => ({ deal, each })));

  const tables = new Map<string, () => SRow[]>([
    ['Account', () => crm.all('companies').map(account)],
    [
      'Contact',
      () =>
        crm.all('contacts').map((each) => contact(each, crm.associated('contacts', each.id, 'companies')[0] ?? null)),
    ],
    [
      'Opportunity',
      () =>
        crm.all('deals').map((deal) => {
          const { properties: p, id } = deal;
          const [company] = get('companies', crm.associated('deals', id, 'companies'));
          const synced = quotesOf(id).find(isSynced);
          return row(
            {
              Id: toSalesforceId('Opportunity', id),
              Name: p.dealname ?? '',
              AccountId: company ? toSalesforceId('Account', company.id) : null,
              Amount: double(p.amount),
              StageName: p.dealstage ?? 'Prospecting',
              CloseDate: p.closedate?.slice(0, 10) ?? '2026-12-31',
              IsWon: p.hs_is_closed_won === 'true',
              LastModifiedDate: p.hs_lastmodifieddate ?? null,
              CurrencyIsoCode: p.deal_currency_code ?? null,
              SyncedQuoteId: synced ? toSalesforceId('Quote', synced.id) : null,
              ...ownValues('Opportunity', deal),
            },
            { Account: company ? account(company) : null },
          );
        }),
    ],
    [
      'OpportunityContactRole',
      () =>
        crm.all('deals').flatMap(({ id }) =>
          get('contacts', crm.associated('deals', id, 'contacts')).map((each) =>
            row(
              {
                Id: rowId('OpportunityContactRole', `${id}|${each.id}`),
                OpportunityId: toSalesforceId('Opportunity', id),
                ContactId: toSalesforceId('Contact', each.id),
              },
              { Contact: contact(each, null) },
            ),
          ),
        ),
    ],
    // A synced quote and its opportunity carry the same lines.
    [
      'OpportunityLineItem',
      () =>
        crm.all('deals').flatMap(({ id }) => {
          const synced = quotesOf(id).find(isSynced);
          const lines = linesOf('deals', id);
          const shown = lines.length > 0 || !synced ? lines : linesOf('quotes', synced.id);
          return shown.map((each, nth) => line('OpportunityLineItem', toSalesforceId('Opportunity', id), nth, each));
        }),
    ],
    ['Quote', () => quotesWithDeal().map(({ deal, each }) => quote(deal.id, each))],
    [
      'QuoteLineItem',
      () =>
        quotesWithDeal().flatMap(({ deal, each }) =>
          linesOf('quotes', each.id).map((item, nth) => {
            const made = line('QuoteLineItem', toSalesforceId('Quote', each.id), nth, item);
            return { ...made, related: { ...made.related, Quote: quote(deal.id, each) } };
          }),
        ),
    ],
    ['Product2', () => []],
    [
      'Organization',
      () => [row({ Id: org.id, Name: 'Playground', IsSandbox: org.sandbox, InstanceName: org.instance })],
    ],
    ['UserPermissionAccess', () => [row({ Id: null, PermissionsCustomizeApplication: org.admin })]],
  ]);
  const relations: Readonly<Record<string, string>> = {
    Account: 'Account',
    Product2: 'Product2',
    Contact: 'Contact',
    Quote: 'Quote',
  };
  const names: Readonly<Record<string, readonly string[]>> = {
    Account: [
      ...'Id Name Website Phone BillingStreet BillingPostalCode BillingCity BillingCountry IsPersonAccount PersonEmail'.split(
        ' ',
      ),
      ...Object.keys(own[1]?.names ?? {}),
    ],
    Contact: ['Id', 'AccountId', 'Name', 'Email'],
    Opportunity: [
      ...'Id Name AccountId Amount StageName CloseDate IsWon LastModifiedDate CurrencyIsoCode SyncedQuoteId'.split(' '),
      ...Object.keys(own[0]?.names ?? {}),
    ],
    OpportunityContactRole: ['Id', 'OpportunityId', 'ContactId'],
    OpportunityLineItem:
      'Id OpportunityId Quantity UnitPrice Discount SortOrder Description CurrencyIsoCode Product2Id'.split(' '),
    Quote: 'Id OpportunityId Name QuoteNumber Status ExpirationDate IsSyncing CurrencyIsoCode LastModifiedDate'.split(
      ' ',
    ),
    QuoteLineItem: 'Id QuoteId Quantity UnitPrice Discount SortOrder Description CurrencyIsoCode Product2Id'.split(' '),
    Product2: ['Id', 'ProductCode', 'Name'],
    Organization: ['Id', 'Name', 'IsSandbox', 'InstanceName'],
    UserPermissionAccess: ['PermissionsCustomizeApplication'],
  };
  function visible(sobject: string, name: string): boolean {
    if (org.hidden.has(`${sobject}.${name}`)) return false;
    if (name === 'CurrencyIsoCode') return org.multiCurrency;
    if (name === 'IsPersonAccount' || name === 'PersonEmail') return org.personAccounts;
    if (name === 'SyncedQuoteId') return org.quotes;
    return true;
  }
  return {
    relations,
    rows: (sobject: string) => tables.get(sobject)?.() ?? [],
    /** Fields that the connected user sees; null where the org has no such object. */
    fields(sobject: string): string[] | null {
      if (!org.quotes && sobject.startsWith('Quote')) return null;
      if (org.hidden.has(sobject)) return null;
      return names[sobject]?.filter((name) => visible(sobject, name)) ?? null;
    },
    /** Writes the package's fields; the name of one that cannot be written, or null. */
    write(sobject: string, id: string, values: Readonly<Record<string, string | null>>): string | null {
      const target = own.find((each) => each.sobject === sobject);
      const bad = Object.keys(values).find(
        (name) => !target?.names[name] || !visible(sobject, name) || org.readOnly.has(`${sobject}.${name}`),
      );
      if (bad !== undefined || !target) return bad ?? sobject;
      const properties = Object.entries(values).map(([name, value]) => [target.names[name] ?? name, value]);
      crm.put(target.type, id, Object.fromEntries(properties));
      return null;
    },
    sharedId: (sobject: string, id: string): string | null => {
      const target = own.find((each) => each.sobject === sobject);
      const shared = target ? fromSalesforceId(sobject as Prefixed, id) : null;
      return shared !== null && target && crm.get(target.type, shared) ? shared : null;
    },
  };
}
export type Objects = ReturnType<typeof objects>;
