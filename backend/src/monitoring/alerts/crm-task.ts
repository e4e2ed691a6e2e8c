import type { AccountId } from '@backroom/shared';
import { alertTranslator } from '@backroom/shared/messages/alerts';
import type { CrmTask } from '../../crm/contract/tasks.ts';
import type { Db } from '../../store/open.ts';
import type { Message } from './outbox.ts';
import { alertText, placeOf } from './text.ts';

/** The CRM's tasks, whichever CRM it is. Null where the account's CRM takes none. */
export type CrmTasks = (account: AccountId) => Promise<{
  create: (task: CrmTask) => Promise<string>;
  finish: (id: string) => Promise<void>;
} | null>;
type About = { origin: string; timeZone: string; owner: string | null; now: Date };

/** Keeps one task in the CRM for each alert: created when it is raised, finished when it is solved. */
export function crmTasks(db: Db, tasksOf: CrmTasks) {
  const alertOf = (account: AccountId, id: string) =>
    db.selectFrom('alerts').select('task').where('account', '=', account).where('id', '=', id).executeTakeFirst();
  return async function send(message: Message, { origin, timeZone, owner, now }: About): Promise<void> {
    const { account, items, kind, locale } = message;
    const tasks = await tasksOf(account);
    if (!tasks) throw Object.assign(new Error('this CRM takes no tasks'), { kind: 'no_tasks' });
    const due = now;
    if (kind === 'test') {
      const a = alertTranslator(locale);
      await tasks.create({
        title: a('mail.test'),
        text: `${a('mail.test_text')}\n\n${origin}/desk/alerts`,
        due,
        urgent: false,
        owner,
      });
      return;
    }
    for (const item of items) {
      const known = (await alertOf(account, item.id))?.task ?? null;
      if (item.news === 'solved') {
        if (known !== null) await tasks.finish(known);
        continue;
      }
      // A reminder of an alert is not a second task: the first one is still open.
      if (known !== null) continue;
      const { title, since, todo } = alertText(locale, timeZone, item);
      const text = [since, todo, `${origin}${placeOf(item)}`].join('\n\n');
      const task = await tasks.create({
        title: `Backroom: ${title}`,
        text,
        due,
        urgent: item.level === 'critical',
        owner,
      });
      await db.updateTable('alerts').set({ task }).where('account', '=', account).where('id', '=', item.id).execute();
    }
  };
}
/** Why the CRM did not take a task, without its words. */
export function crmProblem(error: unknown): string {
  const { kind } = error as { kind?: unknown };
  return typeof kind === 'string' ? `CRM ${kind}` : 'failed';
}
