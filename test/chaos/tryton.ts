import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tryton } from '@backroom/backend/erp/tryton/index';
import { castFrom } from '@backroom/backend/playground/cast';
import type { PlaygroundCast } from '@backroom/backend/playground/schema';
import { surveyOf } from '@backroom/backend/playground/survey';
import { quoteIdOf } from '@backroom/demo-erp/cast';
import { compare, decimal } from '@backroom/shared';
import pg from 'pg';
import type { OneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { labProblem, openTrytonLab, type TrytonLab } from '../labs/tryton/lab.ts';
import { trytonForm } from '../truth/tryton-form.ts';
import type { Erp } from './erps.ts';
import { cleanAtExit, type Part, until } from './processes.ts';

const FIRST_DEAL = 1_000_000;
/** The steps of an order; the engine's look-ups and the panels' reads are everything else. */
const writes = ['create', 'quote', 'confirm'].map((step) => `"model.sale.sale.${step}"`);

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
        `select reference, count(*) as n from sale_sale where reference like 'BR-%' and state <> 'cancelled' group by reference`,
      );
      return new Map(found.map(({ reference, n }) => [String(reference), Number(n)]));
    },
    async drafts() {
      const found = await rows(
        `select reference from sale_sale where reference like 'BR-%' and state in ('draft', 'quotation')`,
      );
      return new Set(found.map(({ reference }) => String(reference)));
    },
    part: processOf(lab),
    orderMs: 2000,
    env: (url) => ({
      PLAYGROUND_ERP: 'tryton',
      TRYTON_URL: url,
      TRYTON_DB: settings.database,
      TRYTON_USER: settings.user,
      TRYTON_PASSWORD: settings.password,
    }),
    deals: (count, crmUrl) => fillCrm(lab, count, crmUrl),
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

/** Deals about Tryton's own customers and products, in the CRM and in the order of their index. */
async function fillCrm({ settings }: TrytonLab, count: number, crmUrl: string) {
  const { url, database, user, password, manager } = settings;
  const erp = tryton({ url, credentials: { user, password }, settings: { database } });
  const survey = await surveyOf(erp);
  const { companies } = await castFrom(erp, new Date().toISOString().slice(0, 10));
  await erp.close?.();
  const { currency, company, version } = survey.health;
  // Those that the backend has linked at its start.
  const buyers = companies.filter(
    ({ customer }) => customer && !customer.blocked && (customer.currency ?? currency) === currency,
  );
  // Hundreds of orders are more than any limit of the lab's: the accountant lifts it.
  const form = await trytonForm({ url, database, user: manager.user, password: manager.password });
  const ids = buyers.map(({ customer }) => Number(customer?.id));
  await form.ask('model.party.party.write', ids, { credit_limit_amount: null });
  await form.close();
  const enough = decimal('200');
  const products = survey.products.filter(
    ({ id }) => compare(survey.stock.get(id)?.available ?? decimal('0'), enough) > 0,
  );
  if (buyers.length === 0 || products.length < 20) throw new Error('the lab has too little to sell');
  const deal = (index: number): OneOfMany => {
    const id = String(FIRST_DEAL + index);
    const lines = Array.from({ length: 1 + (index % 2) }, (_, line) => {
      const product = products[(index * 7 + line * 31) % products.length];
      // A price of our own: the ERP's would be asked for a thousand times.
      return { code: product?.code ?? '', name: product?.name ?? '', quantity: '1', price: '12.50' };
    });
    const buyer = buyers[index % buyers.length]?.id ?? '';
    return { id, companyId: buyer, quoteId: quoteIdOf(id), currency: 'EUR', lines };
  };
  const cast: PlaygroundCast = {
    erp: { name: 'Tryton', version, company },
    companies: buyers,
    deals: Array.from({ length: count }, (_, index) => {
      const { id, companyId, lines } = deal(index);
      return {
        id,
        name: `Order ${index + 1} of many`,
        situation: '',
        companyId,
        currency,
        quote: 'accepted',
        lines: lines.map((line) => ({ ...line, quantity: decimal(line.quantity), price: decimal(line.price) })),
      };
    }),
  };
  const answer = await fetch(`${crmUrl}/hubspot-api/playground/cast`, {
    method: 'PUT',
    body: JSON.stringify(cast),
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`the CRM did not take the deals: ${await answer.text()}`);
  return deal;
}
