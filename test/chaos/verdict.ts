import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { look, type Sent } from './load.ts';
import { pause } from './processes.ts';
import type { World } from './world.ts';

export type Verdict = {
  submissions: number;
  acknowledged: number;
  /** Acknowledged, not in the ERP, and nothing will bring it there. */
  lost: number;
  /** Quotes that the ERP holds more than one order of, acknowledged or not. */
  doubled: number;
  /** Acknowledged, and after all patience neither finished nor told to the CRM. */
  stuck: number;
  /** What those who were not acknowledged were told. */
  refusals: Record<string, number>;
  /** States and problems of what is lost or stuck. */
  why: Record<string, number>;
};
const tally = (into: Record<string, number>, key: string) => {
  into[key] = (into[key] ?? 0) + 1;
};

/**
 * Resolves when every acknowledged submission is in the ERP and finished here, or when none of them has got there for so long: a machine that is
 * busy with other things is slow, which is not the same as stuck.
 */
export async function drain(world: World, sent: readonly Sent[], patienceMs: number): Promise<Set<Sent>> {
  const open = new Set(sent.filter(({ acknowledged }) => acknowledged !== null));
  let until = performance.now() + patienceMs;
  while (open.size > 0 && performance.now() < until) {
    const counts = await world.erp.count();
    const here = [...open].filter(({ reference }) => counts.has(reference));
    // The state is asked for only of what the ERP has: a thousand questions a second would be a load of their own.
    const batch = here.slice(0, 400);
    const before = open.size;
    await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        for (let at = lane; at < batch.length; at += 8) {
          const one = batch[at];
          const seen = one?.acknowledged ? await look(world, one.acknowledged) : null;
          if (one && seen && seen !== 'unknown' && seen.state === 'confirmed' && seen.writtenBack) open.delete(one);
        }
      }),
    );
    if (open.size < before) until = performance.now() + patienceMs;
    if (open.size > 0) await pause(batch.length === here.length ? 300 : 0);
  }
  return open;
}

/** Counts at the ERP itself. `open`: what `drain` left over. */
export async function judge(world: World, sent: readonly Sent[], open: ReadonlySet<Sent>): Promise<Verdict> {
  const counts = await world.erp.count();
  const drafts = await world.erp.drafts();
  const told = markedInCrm(world, 'backroom_order_number');
  const verdict: Verdict = {
    submissions: sent.length,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    stuck: 0,
    refusals: {},
    why: {},
  };
  for (const one of sent) {
    const orders = [one.reference, ...(one.others ?? [])].reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
    if (orders > 1) verdict.doubled += 1;
    if (one.refusal) tally(verdict.refusals, one.refusal);
    if (one.acknowledged === null) continue;
    verdict.acknowledged += 1;
    if (orders > 0 && !open.has(one)) {
      if (drafts.has(one.reference)) {
        verdict.stuck += 1;
        tally(verdict.why, 'stuck: a draft in the ERP');
      } else if (!told(one.dealId)) {
        verdict.stuck += 1;
        tally(verdict.why, 'stuck: the deal does not say so');
      }
      continue;
    }
    const seen = await look(world, one.acknowledged);
    const state = seen === null ? 'no answer' : seen === 'unknown' ? 'unknown' : seen.state;
    const code =
      seen && seen !== 'unknown' && seen.problem
        ? ` (${[seen.problem.code, seen.problem.detail].filter(Boolean).join(': ')})`
        : '';
    // What still waits for the ERP or for a person is not forgotten; what nobody will come for is.
    const held = ['waiting', 'checking', 'needs_attention'].includes(state);
    const kind = orders === 0 && !held ? 'lost' : 'stuck';
    verdict[kind] += 1;
    const untold =
      seen && seen !== 'unknown' && seen.state === 'confirmed' && !seen.writtenBack ? ', not told to the CRM' : '';
    tally(verdict.why, `${kind}: ${state}${code}${untold}`);
  }
  return verdict;
}

/** Which deals carry something in a property of ours. */
export function markedInCrm(world: World, property: string): (dealId: string) => boolean {
  const db = new DatabaseSync(join(world.dir, 'hubspot', 'crm.sqlite'), { readOnly: true });
  const rows = db
    .prepare(`select id from objects where type = 'deals' and json_extract(properties, '$.' || ?) is not null`)
    .all(property);
  db.close();
  const known = new Set(rows.map(({ id }) => String(id)));
  return (dealId) => known.has(dealId);
}

export function sum(verdicts: readonly Verdict[]): Verdict {
  const total: Verdict = { submissions: 0, acknowledged: 0, lost: 0, doubled: 0, stuck: 0, refusals: {}, why: {} };
  for (const each of verdicts) {
    for (const key of ['submissions', 'acknowledged', 'lost', 'doubled', 'stuck'] as const) total[key] += each[key];
    for (const key of ['refusals', 'why'] as const)
      for (const [name, count] of Object.entries(each[key])) total[key][name] = (total[key][name] ?? 0) + count;
  }
  return total;
}
/** The last line of a run, exactly so: scripts read it. */
export const lastLine = (v: Verdict): string =>
  `submissions ${v.submissions} acknowledged ${v.acknowledged} lost ${v.lost} doubled ${v.doubled} stuck ${v.stuck}`;
