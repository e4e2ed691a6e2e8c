import { currencySchema, dateSchema, parseDecimal } from '@backroom/shared';
import type { CrmCall, CrmCompany, CrmContact, CrmDeal, CrmLine, CrmRecord } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { associationsSchema, batchSchema, type HubSpotObject, objectSchema } from './schemas.ts';

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
];
const lineProperties = [
  'name',
  'quantity',
  'price',
  'hs_sku',
  'hs_discount_percentage',
  'discount',
  'hs_line_item_currency_code',
  'hs_position_on_quote',
];
const quoteProperties = ['hs_status', 'hs_quote_number', 'hs_expiration_date', 'hs_currency', 'hs_lastmodifieddate'];
/** Objects are read in batches of at most this many. */
const BATCH = 100;

const decimalOrNull = (text: string | null | undefined) => parseDecimal(text ?? '');
const currencyOrNull = (text: string | null | undefined) => currencySchema.safeParse(text ?? '').data ?? null;
const linked = (object: HubSpotObject, type: string) => [
  ...new Set((object.associations?.[type]?.results ?? []).map(({ id }) => id)),
];

export const toCompany = ({ id, properties: p }: HubSpotObject): CrmCompany => ({
  id,
  name: p.name ?? '',
  domain: p.domain ?? null,
  vatId: p.backroom_vat_id ?? null,
  erpNumber: p.backroom_erp_customer_number ?? null,
  phone: p.phone ?? null,
  street: p.address ?? null,
  postalCode: p.zip ?? null,
  city: p.city ?? null,
  country: p.country ?? null,
});
const toContact = ({ id, properties: p }: HubSpotObject): CrmContact => ({
  id,
  name: [p.firstname, p.lastname].filter(Boolean).join(' '),
  email: p.email ?? null,
});
const toLine = ({ id, properties: p }: HubSpotObject): CrmLine => ({
  id,
  code: p.hs_sku?.trim() || null,
  name: p.name ?? '',
  quantity: decimalOrNull(p.quantity),
  unitPrice: decimalOrNull(p.price),
  discountPercent: decimalOrNull(p.hs_discount_percentage),
  discountAmount: decimalOrNull(p.discount),
  currency: currencyOrNull(p.hs_line_item_currency_code),
});
/** Accepted before approved before the newest that was published. Drafts and rejected quotes promise nothing. */
const rankOf: Readonly<Record<string, number>> = {
  ACCEPTED: 3,
  APPROVED: 2,
  APPROVAL_NOT_NEEDED: 2,
  PENDING_APPROVAL: 1,
};
function quoteThatCounts(quotes: readonly HubSpotObject[]): HubSpotObject | null {
  const rank = ({ properties }: HubSpotObject) => rankOf[properties.hs_status ?? ''] ?? 0;
  const newest = (left: HubSpotObject, right: HubSpotObject) =>
    (right.properties.hs_lastmodifieddate ?? '').localeCompare(left.properties.hs_lastmodifieddate ?? '');
  return (
    [...quotes]
      .filter((quote) => rank(quote) > 0)
      .sort((left, right) => rank(right) - rank(left) || newest(left, right))[0] ?? null
  );
}

export function recordReader(client: HubSpotClient) {
  const batch = async (
    type: string,
    ids: readonly string[],
    properties: readonly string[],
    call: CrmCall,
  ): Promise<HubSpotObject[]> => {
    const found: HubSpotObject[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      const inputs = ids.slice(from, from + BATCH).map((id) => ({ id }));
      const answer = await client.request(
        'POST',
        `/crm/objects/${VERSION}/${type}/batch/read`,
        { inputs, properties },
        batchSchema,
        call,
      );
      found.push(...answer.results);
    }
    // HubSpot answers in any order; the ids' order is the record's.
    return ids.flatMap((id) => found.find((each) => each.id === id) ?? []);
  };
  const one = (
    type: string,
    id: string,
    properties: readonly string[],
    associations: readonly string[],
    call: CrmCall,
  ) =>
    client.request(
      'GET',
      `/crm/objects/${VERSION}/${type}/${encodeURIComponent(id)}?properties=${properties.join(',')}&associations=${associations.join(',')}`,
      undefined,
      objectSchema,
      call,
    );
  const byPosition = (left: HubSpotObject, right: HubSpotObject) =>
    Number(left.properties.hs_position_on_quote ?? 0) - Number(right.properties.hs_position_on_quote ?? 0);

  async function deal(id: string, call: CrmCall): Promise<CrmDeal> {
    const object = await one(
      'deals',
      id,
      ['dealname', 'deal_currency_code', 'backroom_order_number'],
      ['companies', 'contacts', 'line_items', 'quotes'],
      call,
    );
    const [companies, contacts, quotes] = await Promise.all([
      batch('companies', linked(object, 'companies').slice(0, 1), companyProperties, call),
      batch('contacts', linked(object, 'contacts').slice(0, 20), ['firstname', 'lastname', 'email'], call),
      batch('quotes', linked(object, 'quotes'), quoteProperties, call),
    ]);
    const quote = quoteThatCounts(quotes);
    let lineIds = linked(object, 'line items').concat(linked(object, 'line_items'));
    if (quote) {
      const answer = await client.request(
        'POST',
        `/crm/associations/${VERSION}/quotes/line_items/batch/read`,
        { inputs: [{ id: quote.id }] },
        associationsSchema,
        call,
      );
      lineIds = answer.results.flatMap(({ to }) => to.map(({ toObjectId }) => toObjectId));
    }
    const lines = (await batch('line_items', [...new Set(lineIds)], lineProperties, call)).sort(byPosition).map(toLine);
    const [company] = companies;
    const expires = dateSchema.safeParse((quote?.properties.hs_expiration_date ?? '').slice(0, 10));
    return {
      type: 'deal',
      id,
      name: object.properties.dealname ?? '',
      currency: currencyOrNull(quote?.properties.hs_currency) ?? currencyOrNull(object.properties.deal_currency_code),
      company: company ? toCompany(company) : null,
      contacts: contacts.map(toContact),
      quote: quote && {
        id: quote.id,
        number: quote.properties.hs_quote_number ?? null,
        accepted: quote.properties.hs_status === 'ACCEPTED',
        expiresOn: expires.success ? expires.data : null,
      },
      orderNumber: object.properties.backroom_order_number || null,
      linesFrom: lines.length === 0 ? 'none' : quote ? 'quote' : 'deal',
      lines,
    };
  }
  async function company(id: string, call: CrmCall): Promise<CrmRecord> {
    const object = await one('companies', id, companyProperties, ['contacts'], call);
    const contacts = await batch(
      'contacts',
      linked(object, 'contacts').slice(0, 20),
      ['firstname', 'lastname', 'email'],
      call,
    );
    const record = toCompany(object);
    return { type: 'company', id, name: record.name, company: record, contacts: contacts.map(toContact) };
  }
  return { deal, company };
}
