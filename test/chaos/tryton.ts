import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tryton } from '@backroom/backend/erp/tryton/index';
import pg from 'pg';
import { z } from 'zod';
import { labProblem, openTrytonLab, type TrytonLab } from '../labs/tryton/lab.ts';
import { trytonForm } from '../truth/tryton-form.ts';
import type { Erp } from './erps.ts';
import { fillCrm } from './fill.ts';
import { cleanAtExit, type Part, until } from './processes.ts';
import { httpAnswer } from './proxy.ts';

/** The steps of an order; the engine's look-ups and the panels' reads are everything else. */
const writes = ['create', 'quote', 'confirm'].map((step) => `"model.sale.sale.${step}"`);

/** A person's copy keeps the reference and has no date before it is confirmed; an order of ours has one from the beginning. */
const isCopy = `(state = 'draft' and sale_date is null)`;

/** A Tryton of this run's own, from the lab. Its orders are counted by SQL in its own database. */
export async function trytonErp(): Promise<Erp> {
  const problem = labProblem();
  if (problem) throw new Error(problem);
  const lab = await openTrytonLab();
  const { settings, port, env } = lab;
  const drop = cleanAtExit(() => {
    spawnSync(join(import.meta.dirname, '..', 'labs', 'tryton', 'down'), ['--drop'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
  });
  const database = new pg.Pool({ connectionString: settings.postgres, max: 2 });
  // The lab of somebody else may stop the cluster between two of our questions; the next question finds it again.
  database.on('error', () => {});
  const rows = async (query: string) => (await database.query<Record<string, unknown>>(query)).rows;
  /** Tryton's buttons name an order by its id: learned from the answer that made it. */
  const references = new Map<number, string>();
  const copied = new Set<number>();
  const fault = (...error: unknown[]) => httpAnswer('200 OK', 'application/json', JSON.stringify({ id: 1, error }));
  return {
    name: 'tryton',
    port,
    isWrite: (request) => writes.some((method) => request.includes(method)),
    referenceOf(request) {
      const named = /BR-[A-Z2-7]{20}/.exec(request)?.[0];
      if (named) return named;
      const id = /"model\.sale\.sale\.(?:quote|confirm)", ?"params": ?\[\[(\d+)\]/.exec(request)?.[1];
      return (id && references.get(Number(id))) || null;
    },
    answered(request, answer) {
      const reference = request.includes(writes[0] ?? '') && /BR-[A-Z2-7]{20}/.exec(request)?.[0];
      const id = reference && /"result": ?\[(\d+)\]/.exec(answer)?.[1];
      if (reference && id) references.set(Number(id), reference);
    },
    async count() {
      const found = await rows(
        `select reference, count(*) as n from sale_sale
          where reference like 'BR-%' and state <> 'cancelled' and not ${isCopy} group by reference`,
      );
      return new Map(found.map(({ reference, n }) => [String(reference), Number(n)]));
    },
    async drafts() {
      const found = await rows(
        `select reference from sale_sale where reference like 'BR-%' and state in ('draft', 'quotation') and not ${isCopy}`,
      );
      return new Set(found.map(({ reference }) => String(reference)));
    },
    part: processOf(lab),
    says: {
      refused: (words) => fault('UserError', [words, '']),
      noDatabase: fault('connection to server at "127.0.0.1" failed: Connection refused', ''),
    },
    renamed: 'number',
    notes: true,
    async copy() {
      const form = await formOf(lab);
      for (const { id } of await rows(`select id from sale_sale where reference like 'BR-%' order by id`)) {
        if (copied.has(Number(id))) continue;
        copied.add(Number(id));
        for (const copy of z.array(z.number()).parse(await form.ask('model.sale.sale.copy', [Number(id)])))
          copied.add(copy);
      }
      await form.close();
      return copied.size;
    },
    orderMs: 2000,
    env: (url) => ({
      PLAYGROUND_ERP: 'tryton',
      TRYTON_URL: url,
      TRYTON_DB: settings.database,
      TRYTON_USER: settings.user,
      TRYTON_PASSWORD: settings.password,
    }),
    deals(count, crmUrl) {
      const { url, database, user, password } = settings;
      const erp = tryton({ url, credentials: { user, password }, settings: { database } });
      return fillCrm(erp, { count, crmUrl, before: (customers) => withoutLimits(lab, customers) });
    },
    async end() {
      await database.end();
      drop();
    },
  };
}

/** The lab's server as the harness handles a process; its clock is Tryton's own. */
function processOf(lab: TrytonLab): Part {
  let { pid } = lab.settings;
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-pid, name);
    } catch {
      // It has ended.
      return false;
    }
  };
  const alive = () => signal(0);
  const ended = async () => void (await until(() => !alive(), 60_000));
  return {
    name: 'Tryton',
    async start() {
      if (!alive()) ({ pid } = await lab.start());
    },
    async kill() {
      signal('SIGKILL');
      await ended();
    },
    async stop() {
      await lab.stop();
    },
    pause: () => void signal('SIGSTOP'),
    resume: () => void signal('SIGCONT'),
    alive,
    ended,
    moveClock: async () => {},
    log: () => '',
  };
}

const formOf = ({ settings: { url, database, manager } }: TrytonLab) =>
  trytonForm({ url, database, user: manager.user, password: manager.password });

/** Hundreds of orders are more than any credit limit of the lab's: the accountant lifts it. */
async function withoutLimits(lab: TrytonLab, customers: readonly string[]): Promise<void> {
  const form = await formOf(lab);
  await form.ask('model.party.party.write', customers.map(Number), { credit_limit_amount: null });
  await form.close();
}
