import {
  type CrmAdjustment,
  type CrmCall,
  type CrmCompany,
  type CrmContact,
  type CrmDeal,
  CrmError,
  type CrmGap,
  type CrmRecord,
  type RecordWish,
} from '../contract/index.ts';
import type { AccountReader } from './account.ts';
import { netTotal, quotePartsReader } from './adjustments.ts';
import { batchReader } from './batch.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import type { FieldLister } from './field-list.ts';
import { byPosition, chosenLineFields, lineFields, toLine } from './lines.ts';
import { linkReader, primaryOf } from './links.ts';
import { isAccepted, quoteProperties, quoteThatCounts } from './quotes.ts';
import { type HubSpotObject, objectSchema } from './schemas.ts';
import { currencyOf, dayOf, isProperty, isZone } from './values.ts';

const companyProperties = [
  'name',
  'domain',
  'phone',
  'address',
  'zip',
  'city',
  'country',
  'backroom_vat_id',
  'backroom_erp_customer_number',
  'hs_merged_object_ids',
];
const contactProperties = ['firstname', 'lastname', 'email', 'phone', 'jobtitle', 'hs_language'];
/** HubSpot leaves out what an account has no property of: the last two are there where an admin made them. */
const dealProperties = [
  ...['dealname', 'pipeline', 'deal_currency_code', 'backroom_order_number', 'hs_merged_object_ids'],
  ...['backroom_po_number', 'backroom_requested_date'],
];
/** Contacts are for finding the customer by e-mail; more than a few add nothing. */
const CONTACTS = 20;

const mergedIdsOf = ({ id, properties: p }: HubSpotObject): { mergedIds?: string[] } => {
  const ids = (p.hs_merged_object_ids ?? '').split(/[;,\s]+/).filter((each) => /^\d+$/.test(each) && each !== id);
  return ids.length > 0 ? { mergedIds: [...new Set(ids)] } : {};
};
/** The company's properties by the account's own names for them. */
function namesOf({ names = {} }: RecordWish) {
  const own = (name: string | undefined, ours: string) => (name !== undefined && isProperty(name) ? name : ours);
  return {
    vatId: own(names.vatId, 'backroom_vat_id'),
    erpNumber: own(names.erpNumber, 'backroom_erp_customer_number'),
  };
}
const wantedOf = ({ companyFields = [] }: RecordWish): string[] => companyFields.filter(isProperty);
/** Names that the account chose itself. */
const chosenOf = (wish: RecordWish): string[] => [
  ...new Set([
    ...Object.values(wish.names ?? {}).flatMap((name) => (name !== undefined && isProperty(name) ? [name] : [])),
    ...wantedOf(wish),
  ]),
];
export const companyFields = (wish: RecordWish) => [
  ...new Set([...companyProperties, ...Object.values(namesOf(wish)), ...chosenOf(wish)]),
];
export const toCompany = (object: HubSpotObject, wish: RecordWish): CrmCompany => {
  const { id, properties: p } = object;
  const names = namesOf(wish);
  const wanted = wantedOf(wish);
  return {
    id,
    name: p.name ?? '',
    domain: p.domain ?? null,
    vatId: p[names.vatId] ?? null,
    erpNumber: p[names.erpNumber] ?? null,
    phone: p.phone ?? null,
    street: p.address ?? null,
    postalCode: p.zip ?? null,
    city: p.city ?? null,
    country: p.country ?? null,
    ...(wish.names?.registrationNumber ? { registrationNumber: p[wish.names.registrationNumber] || null } : {}),
    ...(wanted.length > 0 ? { fields: Object.fromEntries(wanted.map((name) => [name, p[name] || null])) } : {}),
    ...mergedIdsOf(object),
  };
};
const toContact = ({ id, properties: p }: HubSpotObject): CrmContact => ({
  id,
  name: [p.firstname, p.lastname].filter(Boolean).join(' '),
  email: p.email ?? null,
  phone: p.phone ?? null,
  ...(p.jobtitle ? { role: p.jobtitle } : {}),
  ...(p.hs_language ? { language: p.hs_language.slice(0, 2).toLowerCase() } : {}),
});

type Offer = {
  quote: HubSpotObject | null;
  others: NonNullable<CrmDeal['otherQuotes']>;
  /** Null: the deal's own. */
  lineIds: string[] | null;
  adjustments: CrmAdjustment[];
  gaps: CrmGap[];
  complete: boolean;
};
const noOffer: Offer = { quote: null, others: [], lineIds: null, adjustments: [], gaps: [], complete: true };

