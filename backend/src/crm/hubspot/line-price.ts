import { z } from 'zod';
import type { CrmAdapter, CrmCall } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { missingScopes } from './errors.ts';
import type { HubSpotTokens } from './tokens.ts';

const SCOPE = 'crm.objects.line_items.write';

/** Writes the price of a deal's own line. HubSpot empties a property with the empty string. */
export function linePricer(client: HubSpotClient, tokens: HubSpotTokens): Required<Pick<CrmAdapter, 'setLinePrice'>> {
  return {
    async setLinePrice({ id }, { unitPrice, discountPercent, discountAmount }, call: CrmCall) {
      const granted = (await tokens.facts(call.account))?.scopes?.split(' ');
      if (granted && !granted.includes(SCOPE)) throw missingScopes([SCOPE]);
      const properties = {
        price: unitPrice ?? '',
        hs_discount_percentage: discountPercent ?? '',
        discount: discountAmount ?? '',
      };
      const path = `/crm/objects/${VERSION}/line_items/${encodeURIComponent(id)}`;
      await client.request('PATCH', path, { properties }, z.unknown(), call);
    },
  };
}
