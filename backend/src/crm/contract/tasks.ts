import type { CrmCall } from './index.ts';

/** A task for people who work in the CRM. `owner`: the CRM's id of the user whose it is; null: nobody's in particular. `due`: when it has to be done. */
export type CrmTask = { title: string; text: string; due: Date; urgent: boolean; owner: string | null };
/** `createTask` answers the task's id. A task that is gone counts as finished. */
export type TaskMethods = {
  createTask(task: CrmTask, call: CrmCall): Promise<string>;
  finishTask(id: string, call: CrmCall): Promise<void>;
};
