import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type OneOfMany, oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { businessCentralDouble } from './business-central.ts';
import { dolibarrErp } from './dolibarr.ts';
import { doubleErp, referenceIn } from './double.ts';
import { erpNextErp } from './erpnext.ts';
import { financeOperationsDouble } from './finance-operations.ts';
import { n8nErp } from './n8n.ts';
import { netSuiteDouble } from './netsuite.ts';
import { odooErp } from './odoo.ts';
import { answers, type Part, part } from './processes.ts';
import { httpAnswer } from './proxy.ts';
import { s4hanaDouble } from './s4hana.ts';
import { sage200Double } from './sage-200.ts';
import { sageAccountingDouble } from './sage-accounting.ts';
import { sageIntacctDouble } from './sage-intacct.ts';
import { sageX3Double } from './sage-x3.ts';
import { trytonErp } from './tryton.ts';

export const erpNames = [
  'demo',
  'tryton',
  'odoo',
  'business-central',
  's4hana',
  'finance-operations',
  'netsuite',
  'dolibarr',
  'erpnext',
  'sage-intacct',
  'sage-200',
  'sage-x3',
  'sage-accounting',
  'n8n',
] as const;
export type ErpName = (typeof erpNames)[number];
/** An ERP as the harness needs it: to be started, broken, and counted without asking Backroom. */
export type Erp = {
  name: ErpName;
  port: number;
  /** Whether the text of a request is one that makes or changes an order. */
  isWrite: (request: string) => boolean;
  /** The order that a request is about; `answered` may learn from an answer how later requests name it. */
  referenceOf: (request: string) => string | null;
  answered?: (request: string, answer: string) => void;
  /** How many orders it holds under each reference, read where the ERP itself keeps them. */
  count: () => Promise<Map<string, number>>;
  /** References of orders that it holds unfinished: a draft that nobody confirmed is no order. */
  drafts: () => Promise<Set<string>>;
  part: Part;
  /** Answers in its own form: a refusal in these words, and that its own database is away. */
  says: { refused: (words: string) => string; noDatabase: string };
  /** A field of its answers that an upgrade may rename. */
  renamed: string;
  /** Whether its orders carry a note: where they do not, a deal with one is not converted. */
  notes: boolean;
  /** Copies, as a person does on its own pages, each order of ours that was not copied yet. Gives how many. */
  copy: () => Promise<number>;
  /** How long one order takes it at worst, when it has nothing else to do. */
  orderMs: number;
  /** How many press at once, where more would wait for it longer than a CRM's page does; they are then not spread over time. */
  atOnce?: number;
  /** What the backends and the CRM are told about it; `url`: how it is reached, through the proxy. */
  env: (url: string) => Record<string, string>;
  /** The deals that are converted: already in the CRM, or put there now. */
  deals: (count: number, crmUrl: string) => Promise<(index: number) => OneOfMany>;
  /** Whatever it has left on this machine. */
  end: () => Promise<unknown>;
};
export type ErpOptions = { port: number; dir: string; movable: boolean };
export const startErp = (name: ErpName, options: ErpOptions): Erp | Promise<Erp> =>
  ({
    tryton: trytonErp,
    odoo: odooErp,
    dolibarr: dolibarrErp,
    n8n: () => n8nErp(options),
    erpnext: erpNextErp,
    'business-central': () => doubleErp(businessCentralDouble, options),
    s4hana: () => doubleErp(s4hanaDouble, options),
    'finance-operations': () => doubleErp(financeOperationsDouble, options),
    netsuite: () => doubleErp(netSuiteDouble, options),
    'sage-intacct': () => doubleErp(sageIntacctDouble, options),
    'sage-200': () => doubleErp(sage200Double, options),
    'sage-x3': () => doubleErp(sageX3Double, options),
    'sage-accounting': () => doubleErp(sageAccountingDouble, options),
    demo: () => demoErp(options),
  })[name]();

const listed = z.object({ orders: z.array(z.object({ id: z.string(), reference: z.string().nullable() })) });
const problem = (status: string, body: object) => httpAnswer(status, 'application/problem+json', JSON.stringify(body));

/** The demo ERP, its own process; its orders are counted in its own file, also while it is dead. */
function demoErp(options: ErpOptions): Erp {
  const data = join(options.dir, 'demo-erp');
  const own = `http://127.0.0.1:${options.port}`;
  const copied = new Set<string>();
  return {
    name: 'demo',
    port: options.port,
    isWrite: (request) => request.startsWith('POST /v1/orders/create'),
    referenceOf: referenceIn,
    async count() {
      const db = new DatabaseSync(join(data, 'erp.sqlite'), { readOnly: true });
      try {
        const rows = db
          .prepare(
            "select reference, count(*) as n from orders where status not in ('draft', 'cancelled') group by reference",
          )
          .all();
        return new Map(rows.map((row) => [String(row.reference), Number(row.n)]));
      } finally {
        db.close();
      }
    },
    drafts: async () => new Set(),
    part: part({
      name: 'erp',
      args: [join('backend', 'demo-erp', 'src', 'main.ts')],
      env: { BACKROOM_DATA: options.dir, DEMO_ERP_PORT: String(options.port), DEMO_ERP_KEY: 'demo-erp-key' },
      logFile: join(options.dir, 'logs', 'erp.log'),
      ready: answers(`${own}/stats`),
      movable: options.movable,
    }),
    says: {
      refused: (words) => problem('422 Unprocessable Content', { kind: 'refused', words, field: null }),
      noDatabase: problem('503 Service Unavailable', {
        kind: 'unreachable',
        words: 'The database is not there.',
        field: null,
      }),
    },
    renamed: 'number',
    notes: true,
    async copy() {
      const { orders } = listed.parse(await (await fetch(`${own}/orders`)).json());
      for (const { id, reference } of orders) {
        if (!reference?.startsWith('BR-') || copied.has(reference)) continue;
        copied.add(reference);
        await fetch(`${own}/orders/${id}/copy`, { method: 'POST' });
      }
      return copied.size;
    },
    orderMs: 0,
    env: (url) => ({ DEMO_ERP_URL: url, DEMO_ERP_KEY: 'demo-erp-key' }),
    deals: async () => oneOfMany,
    end: async () => {},
  };
}
