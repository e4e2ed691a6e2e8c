import { type Currency, placesOf } from '@backroom/shared';
import {
  type CrmCall,
  type CrmContact,
  type CrmDeal,
  CrmError,
  type CrmGap,
  type RecordWish,
} from '../contract/index.ts';
import type { Row, SalesforceClient } from './client.ts';
import { type Describer, type Fields, hasAll } from './describe.ts';
import {
  currencyGaps,
  dateGap,
  goneGaps,
  hiddenGaps,
  LINE_OF,
  needed,
  numberGaps,
  quoteGaps,
  recurringGaps,
  relatedGap,
} from './gaps.ts';
import { adjustmentsOf, grandTotalGap, quoteNumbers } from './quote-money.ts';
import { isAccepted, quoteThatCounts } from './quotes.ts';
import {
  accountFields,
  addressFields,
  chosenAccountFields,
  currency,
  date,
  lineFields,
  lineNumbers,
  number,
  orderDetails,
  orderFields,
  personOf,
  placeOf,
  related,
  text,
  toCompany,
  toContact,
  toLine,
  valueText,
} from './rows.ts';
import { select } from './soql.ts';
import { sumOfLines } from './unproved.ts';

/** Contacts are for finding the customer by e-mail; more than a few add nothing. */
const CONTACTS = 20;
type Described = Record<
  'opportunity' | 'account' | 'line' | 'product' | 'quote' | 'quoteLine' | 'role' | 'contact',
  Fields | null
>;

