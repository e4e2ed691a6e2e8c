// Loaded into each backend of a run (`node --import`): how much later than asked a timer of ten milliseconds goes off, with its moment.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 10;
const dir = process.env.LOOP_DELAYS;
/** By the machine's clock: a run may move the clock of `Date`. */
const now = () => performance.timeOrigin + performance.now();
if (dir && isMainThread && !process.argv.includes('--role=worker')) {
  let kept: string[] = [];
  let last = now();
  setInterval(() => {
    const at = now();
    kept.push(`${at.toFixed(1)} ${Math.max(0, at - last - EVERY_MS).toFixed(1)}`);
    last = at;
    if (kept.length < 100) return;
    appendFileSync(join(dir, `${process.pid}.txt`), `${kept.join('\n')}\n`);
    kept = [];
  }, EVERY_MS).unref();
}

/** What the environment of a backend is to have, and the folder where its delays are then kept. */
export function watched(): { env: Record<string, string>; dir: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'backroom-loops-'));
  return {
    env: { LOOP_DELAYS: folder, NODE_OPTIONS: `--import=${import.meta.filename}` },
    dir: folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
/** Delays in milliseconds between two moments, of every process that answers requests. */
export function delaysIn(folder: string, from: number, to: number): number[] {
  return readdirSync(folder)
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => line.split(' ').map(Number))
    .flatMap(([at = 0, delay = 0]) => (from <= at && at <= to ? [delay] : []));
}
