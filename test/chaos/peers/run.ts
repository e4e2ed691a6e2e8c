import { percentile } from '../../bench/report.ts';
import { convertMany, type Sent } from '../load.ts';
import { pause } from '../processes.ts';
import { chanceOf } from '../random.ts';
import { type PeerCase, peerCases } from './cases.ts';
import type { Arena, System } from './system.ts';

export type PeerRow = {
  system: string;
  name: string;
  what: string;
  sent: number;
  acknowledged: number;
  /** Acknowledged, not in the ERP when the patience was over, and nowhere to be found. */
  lost: number;
  doubled: number;
  /** Acknowledged, not in the ERP when the patience was over, but still somewhere as open. */
  stuck: number;
  ack: { p50: number; p95: number; p99: number };
  caughtUpMs: number | null;
  faults: Record<string, number>;
  /** Why there are no figures. */
  failed?: string;
};
type Options = { seed: number; count: number; cases: readonly PeerCase[]; say: (line: string) => void };
const LONGEST_MS = 600_000;

const openOf = async ({ erp }: Arena, sent: readonly Sent[]): Promise<Sent[]> => {
  const counts = await erp.count();
  return sent.filter(({ acknowledged, reference }) => acknowledged !== null && !counts.has(reference));
};
/** Ends when all is there, or when nothing more has come for so long as the system may be silent and still be at it. */
async function settle(arena: Arena, sent: readonly Sent[], quietMs: number): Promise<number | null> {
  const began = performance.now();
  let least = Number.POSITIVE_INFINITY;
  let cameAt = began;
  for (;;) {
    const open = (await openOf(arena, sent)).length;
    const now = performance.now();
    if (open === 0) return now - began;
    if (open < least) [least, cameAt] = [open, now];
    if (now - cameAt > quietMs || now - began > LONGEST_MS) return null;
    await pause(200);
  }
}

async function runCase(system: System, arena: Arena, one: PeerCase, from: number, options: Options): Promise<PeerRow> {
  const chance = chanceOf(options.seed);
  const named = (...name: (string | number)[]) => chance(one.name, ...name);
  const sent: Sent[] = [];
  const faults: Record<string, number> = {};
  let next = from;
  for (const kind of Object.keys(arena.proxy.met)) delete arena.proxy.met[kind];
  const caughtUpMs = await one.run({
    arena,
    count: Math.round(options.count * (one.weight ?? 1)),
    chance: named,
    async convert(count, more = {}) {
      const start = next;
      next += count;
      const here = await convertMany(arena.target, { concurrency: 16, ...more, from: start, count, chance: named });
      sent.push(...here);
      return here;
    },
    open: (count) => arena.openPages(next, count),
    fault: (name, times) => {
      faults[name] = (faults[name] ?? 0) + times;
    },
    settle: () => settle(arena, sent, system.quietMs),
  });
  await arena.heal();
  // It has had its time; what the last faults still held up gets a moment more.
  if (caughtUpMs === null) await settle(arena, sent, 30_000);
  // A second order may still be on its way when the first is there.
  await pause(5000);
  const counts = await arena.erp.count();
  const open = await openOf(arena, sent);
  const held = (await Promise.all(open.map(arena.holds))).filter(Boolean).length;
  const acknowledged = sent.filter(({ acknowledged }) => acknowledged !== null);
  const acks = acknowledged.map(({ ackMs }) => ackMs);
  const all = { ...faults, ...arena.proxy.met };
  // Zeros without a fault are no proof, whoever's they are.
  if (Object.values(all).every((times) => times === 0)) throw new Error('what it is about never happened');
  return {
    system: system.name,
    name: one.name,
    what: one.what,
    sent: sent.length,
    acknowledged: acknowledged.length,
    lost: open.length - held,
    doubled: sent.filter(({ reference }) => (counts.get(reference) ?? 0) > 1).length,
    stuck: held,
    ack: { p50: percentile(acks, 50), p95: percentile(acks, 95), p99: percentile(acks, 99) },
    caughtUpMs,
    faults: all,
  };
}

/** The cases on one system: those on a moved clock in surroundings of their own. */
export async function runSystem(system: System, options: Options): Promise<PeerRow[]> {
  const rows: PeerRow[] = [];
  const failed = (one: PeerCase, why: string): PeerRow => ({
    ...{ system: system.name, name: one.name, what: one.what, sent: 0, acknowledged: 0, lost: 0, doubled: 0, stuck: 0 },
    ...{ ack: { p50: 0, p95: 0, p99: 0 }, caughtUpMs: null, faults: {}, failed: why },
  });
  const room = Math.ceil(options.count * 2) + 10;
  for (const movable of [false, true]) {
    const here = options.cases.filter((one) => (one.movable ?? false) === movable);
    if (here.length === 0) continue;
    const arena = await system.open({ deals: room * peerCases.length, movable });
    try {
      for (const one of here) {
        // The same deals for everybody, whatever the choice of cases.
        const from = peerCases.indexOf(one) * room;
        const row = await runCase(system, arena, one, from, options).catch((error: unknown) =>
          failed(one, error instanceof Error ? error.message : String(error)),
        );
        rows.push(row);
        options.say(describe(row));
        await arena.heal();
      }
    } finally {
      await arena.end();
    }
  }
  return rows;
}

const ms = (value: number) => `${Math.round(value)} ms`;
function describe({ system, name, failed, faults, ...row }: PeerRow): string {
  if (failed) return `FAIL ${system} ${name}: ${failed}`;
  const met = Object.entries(faults).map(([kind, times]) => `${kind} ${times}`);
  const caughtUp = row.caughtUpMs === null ? 'not caught up' : `caught up ${(row.caughtUpMs / 1000).toFixed(1)} s`;
  return `${system.padEnd(9)} ${name.padEnd(16)} ${row.sent} sent ${row.acknowledged} acknowledged ${row.lost} lost ${row.doubled} doubled ${row.stuck} stuck  ack ${ms(row.ack.p50)} ${ms(row.ack.p95)} ${ms(row.ack.p99)}  ${caughtUp}  ${met.join(', ')}`;
}
