import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, Run } from './cases/case.ts';
import { SLOW_MAX_COMMIT_MS, SLOW_WRITE_MS } from './cases/slow.ts';
import { checkOut } from './earlier.ts';
import type { ErpName } from './erps.ts';
import { convertMany, look, openPages, pressAgain, resend, type Sent, targetOf } from './load.ts';
import { cleanAtExit, until } from './processes.ts';
import { chanceOf } from './random.ts';
import { drain, judge, type Verdict } from './verdict.ts';
import { type StoreKind, startWorld, type World } from './world.ts';

export type ChaosOptions = {
  seed: number;
  count: number;
  store: StoreKind;
  erp: ErpName;
  cases: readonly Case[];
  /** A test-only build of the engine with one of its safeties off. */
  unsafe?: string;
  /** How long an acknowledged order may take after the last fault. A killed worker's claim ends after 40 s. */
  patienceMs?: number;
  /** A commit of this repository, for the cases that run it beside this one. */
  earlier?: string;
  /** Times of the slow cases, ours among them, are multiplied with this. 1 unless told otherwise. */
  scale?: number;
  say: (line: string) => void;
};
export type Row = {
  name: string;
  what: string;
  verdict: Verdict | null;
  skipped: string | null;
  /** True when what the case is about did not happen: then its zeros say nothing. */
  unproven: boolean;
  figures: Record<string, string>;
  seconds: number;
};

/** A folder on a disk of its own with `megabytes`, or why there is none. */
function smallDisk(megabytes: number): { dir: string; free: () => void } | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux to mount a small disk';
  const dir = mkdtempSync(join(tmpdir(), 'backroom-disk-'));
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'none', dir], {
    encoding: 'utf8',
  });
  if (mount.status !== 0) {
    rmdirSync(dir);
    return `no small disk can be mounted here: ${mount.stderr.trim()}`;
  }
  const free = cleanAtExit(() => {
    spawnSync('umount', ['-l', dir]);
    rmdirSync(dir);
  });
  return { dir, free };
}

/** Splits the submissions among the cases by their shares, within their bounds; what is left goes to those without a bound. */
function shares(cases: readonly Case[], count: number): Map<Case, number> {
  const given = new Map<Case, number>();
  let left = count;
  let open = [...cases];
  for (;;) {
    const whole = open.reduce((sum, { share }) => sum + share, 0);
    const bounded = open.filter(({ share, most }) => most !== undefined && (left * share) / whole > most);
    if (bounded.length === 0) break;
    for (const each of bounded) {
      given.set(each, each.most ?? 0);
      left -= each.most ?? 0;
    }
    open = open.filter((each) => !bounded.includes(each));
  }
  const whole = open.reduce((sum, { share }) => sum + share, 0);
  for (const each of open) given.set(each, Math.max(4, Math.round((left * each.share) / whole)));
  return given;
}

async function runCase(world: World, one: Case, from: number, count: number, options: ChaosOptions): Promise<Row> {
  const began = performance.now();
  const chance = chanceOf(options.seed);
  const sent: Sent[] = [];
  const figures: Record<string, string> = {};
  const faults: Record<string, number> = {};
  const wrongs: { kind: 'lost' | 'doubled' | 'stuck'; why: string }[] = [];
  let next = from;
  for (const kind of Object.keys(world.proxy.met)) delete world.proxy.met[kind];
  const run: Run = {
    world,
    count,
    scale: options.scale ?? 1,
    chance: (...name) => chance(one.name, ...name),
    async convert(many, more = {}) {
      const start = next;
      next += many;
      const here = await convertMany(targetOf(world), {
        concurrency: world.erp.atOnce ?? 16,
        ...more,
        from: start,
        count: many,
        chance: (...name) => chance(one.name, ...name),
      });
      sent.push(...here);
      return here;
    },
    again: (some) => pressAgain(targetOf(world), some, (...name) => chance(one.name, ...name)),
    open: (many) => openPages(world, next, many),
    next: (many) => Array.from({ length: many }, (_, nth) => world.deal(next + nth)),
    spare: (many) => {
      next += many;
      return Array.from({ length: many }, (_, nth) => world.deal(next - many + nth));
    },
    async settle(ms) {
      return (await drain(world, sent, ms)).size === 0;
    },
    fault: (name, times) => {
      faults[name] = (faults[name] ?? 0) + times;
    },
    wrong: (kind, why) => {
      wrongs.push({ kind, why: `${kind}: ${why}` });
    },
    figure: (name, value) => {
      figures[name] = value;
    },
    async mend() {
      let mended = 0;
      for (const { acknowledged } of sent) {
        const seen = acknowledged && (await look(world, acknowledged));
        if (!seen || seen === 'unknown' || seen.state !== 'needs_attention') continue;
        await resend(world, acknowledged);
        mended += 1;
      }
      figures['sent again by hand'] = String(mended);
    },
  };
  await one.run(run);
  await world.heal();
  const own = one.place === 'slow' ? 2 * SLOW_MAX_COMMIT_MS * run.scale : 0;
  const open = await drain(world, sent, options.patienceMs ?? own + 90_000 + sent.length * world.erp.orderMs);
  // What is still on its way to the ERP counts as well.
  await until(() => world.proxy.onTheWay() === 0, SLOW_MAX_COMMIT_MS);
  const verdict = await judge(world, sent, open);
  for (const { kind, why } of wrongs) {
    verdict[kind] += 1;
    verdict.why[why] = (verdict.why[why] ?? 0) + 1;
  }
  const all = { ...faults, ...world.proxy.met };
  const happened = Object.values(all).reduce((sum, times) => sum + times, 0);
  return {
    name: one.name,
    what: one.what,
    verdict,
    skipped: null,
    // Where nobody was promised anything, nothing can be lost.
    unproven: happened === 0 || (sent.length > 0 && verdict.acknowledged === 0),
    figures: { ...Object.fromEntries(Object.entries(all).map(([name, times]) => [name, String(times)])), ...figures },
    seconds: (performance.now() - began) / 1000,
  };
}

