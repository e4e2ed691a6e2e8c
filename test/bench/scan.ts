// What a duplicate scan costs: 50,000 companies against 50,000 customers, of which three in four are on both sides. CRM and ERP are in this process and
// make each page when it is asked for, so that what is measured is the scan and its embedded database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@backroom/backend/store/open';
import { endlessCompanies } from '../../backend/test/scan-many.ts';
import { openScanWorld } from '../../backend/test/scan-world.ts';
import { type Row, row } from './report.ts';

const COUNT = Number(process.env.SCAN_COMPANIES ?? 50_000);
const MOST_SECONDS = 300;
const MOST_MB = 500;
const STEP_MS = 200;

export async function benchScan(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backroom-bench-'));
  const store = await openStore({ embeddedDir: join(dataDir, 'db') });
  const rss = () => process.memoryUsage().rss / 2 ** 20;
  let peak = rss();
  // What waits on this process while it scans waits as long as this timer is late.
  const late: number[] = [];
  let at = performance.now();
  const timer = setInterval(() => {
    late.push(performance.now() - at - STEP_MS);
    at = performance.now();
    peak = Math.max(peak, rss());
  }, STEP_MS);
  try {
    const world = await openScanWorld(store.db, endlessCompanies(COUNT));
    const scans = world.scans('real');
    const begun = performance.now();
    const cpu = process.cpuUsage();
    const id = await scans.start(world.who);
    const phases: string[] = [];
    let phase = '';
    let since = begun;
    const watch = setInterval(async () => {
      const now = (await scans.scan(world.account, id)).phase;
      if (now !== phase) {
        if (phase) phases.push(`${phase} ${((performance.now() - since) / 1000).toFixed(0)} s`);
        [phase, since] = [now, performance.now()];
      }
    }, 1000);
    await scans.draw();
    await scans.settled();
    clearInterval(watch);
    const seconds = (performance.now() - begun) / 1000;
    const used = process.cpuUsage(cpu);
    const cpuSeconds = (used.user + used.system) / 1e6;
    const scan = await scans.scan(world.account, id);
    const counting = performance.now();
    const counts = await scans.counts(world.account, id);
    const countMs = performance.now() - counting;
    const listing = performance.now();
    await scans.pairs(world.account, id, { list: 'certain', search: '', after: null, limit: 26 });
    const listMs = performance.now() - listing;
    console.log(scan.state, scan.problem, world.errors, phases.join(', '), JSON.stringify(counts));
    const sorted = [...late].sort((left, right) => left - right);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
    await scans.stop();
    const isWhole = scan.state === 'finished' && scan.crmRead === COUNT && scan.erpRead === COUNT;
    return [
      row(
        `${COUNT} companies × ${COUNT} customers`,
        `${seconds.toFixed(0)} s`,
        `≤ ${MOST_SECONDS} s`,
        isWhole && seconds <= MOST_SECONDS,
      ),
      row(
        'processor time of it, embedded database included',
        `${cpuSeconds.toFixed(0)} s`,
        `≤ ${MOST_SECONDS} s`,
        isWhole && cpuSeconds <= MOST_SECONDS,
      ),
      row('memory of the process at its highest', `${peak.toFixed(0)} MB`, `≤ ${MOST_MB} MB`, peak <= MOST_MB),
      row('how late another request in the process is, p99', `${p99.toFixed(0)} ms`, '≤ 250 ms', p99 <= 250),
      row(
        'counts of all lists, one page of pairs',
        `${countMs.toFixed(0)} ms, ${listMs.toFixed(0)} ms`,
        '≤ 1000 ms',
        countMs + listMs <= 1000,
      ),
    ];
  } finally {
    clearInterval(timer);
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
