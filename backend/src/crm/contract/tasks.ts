import type { RecordRef } from '@backroom/shared';
import type { CrmCall } from './index.ts';

/**
 * A task for people who work in the CRM. `owner`: the CRM's id of the user whose it is; null: nobody's in particular. `due`: when it has to be done. `about`:
 * the record that it stands on. `done`: it only tells what happened, and is finished from its beginning.
 */
export type CrmTask = {
  title: string;
  text: string;
  due: Date;
  urgent: boolean;
  owner: string | null;
  about?: RecordRef;
  done?: boolean;
};
/** `createTask` answers the task's id. A task that is gone counts as finished. */
export type TaskMethods = {
  createTask(task: CrmTask, call: CrmCall): Promise<string>;
  finishTask(id: string, call: CrmCall): Promise<void>;
  /** The task with this title on its record; null: there is none. */
  findTask(task: CrmTask, call: CrmCall): Promise<string | null>;
  /** A task that is gone counts as removed. */
  removeTask(id: string, call: CrmCall): Promise<void>;
};
