import { z } from 'zod';
import { type CrmAdapter, CrmError } from '../contract/index.ts';
import { type SalesforceClient, VERSION } from './client.ts';
import type { Describer } from './describe.ts';
import { text } from './rows.ts';

const recordTypesSchema = z.object({
  recordTypeInfos: z
    .array(z.object({ recordTypeId: z.string(), name: z.string(), active: z.boolean(), master: z.boolean() }))
    .default([]),
});
const quoteId = /^0Q0[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/;

/** What automation needs of an org beside records: which opportunity a quote is of, and the record types to choose among. */
export function automationOf(
  client: SalesforceClient,
  describe: Describer,
): Required<Pick<CrmAdapter, 'dealOfQuote' | 'pipelines'>> {
  return {
    async dealOfQuote(quote, call) {
      if (!quoteId.test(quote)) throw new CrmError('not_found', 'no id of a quote');
      const fields = await describe.fields('Quote', call);
      if (!fields?.has('OpportunityId')) return null;
      const { quotes } = await client.queries(
        { quotes: `SELECT Id, OpportunityId FROM Quote WHERE Id = '${quote}'` },
        call,
      );
      return text(quotes[0], 'OpportunityId');
    },
    async pipelines(call) {
      const path = `/services/data/v${VERSION}/sobjects/Opportunity/describe`;
      const { recordTypeInfos } = await client.request('GET', path, undefined, recordTypesSchema, call);
      // The master type is that of every record in an org that made none.
      return recordTypeInfos
        .filter(({ active, master }) => active && !master)
        .map(({ recordTypeId, name }) => ({ id: recordTypeId, label: name }));
    },
  };
}