function skipReason(one: Case, options: ChaosOptions): string | null {
  if (one.stores && !one.stores.includes(options.store)) return `only on ${one.stores.join(', ')}`;
  if (one.place === 'earlier release' && !options.earlier) return 'names no earlier release: --earlier COMMIT';
  return one.notOn?.[options.erp] ?? null;
}

/** Runs the cases, those that can share a world in one; prints each as it ends. */
export async function runChaos(options: ChaosOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const skip = (one: Case, reason: string) => {
    rows.push({
      name: one.name,
      what: one.what,
      verdict: null,
      skipped: reason,
      unproven: false,
      figures: {},
      seconds: 0,
    });
    options.say(`skip ${one.name}: ${reason}`);
  };
  const chosen = options.cases.filter((one) => {
    const reason = skipReason(one, options);
    if (reason) skip(one, reason);
    return reason === null;
  });
  const given = shares(chosen, options.count);
  const env: Record<string, string> = options.unsafe ? { BACKROOM_TEST: '1', BACKROOM_UNSAFE: options.unsafe } : {};
  const { scale = 1 } = options;
  const slow = {
    ERP_MAX_COMMIT_MS: String(SLOW_MAX_COMMIT_MS * scale),
    ...(scale === 1 ? {} : { BACKROOM_TEST: '1', BACKROOM_WRITE_MS: String(SLOW_WRITE_MS * scale) }),
  };
  // The other cases' faults are over in seconds, and a real ERP's own minutes would only make the run long.
  // n8n runs an order's dozen steps one after the other: with eight orders in hand on a busy machine that takes it longer.
  const quick = { ERP_MAX_COMMIT_MS: options.erp === 'n8n' ? '30000' : '10000' };
  for (const place of [undefined, 'slow', 'movable', 'small disk', 'earlier release'] as const) {
    const here = chosen.filter((one) => one.place === place);
    if (here.length === 0) continue;
    // Postgres alone takes some 40 MB, PGlite likewise; write-ahead logs come in pieces of 16 MB.
    const disk = place === 'small disk' ? smallDisk(220) : null;
    if (typeof disk === 'string') {
      for (const one of here) skip(one, disk);
      continue;
    }
    // Cases may round up, and warm up.
    const deals = here.reduce((sum, one) => sum + (given.get(one) ?? 0) + 40, 0);
    const earlier = place === 'earlier release' && options.earlier ? checkOut(options.earlier) : null;
    const world = await startWorld({
      ...(earlier ? { earlier: earlier.dir } : {}),
      store: options.store,
      erp: options.erp,
      deals,
      movable: place === 'movable',
      env: { ...env, ...(place === 'slow' ? slow : quick) },
      ...(disk ? { backendDir: disk.dir } : {}),
    });
    try {
      let from = 0;
      for (const one of here) {
        const count = given.get(one) ?? 0;
        const row = await runCase(world, one, from, count, options);
        from += count + 40;
        rows.push(row);
        options.say(describe(row));
      }
    } finally {
      await world.end();
      disk?.free();
      earlier?.remove();
    }
  }
  return rows;
}

function describe({ name, verdict, unproven, figures, seconds }: Row): string {
  if (!verdict) return `skip ${name}`;
  const { submissions, acknowledged, lost, doubled, stuck, refusals, why } = verdict;
  const words = Object.entries({ ...figures, ...why, ...refusals }).map(([key, value]) => `${key} ${value}`);
  const ok = lost + doubled + stuck === 0 && !unproven ? 'ok  ' : 'FAIL';
  if (unproven) words.unshift('nothing was promised, or what it is about never happened: it proves nothing');
  return `${ok} ${name.padEnd(24)} ${String(submissions).padStart(5)} sent ${String(acknowledged).padStart(5)} acknowledged ${lost} lost ${doubled} doubled ${stuck} stuck  ${seconds.toFixed(0)} s  ${words.join(', ')}`;
}
