import { type CrmAdapter, CrmError, type WriteBack } from '@backroom/backend/crm/contract/index';
import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { toyClient } from './client.ts';
import { companyRecord, dealOf } from './record.ts';
import { companyRow, dealRow } from './schemas.ts';
import type { ToyTokens } from './tokens.ts';

/** Only an id of the CRM's own form reaches its API. */
function pathOf({ type, id }: RecordRef): string {
  if (!/^\d{1,10}$/.test(id)) throw new CrmError('not_found', `${id} is no id of this CRM`);
  return type === 'deal' ? `/deals/${id}` : `/companies/${id}`;
}
/** What stands under the CRM's own names; what is absent is left as it is. */
const propertiesOf = ({ orderTotal, erpCustomerNumber, ...fields }: WriteBack) => ({
  ...fields,
  ...(orderTotal === undefined ? {} : { orderTotal: orderTotal?.amount ?? null }),
  ...(erpCustomerNumber === undefined ? {} : { customerNumber: erpCustomerNumber }),
});

export function createToyCrm(app: { url: string }, tokens: ToyTokens): CrmAdapter {
  const client = toyClient(app, tokens);
  return {
    crm: 'toy',
    async record(ref, call) {
      const path = pathOf(ref);
      return ref.type === 'deal'
        ? dealOf(await client.request('GET', path, undefined, dealRow, call), call.quote ?? null)
        : companyRecord(await client.request('GET', path, undefined, companyRow, call));
    },
    async writeBack(ref, fields, call) {
      await client.request('PATCH', pathOf(ref), propertiesOf(fields), z.unknown(), call);
    },
    pages: async () => (ref) => `${app.url}${pathOf(ref)}`,
    // Every record of this CRM has the properties that are written.
    prepare: async () => {},
    async uninstall(call) {
      await client.request('DELETE', '/grant', undefined, z.unknown(), call);
    },
  };
}
