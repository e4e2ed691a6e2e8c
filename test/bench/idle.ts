// What an idle worker asks of its database, with many accounts that have nothing to do.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { createLogger } from '@backroom/backend/monitoring/logger';
import { openStore } from '@backroom/backend/store/open';
import { type Row, row } from './report.ts';

const ACCOUNTS = 10_000;
const WATCHED_MS = 60_000;

export async function benchIdle(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backroom-bench-'));
  const config = readConfig(
    {
      BACKROOM_DATA: dataDir,
      HUBSPOT_CLIENT_ID: 'bench',
      HUBSPOT_CLIENT_SECRET: 'bench-secret-not-for-production',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    },
    [],
  );
  let statements = 0;
  const store = await openStore({
    embeddedDir: config.embeddedDir,
    onStatement() {
      statements += 1;
    },
  });
  const backend = await compose(config, store, createLogger('silent'));
  try {
    const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({ id: `hubspot:${n}`, crm: 'hubspot' }));
    await store.db
      .insertInto('accounts')
      .values(accounts.map((each) => ({ ...each, state: 'connected', settings: '{}' })))
      .execute();
    await backend.startWorker();
    statements = 0;
    const cpu = process.cpuUsage();
    await new Promise((done) => setTimeout(done, WATCHED_MS));
    const asked = statements / (WATCHED_MS / 1000);
    const { user, system } = process.cpuUsage(cpu);
    const busy = (user + system) / 10 / WATCHED_MS;
    return [
      row(`statements a second of an idle worker, ${ACCOUNTS} accounts`, asked.toFixed(2), '≤ 2', asked <= 2),
      row('processor time of the same minute, embedded database included', `${busy.toFixed(1)} %`, '≤ 5 %', busy <= 5),
    ];
  } finally {
    await backend.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
