import { currencySchema, type RecordRef } from '@backroom/shared';
import { type CrmCall, type CrmDeal, CrmError, type CrmRecord } from '../contract/index.ts';
import type { Row, SalesforceClient } from './client.ts';
import type { Describer } from './describe.ts';
import { isInvalidField } from './errors.ts';
import {
  accountFields,
  currency,
  date,
  lineFields,
  personOf,
  related,
  text,
  toCompany,
  toContact,
  toLine,
} from './rows.ts';
import { select } from './soql.ts';

/** How much a quote counts. The customer's word first, then what the opportunity is kept in step with, then what was approved or shown. */
const rankOf: Readonly<Record<string, number>> = { Accepted: 8, Approved: 2, Presented: 1 };
const promisesNothing = new Set(['Rejected', 'Denied']);
const SYNCED = 4;
function quoteThatCounts(quotes: readonly Row[], syncedId: string | null): Row | null {
  const rank = (quote: Row) => {
    const status = text(quote, 'Status') ?? '';
    if (promisesNothing.has(status)) return 0;
    return (rankOf[status] ?? 0) + (text(quote, 'Id') === syncedId ? SYNCED : 0);
  };
  const changed = (quote: Row) => text(quote, 'LastModifiedDate') ?? '';
  const [best] = [...quotes].sort(
    (left, right) => rank(right) - rank(left) || changed(right).localeCompare(changed(left)),
  );
  return best && rank(best) > 0 ? best : null;
}

const prefixes = { deal: '006', company: '001' } as const;
/** Contacts are for finding the customer by e-mail; more than a few add nothing. */
const CONTACTS = 20;

export function recordReader(client: SalesforceClient, describe: Describer) {
  async function readable(sobject: string, call: CrmCall) {
    const fields = await describe.fields(sobject, call);
    if (!fields) throw new CrmError('unauthorised', `the connected user may not see ${sobject}`);
    return fields;
  }

  async function deal(id: string, call: CrmCall): Promise<CrmDeal> {
    const [opportunity, account, line, product, quote, quoteLine, role, contact, session] = await Promise.all([
      readable('Opportunity', call),
      describe.fields('Account', call),
      describe.fields('OpportunityLineItem', call),
      describe.fields('Product2', call),
      // Quotes can be switched off, and then these are not there.
      describe.fields('Quote', call),
      describe.fields('QuoteLineItem', call),
      describe.fields('OpportunityContactRole', call),
      describe.fields('Contact', call),
      client.session(call.account),
    ]);
    const ofProduct = { through: 'Product2', of: product, fields: ['ProductCode', 'Name'] };
    const inOrder = (fields: typeof line) => (fields?.has('SortOrder') ? 'ORDER BY SortOrder, Id' : 'ORDER BY Id');
    const rows = await client.queries(
      {
        opportunity: select(
          'Opportunity',
          opportunity,
          {
            own: ['Name', 'AccountId', 'CurrencyIsoCode', 'SyncedQuoteId', 'Backroom_Order_Number__c'],
            related: [{ through: 'Account', of: account, fields: ['Id', ...accountFields] }],
          },
          `Id = '${id}'`,
        ),
        lines:
          line &&
          select(
            'OpportunityLineItem',
            line,
            { own: lineFields, related: [ofProduct] },
            `OpportunityId = '${id}'`,
            inOrder(line),
          ),
        quotes:
          quote &&
          select(
            'Quote',
            quote,
            { own: ['QuoteNumber', 'Status', 'ExpirationDate', 'CurrencyIsoCode', 'LastModifiedDate'] },
            `OpportunityId = '${id}'`,
          ),
        quoteLines:
          quote &&
          quoteLine &&
          select(
            'QuoteLineItem',
            quoteLine,
            { own: ['QuoteId', ...lineFields], related: [ofProduct] },
            `Quote.OpportunityId = '${id}'`,
            inOrder(quoteLine),
          ),
        roles:
          role &&
          contact &&
          select(
            'OpportunityContactRole',
            role,
            { own: [], related: [{ through: 'Contact', of: contact, fields: ['Id', 'Name', 'Email'] }] },
            `OpportunityId = '${id}'`,
            `LIMIT ${CONTACTS}`,
          ),
      },
      call,
    );
    const [found] = rows.opportunity;
    if (!found) throw new CrmError('not_found', `no opportunity ${id}`);
    const buyer = related(found, 'Account');
    const counting = quoteThatCounts(rows.quotes, text(found, 'SyncedQuoteId'));
    const lines = counting
      ? rows.quoteLines.filter((each) => text(each, 'QuoteId') === text(counting, 'Id'))
      : rows.lines;
    const contacts = rows.roles
      .map((each) => related(each, 'Contact'))
      .filter((each) => each !== null)
      .map(toContact);
    return {
      type: 'deal',
      // Salesforce's own spelling of the id: a 15-character one in the address is the same record, and must be the same order.
      id: text(found, 'Id') ?? id,
      name: text(found, 'Name') ?? '',
      currency: currency(counting) ?? currency(found) ?? currencySchema.safeParse(session.currency).data ?? null,
      company: buyer && toCompany(buyer),
      contacts: [...personOf(buyer), ...contacts],
      quote: counting && {
        id: text(counting, 'Id') ?? '',
        number: text(counting, 'QuoteNumber'),
        accepted: text(counting, 'Status') === 'Accepted',
        expiresOn: date(counting, 'ExpirationDate'),
      },
      linesFrom: lines.length === 0 ? 'none' : counting ? 'quote' : 'deal',
      orderNumber: text(found, 'Backroom_Order_Number__c'),
      lines: lines.map(toLine),
    };
  }

  async function company(id: string, call: CrmCall): Promise<CrmRecord> {
    const [account, contact] = await Promise.all([readable('Account', call), describe.fields('Contact', call)]);
    const rows = await client.queries(
      {
        account: select('Account', account, { own: accountFields }, `Id = '${id}'`),
        contacts:
          contact && select('Contact', contact, { own: ['Name', 'Email'] }, `AccountId = '${id}'`, `LIMIT ${CONTACTS}`),
      },
      call,
    );
    const [found] = rows.account;
    if (!found) throw new CrmError('not_found', `no account ${id}`);
    const record = toCompany(found);
    return {
      type: 'company',
      id: record.id,
      name: record.name,
      company: record,
      contacts: [...personOf(found), ...rows.contacts.map(toContact)],
    };
  }

  return async (ref: RecordRef, call: CrmCall): Promise<CrmRecord> => {
    // Anything else would be refused as a malformed filter, and must not reach a query as text.
    if (!new RegExp(`^${prefixes[ref.type]}[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$`).test(ref.id))
      throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    const read = () => (ref.type === 'deal' ? deal(ref.id, call) : company(ref.id, call));
    try {
      return await read();
    } catch (error) {
      if (!isInvalidField(error)) throw error;
      // A field was taken away since it was described.
      describe.forget(call.account);
      return read();
    }
  };
}
