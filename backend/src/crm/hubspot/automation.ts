import { z } from 'zod';
import type { CrmAdapter } from '../contract/index.ts';
import { convertOutputs } from './actions.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { readAssociations } from './links.ts';

const pipelinesSchema = z.object({ results: z.array(z.object({ id: z.string(), label: z.string() })) });

/** What automation needs of HubSpot beside records: which deal a quote is of, the pipelines to choose among, and answers to workflows that wait. */
export function automationOf(
  client: HubSpotClient,
): Required<Pick<CrmAdapter, 'dealOfQuote' | 'pipelines' | 'completeActions'>> {
  return {
    async dealOfQuote(quote, call) {
      const { results } = await readAssociations(client, 'quotes', 'deals', [{ id: quote }], call);
      // A quote has one deal.
      return results[0]?.to[0]?.toObjectId ?? null;
    },
    async pipelines(call) {
      const { results } = await client.request(
        'GET',
        `/crm/pipelines/${VERSION}/deals`,
        undefined,
        pipelinesSchema,
        call,
      );
      return results.map(({ id, label }) => ({ id, label }));
    },
    async completeActions(outcomes, call) {
      const inputs = outcomes.map(({ callback, ...outcome }) => ({
        callbackId: callback,
        outputFields: convertOutputs(outcome),
      }));
      await client.request('POST', `/automation/actions/callbacks/${VERSION}/complete`, { inputs }, z.unknown(), call);
    },
  };
}
