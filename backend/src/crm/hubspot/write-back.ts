import { z } from 'zod';
import { type CrmCall, CrmError, type WriteBack, type WriteBackField } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { nameOf, properties } from './fields.ts';

const any = z.unknown();

/** The rights that a write-back needs; both are optional at installation. */
export const writeScopes = { deal: 'crm.objects.deals.write', company: 'crm.objects.companies.write' } as const;

/** HubSpot empties a property with the empty string. */
export function toProperties(fields: WriteBack): Record<string, string> {
  const entries = Object.entries(fields) as [WriteBackField, WriteBack[WriteBackField]][];
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        nameOf(key),
        value === null ? '' : typeof value === 'object' ? value.amount : String(value),
      ]),
  );
}

/** Creates the group and the properties where they are missing; what is there stays as it is. */
export async function prepare(client: HubSpotClient, call: CrmCall): Promise<void> {
  for (const [type, wanted] of Object.entries(properties)) {
    const existing = await client.request(
      'GET',
      `/crm/properties/${VERSION}/${type}`,
      undefined,
      z.object({ results: z.array(z.object({ name: z.string() })) }),
      call,
    );
    const missing = wanted.filter(({ name }) => !existing.results.some((each) => each.name === name));
    if (missing.length === 0) continue;
    await client
      .request('POST', `/crm/properties/${VERSION}/${type}/groups`, { name: 'backroom', label: 'Backroom' }, any, call)
      .catch((error: unknown) => {
        // "Already exists" is what we wanted.
        if (!(error instanceof CrmError && error.kind === 'refused')) throw error;
      });
    await client.request(
      'POST',
      `/crm/properties/${VERSION}/${type}/batch/create`,
      { inputs: missing.map((each) => ({ ...each, groupName: 'backroom' })) },
      any,
      call,
    );
  }
}
