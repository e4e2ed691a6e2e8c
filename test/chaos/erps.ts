import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { answers, type Part, part } from './processes.ts';

/** An ERP as the harness needs it: to be started, broken, and counted without asking Backroom. */
export type Erp = {
  name: 'demo' | 'tryton';
  port: number;
  /** Whether the text of a request is one that creates an order. */
  isWrite: (request: string) => boolean;
  /** How many orders it holds under each reference, read where the ERP itself keeps them. */
  count: () => Promise<Map<string, number>>;
  /** Null where the process is not ours to kill. */
  part: Part | null;
};

/** The demo ERP, its own process; its orders are counted in its own file, also while it is dead. */
export function demoErp(options: { port: number; dir: string; movable: boolean }): Erp {
  const data = join(options.dir, 'demo-erp');
  return {
    name: 'demo',
    port: options.port,
    isWrite: (request) => request.startsWith('POST /v1/orders/create'),
    async count() {
      const db = new DatabaseSync(join(data, 'erp.sqlite'), { readOnly: true });
      try {
        const rows = db.prepare('select reference, count(*) as n from orders group by reference').all();
        return new Map(rows.map((row) => [String(row.reference), Number(row.n)]));
      } finally {
        db.close();
      }
    },
    part: part({
      name: 'erp',
      args: [join('backend', 'demo-erp', 'src', 'main.ts')],
      env: { BACKROOM_DATA: options.dir, DEMO_ERP_PORT: String(options.port), DEMO_ERP_KEY: 'demo-erp-key' },
      logFile: join(options.dir, 'logs', 'erp.log'),
      ready: answers(`http://127.0.0.1:${options.port}/stats`),
      movable: options.movable,
    }),
  };
}
