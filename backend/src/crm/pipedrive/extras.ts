import { z } from 'zod';
import { type CrmCall, CrmError, type CrmGap } from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { PlanError } from './errors.ts';
import { type DiscountRow, discountSchema, instalmentSchema } from './schemas.ts';
import { isNotInThePlan } from './unproved.ts';

/** What stands on a deal beside its lines. A plan without the feature has none of it; any other refusal is a gap. */
export function extrasReader(client: PipedriveClient) {
  async function unlessNone<Row>(what: string, gaps: CrmGap[], read: () => Promise<Row[]>): Promise<Row[]> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof CrmError && error.kind === 'refused')) throw error;
      const isNone = error instanceof PlanError && isNotInThePlan(error.status, error.code);
      if (!isNone) gaps.push({ kind: 'unreadable', what, lineId: null });
      return [];
    }
  }
  return {
    discounts: (deal: string, gaps: CrmGap[], call: CrmCall): Promise<DiscountRow[]> =>
      unlessNone('discounts', gaps, async () => {
        const schema = z.object({ data: z.array(discountSchema).nullish() });
        return (await client.request('GET', `/api/v2/deals/${deal}/discounts`, undefined, schema, call)).data ?? [];
      }),
    instalments: (deal: string, gaps: CrmGap[], call: CrmCall) =>
      unlessNone('instalments', gaps, () =>
        client.all('/api/v2/deals/installments', { deal_ids: deal }, instalmentSchema, call),
      ),
  };
}
