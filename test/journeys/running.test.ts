import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, startPostgres } from '../chaos/postgres.ts';
import { answers, until } from '../chaos/processes.ts';
import { freePorts } from '../support/ports.ts';

// What docs/running.md says of the processes, by its own commands.

const root = join(import.meta.dirname, '..', '..');
const settings = {
  HUBSPOT_CLIENT_ID: 'running',
  HUBSPOT_CLIENT_SECRET: 'running-secret-of-this-test',
  ENCRYPTION_KEY: Buffer.from('a key of this test, 32 bytes long').subarray(0, 32).toString('base64'),
  PUBLIC_ORIGIN: 'https://erp.example.com',
  LOG_LEVEL: 'warn',
};
type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> };
function start(role: string, more: Record<string, string | undefined>): Started {
  const { DATABASE_URL: _, ...env } = process.env;
  // As `npm start -- --role=…` does; a signal then meets what an orchestrator signals.
  const child = spawn(process.execPath, [join(root, '.tools', 'run.mjs'), 'start', `--role=${role}`], {
    cwd: root,
    env: { ...env, ...settings, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => void lines.push(String(chunk)));
  return { child, output: () => lines.join(''), ended: new Promise((done) => child.once('exit', done)) };
}

describe('web and worker processes of their own', () => {
  let dir: string;
  let database: Database;
  let web: Started;
  let worker: Started;
  let ports: number[];
  const at = (index: number, path: string) => `http://127.0.0.1:${ports[index]}${path}`;
  const statusOf = async (url: string) => (await fetch(url)).status;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'backroom-running-'));
    // Postgres runs as somebody else and has to get to its folder.
    chmodSync(dir, 0o755);
    ports = await freePorts(5);
    database = await startPostgres({ dir, port: ports[4] ?? 0 });
    const common = { DATABASE_URL: database.url, BACKROOM_DATA: dir };
    web = start('web', { ...common, PORT: String(ports[0]), METRICS_PORT: String(ports[1]) });
    worker = start('worker', { ...common, PORT: String(ports[2]), METRICS_PORT: String(ports[3]) });
  }, 120_000);
  afterAll(async () => {
    for (const each of [web, worker]) each?.child.kill('SIGTERM');
    await Promise.all([web?.ended, worker?.ended]);
    await database?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('both come up at once on an empty database, and say so where they are asked', async () => {
    const up = await Promise.all([until(answers(at(1, '/readyz')), 60_000), until(answers(at(3, '/readyz')), 60_000)]);
    expect(up, web.output() + worker.output()).toEqual([true, true]);
    expect(await statusOf(at(0, '/readyz'))).toBe(200);
    expect(await statusOf(at(3, '/healthz'))).toBe(200);
  }, 90_000);
  test('a worker answers nobody else; metrics are not on the public port', async () => {
    await expect(fetch(at(2, '/healthz'))).rejects.toThrow();
    expect(await statusOf(at(0, '/metrics'))).toBe(404);
    for (const index of [1, 3])
      expect(await (await fetch(at(index, '/metrics'))).text()).toContain('backroom_erp_call');
  });
  test('SIGTERM ends each of them, and well', async () => {
    for (const each of [web, worker]) each.child.kill('SIGTERM');
    expect(await Promise.all([web.ended, worker.ended])).toEqual([0, 0]);
  }, 30_000);
  test('without a database of its own a role is refused, in words', async () => {
    const alone = start('worker', { BACKROOM_DATA: dir });
    expect(await alone.ended).not.toBe(0);
    expect(alone.output()).toContain('needs DATABASE_URL: the embedded database serves one process only.');
  }, 60_000);

  test('without the app of any CRM it does not start, and says so', async () => {
    const none = { HUBSPOT_CLIENT_ID: undefined, HUBSPOT_CLIENT_SECRET: undefined };
    const web = start('web', { ...none, DATABASE_URL: database.url, BACKROOM_DATA: dir, PORT: String(ports[2]) });
    expect(await web.ended).not.toBe(0);
    expect(web.output()).toContain('No CRM is set');
  }, 60_000);
});
