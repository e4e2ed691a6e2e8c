import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { until } from '../chaos/processes.ts';
import { freePorts } from '../support/ports.ts';

// What can be shown of the image and the compose file without an engine: sources, versions, settings, and that the backend starts from what is copied.

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const file = read('backend/container/Containerfile');
/** Instructions of the last stage, which is the image. */
const image = file
  .slice(file.lastIndexOf('\nFROM '))
  .split('\n')
  .flatMap((line) => {
    const [, instruction = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    return instruction ? [{ instruction, rest }] : [];
  });
const all = (wanted: string) => image.filter(({ instruction }) => instruction === wanted).map(({ rest }) => rest);
const copied = all('COPY').filter((rest) => !rest.startsWith('--from='));
const sources = copied.flatMap((rest) => rest.split(' ').slice(0, -1));
const environment = Object.fromEntries(
  all('ENV').flatMap((rest) => rest.split(' ').map((each) => each.split('=') as [string, string])),
);
const lists = (instruction: string): string[] => JSON.parse(all(instruction)[0]?.replace(/^.*?\[/, '[') ?? '[]');

test('the image has the Node of this repository, and every workspace that npm asks for', () => {
  const { workspaces, devDependencies } = JSON.parse(read('package.json'));
  const bases = [...file.matchAll(/^FROM node:(\S+?)-/gm)].map(([, version]) => version);
  expect(bases).toEqual([devDependencies.node, devDependencies.node]);
  expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  const isThere = (workspace: string) =>
    sources.some((source) => source === `${workspace}/package.json` || `${workspace}/`.startsWith(`${source}/`));
  expect(workspaces.filter((workspace: string) => !isThere(workspace))).toEqual([]);
});

test('the compose file runs that image in both roles, with settings that the backend knows', () => {
  const { services } = parse(read('backend/container/compose.yaml'), { merge: true });
  for (const role of ['web', 'worker']) {
    expect(services[role].command).toEqual([`--role=${role}`]);
    expect(
      existsSync(join(root, 'backend/container', services[role].build.context, services[role].build.dockerfile)),
    ).toBe(true);
  }
  const named = [...Object.keys(environment), ...Object.keys(services.web.environment)];
  const known = read('docs/running.md') + read('backend/src/config.ts');
  expect(named.filter((name) => name !== 'NODE_ENV' && !known.includes(name))).toEqual([]);
});

test('the backend starts from what is copied, and its health check passes', async () => {
  const at = mkdtempSync(join(tmpdir(), 'backroom-image-'));
  const [port = 0, metrics = 0] = await freePorts(2);
  for (const source of sources)
    if (!source.startsWith('package')) {
      mkdirSync(dirname(join(at, source)), { recursive: true });
      cpSync(join(root, source), join(at, source), {
        recursive: true,
        filter: (path) => !/node_modules|\.data|\.build/.test(path),
      });
    }
  symlinkSync(join(root, 'node_modules'), join(at, 'node_modules'));
  const { DATABASE_URL: _, ...own } = process.env;
  const env = {
    ...own,
    ...environment,
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: String(metrics),
    BACKROOM_DATA: join(at, 'data'),
    HUBSPOT_CLIENT_ID: 'container',
    HUBSPOT_CLIENT_SECRET: 'container-secret-of-this-test',
    ENCRYPTION_KEY: Buffer.from('a key of this test, 32 bytes long').subarray(0, 32).toString('base64'),
    PUBLIC_ORIGIN: 'https://erp.example.com',
    LOG_LEVEL: 'warn',
  };
  const [, ...args] = lists('ENTRYPOINT');
  const child = spawn(process.execPath, args, { cwd: at, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = new Promise((done) => child.once('exit', done));
  const healthy = () =>
    new Promise<boolean>((done) => {
      const [, ...check] = lists('HEALTHCHECK');
      const asked = check.map((each) => each.replace(environment.METRICS_PORT ?? '', String(metrics)));
      spawn(process.execPath, asked).once('exit', (code) => done(code === 0));
    });
  try {
    const isHealthy = await until(async () => child.exitCode !== null || (await healthy()), 90_000, 500);
    expect([isHealthy, child.exitCode, said]).toEqual([true, null, '']);
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(at, { recursive: true, force: true });
  }
}, 120_000);
