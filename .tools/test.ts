// `npm test`: static checks beside every test. The last line is the sum, for `.ci/run` and for people.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { labProblem } from '../test/labs/tryton/lab.ts';
import { runChecks } from './check.ts';
import { ensureChromium } from './chromium.ts';

const only = process.argv.slice(2);
// A machine's first Tryton takes minutes (packages, modules, data): it is made beside the checks. Tests that want it wait for it.
if (only.length === 0 && labProblem() === null)
  spawn('nice', ['test/labs/tryton/up', '--prepare'], { stdio: 'ignore', detached: true }).unref();
const chromium = ensureChromium();
// Tests wait for servers a quarter of their time, which is enough for the checks. What they say comes after the tests.
const told: string[] = [];
const checking = only.length === 0 ? runChecks((line) => void told.push(line)) : { passed: 0, failed: 0 };

mkdirSync('test/.output', { recursive: true });
const report = 'test/.output/vitest.json';
rmSync(report, { force: true });
const run = spawn('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only], {
  stdio: 'inherit',
  env: { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}) },
});
const status = await new Promise<number | null>((ended) => {
  run.once('error', () => ended(null));
  run.once('exit', ended);
});
const checks = await checking;
for (const line of told) console.log(line);

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number };
let tests: Report = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 0 };
try {
  tests = JSON.parse(readFileSync(report, 'utf8')) as Report;
} catch {
  console.log('The test runner left no report: counted as one failure.');
}
const broken = status === 0 ? 0 : Math.max(1, tests.numFailedTests);
const passed = checks.passed + tests.numPassedTests;
const failed = checks.failed + broken;
console.log(`${passed} passed, ${failed} failed, ${tests.numPendingTests} skipped`);
process.exit(failed === 0 ? 0 : 1);
