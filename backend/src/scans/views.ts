import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import { ProblemError } from '../problems/error.ts';
import type { Db } from '../store/open.ts';
import { type Decision, decisions, type Outcome, outcomes, type PairRef } from './decision.ts';
import { type Figures, figuresSchema } from './figures.ts';
import { type Report, reportSchema } from './link.ts';
import { type Entry, factsSchema, type Side } from './record.ts';
import { anyOf, type ScanRow } from './rows.ts';

/** Lists of pairs, in the order of the page: `certain` to `erp_double` wait for a decision, the last two have one. */
export const pairLists = [
  'certain',
  'likely',
  'ambiguous',
  'otherwise',
  'crm_double',
  'erp_double',
  'later',
  'decided',
] as const;
export const aloneLists = ['crm_only', 'erp_only'] as const;
export const lists = [...pairLists, ...aloneLists] as const;
export type ListName = (typeof lists)[number];
export const isAloneList = (name: ListName): name is (typeof aloneLists)[number] =>
  aloneLists.some((each) => each === name);

export const phases = ['crm', 'erp', 'keys', 'match', 'judge', 'customers', 'link', 'end'] as const;
export type Scan = {
  id: string;
  connection: string;
  state: 'queued' | 'running' | 'paused' | 'finished' | 'failed';
  phase: (typeof phases)[number];
  requestedBy: string;
  createdAt: string;
  finishedAt: string | null;
  crmRead: number;
  erpRead: number;
  done: number;
  figures: Figures;
  report: Report | null;
  /** Code of the problem, and the words of the CRM or ERP that refused. */
  problem: { code: string; detail: string | null } | null;
  /** When it goes on by itself, where it waits. */
  dueAt: string;
};
const problemSchema = z.object({ code: z.string(), detail: z.string().nullish() });
const stateSchema = z.enum(['queued', 'running', 'paused', 'finished', 'failed']);
function toScan(row: ScanRow): Scan {
  const problem = problemSchema.safeParse(row.problem).data;
  return {
    id: row.id,
    connection: row.connection,
    state: stateSchema.parse(row.state),
    phase: z.enum(phases).parse(row.phase),
    requestedBy: row.requested_by,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    crmRead: row.crm_read,
    erpRead: row.erp_read,
    done: row.done,
    figures: figuresSchema.parse(row.figures),
    report: reportSchema.safeParse(row.report).data ?? null,
    problem: problem ? { code: problem.code, detail: problem.detail ?? null } : null,
    dueAt: row.due_at.toISOString(),
  };
}
/** Whether its pairs can be shown: it has been through, and may be linking. */
export const hasResults = ({ state, phase }: Pick<Scan, 'state' | 'phase'>): boolean =>
  state === 'finished' || phase === 'link';

export type PairView = PairRef & {
  left: Entry | null;
  right: Entry | null;
  standing: string;
  score: number;
  why: string[];
  against: string[];
  decision: { decision: Decision; outcome: Outcome | null; other: string | null; by: string; at: string } | null;
};
type PairRow = {
  left_side: Side;
  left_id: string;
  right_side: Side;
  right_id: string;
  standing: string;
  score: number;
  why: string;
  against: string;
  decision: Decision | null;
  outcome: Outcome | null;
  other: string | null;
  decided_by: string | null;
  decided_at: Date | null;
};
export type ListQuery = { list: ListName; search: string; after: string | null; limit: number };

const decisionOf = sql`left join scan_decisions d on d.account = p.account and d.connection = s.connection and d.left_side = p.left_side and d.left_id = p.left_id
  and d.right_side = p.right_side and d.right_id = p.right_id`;
/** A decision that stands. A link that was refused is open again. */
const isDecided = sql`(d.decision in ('not_same', 'later') or d.outcome in ('wanted', 'done'))`;
/** Linked since the scan, from a card or by a decision about another pair. */
const linkedSince = sql`exists (select 1 from connection_links l where l.account = p.account and l.connection = s.connection and l.record_type = 'company' and l.record_id = p.left_id)`;
const listOf = sql`case when d.decision = 'later' then 'later' when ${isDecided} then 'decided'
  when p.standing in ('certain', 'likely', 'ambiguous') and ${linkedSince} then 'settled' else p.standing end`;
