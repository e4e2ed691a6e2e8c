// `npm test`: static checks, then every test. The last line is the sum, for `.ci/run` and for people.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { labProblem } from '../test/labs/tryton/lab.ts';
import { runChecks } from './check.ts';
import { ensureChromium } from './chromium.ts';

const only = process.argv.slice(2);
// A machine's first Tryton takes minutes (packages, modules, data): it is made beside the checks. Tests that want it wait for it.
if (only.length === 0 && labProblem() === null)
  spawn('nice', ['test/labs/tryton/up', '--prepare'], { stdio: 'ignore', detached: true }).unref();
const checks = only.length === 0 ? await runChecks() : { passed: 0, failed: 0 };
const chromium = ensureChromium();

mkdirSync('test/.output', { recursive: true });
const report = 'test/.output/vitest.json';
rmSync(report, { force: true });
const run = spawnSync(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
  { stdio: 'inherit', env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}) } },
);

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number };
let tests: Report = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 0 };
try {
  tests = JSON.parse(readFileSync(report, 'utf8')) as Report;
} catch {
  console.log('The test runner left no report: counted as one failure.');
}
const broken = run.status === 0 ? 0 : Math.max(1, tests.numFailedTests);
const passed = checks.passed + tests.numPassedTests;
const failed = checks.failed + broken;
console.log(`${passed} passed, ${failed} failed, ${tests.numPendingTests} skipped`);
process.exit(failed === 0 ? 0 : 1);
