import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ScanContext } from './context.ts';
import { figuresSchema, MOST_COMMON } from './figures.ts';
import { isCertain, isWorthALook, judge } from './judge.ts';
import { countName, createCounter, MOST_ALIKE, nameKeys } from './keys.ts';
import { type Compared, compared } from './record.ts';
import { addKeys, keepStep, recordsAfter, recordsOf, refOf, type ScanRow, splitOnce } from './rows.ts';

/** Rows of one statement: short enough that a panel which asks the same database meanwhile does not notice. */
const PAGE = 800;
/** Of a key that more records have, no pair is made: a group's VAT id or a portal's domain says nothing of who is who. */
const MOST_SHARED = 30;

/** The keys by which names are found. They depend on how common each part of a name is, so all names are counted first. */
export async function makeNameKeys(ctx: ScanContext, first: ScanRow, stopIfAsked: () => void): Promise<ScanRow> {
  const { db, clock } = ctx;
  const counter = createCounter();
  for (let cursor: string | null = null; ; ) {
    const page = await recordsAfter(db, first, cursor, PAGE);
    for (const entry of page) countName(counter, compared(entry));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    cursor = refOf(last);
    await breathe();
    stopIfAsked();
  }
  let scan = first;
  while (scan.phase === 'keys') {
    const page = await recordsAfter(db, scan, scan.cursor, PAGE);
    const last = page.at(-1);
    const isLast = !last || page.length < PAGE;
    const keys = page.flatMap((entry) =>
      nameKeys(counter, compared(entry)).map((key) => ({ ...key, side: entry.side, id: entry.id })),
    );
    const change = isLast
      ? { phase: 'match', cursor: null, done: 0 }
      : { cursor: refOf(last), done: scan.done + page.length };
    scan = await keepStep(db, clock, scan, change, (trx) => addKeys(trx, scan, keys));
    await breathe();
    stopIfAsked();
  }
  return scan;
}

type Group = { kind: string; key: string; refs: string[] };
/** Whole groups of records with an equal key, and the last key that was looked at; null: there are no more. */
async function groupsAfter({ db }: ScanContext, scan: ScanRow): Promise<{ groups: Group[]; cursor: string | null }> {
  const [kind, key] = splitOnce(scan.cursor ?? '');
  const { rows } = await sql<{ kind: string; key: string; side: string; id: string }>`
    select kind, key, side, id from scan_keys where account = ${scan.account} and scan = ${scan.id}::uuid and (kind, key) > (${kind}, ${key}::text collate "C")
     order by kind, key, side, id limit ${PAGE}`.execute(db);
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.kind === row.kind && last.key === row.key) last.refs.push(refOf(row));
    else groups.push({ kind: row.kind, key: row.key, refs: [refOf(row)] });
  }
  if (rows.length < PAGE) return { groups, cursor: null };
  // The last one may go on behind the page. Alone on it, it is far too common to be compared.
  const last = groups.length > 1 ? groups.splice(-1) && groups.at(-1) : groups.at(-1);
  return { groups, cursor: last ? `${last.kind}|${last.key}` : null };
}

type Pair = {
  ls: string;
  li: string;
  rs: string;
  ri: string;
  standing: 'found' | 'crm_double' | 'erp_double';
  certain: boolean;
  score: number;
  why: string;
  against: string;
};
function pairOf(one: Compared, other: Compared, isOnly: boolean): Pair | null {
  const judged = judge(one, other);
  // A domain that one company and one customer have to themselves is worth a look, whatever they are called.
  if (!isWorthALook(one, other, judged) && !isOnly) return null;
  const swapped = one.side === other.side ? one.id > other.id : one.side === 'erp';
  const [left, right] = swapped ? [other, one] : [one, other];
  const { score, why, against } = judged;
  return {
    ls: left.side,
    li: left.id,
    rs: right.side,
    ri: right.id,
    standing: one.side === other.side ? `${one.side}_double` : 'found',
    certain: isCertain(judged),
    score,
    why: why.join(' '),
    against: against.join(' '),
  };
}

/** Compares the records of each key. A page of keys and what it gave are kept together. */
export async function matchKeys(ctx: ScanContext, first: ScanRow, stopIfAsked: () => void): Promise<ScanRow> {
  const { db, clock } = ctx;
  let scan = first;
  while (scan.phase === 'match') {
    const { groups, cursor } = await groupsAfter(ctx, scan);
    const wanted = groups.filter(
      ({ kind, refs }) => refs.length > 1 && refs.length <= (kind === 'name' ? MOST_ALIKE : MOST_SHARED),
    );
    const records = await recordsOf(db, scan, [...new Set(wanted.flatMap(({ refs }) => refs))]);
    const seen = new Set<string>();
    const pairs: Pair[] = [];
    for (const { kind, refs } of wanted) {
      const members = refs.flatMap((ref) => records.get(ref) ?? []);
      const isOnly = kind === 'email_domain' && members.length === 2 && members[0]?.side !== members[1]?.side;
      for (const [at, one] of members.entries())
        for (const other of members.slice(at + 1)) {
          const name = `${refOf(one)} ${refOf(other)}`;
          if (seen.has(name)) continue;
          seen.add(name);
          const pair = pairOf(one, other, isOnly);
          if (pair) pairs.push(pair);
        }
    }
    const figures = figuresSchema.parse(scan.figures);
    for (const { kind, key, refs } of groups)
      if (kind !== 'name' && refs.length > MOST_SHARED && figures.common.length < MOST_COMMON)
        figures.common.push({ kind, key, count: refs.length });
    const change = {
      figures: JSON.stringify(figures),
      ...(cursor === null ? { phase: 'judge', cursor: null, done: 0 } : { cursor, done: scan.done + groups.length }),
    };
    const at = scan;
    scan = await keepStep(db, clock, scan, change, async (trx) => {
      if (pairs.length === 0) return;
      await sql`insert into scan_pairs (account, scan, left_side, left_id, right_side, right_id, standing, certain, score, why, against)
        select ${at.account}, ${at.id}::uuid, p.ls, p.li, p.rs, p.ri, p.standing, p.certain, p.score, p.why, p.against
          from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(ls text, li text, rs text, ri text, standing text, certain boolean, score int, why text, against text) on conflict do nothing`.execute(
        trx,
      );
    });
    await breathe();
    stopIfAsked();
  }
  return scan;
}
