// `npm start`: the whole product on this machine. Demo ERP, playground (CRM page, gateway, HubSpot stand-in) and backend,
// each its own process, as they would be in life. `--role=web|worker` starts only the backend, for many on Postgres.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { at, playgroundEnv } from '../extension/playground/env.ts';

const args = process.argv.slice(2);
if (existsSync('.env')) process.loadEnvFile('.env');
const erpAt = args.findIndex((arg) => arg === '--erp' || arg.startsWith('--erp='));
// Only when asked for: it brings the labs along, which would stay in the launcher's memory.
const erp =
  erpAt < 0 ? null : await (await import('./real-erp.ts')).realErp(args[erpAt]?.split('=')[1] ?? args[erpAt + 1] ?? '');
const role = args.find((arg) => arg.startsWith('--role='))?.slice('--role='.length);
const began = performance.now();

const port = {
  backend: process.env.PORT ?? '8787',
  erp: process.env.DEMO_ERP_PORT ?? '8790',
  page: process.env.PLAYGROUND_PORT ?? '8788',
};
// A real ERP's playground has deals of its own.
// `--fresh` starts with an empty database and CRM each time, to walk the whole installation.
const isFresh = args.includes('--fresh');
const data = resolve(
  process.env.BACKROOM_DATA ?? (isFresh ? join('.data', 'fresh') : erp ? join('.data', erp.name) : '.data'),
);
if (isFresh && !process.env.BACKROOM_DATA) rmSync(data, { recursive: true, force: true });
mkdirSync(data, { recursive: true });

const env = {
  ...playgroundEnv({ ...port, data, crms: process.env.PLAYGROUND_CRMS?.split(',') }),
  ...(isFresh ? { PLAYGROUND_FRESH: '1' } : {}),
  ...erp?.env,
};

const children: ChildProcess[] = [];
let stopping = false;
function run(name: string, file: string, more: string[] = []): ChildProcess {
  // Heap limits keep the three together small; a card page needs none of the default gigabytes.
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'];
  const child = spawn(process.execPath, [...flags, file, ...more], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: role ? process.env : { ...process.env, ...env },
  });
  child.on('exit', (code) => {
    if (stopping) return;
    console.error(`${name} ended (${code ?? 'by a signal'}); stopping the rest.`);
    stop(code || 1);
  });
  children.push(child);
  return child;
}
function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  const hard = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
    process.exit(code);
  }, 12_000);
  Promise.all(
    children.map((child) =>
      child.exitCode !== null || child.signalCode ? null : new Promise((done) => child.once('exit', done)),
    ),
  )
    .then(() => erp?.stop())
    .finally(() => {
      clearTimeout(hard);
      process.exit(code);
    });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));

async function answers(url: string, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && !stopping) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

if (role) {
  run('backend', join('backend', 'src', 'main.ts'), args);
} else {
  if (!erp) run('demo ERP', join('backend', 'demo-erp', 'src', 'main.ts'));
  run('backend', join('extension', 'playground', 'server', 'backend.ts'));
  // The page server starts without the built cards: it needs them when a browser asks.
  run('playground', join('extension', 'playground', 'server', 'main.ts'));
  const build = run('build', join('extension', 'playground', 'build', 'main.ts'));
  build.removeAllListeners('exit');
  const built = await new Promise<number | null>((done) => build.once('exit', done));
  children.splice(children.indexOf(build), 1);
  if (built !== 0) {
    console.error('The cards could not be built; the lines above say why.');
    stop(1);
  } else {
    const ready = await Promise.all([
      answers(`${at(port.page)}/__crm/deals`, 60),
      // A real ERP is asked for its customers and products first.
      answers(`${at(port.backend)}/readyz`, erp ? 180 : 60),
      erp ? true : answers(`${at(port.erp)}/stats`, 60),
    ]);
    if (ready.every(Boolean)) {
      console.log(
        `\nBackroom is ready after ${((performance.now() - began) / 1000).toFixed(1)} s.\n\n${isFresh ? `  Install     ${at(port.page)}/marketplace (HubSpot), ${at(port.page)}/appexchange (Salesforce)\n` : ''}  Open        ${at(port.page)}/\n  Order desk  ${at(port.page)}/desk\n\n${erp ? `The ERP is ${erp.name} at ${erp.url} .` : `The demo ERP shows its orders at ${at(port.erp)}/ .`} Stop with Ctrl+C; everything is kept in ${data}.`,
      );
    } else if (!stopping) {
      console.error('A part did not come up in time; its lines above say why.');
      stop(1);
    }
  }
}
