import type { CrmCall, CrmGap } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { batchSchema, type HubSpotObject } from './schemas.ts';

/** Objects are read in batches of at most this many. */
const BATCH = 100;
const names: Readonly<Record<string, string>> = {
  companies: 'company',
  contacts: 'contact',
  quotes: 'quote',
  line_items: 'line item',
  discounts: 'discount',
  fees: 'fee',
  taxes: 'tax',
};
export type Read = { objects: HubSpotObject[]; gaps: CrmGap[] };

/** Objects by their ids, in the ids' order. What HubSpot does not give, with an error in a 207 or without a word, is a gap that names it. */
export const batchReader =
  (client: HubSpotClient) =>
  async (type: string, ids: readonly string[], properties: readonly string[], call: CrmCall): Promise<Read> => {
    const found: HubSpotObject[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      const inputs = ids.slice(from, from + BATCH).map((id) => ({ id }));
      const path = `/crm/objects/${VERSION}/${type}/batch/read`;
      found.push(...(await client.request('POST', path, { inputs, properties }, batchSchema, call)).results);
    }
    const byId = new Map(found.map((each) => [each.id, each]));
    return {
      objects: ids.flatMap((id) => byId.get(id) ?? []),
      gaps: ids
        .filter((id) => !byId.has(id))
        .map((id) => ({ kind: 'unreadable', what: `${names[type] ?? type} ${id}`, lineId: null })),
    };
  };
export type BatchReader = ReturnType<typeof batchReader>;
