// `node test/mutations/main.ts NAME [0 26-30]` puts one fault at a time into an adapter; the kit over its double must find each, or else the tests beside the
// adapter. Numbers: only those. It takes minutes and is not part of `npm test`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutationsOf } from './erps.ts';

const here = (name: string) => join(import.meta.dirname, name);
const [erp = 'business-central', ...numbers] = process.argv.slice(2);
const mutations = mutationsOf[erp];
if (!mutations) throw new Error(`There are mutations of ${Object.keys(mutationsOf).join(', ')}.`);
const wanted = numbers.map((each) => each.split('-').map(Number));
const chosen = [...mutations.entries()].filter(
  ([index]) => wanted.length === 0 || wanted.some(([from = 0, to = from]) => from <= index && index <= to),
);

function run(index: number, ...args: string[]) {
  const env = { ...process.env, MUTATED: erp, MUTATION: String(index) };
  const { stdout, stderr, error } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  return { stdout, stderr };
}
/** Where a machine is busy, a request has no answer in time, which no fault has to be the cause of. */
const BUSY = /no answer|time/i;
/** What finds a fault, and whether something does. */
function foundBy(index: number): { words: string; isFound: boolean } {
  const { stdout, stderr } = run(index, '--import', pathToFileURL(here('hook.ts')).href, here('run.ts'));
  const words = stdout.trim().split('\n').at(-1) || stderr.trim().split('\n').slice(0, 6).join(' ');
  if (words.startsWith('caught') && !BUSY.test(words)) return { words, isFound: true };
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const tests = run(index, vitest, 'run', '--config', here('vitest.config.ts'));
  const red = /^ *FAIL +(?:\|.*\| )?(.*)$/m.exec(`${tests.stdout}\n${tests.stderr}`)?.[1];
  if (red) return { words: `caught by a test: ${red}`, isFound: true };
  return { words: words.startsWith('caught') ? `not known: ${words}` : words, isFound: false };
}

let missed = 0;
for (const [index, { kind, file, text, wrong }] of chosen) {
  const { words, isFound } = foundBy(index);
  if (!isFound) missed += 1;
  console.log(
    `${String(index).padStart(2)} ${kind.padEnd(8)} ${file}: ${text.replaceAll('\n', ' ')} → ${wrong.replaceAll('\n', ' ') || '(left out)'}\n            ${words}`,
  );
}
console.log(`${chosen.length} mutations, ${chosen.length - missed} caught, ${missed} not`);
process.exit(missed === 0 ? 0 : 1);
