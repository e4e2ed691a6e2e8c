import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type OneOfMany, oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { odooErp } from './odoo.ts';
import { answers, type Part, part } from './processes.ts';
import { trytonErp } from './tryton.ts';

export const erpNames = ['demo', 'tryton', 'odoo'] as const;
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
  /** How long one order takes it at worst, when it has nothing else to do. */
  orderMs: number;
  /** What the backends and the CRM are told about it; `url`: how it is reached, through the proxy. */
  env: (url: string) => Record<string, string>;
  /** The deals that are converted: already in the CRM, or put there now. */
  deals: (count: number, crmUrl: string) => Promise<(index: number) => OneOfMany>;
  /** Whatever it has left on this machine. */
  end: () => Promise<unknown>;
};
export type ErpOptions = { port: number; dir: string; movable: boolean };
export const startErp = (name: ErpName, options: ErpOptions): Erp | Promise<Erp> =>
  ({ tryton: trytonErp, odoo: odooErp, demo: () => demoErp(options) })[name]();

const referenceIn = (text: string) => /BR-[A-Z2-7]{20}/.exec(text)?.[0] ?? null;

/** The demo ERP, its own process; its orders are counted in its own file, also while it is dead. */
function demoErp(options: ErpOptions): Erp {
  const data = join(options.dir, 'demo-erp');
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
      ready: answers(`http://127.0.0.1:${options.port}/stats`),
      movable: options.movable,
    }),
    orderMs: 0,
    env: (url) => ({ DEMO_ERP_URL: url, DEMO_ERP_KEY: 'demo-erp-key' }),
    deals: async () => oneOfMany,
    end: async () => {},
  };
}
