import { z } from 'zod';
import type { CrmAdapter } from '../contract/index.ts';
import { hubspotClient, VERSION } from './client.ts';
import { recordReader } from './record.ts';
import { soldReader } from './sold.ts';
import type { HubSpotTokens } from './tokens.ts';
import { prepare, toProperties } from './write-back.ts';

/** Object types as HubSpot's own addresses name them. */
const objectTypes = { deal: '0-3', company: '0-2' } as const;

/** `appBase`: where people use HubSpot; it leads on to the region of the account. */
export function createHubSpotCrm(options: { apiBase: string; appBase: string; tokens: HubSpotTokens }): CrmAdapter {
  const client = hubspotClient(options);
  const read = recordReader(client);
  return {
    crm: 'hubspot',
    record: (ref, call) => (ref.type === 'deal' ? read.deal(ref.id, call) : read.company(ref.id, call)),
    sold: soldReader(client),
    async writeBack(ref, fields, call) {
      const type = ref.type === 'deal' ? 'deals' : 'companies';
      await client.request(
        'PATCH',
        `/crm/objects/${VERSION}/${type}/${encodeURIComponent(ref.id)}`,
        { properties: toProperties(fields) },
        z.unknown(),
        call,
      );
    },
    async pages(account) {
      const portal = account.replace(/^hubspot:/, '');
      return ({ type, id }) =>
        `${options.appBase}/contacts/${portal}/record/${objectTypes[type]}/${encodeURIComponent(id)}`;
    },
    prepare: (call) => prepare(client, call),
    async uninstall(call) {
      await client.request('DELETE', `/appinstalls/${VERSION}/external-install`, undefined, z.unknown(), call);
    },
  };
}
