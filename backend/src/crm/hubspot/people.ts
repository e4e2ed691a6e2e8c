import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';

/** A former version of the API gave the text "false". */
const truth = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const userSchema = z.object({ superAdmin: truth.optional() });
const permitted = z.object({ permittedUsers: z.array(z.coerce.string()) });
const permittedSchema = z.object({
  resources: z.record(
    z.string(),
    z.object({ 'crm-object:VIEW': permitted.optional(), 'crm-object:EDIT': permitted.optional() }),
  ),
});
const objectTypes = { deal: '0-3', company: '0-2' } as const;
const isKind = (error: unknown, ...kinds: CrmError['kind'][]) =>
  error instanceof CrmError && kinds.includes(error.kind);

/** What HubSpot tells of a user's rights. Null where the account's grant does not allow to ask. */
export function peopleReader(client: HubSpotClient) {
  /** A beta of HubSpot's, at its one path. A record that its answer does not name is open to nobody. */
  async function permittedTo(right: 'VIEW' | 'EDIT', ref: RecordRef, call: CrmCall) {
    const portal = call.account.replace(/^hubspot:/, '');
    const name = `hcrn:${portal}:crm-object:${objectTypes[ref.type]}:${ref.id}`;
    try {
      const path = `/resource-permissions/v3/permitted-users?resource=${encodeURIComponent(name)}`;
      const { resources } = await client.request('GET', path, undefined, permittedSchema, call);
      return new Set(resources[name]?.[`crm-object:${right}`]?.permittedUsers);
    } catch (error) {
      if (isKind(error, 'unauthorised', 'not_found', 'refused', 'drift')) return null;
      throw error;
    }
  }
  return {
    async isAdmin(userId: string, call: CrmCall): Promise<boolean | null> {
      try {
        const path = `/settings/users/${VERSION}/${encodeURIComponent(userId)}`;
        return (await client.request('GET', path, undefined, userSchema, call)).superAdmin === true;
      } catch (error) {
        if (isKind(error, 'unauthorised')) return null;
        if (isKind(error, 'not_found', 'refused')) return false;
        throw error;
      }
    },
    viewers: (ref: RecordRef, call: CrmCall) => permittedTo('VIEW', ref, call),
    editors: (ref: RecordRef, call: CrmCall) => permittedTo('EDIT', ref, call),
  };
}
