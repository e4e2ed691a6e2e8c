import type { RecordRef } from '@backroom/shared';
import { boundLines } from '../contract/bounds.ts';
import {
  type CrmCall,
  type CrmCompany,
  type CrmContact,
  type CrmDeal,
  CrmError,
  type CrmGap,
  type CrmRecord,
  type RecordWish,
} from '../contract/index.ts';
import {
  type AccountReader,
  accountReader,
  chosenNames,
  isElsewhere,
  personIn,
  toAddress,
  toCompany,
} from './accounts.ts';
import type { SalesCloudClient } from './client.ts';
import { isKind } from './errors.ts';
import type { ExtensionFinder } from './extensions.ts';
import { fieldNames } from './fields.ts';
import { linesOf, plainText } from './items.ts';
import {
  belongsTo,
  currencyGaps,
  currencyOfQuote,
  expiry,
  moneyOf,
  ownOrderIn,
  quoteThatCounts,
  standingOf,
  stateGaps,
  wantedDay,
} from './quotes.ts';
import {
  type Account,
  currencyOf,
  filled,
  idOf,
  isUuid,
  nameOf,
  type Opportunity,
  opportunitySchema,
  type Party,
  type Quote,
  type QuoteHead,
  quoteHeadSchema,
  quoteSchema,
} from './schemas.ts';
import { paths, quotesOf } from './unproved.ts';

type Call = CrmCall & RecordWish;
/** Parts of a quote that a list of quotes does without. */
const HEAVY = 'items,notes,attachments,parties,priceElements';
const AGAIN_MS = 2000;
/** A refusal is a gap of the record; that the tenant is down or busy is no answer at all. */
async function orGap<Part>(what: string, gaps: CrmGap[], read: Promise<Part> | null): Promise<Part | null> {
  if (read === null) return null;
  try {
    return await read;
  } catch (error) {
    if (!isKind(error, 'refused', 'not_found')) throw error;
    gaps.push({ kind: 'unreadable', what: `${what}: ${error.words ?? error.message}`, lineId: null });
    return null;
  }
}
const contactIn = (party: Party, known: readonly CrmContact[]): CrmContact[] => {
  const [id, name] = [idOf(party), nameOf(party)];
  if (id === null) return [];
  return [known.find((each) => each.id === id) ?? { id, name: name ?? '', email: null }];
};
const distinct = (contacts: readonly CrmContact[]) => [...new Map(contacts.map((each) => [each.id, each])).values()];

export function recordReader(client: SalesCloudClient, extensions: ExtensionFinder) {
  const accounts = accountReader(client);
  async function headsOf(id: string, call: Call): Promise<QuoteHead[]> {
    const heads = await client.all(paths.quotes, { filter: quotesOf(id), exclude: HEAVY }, quoteHeadSchema, call);
    // A filter that a tenant passes over would give the quotes of everybody.
    if (!heads.every((head) => belongsTo(head, id)))
      throw new CrmError('drift', 'SAP Sales Cloud: quotes of another opportunity');
    return heads;
  }
  async function wholeQuote(head: QuoteHead, call: Call): Promise<Quote> {
    const quote = await client.one(paths.quotes, head.id, quoteSchema, call);
    if (quote.id !== head.id || standingOf(quote) !== standingOf(head))
      throw new CrmError('busy', 'SAP Sales Cloud: the quote is being changed', { retryAfterMs: AGAIN_MS });
    boundLines(quote.items?.length ?? 0);
    return quote;
  }
  async function deal(id: string, call: Call): Promise<CrmDeal> {
    const row = await client.one(paths.opportunities, id, opportunitySchema, call);
    boundLines(row.items?.length ?? 0);
    const gaps: CrmGap[] = [];
    const customer = async (party: Party) => {
      const id = idOf(party);
      const [account, people] = await Promise.all([
        orGap('account', gaps, id === null ? null : accounts.account(id, call)),
        orGap('contacts', [], id === null ? null : accounts.contacts(id, call)),
      ]);
      return { account, people: [...(account ? personIn(account) : []), ...(people ?? [])] };
    };
    const [heads, own] = await Promise.all([orGap('quotes', gaps, headsOf(id, call)), customer(row.account)]);
    const { quote: head, others } = quoteThatCounts(heads ?? [], call.quote ?? null);
    // An opportunity may lack the customer that its quote has.
    const { account, people } = idOf(row.account) === null ? await customer(head?.account) : own;
    const company = account && toCompany(account, call);
    const [quote, shipTo, billTo, ofDeal, ofCompany] = await Promise.all([
      orGap(`quote ${head?.displayId ?? ''}`, gaps, head && wholeQuote(head, call)),
      placeOf(accounts, 'ship-to address', head?.shipTo, company, gaps, call),
      placeOf(accounts, 'bill-to address', head?.billTo, company, gaps, call),
      extensions.gaps('deal', row.extensions, call.fields ?? [], call),
      account ? extensions.gaps('company', account.extensions, chosenNames(call), call) : [],
    ]);
    gaps.push(...ofDeal, ...ofCompany);
    return dealOf(row, { heads: heads ?? [], head, quote, others, company, people, shipTo, billTo, gaps }, call);
  }
  return async (ref: RecordRef, call: Call): Promise<CrmRecord> => {
    // Anything else is no id, and must not become a path.
    if (!isUuid(ref.id)) throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    return ref.type === 'deal' ? deal(ref.id.toLowerCase(), call) : accounts.company(ref.id, call);
  };
}