export function recordReader(client: HubSpotClient, account: AccountReader, fields: FieldLister) {
  const links = linkReader(client);
  const batch = batchReader(client);
  const quotes = quotePartsReader(client, links, batch);
  /** Of an id that was merged away HubSpot gives the survivor, under the survivor's id: everything after goes by that one. */
  async function one(
    type: string,
    id: string,
    properties: readonly string[],
    associations: readonly string[],
    call: CrmCall,
  ) {
    // Anything else is no id, and must not become a path.
    if (!/^\d{1,20}$/.test(id)) throw new CrmError('not_found', `no ${type} have the id ${id}`);
    const query = `properties=${properties.join(',')}&associations=${associations.join(',')}`;
    return client.request('GET', `/crm/objects/${VERSION}/${type}/${id}?${query}`, undefined, objectSchema, call);
  }
  const contactsOf = async (type: string, object: HubSpotObject, call: CrmCall) => {
    const ids = (await links.of(type, object, 'contacts', call)).map(({ id }) => id);
    return (await batch('contacts', ids.slice(0, CONTACTS), contactProperties, call)).objects.map(toContact);
  };
  async function buyerOf(deal: HubSpotObject, call: CrmCall & RecordWish) {
    const companies = await links.of('deals', deal, 'companies', call);
    const id = primaryOf(companies);
    const { objects, gaps } = await batch('companies', id === null ? [] : [id], companyFields(call), call);
    if (id === null && companies.length > 0) gaps.push({ kind: 'unreadable', what: 'primary company', lineId: null });
    return { buyer: objects[0] ?? null, gaps };
  }
  /** The quote that counts, with what stands on it. A deal's only quote is read at once with all of that, which saves a call. */
  async function offerOf(deal: HubSpotObject, chosen: string | null, call: CrmCall): Promise<Offer> {
    const ids = (await links.of('deals', deal, 'quotes', call)).map(({ id }) => id);
    const [only] = ids;
    if (ids.length > 1 || only === undefined) {
      const { objects, gaps } = await batch('quotes', ids, quoteProperties, call);
      const { quote, others } = quoteThatCounts(objects, chosen);
      if (!quote) return { ...noOffer, gaps };
      const opened = await quotes.open(quote.id, call);
      const { lineIds, adjustments, gaps: ofParts } = await quotes.parts(opened, call);
      return { ...opened, others, lineIds, adjustments, gaps: [...gaps, ...ofParts] };
    }
    const opened = await quotes.open(only, call).catch((error: unknown) => {
      if (error instanceof CrmError && error.kind === 'not_found') return null;
      throw error;
    });
    if (!opened) return { ...noOffer, gaps: [{ kind: 'unreadable', what: `quote ${only}`, lineId: null }] };
    if (!quoteThatCounts([opened.quote], null).quote) return noOffer;
    return { ...opened, others: [], ...(await quotes.parts(opened, call)) };
  }

  async function deal(id: string, call: CrmCall & RecordWish): Promise<CrmDeal> {
    const wanted = (call.fields ?? []).filter(isProperty);
    const properties = [...new Set([...dealProperties, ...wanted])];
    const object = await one('deals', id, properties, ['companies', 'contacts', 'line_items', 'quotes'], call);
    const [{ buyer, gaps: ofBuyer }, contacts, offer, ...gone] = await Promise.all([
      buyerOf(object, call),
      contactsOf('deals', object, call),
      offerOf(object, call.quote ?? null, call),
      fields.gone('company', chosenOf(call), call),
      fields.gone('deal', wanted, call),
      fields.gone('line', chosenLineFields(call), call),
    ]);
    const { quote, others, adjustments } = offer;
    const lineIds = offer.lineIds ?? (await links.of('deals', object, 'line_items', call)).map((each) => each.id);
    const read = await batch('line_items', lineIds, lineFields(call), call);
    const gaps: CrmGap[] = [...ofBuyer, ...gone.flat(), ...offer.gaps, ...read.gaps];
    const rows = read.objects.sort(byPosition);
    const own = rows.map((row) => toLine(row, gaps, call.lineNames));
    // A quote counts once it is published, and HubSpot locks what it published.
    const lines = quote ? own.map((line) => ({ ...line, priceEdit: 'published' as const })) : own;
    const total = quote && netTotal(quote, rows, adjustments);
    if (!offer.complete && total === null)
      gaps.push({ kind: 'unreadable', what: 'discounts, fees, taxes', lineId: null });
    const p = object.properties;
    const zone = async () => {
      const own = quote?.properties.hs_timezone ?? '';
      return isZone(own) ? own : (await account(call)).timeZone;
    };
    const wantedOn = await dayOf(p.backroom_requested_date, zone, 'backroom_requested_date', gaps);
    return {
      type: 'deal',
      id: object.id,
      name: p.dealname ?? '',
      // Lines in another one than their quote or deal are for the checks to name; they tell it only where neither does.
      currency:
        currencyOf(quote?.properties.hs_currency) ??
        currencyOf(p.deal_currency_code) ??
        lines.find((line) => line.currency !== null)?.currency ??
        (await account(call)).currency,
      company: buyer && toCompany(buyer, call),
      contacts,
      quote: quote && {
        id: quote.id,
        number: quote.properties.hs_quote_number ?? null,
        accepted: isAccepted(quote),
        expiresOn: await dayOf(quote.properties.hs_expiration_date, zone, 'hs_expiration_date', gaps),
      },
      ...(p.pipeline ? { pipeline: p.pipeline } : {}),
      ...(wanted.length > 0 ? { fields: Object.fromEntries(wanted.map((name) => [name, p[name] ?? null])) } : {}),
      orderNumber: p.backroom_order_number || null,
      ...(p.backroom_po_number?.trim() ? { poNumber: p.backroom_po_number.trim() } : {}),
      ...(wantedOn ? { requestedDate: wantedOn } : {}),
      linesFrom: lines.length === 0 ? 'none' : quote ? 'quote' : 'deal',
      lines,
      ...(adjustments.length > 0 ? { adjustments } : {}),
      ...(total === null ? {} : { total }),
      ...(gaps.length > 0 ? { gaps } : {}),
      ...mergedIdsOf(object),
      ...(others.length > 0 ? { otherQuotes: others } : {}),
    };
  }
  async function company(id: string, call: CrmCall & RecordWish): Promise<CrmRecord> {
    const object = await one('companies', id, companyFields(call), ['contacts'], call);
    const record = toCompany(object, call);
    const contacts = await contactsOf('companies', object, call);
    return { type: 'company', id: record.id, name: record.name, company: record, contacts };
  }
  return { deal, company };
}
