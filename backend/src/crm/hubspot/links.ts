import { boundLines } from '../contract/bounds.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { associationsSchema, type HubSpotObject } from './schemas.ts';

/** `primary`: the deal's own company among several. */
export type Linked = { id: string; primary: boolean };
/** A deal's primary company has this type beside the one that every company has. Source: `AssociationTypes` of HubSpot's client 14. */
const PRIMARY_TYPE_ID = 5;
const PRIMARY_NAME = 'deal_to_company';
/** More pages than any record has; an end to a list that has none. */
const PAGES = 200;

function merged(all: readonly Linked[]): Linked[] {
  const primary = new Set(all.filter((each) => each.primary).map(({ id }) => id));
  return [...new Set(all.map(({ id }) => id))].map((id) => ({ id, primary: primary.has(id) }));
}
type Answer = {
  results: readonly { to: readonly { toObjectId: string; associationTypes: readonly { typeId: number }[] }[] }[];
};
export const toLinked = (to: Answer['results'][number]['to']): Linked[] =>
  to.map(({ toObjectId, associationTypes }) => ({
    id: toObjectId,
    primary: associationTypes.some(({ typeId }) => typeId === PRIMARY_TYPE_ID),
  }));
/** The deal's own company; null where several are linked and none of them is the primary one: a guess would be somebody else's order. */
export const primaryOf = (companies: readonly Linked[]): string | null =>
  (companies.find(({ primary }) => primary) ?? (companies.length === 1 ? companies[0] : undefined))?.id ?? null;

/** One page of associations of each. That an object has none is among the errors of a 207; any other error there is a part that is missing. */
export async function readAssociations(
  client: HubSpotClient,
  from: string,
  to: string,
  inputs: readonly { id: string; after?: string }[],
  call: CrmCall,
) {
  const path = `/crm/associations/${VERSION}/${from}/${to}/batch/read`;
  const answer = await client.request('POST', path, { inputs }, associationsSchema, call);
  const missing = answer.errors.find(({ subCategory = '' }) => !subCategory.includes('NO_ASSOCIATIONS'));
  if (missing)
    throw new CrmError('drift', `HubSpot: ${to} of some ${from} cannot be read`, { words: missing.message ?? null });
  return answer;
}

export function linkReader(client: HubSpotClient) {
  async function all(from: string, id: string, to: string, call: CrmCall): Promise<Linked[]> {
    const found: Linked[] = [];
    let after: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { results } = await readAssociations(
        client,
        from,
        to,
        [after === undefined ? { id } : { id, after }],
        call,
      );
      found.push(...results.flatMap((each) => toLinked(each.to)));
      if (to === 'line_items') boundLines(found.length);
      after = results[0]?.paging?.next?.after;
      if (after === undefined) return merged(found);
    }
    throw new CrmError('drift', `HubSpot: the ${to} of ${from} ${id} have no end`);
  }
  return {
    /** What an object is linked with. The object itself carries the first page only; where there are more, the list is read from its beginning. */
    async of(from: string, object: HubSpotObject, to: string, call: CrmCall): Promise<Linked[]> {
      // HubSpot writes "line items" with a blank there.
      const first = object.associations?.[to] ?? object.associations?.[to.replaceAll('_', ' ')];
      if (first?.paging?.next) return all(from, object.id, to, call);
      return merged((first?.results ?? []).map(({ id, type }) => ({ id, primary: type === PRIMARY_NAME })));
    },
  };
}
export type LinkReader = ReturnType<typeof linkReader>;
