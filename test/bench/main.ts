// `npm run bench`: ratios, both sides measured in this run; written to docs/benchmarks.md.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ask, signedRequest } from '../support/card.ts';
import { freePorts } from '../support/ports.ts';
import { startProduct } from '../support/product.ts';

const root = join(import.meta.dirname, '..', '..');
const all = 'customer,stock,pricing,orders,invoices,credit,returns,overview';
const rows: [what: string, figure: string, goal: string, met: boolean][] = [];
// Once to build the cards: what is measured is an installed product.
await (await startProduct()).remove();
const product = await startProduct();
const calls = async () => {
  const stats = (await (await fetch(`${product.erpUrl}/stats`)).json()) as { calls: Record<string, number> };
  return Object.values(stats.calls).reduce((sum, count) => sum + count, 0);
};
async function counted(work: () => Promise<unknown>): Promise<number> {
  const before = await calls();
  await work();
  return (await calls()) - before;
}

/** Requests a second over two seconds, 16 at once. */
async function rate(make: () => Request | string): Promise<number> {
  const until = performance.now() + 2000;
  let done = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (performance.now() < until) {
        await (await fetch(make())).arrayBuffer();
        done += 1;
      }
    }),
  );
  return done / 2;
}

try {
  const began = performance.now();
  await ask(product.backendUrl, '/v1/records/deal/5001/panels?only=stock');
  const first = (product.startedInMs + performance.now() - began) / 1000;
  rows.push(['start to the first figure', `${first.toFixed(1)} s`, '≤ 6 s', first <= 6]);

  const big = '/v1/records/deal/5010/panels?only=';
  const cold = await counted(() => ask(product.backendUrl, `${big}${all}`));
  rows.push(['ERP calls, cold 50-line deal, all panels', String(cold), '≤ 7', cold <= 7]);
  const warm = await counted(() => ask(product.backendUrl, `${big}${all}`));
  rows.push(['the same, warm', String(warm), '0', warm === 0]);
  const one = await counted(() => ask(product.backendUrl, `/v1/records/deal/5003/panels?only=${all}`));
  const many = await counted(() =>
    Promise.all(Array.from({ length: 200 }, () => ask(product.backendUrl, `/v1/records/deal/5014/panels?only=${all}`))),
  );
  rows.push([
    'ERP calls when 200 reps open one cold deal (one rep: beside)',
    `${many} (${one})`,
    'as one',
    many <= one,
  ]);

  const path = '/v1/records/deal/5002/panels?only=stock';
  const bytes = (await (await fetch(signedRequest(product.backendUrl, path))).arrayBuffer()).byteLength;
  const [port = 0] = await freePorts(1);
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), String(port), String(bytes)]);
  await new Promise((ready) => bare.stdout.once('data', ready));
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const plain = await rate(() => `http://127.0.0.1:${port}/`);
    // Signed beforehand, by five hundred reps: neither the client's hashing nor the limit per user is what is measured.
    const signed = Array.from({ length: 500 }, (_, user) =>
      signedRequest(product.backendUrl, path, { userId: String(user) }),
    );
    let next = 0;
    const ours = await rate(() => {
      next += 1;
      return signed[next % signed.length]?.clone() ?? '';
    });
    ratios.push(ours / plain);
  }
  bare.kill();
  const ratio = ratios.sort((a, b) => a - b)[1] ?? 0;
  rows.push([
    `warm stock panel ÷ bare Hono route of ${bytes} bytes (median of 3)`,
    ratio.toFixed(2),
    '≥ 0.5',
    ratio >= 0.5,
  ]);

  const tree = spawnSync('ps', ['-o', 'rss=', '--ppid', String(product.pid())], { encoding: 'utf8' }).stdout;
  const megabytes = tree.split('\n').reduce((sum, line) => sum + Number(line), 0) / 1024;
  rows.push(['memory of the three servers', `${megabytes.toFixed(0)} MB`, '≤ 450 MB', megabytes <= 450]);

  const folder = join(root, 'extension', 'playground', '.build', 'cards');
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipSync(readFileSync(join(folder, name))).byteLength / 1000);
  const largest = Math.max(...sizes);
  rows.push(['largest card, gzipped', `${largest.toFixed(1)} kB`, '≤ 60 kB', largest <= 60]);
} finally {
  await product.remove();
}
const table = rows
  .map(([what, figure, goal, met]) => `| ${what} | ${figure} | ${goal} | ${met ? 'met' : 'not met'} |`)
  .join('\n');
const page = `# Benchmarks

Written by \`npm run bench\`; each ratio has both its sides from the same run, on two cores.

| what | figure | goal | |
|---|---|---|---|
${table}

Not measured yet: the time added over the slowest ERP call on a cold panel, and the acknowledgement of a submission against a bare
transaction.
`;
writeFileSync(join(root, 'docs', 'benchmarks.md'), page);
console.log(page);
