import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbedded } from '../../backend/test/databases.ts';
import { freePorts } from './ports.ts';

const root = join(import.meta.dirname, '..', '..');

/** The whole product as `npm start` runs it, on its own ports and its own data. */
export type Product = {
  pageUrl: string;
  erpUrl: string;
  backendUrl: string;
  dataDir: string;
  /** From spawn to "ready", in milliseconds. */
  startedInMs: number;
  log: () => string;
  stop: () => Promise<void>;
  /** The same data and ports again. */
  restart: (env?: Record<string, string>) => Promise<void>;
  /** Waits until it has ended by itself. */
  ended: () => Promise<void>;
  remove: () => Promise<void>;
  pid: () => number;
  /** What is to go wrong at the demo ERP from now on; see its page. */
  switches: (value: object) => Promise<unknown>;
};

/**
 * For a journey that does in seconds what takes a person minutes: HubSpot's limit of calls in ten seconds is not its subject, and would be met on a fast machine
 * alone.
 */
export const unhurried: Record<string, string> = { PLAYGROUND_CRM_LIMIT: '5000' };

/**
 * Starts the product with HubSpot and Salesforce. `env.PLAYGROUND_CRMS` names further CRMs. `args`: as after `npm start --`. `at`: the checkout, where it is
 * another one. `isFirst`: the product makes its database itself, which takes seconds; with `--fresh` it always does.
 */
export async function startProduct(
  env: Record<string, string> = {},
  args: readonly string[] = [],
  at: string = root,
  isFirst = false,
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backroom-'));
  if (at === root && !isFirst && !args.includes('--fresh')) await copyEmbedded(join(dataDir, 'backend'));
  const [backend, erp, page] = await freePorts(3);
  let output = '';
  let child: ChildProcess;

  async function start(more: Record<string, string> = {}): Promise<number> {
    const began = performance.now();
    child = spawn(process.execPath, [join(at, '.tools', 'start.ts'), ...args], {
      cwd: at,
      // Its own process group, so that a failed test leaves nothing behind.
      detached: true,
      env: {
        ...process.env,
        BACKROOM_DATA: dataDir,
        PORT: String(backend),
        DEMO_ERP_PORT: String(erp),
        PLAYGROUND_PORT: String(page),
        PLAYGROUND_CRMS: '',
        ...env,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((ready, fail) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Backroom is ready')) ready();
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => fail(new Error(`the product ended with ${code}:\n${output}`)));
    });
    return performance.now() - began;
  }
  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.removeAllListeners('exit');
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await Promise.race([ended, gone]);
  }

  const startedInMs = await start();
  return {
    switches: (value) =>
      fetch(`http://127.0.0.1:${erp}/switches`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      }),
    pageUrl: `http://127.0.0.1:${page}`,
    erpUrl: `http://127.0.0.1:${erp}`,
    backendUrl: `http://127.0.0.1:${backend}`,
    dataDir,
    startedInMs,
    log: () => output,
    stop,
    async restart(more) {
      await stop();
      output = '';
      await start(more);
    },
    async ended() {
      if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done));
    },
    async remove() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    pid: () => child.pid ?? 0,
  };
}
