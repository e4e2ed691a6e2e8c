import type { RecordRef } from '@backroom/shared';
import { boundLines } from '../contract/bounds.ts';
import {
  type CrmCall,
  type CrmContact,
  type CrmDeal,
  CrmError,
  type CrmGap,
  type CrmRecord,
  type RecordWish,
} from '../contract/index.ts';
import {
  accountSelect,
  chosenNames,
  companyReader,
  contactSelect,
  contactsPath,
  firstContacts,
  toCompany,
  toContact,
} from './accounts.ts';
import type { DataverseClient, Row } from './client.ts';
import type { Columns, Describer } from './describe.ts';
import { isUnknownName } from './errors.ts';
import { lineGaps, linesPath, toLines } from './lines.ts';
import {
  adjustmentsOf,
  expiry,
  isWon,
  moneyColumns,
  placeOf,
  quoteColumns,
  quoteId,
  quoteNumber,
  quoteThatCounts,
  sumGaps,
} from './quotes.ts';
import {
  chosenOf,
  currency,
  day,
  goneGaps,
  idOf,
  number,
  related,
  relatedGap,
  selected,
  text,
  valueText,
} from './rows.ts';
import { names, ORDERS } from './solution.ts';

type Call = CrmCall & RecordWish;
const CURRENCY = 'transactioncurrencyid($select=isocurrencycode)';
const isGuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
/** What could not be read of a list that belongs to the deal. */
const missing = (what: string, error: CrmError | null): CrmGap[] =>
  error ? [{ kind: 'unreadable', what: `${what}: ${error.words ?? error.message}`, lineId: null }] : [];
/** A refusal is a gap of the record; that the organisation is down or busy is no answer at all. */
function unlessRefused(error: CrmError | null): void {
  if (error && error.kind !== 'refused' && error.kind !== 'not_found') throw error;
}
const distinct = (contacts: readonly CrmContact[]) => [...new Map(contacts.map((each) => [each.id, each])).values()];

export function recordReader(client: DataverseClient, describe: Describer) {
  const company = companyReader(client, describe);
  function dealPath(id: string, columns: Columns | null, account: Columns | null, call: Call): string {
    const own = [
      ...['name', 'statecode', 'isrevenuesystemcalculated', ...moneyColumns],
      ...['_parentaccountid_value', '_customerid_value', '_parentcontactid_value', '_transactioncurrencyid_value'],
    ];
    const select = [...new Set([...own, ...chosenOf(columns, call.fields ?? [])])].join(',');
    const buyer = accountSelect(account, call);
    const people = `parentcontactid(${contactSelect}),customerid_contact(${contactSelect})`;
    return `opportunities(${id})?$select=${select}&$expand=${CURRENCY},parentaccountid(${buyer}),customerid_account(${buyer}),${people}`;
  }
  async function deal(id: string, call: Call): Promise<CrmDeal> {
    const [opportunity, account, line, detail, product, order] = await Promise.all(
      ['opportunity', 'account', 'opportunityproduct', 'quotedetail', 'product', ORDERS.table].map((table) =>
        describe.columns(table, call),
      ),
    );
    const ofDeal = `_opportunityid_value eq ${id}`;
    const hasNumber = order?.has(names.orderNumber);
    const found = await client.read(
      {
        deal: { path: dealPath(id, opportunity ?? null, account ?? null, call) },
        lines: {
          path: linesPath('opportunityproduct', ofDeal, line ?? null, product ?? null, call),
          bound: boundLines,
        },
        quotes: { path: `quotes?$select=${quoteColumns.join(',')}&$expand=${CURRENCY}&$filter=${ofDeal}` },
        order: hasNumber ? { path: `${ORDERS.set}(${ORDERS.key}='${id}')?$select=${names.orderNumber}` } : null,
      },
      call,
    );
    if (found.deal.error) throw found.deal.error;
    const [row] = found.deal.rows;
    if (!row) throw new CrmError('not_found', `no opportunity ${id}`);
    for (const { error } of [found.lines, found.quotes, found.order]) unlessRefused(error);
    const { quote, others } = quoteThatCounts(found.quotes.rows, call.quote ?? null);
    const buyer = related(row, 'parentaccountid') ?? related(row, 'customerid_account');
    const buyerId = idOf(buyer, 'accountid');
    const more = await client.read(
      {
        lines: quote
          ? {
              path: linesPath(
                'quotedetail',
                `_quoteid_value eq ${quoteId(quote)}`,
                detail ?? null,
                product ?? null,
                call,
              ),
              bound: boundLines,
            }
          : null,
        contacts: buyerId ? { path: contactsPath(buyerId) } : null,
      },
      call,
    );
    for (const { error } of [more.lines, more.contacts]) unlessRefused(error);
    return dealOf(
      row,
      { quote, others, buyer, found, more, columns: { opportunity, account, line: quote ? detail : line, product } },
      call,
    );
  }
  return async (ref: RecordRef, call: Call): Promise<CrmRecord> => {
    // Anything else would be refused as a malformed address, and must not reach one.
    if (!isGuid(ref.id)) throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    const id = ref.id.toLowerCase();
    const read = () => (ref.type === 'deal' ? deal(id, call) : company(id, call));
    try {
      return await read();
    } catch (error) {
      if (!isUnknownName(error)) throw error;
      // A column was taken away since it was described.
      describe.forget(call.account);
      return read();
    }
  };
}

