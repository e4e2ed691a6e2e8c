import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { part } from '../processes.ts';
import { installPeer } from './install.ts';
import { workflow } from './n8n/flow.ts';
import { openPeer, type System } from './system.ts';

// 2.41.3 names a package of its own that npm did not have on the day (@n8n/agents 0.26.2).
const VERSION = '2.40.7';

export function n8n(say: (line: string) => void): System {
  // Of its native packages only these two are needed; another one's download of a library would fail the whole installation.
  const installed = installPeer('n8n', VERSION, say, ['sqlite3', 'isolated-vm']);
  const program = join(installed, 'node_modules', 'n8n', 'bin', 'n8n');
  return {
    name: 'n8n',
    version: VERSION,
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
      openPeer(options, ({ dir, port, erpUrl, erpKey, movable }) => {
        const folder = join(dir, 'n8n');
        mkdirSync(folder, { recursive: true });
        const env = {
          N8N_USER_FOLDER: folder,
          N8N_PORT: String(port),
          N8N_LISTEN_ADDRESS: '127.0.0.1',
          N8N_ENCRYPTION_KEY: 'nothing-is-kept-here',
          N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false',
          N8N_DIAGNOSTICS_ENABLED: 'false',
          N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
          N8N_TEMPLATES_ENABLED: 'false',
          N8N_PERSONALIZATION_ENABLED: 'false',
          EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'true',
          ERP_URL: erpUrl,
          ERP_KEY: erpKey,
        };
        const file = join(folder, 'workflow.json');
        writeFileSync(file, JSON.stringify([workflow]));
        for (const args of [
          ['import:workflow', `--input=${file}`],
          ['publish:workflow', `--id=${workflow.id}`],
        ]) {
          const done = spawnSync(process.execPath, [program, ...args], {
            env: { ...process.env, ...env },
            encoding: 'utf8',
          });
          if (done.status !== 0) throw new Error(`n8n ${args[0]}: ${done.stderr || done.stdout}`.slice(0, 1000));
        }
        return {
          webhook: `http://127.0.0.1:${port}/webhook/quote-accepted`,
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
          part: part({
            name: 'n8n',
            args: [program, 'start'],
            env,
            logFile: join(dir, 'logs', 'n8n.log'),
            ready: () => isPublished(`http://127.0.0.1:${port}/webhook/quote-accepted`),
            readySeconds: 240,
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
