// `npm run truth -- --erp tryton [--seed 7] [--count 1000]`: figures of each panel against the ERP's own numbers, got another way. `…-fields`: CRM fields instead.
import { parseArgs } from 'node:util';
import { businessCentralPart } from './business-central.ts';
import { fieldsPart } from './fields.ts';
import { financeOperationsPart } from './finance-operations.ts';
import { netSuitePart } from './netsuite.ts';
import { odooPart } from './odoo.ts';
import { odooFields } from './odoo-fields.ts';
import { differs, type Figure, type Part } from './part.ts';
import { randomFrom } from './random.ts';
import { s4hanaPart } from './s4hana.ts';
import { sage200Part } from './sage-200.ts';
import { sageAccountingPart } from './sage-accounting.ts';
import { sageIntacctPart } from './sage-intacct.ts';
import { sageX3Part } from './sage-x3.ts';
import { trytonPart } from './tryton.ts';
import { trytonFields } from './tryton-fields.ts';

const parts: Readonly<Record<string, Part>> = {
  odoo: odooPart,
  tryton: trytonPart,
  'business-central': businessCentralPart,
  'demo-fields': fieldsPart,
  'tryton-fields': trytonFields,
  'odoo-fields': odooFields,
  s4hana: s4hanaPart,
  'finance-operations': financeOperationsPart,
  netsuite: netSuitePart,
  'sage-intacct': sageIntacctPart,
  'sage-200': sage200Part,
  'sage-x3': sageX3Part,
  'sage-accounting': sageAccountingPart,
};
/** A round that adds nothing new for so long means that the ERP has no more to compare. */
const EMPTY_ROUNDS = 20;

const { values } = parseArgs({
  options: {
    erp: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    count: { type: 'string', default: '1000' },
  },
});
const part = parts[values.erp];
if (!part) {
  console.error(`npm run truth -- --erp ${Object.keys(parts).join(' | ')} [--seed NUMBER] [--count 1000]`);
  process.exit(2);
}
const opened = await part.open();
if ('unavailable' in opened) {
  console.error(`Nothing was compared: ${opened.unavailable}`);
  process.exit(1);
}
console.log(`seed ${values.seed}`);
const random = randomFrom(Number(values.seed));
const seen = new Map<string, Figure & { ageMs: number }>();
try {
  for (let empty = 0; seen.size < Number(values.count) && empty < EMPTY_ROUNDS; ) {
    const before = seen.size;
    for (const figure of await opened.round(random)) {
      const key = `${figure.panel}|${figure.of}|${figure.name}`;
      // The first reading stands: a figure that was right once and wrong later must not be overwritten by the right one.
      const known = seen.get(key);
      if (!known || differs(figure)) seen.set(key, { ...figure, ageMs: Date.now() - figure.readAt });
    }
    empty = seen.size === before ? empty + 1 : 0;
  }
} finally {
  await opened.close();
}

const figures = [...seen.values()];
const wrong = figures.filter(differs);
for (const { panel, of, name, ours, theirs, ageMs } of wrong)
  console.log(`DIFFERS ${panel}: ${of}, ${name}: ours ${ours}, the ERP's ${theirs} (${ageMs} ms old)`);
for (const [panel, own] of Map.groupBy(figures, (figure) => figure.panel))
  console.log(`${panel.padEnd(9)} ${String(own.length).padStart(5)} compared, ${own.filter(differs).length} differ`);
const ages = figures.map(({ ageMs }) => ageMs).sort((left, right) => left - right);
console.log(
  `${figures.length} compared, ${wrong.length} differ; when compared, half were at most ${ages[Math.floor(ages.length / 2)] ?? 0} ms old, the oldest ${ages.at(-1) ?? 0} ms`,
);
console.log(opened.against);
process.exit(wrong.length === 0 && figures.length > 0 ? 0 : 1);
