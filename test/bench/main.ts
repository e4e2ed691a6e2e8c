// `npm run bench`: ratios, both sides measured in one run; each kind of run writes its own section of docs/benchmarks.md.
// Without an option: the panels. Another kind of run is a file here, an option below and a section in the page.
import { parseArgs } from 'node:util';
import { benchOdoo } from './odoo.ts';
import { benchOrders } from './orders.ts';
import { benchPanels } from './panels.ts';
import { writeSection } from './report.ts';
import { benchTryton } from './tryton.ts';

const erps = { odoo: benchOdoo, tryton: benchTryton };
const { values } = parseArgs({ options: { erp: { type: 'string' }, orders: { type: 'boolean', default: false } } });
if (values.orders) writeSection('orders', await benchOrders());
else if (values.erp === undefined) writeSection('panels', await benchPanels());
else if (values.erp in erps) writeSection(values.erp, await erps[values.erp as keyof typeof erps]());
else {
  console.error(`npm run bench -- --orders | --erp ${Object.keys(erps).join(' | ')}`);
  process.exitCode = 2;
}