/** Another place than the customer's own: the address of the account that the quote names there. Null: the customer's own. */
async function placeOf(
  accounts: AccountReader,
  what: string,
  party: Party,
  company: CrmCompany | null,
  gaps: CrmGap[],
  call: CrmCall,
): Promise<Account | null> {
  const id = idOf(party);
  if (id === null) return null;
  if (id !== company?.id) return orGap(what, gaps, accounts.account(id, call));
  // Of the customer itself, and written as another place than his address: parts of it are not given.
  if (isElsewhere(party, company))
    gaps.push({ kind: 'unreadable', what: `${what}: ${filled(party?.formattedPostalAddress)}`, lineId: null });
  return null;
}

type Parts = {
  heads: readonly QuoteHead[];
  head: QuoteHead | null;
  quote: Quote | null;
  others: readonly QuoteHead[];
  company: CrmCompany | null;
  people: CrmContact[];
  shipTo: Account | null;
  billTo: Account | null;
  gaps: CrmGap[];
};
function dealOf(row: Opportunity, parts: Parts, call: Call): CrmDeal {
  const { heads, head, quote, others, company, people, shipTo, billTo } = parts;
  const items = (head ? quote?.items : row.items) ?? [];
  const { lines, gaps: ofLines } = linesOf(items, call);
  const money = quote ? moneyOf(quote, items, lines) : { adjustments: [], total: null, gaps: [] };
  const ownOrder = ownOrderIn(heads);
  const gaps: CrmGap[] = [
    ...ofLines,
    ...parts.gaps,
    ...money.gaps,
    ...(quote ? [...stateGaps(quote), ...currencyGaps(quote)] : []),
    ...customerGaps(row, head),
  ];
  const wanted = head && wantedDay(head);
  const poNumber = filled(head?.customerReferenceId);
  return {
    type: 'deal',
    id: row.id.toLowerCase(),
    name: filled(row.name) ?? filled(row.displayId) ?? '',
    currency: currencyOfQuote(quote) ?? currencyOf(row.totalExpectedNetAmount?.currencyCode),
    company,
    contacts: distinct([
      ...contactIn(head?.contactOfAccount ?? null, people),
      ...contactIn(row.primaryContact, people),
      ...people,
      ...(company === null ? contactIn(row.individualCustomer, []) : []),
    ]),
    quote: head && {
      id: head.id,
      number: filled(head.displayId),
      accepted: standingOf(head) === 'accepted',
      expiresOn: expiry(head),
    },
    linesFrom: lines.length === 0 ? 'none' : head ? 'quote' : 'deal',
    orderNumber: plainText(row.extensions?.[fieldNames.orderNumber]),
    lines,
    ...(money.adjustments.length > 0 ? { adjustments: money.adjustments } : {}),
    ...(money.total === null ? {} : { total: money.total }),
    ...(gaps.length > 0 ? { gaps } : {}),
    ...(call.fields
      ? { fields: Object.fromEntries(call.fields.map((name) => [name, plainText(row.extensions?.[name])])) }
      : {}),
    ...(shipTo ? { shipTo: toAddress(shipTo) } : {}),
    ...(billTo ? { billTo: toAddress(billTo) } : {}),
    ...(wanted ? { requestedDate: wanted } : {}),
    ...(poNumber ? { poNumber } : {}),
    ...(others.length > 0
      ? { otherQuotes: others.map((each) => ({ id: each.id, number: filled(each.displayId) })) }
      : {}),
    ...(ownOrder ? { ownOrder: { by: 'SAP', ...ownOrder } } : {}),
  };
}
/** The order goes to the opportunity's account. A quote for another one is for somebody else. */
function customerGaps(row: Opportunity, head: QuoteHead | null): CrmGap[] {
  const [own, quoted] = [idOf(row.account), idOf(head?.account)];
  if (head === null || quoted === null || own === null || quoted === own) return [];
  const names = `quote ${nameOf(head.account) ?? quoted}, opportunity ${nameOf(row.account) ?? own}`;
  return [{ kind: 'unreadable', what: `the customer (${names})`, lineId: null }];
}