const stillAlone = sql`r.standing = 'alone' and not exists (select 1 from connection_links l where l.account = r.account and l.connection = s.connection and l.record_type = 'company'
  and case r.side when 'crm' then l.record_id else l.customer ->> 'id' end = r.id)`;

/** What the page, the file and the preflight read of scans. */
export function scanViews(db: Db) {
  async function first(account: AccountId, where: ReturnType<typeof sql>): Promise<Scan | null> {
    const { rows } =
      await sql<ScanRow>`select * from scans where account = ${account} and ${where} order by created_at desc limit 1`.execute(
        db,
      );
    return rows[0] ? toScan(rows[0]) : null;
  }
  async function entries(
    account: AccountId,
    scan: string,
    refs: readonly { side: Side; id: string }[],
  ): Promise<Map<string, Entry>> {
    const { rows } = await sql<{
      side: Side;
      id: string;
      name: string;
      facts: unknown;
    }>`select r.side, r.id, r.name, r.facts from scan_records r
        join jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as w(side text, id text) on r.side = w.side and r.id = w.id
       where r.account = ${account} and r.scan = ${scan}::uuid and r.side in ('crm', 'erp') and r.id = ${anyOf(refs.map(({ id }) => id))}`.execute(
      db,
    );
    return new Map(
      rows.map(({ facts, ...row }) => [`${row.side}|${row.id}`, { ...row, facts: factsSchema.parse(facts) }]),
    );
  }
  async function withEntries(account: AccountId, scan: string, rows: readonly PairRow[]): Promise<PairView[]> {
    const refs = rows.flatMap((row) => [
      { side: row.left_side, id: row.left_id },
      { side: row.right_side, id: row.right_id },
    ]);
    const known = await entries(account, scan, refs);
    return rows.map((row) => ({
      leftSide: row.left_side,
      leftId: row.left_id,
      rightSide: row.right_side,
      rightId: row.right_id,
      left: known.get(`${row.left_side}|${row.left_id}`) ?? null,
      right: known.get(`${row.right_side}|${row.right_id}`) ?? null,
      standing: row.standing,
      score: row.score,
      why: row.why ? row.why.split(' ') : [],
      against: row.against ? row.against.split(' ') : [],
      decision:
        row.decision && decisions.includes(row.decision)
          ? {
              decision: row.decision,
              outcome: outcomes.find((each) => each === row.outcome) ?? null,
              other: row.other,
              by: row.decided_by ?? '',
              at: row.decided_at?.toISOString() ?? '',
            }
          : null,
    }));
  }
  const columns = sql`p.left_side, p.left_id, p.right_side, p.right_id, p.standing, p.score, p.why, p.against, d.decision, d.outcome, d.other, d.decided_by, d.decided_at`;
  return {
    /** The scan that is under way or paused. */
    active: (account: AccountId) => first(account, sql`state in ('queued', 'running', 'paused')`),
    newest: (account: AccountId, connection: string) => first(account, sql`connection = ${connection}`),
    /** The newest whose pairs can be shown. */
    shown: (account: AccountId, connection: string) =>
      first(account, sql`connection = ${connection} and (state = 'finished' or phase = 'link')`),
    async scan(account: AccountId, id: string): Promise<Scan> {
      const found = z.uuid().safeParse(id).success ? await first(account, sql`id = ${id}::uuid`) : null;
      if (!found) throw new ProblemError('not_found');
      return found;
    },
    async counts(account: AccountId, scan: string): Promise<Record<ListName, number> & { linked: number }> {
      const { rows } = await sql<{ list: string; count: string }>`
        select list, count(*) as count from (select ${listOf} as list from scans s join scan_pairs p on p.account = s.account and p.scan = s.id ${decisionOf}
           where s.account = ${account} and s.id = ${scan}::uuid and p.standing <> 'lesser') as pairs group by list
        union all select case r.side when 'crm' then 'crm_only' else 'erp_only' end, count(*) from scans s join scan_records r on r.account = s.account and r.scan = s.id
           where s.account = ${account} and s.id = ${scan}::uuid and ${stillAlone} group by r.side
        union all select 'is_linked', count(*) from scans s join connection_links l on l.account = s.account and l.connection = s.connection and l.record_type = 'company'
           where s.account = ${account} and s.id = ${scan}::uuid`.execute(db);
      const counted = new Map(rows.map(({ list, count }) => [list, Number(count)]));
      const all = Object.fromEntries(lists.map((list) => [list, counted.get(list) ?? 0])) as Record<ListName, number>;
      return { ...all, linked: counted.get('is_linked') ?? 0 };
    },
    /** Pairs of a list in the order of their records, so that all candidates of one company stand together. */
    async pairs(account: AccountId, scan: string, { list, search, after, limit }: ListQuery): Promise<PairView[]> {
      const [left = '', right = ''] = after?.split('~').map(decodeURIComponent) ?? [];
      const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
      const found = search
        ? sql`exists (select 1 from scan_records r where r.account = p.account and r.scan = p.scan and (r.side, r.id) in ((p.left_side, p.left_id), (p.right_side, p.right_id))
            and (r.name ilike ${like} or r.facts ->> 'number' ilike ${like} or r.facts ->> 'city' ilike ${like}))`
        : sql`true`;
      const { rows } =
        await sql<PairRow>`select ${columns} from scans s join scan_pairs p on p.account = s.account and p.scan = s.id ${decisionOf}
         where s.account = ${account} and s.id = ${scan}::uuid and ${list === 'later' || list === 'decided' ? sql`p.standing <> 'lesser'` : sql`p.standing = ${list}`} and ${listOf} = ${list} and (p.left_id, p.right_id) > (${left}, ${right}) and ${found}
         order by p.left_id, p.right_id limit ${limit}`.execute(db);
      return withEntries(account, scan, rows);
    },
    /** These pairs, as far as the scan has them. */
    async pairsNamed(account: AccountId, scan: string, refs: readonly PairRef[]): Promise<PairView[]> {
      const { rows } =
        await sql<PairRow>`select ${columns} from scans s join scan_pairs p on p.account = s.account and p.scan = s.id
          join jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as w("leftSide" text, "leftId" text, "rightSide" text, "rightId" text)
            on w."leftSide" = p.left_side and w."leftId" = p.left_id and w."rightSide" = p.right_side and w."rightId" = p.right_id ${decisionOf}
         where s.account = ${account} and s.id = ${scan}::uuid and p.left_id = ${anyOf(refs.map(({ leftId }) => leftId))}`.execute(
          db,
        );
      return withEntries(account, scan, rows);
    },
    /** Records of one side that nobody of the other could be. */
    async alone(account: AccountId, scan: string, { list, search, after, limit }: ListQuery): Promise<Entry[]> {
      const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
      const { rows } = await sql<{
        side: Side;
        id: string;
        name: string;
        facts: unknown;
      }>`select r.side, r.id, r.name, r.facts from scans s join scan_records r on r.account = s.account and r.scan = s.id
         where s.account = ${account} and s.id = ${scan}::uuid and r.side = ${list === 'crm_only' ? 'crm' : 'erp'} and ${stillAlone} and r.id > ${after ?? ''}
           and ${search ? sql`(r.name ilike ${like} or r.facts ->> 'number' ilike ${like} or r.facts ->> 'city' ilike ${like})` : sql`true`}
         order by r.id limit ${limit}`.execute(db);
      return rows.map(({ facts, ...row }) => ({ ...row, facts: factsSchema.parse(facts) }));
    },
    /** The day of the last order that each of these customers placed through Backroom. */
    async lastOrders(
      account: AccountId,
      connection: string,
      customers: readonly string[],
    ): Promise<Map<string, string>> {
      if (customers.length === 0) return new Map();
      const { rows } = await sql<{
        customer: string;
        at: Date;
      }>`select customer_key as customer, max(created_at) as at from submissions
         where account = ${account} and connection = ${connection} and kind = 'order' and state = 'confirmed' and customer_key = ${anyOf(customers)}
         group by customer_key`.execute(db);
      return new Map(rows.map(({ customer, at }) => [customer, at.toISOString().slice(0, 10)]));
    },
  };
}
export type ScanViews = ReturnType<typeof scanViews>;
