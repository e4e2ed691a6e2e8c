import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../../support/ports.ts';
import { type Part, type PartOptions, part } from '../../processes.ts';
import { installPeer } from '../install.ts';

/** 2.41.3 names a package of its own that npm did not have on the day (@n8n/agents 0.26.2). */
export const N8N = '2.40.7';
const START_SECONDS = 240;

type N8nOptions = Pick<PartOptions, 'env' | 'logFile' | 'ready'> & {
  /** Where it keeps its database. */
  folder: string;
  port: number;
  workflow: { id: string };
  movable?: boolean;
};

/** The program of n8n, installed once. */
export function installN8n(say: (line: string) => void): string {
  // Of its native packages only these two are needed; another one's download of a library would fail the whole installation.
  const installed = installPeer('n8n', N8N, say, ['sqlite3', 'isolated-vm']);
  return join(installed, 'node_modules', 'n8n', 'bin', 'n8n');
}

/** n8n on its SQLite and on loopback, with one workflow imported and published. Nobody is told anything about it. */
export async function n8nPart(
  program: string,
  { folder, port, workflow, movable, ...options }: N8nOptions,
): Promise<Part> {
  // Its Code nodes run in a process of their own, which it reaches here.
  const [brokerPort = 0] = await freePorts(1);
  mkdirSync(folder, { recursive: true });
  const env = {
    // A test runner calls it `test`, and n8n then starts as its own tests want it.
    NODE_ENV: 'production',
    N8N_USER_FOLDER: folder,
    N8N_PORT: String(port),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_ENCRYPTION_KEY: 'nothing-is-kept-here',
    N8N_BLOCK_ENV_ACCESS_IN_NODE: 'false',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    ...options.env,
  };
  const file = join(folder, 'workflow.json');
  writeFileSync(file, JSON.stringify([workflow]));
  for (const args of [
    ['import:workflow', `--input=${file}`],
    ['publish:workflow', `--id=${workflow.id}`],
  ]) {
    const done = spawnSync(process.execPath, [program, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`n8n ${args[0]}: ${done.stderr || done.stdout}`.slice(0, 1000));
  }
  return part({
    ...options,
    name: 'n8n',
    args: [program, 'start'],
    env,
    readySeconds: START_SECONDS,
    ...(movable === undefined ? {} : { movable }),
  });
}
