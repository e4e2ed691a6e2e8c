import { z } from 'zod';
import { type CrmAdapter, CrmError } from '../contract/index.ts';
import { rawNumber } from '../kit/exact.ts';
import { type SalesforceClient, VERSION } from './client.ts';
import type { Describer } from './describe.ts';

const sobjects = { deal: 'OpportunityLineItem', quote: 'QuoteLineItem' } as const;

/** Writes price and discount of a line. Salesforce knows no discount by amount, and keeps a synced quote and its opportunity alike by itself. */
export function linePricer(client: SalesforceClient, describe: Describer): Required<Pick<CrmAdapter, 'setLinePrice'>> {
  return {
    async setLinePrice({ from, id }, { unitPrice, discountPercent }, call) {
      const sobject = sobjects[from];
      const fields = await describe.fields(sobject, call);
      const isWritable = (name: string) => fields?.get(name)?.updateable === true;
      if (!isWritable('UnitPrice') || unitPrice === null)
        throw new CrmError('refused', `${sobject}.UnitPrice is not writable`, {
          words: `${sobject}.UnitPrice: not writable for the connected user`,
        });
      const body = {
        UnitPrice: rawNumber(unitPrice),
        // Left out where there is no such field: then there is no discount either.
        ...(isWritable('Discount') ? { Discount: discountPercent === null ? null : rawNumber(discountPercent) } : {}),
      };
      const path = `/services/data/v${VERSION}/sobjects/${sobject}/${encodeURIComponent(id)}`;
      await client.request('PATCH', path, JSON.stringify(body), z.unknown(), call);
    },
  };
}
