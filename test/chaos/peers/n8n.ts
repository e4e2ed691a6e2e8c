import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { workflow } from './n8n/flow.ts';
import { installN8n, N8N, n8nPart } from './n8n/process.ts';
import { openPeer, type System } from './system.ts';

export function n8n(say: (line: string) => void): System {
  const program = installN8n(say);
  return {
    name: 'n8n',
    version: N8N,
    settings: [
      'one process on its SQLite; every execution is saved, with its progress',
      '"Remove Duplicates" lets each reference pass once over all executions',
      'the webhook answers when the run is started; an error of the create goes through a wait of 5 s back to the look-up, without an end',
      'the look-up has "Retry On Fail", five tries five seconds apart, then a wait of 70 s that is kept in the database',
      'calls to the ERP end after 15 s',
    ],
    // Five tries, then the wait; it looks at what waits once a minute.
    quietMs: 180_000,
    open: (options) =>
      openPeer(options, async ({ dir, port, erpUrl, erpKey, movable }) => {
        const folder = join(dir, 'n8n');
        const webhook = `http://127.0.0.1:${port}/webhook/quote-accepted`;
        return {
          webhook,
          // A run that waits, failed or crashed is in its list; a person can start it again from there.
          async holds(reference) {
            const db = new DatabaseSync(join(folder, '.n8n', 'database.sqlite'), { readOnly: true });
            try {
              const found = db
                .prepare(
                  `select 1 from execution_entity e join execution_data d on d.executionId = e.id where e.status <> 'success' and d.data like ?`,
                )
                .get(`%${reference}%`);
              return found !== undefined;
            } finally {
              db.close();
            }
          },
          part: await n8nPart(program, {
            folder,
            port,
            workflow,
            env: { EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'true', ERP_URL: erpUrl, ERP_KEY: erpKey },
            logFile: join(dir, 'logs', 'n8n.log'),
            ready: () => isPublished(webhook),
            movable,
          }),
        };
      }),
  };
}

/** It says that it is ready before its workflows are; then it says that this one wants another method. */
async function isPublished(webhook: string): Promise<boolean> {
  try {
    const answer = await fetch(webhook, { signal: AbortSignal.timeout(2000) });
    return (await answer.text()).includes('not registered for GET');
  } catch {
    return false;
  }
}
