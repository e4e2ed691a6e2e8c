import { z } from 'zod';
import { CrmError } from '../contract/index.ts';
import type { TaskMethods } from '../contract/tasks.ts';
import { type SalesforceClient, VERSION } from './client.ts';

const path = `/services/data/v${VERSION}/sobjects/Task`;
/** Salesforce cuts nothing: a longer subject is refused. */
const SUBJECT = 255;
const isUser = (id: string | null): id is string => id !== null && /^005[A-Za-z0-9]{12,15}$/.test(id);

/** Tasks of Salesforce, on the list of the user whose they are, else of the connected one. */
export function taskWriter(client: SalesforceClient): TaskMethods {
  return {
    async createTask({ title, text, due, urgent, owner }, call) {
      const body = {
        Subject: title.slice(0, SUBJECT),
        Description: text,
        ActivityDate: due.toISOString().slice(0, 10),
        Priority: urgent ? 'High' : 'Normal',
        Status: 'Not Started',
        ...(isUser(owner) ? { OwnerId: owner } : {}),
      };
      return (await client.request('POST', path, JSON.stringify(body), z.object({ id: z.string() }), call)).id;
    },
    async finishTask(id, call) {
      const body = JSON.stringify({ Status: 'Completed' });
      await client
        .request('PATCH', `${path}/${encodeURIComponent(id)}`, body, z.unknown(), call)
        .catch((error: unknown) => {
          if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
        });
    },
  };
}
