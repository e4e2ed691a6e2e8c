// `node test/mutations/main.ts NAME` puts one fault at a time into an adapter; the kit over its double must find each. It takes minutes and is not part of `npm test`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutationsOf } from './erps.ts';

const here = (name: string) => join(import.meta.dirname, name);
const [erp = 'business-central'] = process.argv.slice(2);
const mutations = mutationsOf[erp];
if (!mutations) throw new Error(`There are mutations of ${Object.keys(mutationsOf).join(', ')}.`);
let missed = 0;
for (const [index, { kind, file, text, wrong }] of mutations.entries()) {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(here('hook.ts')).href, here('run.ts')],
    { encoding: 'utf8', env: { ...process.env, MUTATED: erp, MUTATION: String(index) } },
  );
  if (error) throw error;
  const said = stdout.trim().split('\n').at(-1) || stderr.trim().split('\n').slice(0, 6).join(' ');
  if (!said.startsWith('caught')) missed += 1;
  console.log(
    `${kind.padEnd(8)} ${file}: ${text.replaceAll('\n', ' ')} → ${wrong.replaceAll('\n', ' ') || '(left out)'}\n         ${said}`,
  );
}
console.log(`${mutations.length} mutations, ${mutations.length - missed} caught, ${missed} not`);
process.exit(missed === 0 ? 0 : 1);
