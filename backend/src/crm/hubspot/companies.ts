import { type CompaniesPage, type CrmCall, CrmError, type RecordWish } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { companyFields, toCompany } from './record.ts';
import { listSchema } from './schemas.ts';

/** As many as a list gives at once. */
const PAGE = 100;

/** Companies as HubSpot lists them, by id. Not by search: that ends at 10,000 results, and its quota is for people who wait. */
export function companyLister(client: HubSpotClient) {
  return async (
    { cursor }: { cursor: string | null },
    call: CrmCall & Pick<RecordWish, 'names'>,
  ): Promise<CompaniesPage> => {
    if (cursor !== null && !/^\w{1,100}$/.test(cursor)) throw new CrmError('refused', 'not a cursor of ours');
    const query = new URLSearchParams({
      limit: String(PAGE),
      properties: companyFields(call).join(','),
      ...(cursor === null ? {} : { after: cursor }),
    });
    const path = `/crm/objects/${VERSION}/companies?${query}`;
    const { results, paging } = await client.request('GET', path, undefined, listSchema, call);
    return { companies: results.map((each) => toCompany(each, call)), cursor: paging?.next?.after ?? null };
  };
}
