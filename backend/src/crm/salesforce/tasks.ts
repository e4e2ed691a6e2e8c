import { z } from 'zod';
import { CrmError } from '../contract/index.ts';
import type { TaskMethods } from '../contract/tasks.ts';
import { type SalesforceClient, VERSION } from './client.ts';
import { text as textOf } from './rows.ts';

const path = `/services/data/v${VERSION}/sobjects/Task`;
/** Salesforce cuts nothing: a longer subject is refused. */
const SUBJECT = 255;
const isUser = (id: string | null): id is string => id !== null && /^005[A-Za-z0-9]{12,15}$/.test(id);

function unlessGone(error: unknown): void {
  if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
}

/** Tasks of Salesforce, on the list of the user whose they are, else of the connected one. */
export function taskWriter(client: SalesforceClient): TaskMethods {
  return {
    async createTask({ title, text, due, urgent, owner, about, done }, call) {
      const body = {
        Subject: title.slice(0, SUBJECT),
        Description: text,
        ActivityDate: due.toISOString().slice(0, 10),
        Priority: urgent ? 'High' : 'Normal',
        Status: done ? 'Completed' : 'Not Started',
        ...(about ? { WhatId: about.id } : {}),
        ...(isUser(owner) ? { OwnerId: owner } : {}),
      };
      return (await client.request('POST', path, JSON.stringify(body), z.object({ id: z.string() }), call)).id;
    },
    async findTask({ title, about }, call) {
      if (!about || !/^[A-Za-z0-9]{15,18}$/.test(about.id)) return null;
      const subject = title.slice(0, SUBJECT).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      const soql = `SELECT Id FROM Task WHERE WhatId = '${about.id}' AND Subject = '${subject}' LIMIT 1`;
      const { tasks } = await client.queries({ tasks: soql }, call);
      return textOf(tasks[0], 'Id');
    },
    async removeTask(id, call) {
      await client
        .request('DELETE', `${path}/${encodeURIComponent(id)}`, undefined, z.unknown(), call)
        .catch(unlessGone);
    },
    async finishTask(id, call) {
      const body = JSON.stringify({ Status: 'Completed' });
      await client.request('PATCH', `${path}/${encodeURIComponent(id)}`, body, z.unknown(), call).catch(unlessGone);
    },
  };
}
