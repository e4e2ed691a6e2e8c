// What following an ERP's changes costs: 100,000 changes at once, a steady trickle, and connections of which nothing changes. ERP and CRM are in this
// process and answer at once, so that what is measured is the feed and its database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@backroom/backend/store/open';
import { feedErp, openFeedWorld } from '../../backend/test/feed-world.ts';
import { percentile, type Row, row } from './report.ts';

const CHANGES = 100_000;
const RECORDS = 2000;
const QUIET = 1000;
const QUIET_MS = 60_000;
const MINUTES = 3;
const PER_MINUTE = 100;

export async function benchFeeds(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backroom-bench-'));
  const store = await openStore({ embeddedDir: dataDir });
  const rows: Row[] = [];
  try {
    const world = await openFeedWorld(store.db, feedErp(), 'real');
    await world.fill(RECORDS / 2);
    const one = world.feeds();
    await world.pass(one, 0);
    const begun = performance.now();
    world.crm.state.calls = 0;
    world.crm.state.updates = 0;
    for (let nth = 0; nth < CHANGES; nth += 1) {
      const of = nth % (RECORDS / 2);
      // A bulk change of prices with orders and customers among it.
      if (nth % 10 === 0) world.erp.order(`o${of}`, `c${of}`, { status: 'delivered' });
      else world.erp.note('price', `p${nth}`, null);
    }
    await world.wake(one);
    const seconds = (performance.now() - begun) / 1000;
    const { calls, updates } = world.crm.state;
    rows.push(
      row(
        `${CHANGES} changes at once over ${RECORDS} records: until the CRM has them`,
        `${seconds.toFixed(1)} s`,
        '≤ 600 s',
        seconds <= 600,
      ),
      row('CRM updates in one call of them', (updates / calls).toFixed(0), '≥ 50', updates / calls >= 50),
    );
    // A steady trickle, with the feed as a worker runs it.
    const timer = setInterval(() => void one.draw(), 2000);
    const waits: number[] = [];
    for (let nth = 0; nth < MINUTES * PER_MINUTE; nth += 1) {
      const of = nth % (RECORDS / 2);
      const status = nth % 2 ? ('delivered' as const) : ('invoiced' as const);
      const at = performance.now();
      world.erp.customer(`c${of}`, { paymentTerms: `${status} ${nth}` });
      const seen = async () => {
        while (world.page('company', `1${of}`)?.paymentTerms !== `${status} ${nth}`)
          await new Promise((done) => setTimeout(done, 200));
        waits.push((performance.now() - at) / 1000);
      };
      void seen();
      await new Promise((done) => setTimeout(done, 60_000 / PER_MINUTE));
    }
    while (waits.length < MINUTES * PER_MINUTE) await new Promise((done) => setTimeout(done, 500));
    clearInterval(timer);
    const p95 = percentile(waits, 95);
    rows.push(
      row(`change in the ERP → CRM field at ${PER_MINUTE} a minute, p95`, `${p95.toFixed(1)} s`, '≤ 60 s', p95 <= 60),
    );
    await one.stop();
    await world.close();
    rows.push(...(await quiet(store)));
    return rows;
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function quiet(store: Awaited<ReturnType<typeof openStore>>): Promise<Row[]> {
  const erp = feedErp();
  const worlds = [];
  for (let nth = 0; nth < QUIET; nth += 1) worlds.push(await openFeedWorld(store.db, erp, 'real'));
  const [first] = worlds;
  if (!first) return [];
  const one = first.feeds();
  await one.match();
  // All begin; after that nothing changes.
  await first.wake(one);
  const calls = erp.state.calls;
  const cpu = process.cpuUsage();
  const timer = setInterval(() => void one.draw(), 2000);
  await new Promise((done) => setTimeout(done, QUIET_MS));
  clearInterval(timer);
  await one.stop();
  const { user, system } = process.cpuUsage(cpu);
  const asked = (erp.state.calls - calls) / (QUIET_MS / 1000);
  const busy = (user + system) / 10 / QUIET_MS;
  return [
    row(`ERP calls a second of ${QUIET} quiet connections`, asked.toFixed(1), '≤ 40', asked <= 40),
    row('processor time of the same minute, embedded database included', `${busy.toFixed(1)} %`, '≤ 5 %', busy <= 5),
  ];
}
