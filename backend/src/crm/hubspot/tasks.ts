import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { TaskMethods } from '../contract/tasks.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { missingScopes } from './errors.ts';
import type { HubSpotTokens } from './tokens.ts';

/** HubSpot has no right of its own for tasks: they go with contacts. */
const TASK_SCOPE = 'crm.objects.contacts.write';
const path = `/crm/objects/${VERSION}/tasks`;

/** A task's record, by HubSpot's association types. Source: `AssociationTypes` of HubSpot's client 14. */
const associationTypes = { deal: 216, company: 192 } as const;
const associationOf = ({ type, id }: RecordRef) => ({
  to: { id },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: associationTypes[type] }],
});
const foundSchema = z.object({ results: z.array(z.object({ id: z.string() })) });
function unlessGone(error: unknown): void {
  if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
}

/** Tasks of HubSpot. They have no owner: an owner's id is not that of the user, and asking for it takes one more right. */
export function taskWriter(client: HubSpotClient, tokens: Pick<HubSpotTokens, 'facts'>): TaskMethods {
  async function mayWrite({ account }: CrmCall): Promise<void> {
    const granted = (await tokens.facts(account))?.scopes?.split(' ');
    if (granted && !granted.includes(TASK_SCOPE)) throw missingScopes([TASK_SCOPE]);
  }
  return {
    async createTask({ title, text, due, urgent, about, done }, call) {
      await mayWrite(call);
      const properties = {
        hs_task_subject: title,
        hs_task_body: text,
        hs_timestamp: due.toISOString(),
        hs_task_status: done ? 'COMPLETED' : 'NOT_STARTED',
        hs_task_priority: urgent ? 'HIGH' : 'MEDIUM',
        hs_task_type: 'TODO',
      };
      const body = { properties, ...(about ? { associations: [associationOf(about)] } : {}) };
      return (await client.request('POST', path, body, z.object({ id: z.string() }), call)).id;
    },
    async findTask({ title, about }, call) {
      await mayWrite(call);
      if (!about) return null;
      const filters = [
        { propertyName: 'hs_task_subject', operator: 'EQ', value: title },
        { propertyName: `associations.${about.type}`, operator: 'EQ', value: about.id },
      ];
      const asked = { filterGroups: [{ filters }], limit: 1, properties: ['hs_task_subject'] };
      return (await client.request('POST', `${path}/search`, asked, foundSchema, call)).results[0]?.id ?? null;
    },
    async removeTask(id, call) {
      await mayWrite(call);
      await client
        .request('DELETE', `${path}/${encodeURIComponent(id)}`, undefined, z.unknown(), call)
        .catch(unlessGone);
    },
    async finishTask(id, call) {
      await mayWrite(call);
      await client
        .request(
          'PATCH',
          `${path}/${encodeURIComponent(id)}`,
          { properties: { hs_task_status: 'COMPLETED' } },
          z.unknown(),
          call,
        )
        .catch(unlessGone);
    },
  };
}
