// Static checks: types, formatting and lint, import directions, unused code. Each is a failure, not advice.
import { spawnSync } from 'node:child_process';

const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types: shared', 'tsc', '-p', 'shared/tsconfig.json'],
  ['types: backend and demo ERP', 'tsc', '-p', 'backend/tsconfig.json'],
  ['types: panels', 'tsc', '-p', 'extension/panels/tsconfig.json'],
  ['types: HubSpot cards', 'tsc', '-p', 'extension/hubspot/tsconfig.json'],
  ['types: Salesforce package', 'tsc', '-p', 'extension/salesforce/tsconfig.json'],
  ['types: embed', 'tsc', '-p', 'extension/embed/tsconfig.json'],
  // Tests start the playground: one program reads both, and the backend once.
  ['types: playground, tests and tools', 'tsc', '-p', 'test/tsconfig.json'],
  ['format and lint', 'biome', 'check', '.'],
  ['import directions', 'depcruise', '--config', '.dependency-cruiser.mjs', 'shared/src', 'backend', 'extension'],
  ['unused files, exports and dependencies', 'knip', '--no-progress'],
];

export function runChecks(): { passed: number; failed: number } {
  let failed = 0;
  for (const [name, command, ...args] of checks) {
    const started = performance.now();
    const result = spawnSync(command, args, { encoding: 'utf8' });
    // A checker that understood nothing finds nothing: the import directions once passed with no module read.
    const blind = command === 'depcruise' && !/\d{3} modules/.test(result.stdout ?? '');
    const ok = result.status === 0 && !blind;
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (!ok) {
      failed += 1;
      console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`);
    }
  }
  return { passed: checks.length - failed, failed };
}

if (import.meta.main) process.exit(runChecks().failed === 0 ? 0 : 1);
