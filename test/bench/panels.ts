import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ask, signedRequest } from '../support/card.ts';
import { freePorts } from '../support/ports.ts';
import { type Product, startProduct } from '../support/product.ts';
import { benchInside } from './inside.ts';
import { backendOf, childrenOf, measured } from './load.ts';
import { median, type Row, row } from './report.ts';

const root = join(import.meta.dirname, '..', '..');
const all = 'customer,stock,pricing,orders,invoices,credit,returns,overview';

/** How many calls the demo ERP has had. A feed asks for changes beside, and more often the longer a page takes: those are left out. */
async function callsSoFar(product: Product): Promise<number> {
  const stats = (await (await fetch(`${product.erpUrl}/stats`)).json()) as { calls: Record<string, number> };
  const asked = Object.entries(stats.calls).filter(([name]) => !name.startsWith('changes'));
  return asked.reduce((sum, [, calls]) => sum + calls, 0);
}
async function callsDuring(product: Product, work: () => Promise<unknown>): Promise<number> {
  const before = await callsSoFar(product);
  await work();
  return (await callsSoFar(product)) - before;
}
/** Waits for the first fill of a new connection's feeds, which reads every linked customer once. */
async function settled(product: Product): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const calls = await callsDuring(product, () => new Promise((done) => setTimeout(done, 5000)));
    if (calls === 0) return;
  }
  throw new Error('the ERP is asked without end');
}
async function erpCalls(product: Product): Promise<Row[]> {
  await settled(product);
  const panels = (deal: number) => () => ask(product.backendUrl, `/v1/records/deal/${deal}/panels?only=${all}`);
  const cold = await callsDuring(product, panels(5010));
  const warm = await callsDuring(product, panels(5010));
  const one = await callsDuring(product, panels(5003));
  const many = await callsDuring(product, () => Promise.all(Array.from({ length: 200 }, panels(5014))));
  return [
    row('ERP calls, cold 50-line deal, all panels', String(cold), '≤ 7', cold <= 7),
    row('the same, warm', String(warm), '0', warm === 0),
    row('ERP calls when 200 reps open one cold deal (one rep: beside)', `${many} (${one})`, 'as one', many <= one),
  ];
}

async function warm(product: Product, what: string, path: string, goal: number): Promise<Row[]> {
  const bytes = (await (await fetch(signedRequest(product.backendUrl, path))).arrayBuffer()).byteLength;
  const [port = 0] = await freePorts(1);
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), String(port), String(bytes)]);
  try {
    await new Promise((ready) => bare.stdout.once('data', ready));
    const rounds: { ratio: number; costs: number; rates: string; cost: string }[] = [];
    // Both are warmed up first, then take turns, so that a slow minute of the machine hits both.
    for (let round = 0; round < 4; round += 1) {
      const plain = await measured(bare.pid ?? 0, `http://127.0.0.1:${port}`, path);
      const ours = await measured(backendOf(product), product.backendUrl, path);
      if (round === 0) continue;
      rounds.push({
        ratio: ours.rate / plain.rate,
        costs: (plain.cost ?? Number.NaN) / (ours.cost ?? Number.NaN),
        rates: `${Math.round(ours.rate)}/${Math.round(plain.rate)}`,
        cost: `${ours.cost?.toFixed(0)}/${plain.cost?.toFixed(0)}`,
      });
    }
    const ratio = median(rounds.map((each) => each.ratio));
    const costs = median(rounds.map((each) => each.costs));
    const sides = (of: 'rates' | 'cost') => rounds.map((each) => each[of]).join(', ');
    const against = `bare Hono route of ${bytes} bytes`;
    return [
      row(
        `${what} ÷ ${against} (median of 3: ${sides('rates')} a second)`,
        ratio.toFixed(2),
        `≥ ${goal}`,
        ratio >= goal,
      ),
      row(
        `the same by processor time of the two servers, everything that the backend does beside included (${sides('cost')} µs a request)`,
        costs.toFixed(2),
        `≥ ${goal}`,
        costs >= goal,
      ),
    ];
  } finally {
    bare.kill();
  }
}

/** Memory that is really taken, pages shared between the processes counted once: the launcher and the three servers, after the load. */
function memory(product: Product): Row | null {
  try {
    const pids = [product.pid(), ...childrenOf(product.pid())];
    const kilobytes = pids.map((pid) =>
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
    );
    const megabytes = kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
    const what = 'memory of the launcher and its three servers after all of the above (proportional set size)';
    return row(what, `${megabytes.toFixed(0)} MB`, '≤ 450 MB', megabytes <= 450);
  } catch {
    console.log('skipped: memory is read from /proc, which this system has not');
    return null;
  }
}
function bundles(): Row {
  const folder = join(root, 'extension', 'playground', '.build', 'cards');
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipSync(readFileSync(join(folder, name))).byteLength / 1000);
  const largest = Math.max(...sizes);
  return row('largest card, gzipped', `${largest.toFixed(1)} kB`, '≤ 60 kB', largest <= 60);
}

/** The goals of the deal page. */
export async function benchPanels(): Promise<Row[]> {
  // Once to build the cards: what is measured is an installed product.
  await (await startProduct()).remove();
  // Two thousand requests a second are more than one account is allowed by default.
  const product = await startProduct({ ACCOUNT_REQUESTS: '100000000' }, [], undefined, true);
  try {
    const began = performance.now();
    await ask(product.backendUrl, '/v1/records/deal/5001/panels?only=stock');
    const first = (product.startedInMs + performance.now() - began) / 1000;
    return [
      row('start to the first figure, with an empty database', `${first.toFixed(1)} s`, '≤ 6 s', first <= 6),
      ...(await erpCalls(product)),
      ...(await warm(product, 'warm 10-line stock panel', '/v1/records/deal/5002/panels?only=stock', 0.5)),
      ...(await warm(product, 'all panels of a 50-line deal, warm', `/v1/records/deal/5010/panels?only=${all}`, 0.4)),
      ...(await benchInside(product)),
      memory(product),
      bundles(),
    ].filter((each) => each !== null);
  } finally {
    await product.remove();
  }
}
