// `npm run bench -- --orders`: whole processes, the demo ERP with the time an ERP takes, both sides of each ratio from this run.
import { bridge } from '@backroom/backend/erp/bridge/index';
import pg from 'pg';
import { convertMany, targetOf } from '../chaos/load.ts';
import { orderOf } from '../chaos/order.ts';
import { pause, until } from '../chaos/processes.ts';
import { chanceOf } from '../chaos/random.ts';
import { type StoreKind, startWorld, type World } from '../chaos/world.ts';
import { benchHistory } from './history.ts';
import { percentile, type Row, row } from './report.ts';

const BURST = 500;
const DRAIN = 400;
const AWAY = 300;
/** A call of a real ERP takes its tenth of a second; one that answers in a millisecond would measure our database alone. */
const LATENCY_MS = 100;
const CONCURRENCY = 8;
const IDLE_SECONDS = 30;
const what = { pglite: 'one process, embedded', postgres: 'two web and two worker processes, Postgres' } as const;

const inErp = async (world: World) => [...(await world.erp.count()).keys()].length;
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

async function ordersOn(store: StoreKind): Promise<Row[]> {
  let statements = 0;
  const world = await startWorld({
    store,
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
      const burst = await convert(BURST, { overMs: 10_000 });
      const acks = burst.map(({ ackMs }) => ackMs);
      const shown = [50, 95, 99].map((percent) => `${Math.round(percentile(acks, percent))} ms`).join(' / ');
      const text = `acknowledgement while ${BURST} orders come in ten seconds, p50 / p95 / p99, ${latencyMs} ms an ERP call; ${what[store]}`;
      rows.push(row(text, shown, '–', true));
      await allThere(world, references(burst), 300_000);
    }

    const bare = await bareRates(world, 5000);
    const said = `bare look-up and create ${bare.both.toFixed(1)}, bare create ${bare.create.toFixed(1)} a second`;
    // All acknowledged first: then only the draining is at work.
    const drained = await convert(DRAIN, { concurrency: 32 });
    const before = await inErp(world);
    const began = performance.now();
    await allThere(world, references(drained), 300_000);
    const rate = (((await inErp(world)) - before) / (performance.now() - began)) * 1000;
    rows.push(
      row(
        `drain ÷ the ERP’s rate for the same calls, ${CONCURRENCY} at once, ${LATENCY_MS} ms a call (${rate.toFixed(1)} a second; ${said}); ${what[store]}`,
        (rate / bare.both).toFixed(2),
        '≥ 0.95',
        rate / bare.both >= 0.95,
      ),
    );

    await world.proxy.refuse();
    const away: string[] = [];
    for (const hours of [0, 1, 2]) {
      await world.moveClock(hours * 3_600_000);
      away.push(...references(await convert(AWAY / 3, { concurrency: 8 })));
    }
    await world.proxy.listen();
    const back = performance.now();
    await allThere(world, away, 300_000);
    const caughtUp = performance.now() - back;
    const catchUp = (AWAY / caughtUp) * 1000;
    rows.push(
      row(
        `catching up after two hours without the ERP ÷ the same rate (${AWAY} orders in ${(caughtUp / 1000).toFixed(1)} s, from its first moment back); ${what[store]}`,
        (catchUp / bare.both).toFixed(2),
        '–',
        true,
      ),
    );
    if (world.database) rows.push(await idle(world.database.url, () => statements));
    return rows;
  } finally {
    await world.end();
  }
}

/** Counted by the database server itself, after everything has come to rest. */
async function idle(url: string, statements: () => number): Promise<Row> {
  await pause(20_000);
  const client = new pg.Client(url);
  await client.connect();
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
