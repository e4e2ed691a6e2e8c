// `npm run bench -- --orders`: whole processes, the demo ERP with the time an ERP takes, both sides of each ratio from this run.
import { bridge } from '@backroom/backend/erp/bridge/index';
import pg from 'pg';
import { convertMany, targetOf } from '../chaos/load.ts';
import { orderOf } from '../chaos/order.ts';
import { pause, until } from '../chaos/processes.ts';
import { chanceOf } from '../chaos/random.ts';
import { type StoreKind, startWorld, type World } from '../chaos/world.ts';
import { benchHistory } from './history.ts';
import { delaysIn, watched } from './loop-delay.ts';
import { percentile, type Row, row } from './report.ts';

const BURST = 500;
const DRAIN = 400;
const AWAY = 450;
/** A call of a real ERP takes its tenth of a second; one that answers in a millisecond would measure our database alone. */
const LATENCY_MS = 100;
const CONCURRENCY = 8;
const IDLE_SECONDS = 30;
const what = { pglite: 'one process, embedded', postgres: 'two web and two worker processes, Postgres' } as const;

const allThere = (world: World, references: readonly string[], ms: number) =>
  until(async () => {
    const counts = await world.erp.count();
    return references.every((reference) => counts.has(reference));
  }, ms);

/** The ERP's own rate: the same calls with every value known before, as many at once as it allows. */
async function bareRates(world: World, from: number): Promise<{ create: number; both: number }> {
  const { create, findByReference } =
    bridge({ url: world.proxy.url, credentials: { key: 'demo-erp-key' }, settings: {} }).orders ?? {};
  const call = () => ({ signal: AbortSignal.timeout(60_000) });
  const rate = async (first: number, work: (index: number) => Promise<unknown>): Promise<number> => {
    let next = first;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        for (; next < first + DRAIN / 2; ) {
          next += 1;
          await work(next);
        }
      }),
    );
    return (DRAIN / 2 / (performance.now() - began)) * 1000;
  };
  await rate(from, async (index) => create?.(orderOf(index), call()));
  return {
    create: await rate(from + DRAIN, async (index) => create?.(orderOf(index), call())),
    both: await rate(from + 2 * DRAIN, async (index) => {
      const order = orderOf(index);
      await findByReference?.({ references: [order.reference] }, call());
      await create?.(order, call());
    }),
  };
}

/** Orders a second as they arrive: over all of them from now, and without the first and the last tenth, where not all places are taken. */
async function arrivals(world: World, references: readonly string[]): Promise<{ whole: number; middle: number }> {
  const began = performance.now();
  const seen: { at: number; count: number }[] = [];
  const done = await until(async () => {
    const counts = await world.erp.count();
    const count = references.filter((reference) => counts.has(reference)).length;
    seen.push({ at: performance.now(), count });
    return count === references.length;
  }, 300_000);
  const first = seen.find(({ count }) => count >= references.length / 10);
  const last = seen.find(({ count }) => count >= references.length * 0.9);
  const end = seen.at(-1);
  if (!done || !first || !last || !end) throw new Error('the orders did not all arrive');
  return {
    whole: (references.length / (end.at - began)) * 1000,
    middle: ((last.count - first.count) / (last.at - first.at)) * 1000,
  };
}