type List = { rows: Row[]; error: CrmError | null };
type Parts = {
  quote: Row | null;
  others: Row[];
  buyer: Row | null;
  found: Record<'lines' | 'quotes' | 'order', List>;
  more: Record<'lines' | 'contacts', List>;
  columns: Record<'opportunity' | 'account' | 'line' | 'product', Columns | null | undefined>;
};
function dealOf(row: Row, { quote, others, buyer, found, more, columns }: Parts, call: Call): CrmDeal {
  const opportunity = columns.opportunity ?? null;
  const account = columns.account ?? null;
  const table = quote ? 'quotedetail' : 'opportunityproduct';
  const { rows, error } = quote ? more.lines : found.lines;
  const { lines, gaps: ofLines } = toLines(table, rows, call);
  const head = quote ?? row;
  const adjustments = lines.length > 0 ? adjustmentsOf(head) : [];
  const total = lines.length > 0 ? number(head, 'totalamountlessfreight') : null;
  const record = buyer && toCompany(buyer, account, call);
  const people = [related(row, 'parentcontactid'), related(row, 'customerid_contact')].filter((each) => each !== null);
  const [shipTo, billTo] = [placeOf(quote, record, 'shipto'), placeOf(quote, record, 'billto')];
  const wanted = day(quote, 'requestdeliveryby');
  const gaps: CrmGap[] = [
    ...missing('quotes', found.quotes.error),
    ...missing(`${table}s`, error),
    ...(found.order.error?.kind === 'refused' ? missing(ORDERS.set, found.order.error) : []),
    ...goneGaps(opportunity, call.fields ?? []),
    ...goneGaps(account, chosenNames(call)),
    ...lineGaps(columns.line ?? null, columns.product ?? null, call),
    ...relatedGap(row, 'parentaccountid', 'parentaccountid', null),
    ...(text(row, '_parentaccountid_value') === null ? customerGap(row) : []),
    ...(head === quote ? relatedGap(quote, 'transactioncurrencyid', 'transactioncurrencyid', null) : []),
    ...(lines.length > 0 ? sumGaps(head) : []),
    ...ofLines,
  ];
  return {
    type: 'deal',
    id: idOf(row, 'opportunityid'),
    name: text(row, 'name') ?? '',
    currency: currency(quote) ?? currency(row),
    company: record,
    contacts: distinct([...people.map(toContact), ...firstContacts(more.contacts.rows)]),
    quote: quote && {
      id: quoteId(quote),
      number: quoteNumber(quote),
      accepted: isWon(quote),
      expiresOn: expiry(quote),
    },
    linesFrom: lines.length === 0 ? 'none' : quote ? 'quote' : 'deal',
    orderNumber: text(found.order.rows[0], names.orderNumber),
    lines,
    ...(adjustments.length > 0 ? { adjustments } : {}),
    ...(total === null ? {} : { total }),
    ...(gaps.length > 0 ? { gaps } : {}),
    ...(call.fields
      ? {
          fields: Object.fromEntries(
            call.fields.map((name) => [name, valueText(row, selected(opportunity, name) ?? name)]),
          ),
        }
      : {}),
    ...(shipTo ? { shipTo } : {}),
    ...(billTo ? { billTo } : {}),
    ...(wanted ? { requestedDate: wanted } : {}),
    ...(others.length > 0
      ? { otherQuotes: others.map((each) => ({ id: quoteId(each), number: quoteNumber(each) })) }
      : {}),
  };
}
/** A customer is an account or a contact. */
const customerGap = (row: Row): CrmGap[] => {
  const id = text(row, '_customerid_value');
  const given = related(row, 'customerid_account') ?? related(row, 'customerid_contact');
  return id === null || given ? [] : [{ kind: 'unreadable', what: `customerid ${id}`, lineId: null }];
};
