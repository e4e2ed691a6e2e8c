// Static checks: types, formatting and lint, import directions, unused code. Each is a failure, not advice.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** One thread each: four threads of `tsc` make most types four times. Two checks run at a time, the longest first. */
const types = (project: string): readonly [command: string, ...args: string[]] => [
  'tsc',
  '-p',
  project,
  '--checkers',
  '1',
];
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types: backend and demo ERP', ...types('backend/tsconfig.json')],
  // Tests start the playground: one program reads both, and the backend once.
  ['types: playground, tests and tools', ...types('test/tsconfig.json')],
  ['types: shared', ...types('shared/tsconfig.json')],
  ['types: panels', ...types('extension/panels/tsconfig.json')],
  ['types: HubSpot cards', ...types('extension/hubspot/tsconfig.json')],
  ['types: Salesforce package', ...types('extension/salesforce/tsconfig.json')],
  ['types: embed', ...types('extension/embed/tsconfig.json')],
  ['format and lint', 'biome', 'check', '.'],
  ['import directions', 'depcruise', '--config', '.dependency-cruiser.mjs', 'shared/src', 'backend', 'extension'],
  ['unused files, exports and dependencies', 'knip', '--no-progress'],
];

const run = promisify(execFile);
const output = { maxBuffer: 64 * 1024 * 1024 };

type Say = (line: string) => void;
async function isOk([name, command, ...args]: (typeof checks)[number], say: Say): Promise<boolean> {
  const started = performance.now();
  const { failure, stdout, stderr } = await run(command, args, output).then(
    (told) => ({ ...told, failure: '' }),
    (error: Error & { stdout?: string; stderr?: string }) => ({
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? '',
      failure: error.message,
    }),
  );
  // A checker that understood nothing finds nothing: the import directions once passed with no module read.
  const blind = command === 'depcruise' && !/\d{3} modules/.test(stdout);
  const ok = failure === '' && !blind;
  say(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) say(stdout || stderr || failure);
  return ok;
}

export async function runChecks(say: Say = console.log): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks];
  let failed = 0;
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await isOk(next, say))) failed += 1;
  }
  await Promise.all([work(), work()]);
  return { passed: checks.length - failed, failed };
}

if (import.meta.main) process.exit((await runChecks()).failed === 0 ? 0 : 1);
