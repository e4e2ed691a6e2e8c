// `npm run bench`: ratios, both sides measured in one run; each kind of run writes its own section of docs/benchmarks.md.
// Without an option: the panels. Another kind of run is a file here, an option below and a section in the page.
import { parseArgs } from 'node:util';
import { benchConsole } from './console.ts';
import { benchDoubles } from './doubles.ts';
import { benchFeeds } from './feeds.ts';
import { benchIdle } from './idle.ts';
import { benchOdoo } from './odoo.ts';
import { benchOrders } from './orders.ts';
import { benchPage } from './page.ts';
import { benchPanels } from './panels.ts';
import { benchPeers } from './peers.ts';
import { writeSection, writeText } from './report.ts';
import { benchScan } from './scan.ts';
import { benchTryton } from './tryton.ts';
import { benchWorkflow } from './workflow.ts';

const erps = { odoo: benchOdoo, tryton: benchTryton };
const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: {
    erp: { type: 'string' },
    ...{
      orders: flag,
      idle: flag,
      feeds: flag,
      scan: flag,
      console: flag,
      page: flag,
      doubles: flag,
      workflow: flag,
      peers: flag,
    },
  },
});
if (values.doubles) writeText('benchmarks.md', 'bench:doubles', await benchDoubles());
else if (values.workflow) writeSection('workflow', await benchWorkflow());
else if (values.scan) writeSection('scan', await benchScan());
else if (values.page) writeSection('page', await benchPage());
else if (values.console) writeSection('console', await benchConsole());
else if (values.feeds) writeSection('feeds', await benchFeeds());
else if (values.peers) writeSection('peers', await benchPeers());
else if (values.idle) writeSection('idle', await benchIdle());
else if (values.orders) writeSection('orders', await benchOrders());
else if (values.erp === undefined) writeSection('panels', await benchPanels());
else if (values.erp in erps) writeSection(values.erp, await erps[values.erp as keyof typeof erps]());
else {
  console.error(
    `npm run bench -- --orders | --idle | --feeds | --scan | --console | --page | --doubles | --workflow | --peers | --erp ${Object.keys(erps).join(' | ')}`,
  );
  process.exitCode = 2;
}