async function ordersOn(store: StoreKind): Promise<Row[]> {
  let statements = 0;
  const loops = watched();
  const world = await startWorld({
    store,
    env: loops.env,
    erp: 'demo',
    deals: 8000,
    movable: true,
    onDatabaseLog: (text) => {
      statements += text.match(/LOG: {2}(statement|execute)/g)?.length ?? 0;
    },
  });
  let from = 0;
  const convert = async (count: number, more: { overMs?: number; concurrency?: number }) => {
    const sent = await convertMany(targetOf(world), { from, count, concurrency: 16, chance: chanceOf(1), ...more });
    from += count;
    const refused = sent.find(({ acknowledged }) => acknowledged === null);
    if (refused) throw new Error(`not acknowledged: ${refused.refusal}`);
    return sent;
  };
  const references = (sent: Awaited<ReturnType<typeof convert>>) => sent.map(({ reference }) => reference);
  try {
    const latency = (latencyMs: number) =>
      fetch(`http://127.0.0.1:${world.erp.port}/switches`, { method: 'PUT', body: JSON.stringify({ latencyMs }) });
    const rows: Row[] = [];
    await allThere(world, references(await convert(40, {})), 60_000);
    // What is checked before an order is kept is asked of the ERP, so its time is part of the answer's.
    for (const latencyMs of [0, LATENCY_MS]) {
      await latency(latencyMs);
      const began = Date.now();
      const burst = await convert(BURST, { overMs: 10_000 });
      const acks = burst.map(({ ackMs }) => ackMs);
      const shown = [50, 95, 99].map((percent) => `${Math.round(percentile(acks, percent))} ms`).join(' / ');
      const text = `acknowledgement while ${BURST} orders come in ten seconds, p50 / p95 / p99, ${latencyMs} ms an ERP call; ${what[store]}`;
      rows.push(row(text, shown, '–', true));
      const delays = delaysIn(loops.dir, began, Date.now());
      const late = percentile(delays, 99);
      const loop = `delay of the event loop during that, p50 / p99 / largest`;
      const figures = [percentile(delays, 50), late, percentile(delays, 100)].map((ms) => `${ms.toFixed(0)} ms`);
      rows.push(row(`${loop}; ${what[store]}`, figures.join(' / '), 'p99 ≤ 20 ms', late <= 20));
      await allThere(world, references(burst), 300_000);
    }

    const bare = await bareRates(world, 5000);
    const said = `bare look-up and create ${bare.both.toFixed(1)}, bare create ${bare.create.toFixed(1)} a second`;
    // Acknowledged while the ERP is away for two hours: when it is back, only the draining is at work.
    await world.proxy.refuse();
    const away: string[] = [];
    for (const hours of [0, 1, 2]) {
      await world.moveClock(hours * 3_600_000);
      away.push(...references(await convert(AWAY / 3, { concurrency: 8 })));
    }
    await world.proxy.listen();
    const { whole, middle } = await arrivals(world, away);
    rows.push(
      row(
        `drain ÷ the ERP’s rate for the same calls, ${CONCURRENCY} at once, ${LATENCY_MS} ms a call (${middle.toFixed(1)} a second between the first and the last tenth of ${AWAY}; ${said}); ${what[store]}`,
        (middle / bare.both).toFixed(2),
        '≥ 0.95',
        middle / bare.both >= 0.95,
      ),
      row(
        `catching up after two hours without the ERP ÷ the same rate (${AWAY} orders in ${(AWAY / whole).toFixed(1)} s, from its first moment back); ${what[store]}`,
        (whole / bare.both).toFixed(2),
        '–',
        true,
      ),
    );
    if (world.database) rows.push(await idle(world.database.url, () => statements));
    return rows;
  } finally {
    await world.end();
    loops.remove();
  }
}

/** Counted by the database server itself, after everything has come to rest. */
async function idle(url: string, statements: () => number): Promise<Row> {
  const client = new pg.Client(url);
  await client.connect();
  // The last order in the ERP is not yet the last one told to the CRM, nor are the fields of its deal written; and the moved clock may have begun the
  // night's reconciliation.
  const work = `select 1 from write_backs union all select 1 from reconciliations where state in ('queued', 'running')
    union all select 1 from feed_records where due_at is not null and problem is null limit 1`;
  if (!(await until(async () => (await client.query(work)).rows.length === 0, 600_000)))
    throw new Error('work without end');
  await pause(20_000);
  await client.query(`alter system set log_statement = 'all'`);
  await client.query('select pg_reload_conf()');
  await pause(2000);
  const before = statements();
  await pause(IDLE_SECONDS * 1000);
  const rate = (statements() - before) / IDLE_SECONDS;
  await client.end();
  return row(`queries a second while nothing happens, all four processes together`, rate.toFixed(2), '≤ 2', rate <= 2);
}

export async function benchOrders(): Promise<Row[]> {
  return [...(await ordersOn('pglite')), ...(await ordersOn('postgres')), ...(await benchHistory())];
}
