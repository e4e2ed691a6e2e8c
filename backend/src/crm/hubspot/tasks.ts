import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { TaskMethods } from '../contract/tasks.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { missingScopes } from './errors.ts';
import type { HubSpotTokens } from './tokens.ts';

/** HubSpot has no right of its own for tasks: they go with contacts. */
const TASK_SCOPE = 'crm.objects.contacts.write';
const path = `/crm/objects/${VERSION}/tasks`;

/** Tasks of HubSpot. They have no owner: an owner's id is not that of the user, and asking for it takes one more right. */
export function taskWriter(client: HubSpotClient, tokens: Pick<HubSpotTokens, 'facts'>): TaskMethods {
  async function mayWrite({ account }: CrmCall): Promise<void> {
    const granted = (await tokens.facts(account))?.scopes?.split(' ');
    if (granted && !granted.includes(TASK_SCOPE)) throw missingScopes([TASK_SCOPE]);
  }
  return {
    async createTask({ title, text, due, urgent }, call) {
      await mayWrite(call);
      const properties = {
        hs_task_subject: title,
        hs_task_body: text,
        hs_timestamp: due.toISOString(),
        hs_task_status: 'NOT_STARTED',
        hs_task_priority: urgent ? 'HIGH' : 'MEDIUM',
        hs_task_type: 'TODO',
      };
      return (await client.request('POST', path, { properties }, z.object({ id: z.string() }), call)).id;
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
        .catch((error: unknown) => {
          if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
        });
    },
  };
}
