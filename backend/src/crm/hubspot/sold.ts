import { type Currency, dayIn, daysAfter, instantIn, parseDecimal } from '@backroom/shared';
import type { CrmCall, SoldDeal, SoldPage, SoldQuestion } from '../contract/index.ts';
import type { AccountReader } from './account.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { primaryOf, readAssociations, toLinked } from './links.ts';
import { batchSchema, type HubSpotObject } from './schemas.ts';
import { currencyOf } from './values.ts';

/** A search may answer 200; the companies of a page are then read in batches of 100. */
const PAGE = 100;
const properties = [
  'dealname',
  'amount',
  'deal_currency_code',
  'closedate',
  'hs_is_closed_won',
  'backroom_order_number',
  'backroom_order_status',
];
type Filter = { propertyName: string; operator: 'EQ' | 'GT' | 'GTE' | 'LT' | 'HAS_PROPERTY'; value?: string };

/** Three groups, any of them. A search ends at 10,000 results, so the page after begins behind the last id instead of at an offset. */
function filterGroups({ from, to, timeZone, cursor }: SoldQuestion): { filters: Filter[] }[] {
  const after: Filter[] = cursor === null ? [] : [{ propertyName: 'hs_object_id', operator: 'GT', value: cursor }];
  const at = (day: string) => String(instantIn(timeZone, day).getTime());
  return [
    {
      filters: [
        { propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' },
        { propertyName: 'closedate', operator: 'GTE', value: at(from) },
        { propertyName: 'closedate', operator: 'LT', value: at(daysAfter(to, 1)) },
        ...after,
      ],
    },
    ...['backroom_order_number', 'backroom_order_status'].map((propertyName) => ({
      filters: [
        { propertyName, operator: 'HAS_PROPERTY' as const },
        { propertyName: 'hs_lastmodifieddate', operator: 'GTE' as const, value: at(from) },
        ...after,
      ],
    })),
  ];
}

const toSold = (
  { id, properties: p }: HubSpotObject,
  { timeZone, company, own }: { timeZone: string; company: SoldDeal['company']; own: Currency | null },
): SoldDeal => {
  const closed = Date.parse(p.closedate ?? '');
  const won = p.hs_is_closed_won === 'true' && !Number.isNaN(closed);
  return {
    id,
    name: p.dealname ?? '',
    company,
    amount: parseDecimal(p.amount ?? ''),
    currency: currencyOf(p.deal_currency_code) ?? own,
    wonOn: won ? dayIn(timeZone, new Date(closed)) : null,
    orderNumber: p.backroom_order_number || null,
    orderStatus: p.backroom_order_status || null,
  };
};

/** Three calls a page: the search, which company each deal has, the companies' names. */
export function soldReader(client: HubSpotClient, account: AccountReader) {
  async function companiesOf(
    deals: readonly HubSpotObject[],
    call: CrmCall,
  ): Promise<Map<string, SoldDeal['company']>> {
    if (deals.length === 0) return new Map();
    const inputs = deals.map(({ id }) => ({ id }));
    const { results } = await readAssociations(client, 'deals', 'companies', inputs, call);
    const companyOf = new Map(
      results.flatMap(({ from, to }) => {
        const company = primaryOf(toLinked(to));
        return company === null ? [] : [[from.id, company] as const];
      }),
    );
    const ids = [...new Set(companyOf.values())];
    if (ids.length === 0) return new Map();
    const companies = await client.request(
      'POST',
      `/crm/objects/${VERSION}/companies/batch/read`,
      { inputs: ids.map((id) => ({ id })), properties: ['name'] },
      batchSchema,
      call,
    );
    const named = new Map(companies.results.map(({ id, properties: p }) => [id, { id, name: p.name ?? '' }]));
    return new Map([...companyOf].map(([deal, company]) => [deal, named.get(company) ?? null]));
  }
  return async (asked: SoldQuestion, call: CrmCall): Promise<SoldPage> => {
    const { results } = await client.request(
      'POST',
      `/crm/objects/${VERSION}/deals/search`,
      {
        filterGroups: filterGroups(asked),
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
        properties,
        limit: PAGE,
      },
      batchSchema,
      call,
    );
    const companies = await companiesOf(results, call);
    const unnamed = results.some(({ properties: p }) => currencyOf(p.deal_currency_code) === null);
    const own = unnamed ? (await account(call)).currency : null;
    return {
      deals: results.map((each) =>
        toSold(each, { timeZone: asked.timeZone, company: companies.get(each.id) ?? null, own }),
      ),
      cursor: results.length < PAGE ? null : (results.at(-1)?.id ?? null),
    };
  };
}