export function dealReader(
  client: SalesforceClient,
  describe: Describer,
  onlyCurrency: (call: CrmCall) => Promise<Currency | null>,
) {
  async function described(call: CrmCall): Promise<Described> {
    const of = (sobject: string, names: readonly string[] = []) => describe.fields(sobject, call, hasAll(names));
    const [opportunity, account, line, product, quote, quoteLine, role, contact] = await Promise.all([
      of('Opportunity', needed.Opportunity),
      of('Account'),
      of('OpportunityLineItem', needed.OpportunityLineItem),
      of('Product2', needed.Product2),
      // Quotes can be switched off, and then these are not there.
      of('Quote', needed.Quote),
      of('QuoteLineItem', needed.QuoteLineItem),
      of('OpportunityContactRole'),
      of('Contact'),
    ]);
    return { opportunity, account, line, product, quote, quoteLine, role, contact };
  }
  function ask(id: string, opportunity: Fields, to: Described, call: CrmCall & RecordWish) {
    const { account, line, product, quote, quoteLine, role, contact } = to;
    const chosen = Object.values(call.lineNames ?? {}).filter((name) => name !== undefined);
    const ofProduct = { through: 'Product2', of: product, fields: ['ProductCode', 'Name', ...chosen] };
    const inOrder = (fields: Fields) => (fields.has('SortOrder') ? 'ORDER BY SortOrder, Id' : 'ORDER BY Id');
    const ownFields = [
      ...['Name', 'AccountId', 'CurrencyIsoCode', 'SyncedQuoteId', 'Amount', 'HasOpportunityLineItem', 'RecordTypeId'],
      'Backroom_Order_Number__c',
      ...orderFields,
      ...(call.fields ?? []),
    ];
    const buyer = { through: 'Account', of: account, fields: ['Id', ...accountFields(call)] };
    const person = { through: 'Contact', of: contact, fields: ['Id', 'Name', 'Email', 'Phone', 'Title'] };
    const ofDeal = `OpportunityId = '${id}'`;
    return client.queries(
      {
        opportunity: select('Opportunity', opportunity, { own: ownFields, related: [buyer] }, `Id = '${id}'`),
        lines:
          line &&
          select(
            'OpportunityLineItem',
            line,
            { own: [...lineFields, 'HasSchedule', ...chosen], related: [ofProduct] },
            ofDeal,
            inOrder(line),
          ),
        quotes:
          quote &&
          select(
            'Quote',
            quote,
            {
              own: [
                ...['QuoteNumber', 'Status', 'ExpirationDate', 'IsSyncing', 'CurrencyIsoCode', 'LastModifiedDate'],
                ...quoteNumbers,
                ...[
                  'ShippingName',
                  ...addressFields('Shipping'),
                  'BillingName',
                  ...addressFields('Billing'),
                  ...orderFields,
                ],
              ],
              related: quote.has('ContactId') ? [person] : [],
            },
            ofDeal,
          ),
        quoteLines:
          quote &&
          quoteLine &&
          select(
            'QuoteLineItem',
            quoteLine,
            { own: ['QuoteId', LINE_OF, 'BillingFrequency', ...lineFields, ...chosen], related: [ofProduct] },
            `Quote.${ofDeal}`,
            inOrder(quoteLine),
          ),
        roles:
          role &&
          contact &&
          select(
            'OpportunityContactRole',
            role,
            { own: ['IsPrimary'], related: [person] },
            ofDeal,
            `${role.has('IsPrimary') ? 'ORDER BY IsPrimary DESC ' : ''}LIMIT ${CONTACTS}`,
          ),
      },
      call,
    );
  }

  return async (id: string, chosen: string | null, call: CrmCall & RecordWish): Promise<CrmDeal> => {
    const to = await described(call);
    if (!to.opportunity) throw new CrmError('unauthorised', 'the connected user may not see Opportunity');
    const rows = await ask(id, to.opportunity, to, call);
    const [found] = rows.opportunity;
    if (!found) throw new CrmError('not_found', `no opportunity ${id}`);
    const buyer = related(found, 'Account');
    const { quote, others } = quoteThatCounts(rows.quotes, text(found, 'SyncedQuoteId'), chosen);
    const lines = quote ? rows.quoteLines.filter((each) => text(each, 'QuoteId') === text(quote, 'Id')) : rows.lines;
    const lineObject = quote ? 'QuoteLineItem' : 'OpportunityLineItem';
    const lineDescription = quote ? to.quoteLine : to.line;
    const adjustments = quote ? adjustmentsOf(quote, to.quote) : [];
    const total = lines.length === 0 ? null : quote ? number(quote, 'TotalPrice') : sumOfLines(found);
    const named = [...lines, ...(quote ? [quote] : []), found];
    const single = named.every((row) => text(row, 'CurrencyIsoCode') === null) ? await onlyCurrency(call) : null;
    const own = currency(quote) ?? currency(found) ?? single;
    const shipTo = placeOf(quote, buyer, 'Shipping');
    const billTo = placeOf(quote, buyer, 'Billing');
    const person = related(quote, 'Contact');
    const gaps: CrmGap[] = [
      ...hiddenGaps('Opportunity', to.opportunity),
      ...goneGaps(to.opportunity, call.fields ?? []),
      ...goneGaps(to.account, chosenAccountFields(call)),
      ...goneGaps(
        lineDescription && to.product && new Map([...lineDescription, ...to.product]),
        Object.values(call.lineNames ?? {}),
      ),
      ...relatedGap(found, 'Account', to.account, null),
      ...quoteGaps(to.opportunity, to.quote, rows.quotes, quote !== null),
      ...(lines.length > 0 || !lineDescription ? hiddenGaps(lineObject, lineDescription) : []),
      ...(lines.length > 0 ? hiddenGaps('Product2', to.product) : []),
      ...(quote ? numberGaps(quote, to.quote, quoteNumbers, null) : []),
      ...(quote ? dateGap(quote, 'ExpirationDate', to.quote?.get('ExpirationDate')?.label ?? '') : []),
      ...(quote ? grandTotalGap(quote, to.quote, adjustments, placesOf(own)) : []),
      ...lines.flatMap((row) => numberGaps(row, lineDescription, lineNumbers, text(row, 'Id'))),
      // A product object that is hidden as a whole is named once, above.
      ...(to.product ? lines.flatMap((row) => relatedGap(row, 'Product2', to.product, text(row, 'Id'))) : []),
      ...named.flatMap(currencyGaps),
      ...recurringGaps(lines, rows.lines),
    ];
    return {
      type: 'deal',
      // Salesforce's own spelling of the id: a 15-character one in the address is the same record, and must be the same order.
      id: text(found, 'Id') ?? id,
      name: text(found, 'Name') ?? '',
      currency: own,
      company: buyer && toCompany(buyer, call),
      contacts: distinct([...(person ? [toContact(person)] : []), ...personOf(buyer), ...contactsOf(rows.roles)]),
      quote: quote && {
        id: text(quote, 'Id') ?? '',
        number: text(quote, 'QuoteNumber'),
        accepted: isAccepted(quote),
        expiresOn: date(quote, 'ExpirationDate'),
      },
      linesFrom: lines.length === 0 ? 'none' : quote ? 'quote' : 'deal',
      ...(call.fields ? { fields: Object.fromEntries(call.fields.map((name) => [name, valueText(found, name)])) } : {}),
      orderNumber: text(found, 'Backroom_Order_Number__c'),
      // What sorts opportunities, where the org has record types.
      ...(to.opportunity.has('RecordTypeId') ? { pipeline: text(found, 'RecordTypeId') } : {}),
      lines: lines.map((row) => ({ ...toLine(row, call), ...(takesPrices(lineDescription) ? open : {}) })),
      ...(adjustments.length > 0 ? { adjustments } : {}),
      ...(total === null ? {} : { total }),
      ...(gaps.length > 0 ? { gaps } : {}),
      ...(shipTo ? { shipTo } : {}),
      ...(billTo ? { billTo } : {}),
      ...orderDetails(quote, found),
      ...(others.length > 0 ? { otherQuotes: others } : {}),
    };
  };
}
const open = { priceEdit: 'open' as const };
/** Whether the connected user may write prices. A quote that is locked for an approval is refused by the org, in its words. */
const takesPrices = (line: Fields | null) => line?.get('UnitPrice')?.updateable === true;
/** The quote's own first; each once. */
const distinct = (contacts: readonly CrmContact[]) => [...new Map(contacts.map((each) => [each.id, each])).values()];
const contactsOf = (roles: readonly Row[]) =>
  roles.flatMap((role) => {
    const person = related(role, 'Contact');
    return person ? [toContact(person)] : [];
  });
