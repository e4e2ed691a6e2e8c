// `npm run chaos`: breaks things and counts at the ERP. The last line is the sum; the exit code says whether it is all zeros.
import { parseArgs } from 'node:util';
import { cases } from './cases/index.ts';
import { erpNames } from './erps.ts';
import { comparePeers } from './peers/main.ts';
import { runChaos } from './run.ts';
import { lastLine, sum } from './verdict.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string' },
    scale: { type: 'string' },
    case: { type: 'string', multiple: true },
    store: { type: 'string', default: 'pglite' },
    erp: { type: 'string', default: 'demo' },
    unsafe: { type: 'string' },
    earlier: { type: 'string' },
    list: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    system: { type: 'string', multiple: true },
  },
});
if (values.list) {
  for (const { name, what } of cases) console.log(`${name.padEnd(26)} ${what}`);
  process.exit(0);
}
if (values.peers) process.exit(await comparePeers(values));
const store = values.store === 'postgres' ? 'postgres' : 'pglite';
const erp = erpNames.find((name) => name === values.erp);
if (!erp) {
  console.error(`There is no ERP "${values.erp}" here: ${erpNames.join(', ')}.`);
  process.exit(2);
}
const count = Number(values.count ?? 1000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const wanted = values.case?.flatMap((names) => names.split(','));
const unknown = wanted?.find((name) => !cases.some((each) => each.name === name));
if (unknown) {
  console.error(`There is no case "${unknown}"; \`npm run chaos -- --list\` shows them.`);
  process.exit(2);
}
const chosen = wanted ? cases.filter(({ name }) => wanted.includes(name)) : cases;
console.log(`seed ${seed}, ${count} submissions, ${erp} ERP, ${store}, ${chosen.length} cases`);
console.log(
  `again: npm run chaos -- --seed ${seed} --count ${count} --store ${store} --erp ${erp}${wanted ? ` --case ${wanted.join(',')}` : ''}${values.earlier ? ` --earlier ${values.earlier}` : ''}`,
);
const rows = await runChaos({
  seed,
  count,
  store,
  erp,
  cases: chosen,
  scale: Number(values.scale ?? 1),
  ...(values.unsafe ? { unsafe: values.unsafe } : {}),
  ...(values.earlier ? { earlier: values.earlier } : {}),
  say: (line) => console.log(line),
});
const total = sum(rows.flatMap(({ verdict }) => verdict ?? []));
console.log(lastLine(total));
process.exit(total.lost + total.doubled + total.stuck === 0 && !rows.some(({ unproven }) => unproven) ? 0 : 1);
