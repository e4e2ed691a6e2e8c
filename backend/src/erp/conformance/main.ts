// `npm run conformance` runs every adapter that can run here and writes docs/conformance.md.
// `npm run conformance -- --bridge URL` runs any server that answers the bridge contract.
// `npm run conformance -- --description FILE --url URL` runs any ERP that has a description.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { cases } from './cases.ts';
import { bridgeAt, describedAt } from './over-http.ts';
import { conformancePage } from './page.ts';
import { type Result, type Run, runSubject } from './run.ts';
import type { Subject } from './subject.ts';
import { subjects } from './subjects.ts';

const PAGE = 'docs/conformance.md';
const usage = `npm run conformance                           every adapter of this project; writes ${PAGE}
npm run conformance -- --only NAME            adapters whose name contains NAME
npm run conformance -- --bridge URL           a server that answers the bridge contract
  --key KEY            its bearer key
npm run conformance -- --description FILE --url URL   an ERP with a description (docs/declared.md)
  --key KEY, --secret SECRET   its credentials, as the connection has them; both may stand in the environment: ERP_KEY, ERP_SECRET
either of them:
  --products A,B,C     codes of products on sale       --customer NUMBER  a customer to ask about
  --examples FILE      a JSON file with these and more (backend/src/erp/conformance/examples.ts)
  --write              the run may create orders, customers and returns there`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        bridge: { type: 'string' },
        description: { type: 'string' },
        url: { type: 'string' },
        key: { type: 'string', default: process.env.ERP_KEY ?? '' },
        secret: { type: 'string', default: process.env.ERP_SECRET ?? '' },
        examples: { type: 'string' },
        products: { type: 'string', default: '' },
        customer: { type: 'string' },
        write: { type: 'boolean', default: false },
        only: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
const values = readArguments();

function line({ name, outcome }: Result): string {
  if (outcome.state === 'ok') return `ok    ${name}${outcome.note ? ` (${outcome.note})` : ''}`;
  if (outcome.state === 'skip') return `skip  ${name}: ${outcome.reason}`;
  return `FAIL  ${name}\n      ${wordsOf(outcome.error).split('\n').join('\n      ')}`;
}
function wordsOf(error: unknown): string {
  if (error instanceof ErpError) return `${error.kind}: ${error.message}`;
  return error instanceof z.ZodError ? z.prettifyError(error) : String(error);
}
async function show(subject: Subject): Promise<Run> {
  console.log(`\n${subject.name}`);
  const run = await runSubject(subject, (result) => console.log(line(result))).catch((error: unknown): Run => {
    // It does not even describe itself, or its examples are none.
    const result: Result = { name: 'the system opens', outcome: { state: 'fail', error: wordsOf(error) } };
    console.log(line(result));
    return { subject: subject.name, state: 'broken', results: [result] };
  });
  if (run.state === 'unavailable') console.log(`skip  everything: ${run.reason}`);
  return run;
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const named = {
  key: values.key,
  examplesFile: values.examples ?? null,
  products: values.products.split(',').filter(Boolean),
  customer: values.customer ?? null,
  write: values.write,
};
function chosenSubjects(): readonly Subject[] {
  const { bridge, description, url, secret } = values;
  if (bridge) return [bridgeAt({ ...named, url: bridge })];
  if (description && url) return [describedAt({ ...named, url, descriptionFile: description, secret })];
  if (description || url) {
    console.error(`--description and --url go together.\n\n${usage}`);
    process.exit(2);
  }
  return subjects.filter(({ name }) => name.toLowerCase().includes((values.only ?? '').toLowerCase()));
}
const chosen = chosenSubjects();
const runs: Run[] = [];
for (const subject of chosen) runs.push(await show(subject));
if (!values.bridge && !values.description) {
  const names = cases.map(({ name }) => name);
  const before = readFileSync(PAGE, { encoding: 'utf8', flag: 'a+' });
  writeFileSync(PAGE, conformancePage(runs, names, subjects, before, new Date().toISOString().slice(0, 10)));
}
const count = (state: string) =>
  runs
    .flatMap((run) => (run.state === 'unavailable' ? [] : run.results))
    .filter(({ outcome }) => outcome.state === state).length;
console.log(`\n${count('ok')} ok, ${count('fail')} failed, ${count('skip')} skipped`);
process.exit(count('fail') === 0 ? 0 : 1);
