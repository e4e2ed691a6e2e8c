import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { ProblemError } from '../problems/error.ts';
import type { ScanContext } from './context.ts';
import { type Decision, type Noted, noteDecisions, type PairRef } from './decision.ts';
import { linkMany, notedOf } from './link.ts';
import { hasResults, type PairView, type Scan, type ScanViews } from './views.ts';

const CALL_MS = 20_000;
type Who = { account: AccountId; actor: string };
const nameOf = (view: PairView): string =>
  `${view.leftSide} ${view.leftId} ${view.left?.name ?? ''} · ${view.rightSide} ${view.rightId} ${view.right?.name ?? ''}`.slice(
    0,
    300,
  );

/** What a person decides about pairs. Each decision is kept, noted in the audit log, and can be undone. */
export function decide(ctx: ScanContext, views: ScanViews, tell: (account: AccountId) => Promise<unknown>) {
  const { db, audit, links, now } = ctx;
  async function open(account: AccountId, id: string): Promise<Scan> {
    const scan = await views.scan(account, id);
    if (!hasResults(scan)) throw new ProblemError('not_found');
    return scan;
  }
  async function one(account: AccountId, scan: Scan, ref: PairRef): Promise<PairView> {
    const [pair] = await views.pairsNamed(account, scan.id, [ref]);
    if (!pair) throw new ProblemError('not_found');
    return pair;
  }
  /** Hands wanted links to the worker, which makes them at the pace of the ERP. False: another scan of the account is under way or paused. */
  async function linkLater(trx: typeof db, account: AccountId, scan: Scan): Promise<boolean> {
    const queued = await sql<{
      id: string;
    }>`update scans set state = 'queued', phase = 'link', cursor = null, done = 0, report = null, due_at = clock_timestamp(), tries = 0, problem = null
       where account = ${account} and id = ${scan.id}::uuid and state in ('finished', 'queued', 'running') and (state = 'finished' or phase = 'link')
         and not exists (select 1 from scans other where other.account = scans.account and other.id <> scans.id and other.state in ('queued', 'running', 'paused')) returning id`.execute(
      trx,
    );
    return queued.rows.length > 0;
  }
  return {
    /** Keeps one decision; a link is made at once. The answer says what came of it. */
    async decideOne({ account, actor }: Who, id: string, ref: PairRef, decision: Decision): Promise<PairView> {
      const scan = await open(account, id);
      const pair = await one(account, scan, ref);
      const scope = { account, connection: scan.connection };
      let noted: Noted = { ...ref, decision, outcome: null };
      if (decision === 'link') {
        if (ref.leftSide !== 'crm' || ref.rightSide !== 'erp')
          throw new ProblemError('invalid_input', { field: 'decision' });
        const wanted = { company: ref.leftId, customer: ref.rightId };
        const erp = await ctx.erpFor(account, scan.connection);
        const [made] = await linkMany(ctx, { ...scope, actor }, erp, [wanted], AbortSignal.timeout(CALL_MS));
        if (!made) throw new ProblemError('internal');
        noted = notedOf(made);
      }
      await noteDecisions(db, scope, [noted], actor, now());
      await audit.note(
        account,
        actor,
        'duplicate_decided',
        `${decision}${noted.outcome && noted.outcome !== 'done' ? ` (${noted.outcome})` : ''}: ${nameOf(pair)}`,
      );
      return one(account, scan, ref);
    },
    /** Takes a decision back. A link that it made is cut, unless the company was linked to another customer since. */
    async undo({ account, actor }: Who, id: string, ref: PairRef): Promise<void> {
      const scan = await open(account, id);
      const pair = await one(account, scan, ref);
      if (!pair.decision) return;
      const { connection } = scan;
      if (pair.decision.outcome === 'done') {
        const company = { type: 'company' as const, id: ref.leftId };
        const own = links.of(connection);
        if ((await own.get(account, company))?.customer.id === ref.rightId) await own.remove(account, company);
      }
      await db
        .deleteFrom('scan_decisions')
        .where('account', '=', account)
        .where('connection', '=', connection)
        .where('left_side', '=', ref.leftSide)
        .where('left_id', '=', ref.leftId)
        .where('right_side', '=', ref.rightSide)
        .where('right_id', '=', ref.rightId)
        .execute();
      await audit.note(account, actor, 'duplicate_decided', `undo ${pair.decision.decision}: ${nameOf(pair)}`);
    },
    /** Links every certain pair that nobody decided about. Returns how many the worker has to make; null while another scan is under way. */
    async linkCertain({ account, actor }: Who, id: string): Promise<number | null> {
      const scan = await open(account, id);
      const count = await db.transaction().execute(async (trx) => {
        if (!(await linkLater(trx, account, scan))) return null;
        const { numAffectedRows } =
          await sql`insert into scan_decisions (account, connection, left_side, left_id, right_side, right_id, decision, outcome, other, decided_by, decided_at)
            select p.account, ${scan.connection}, p.left_side, p.left_id, p.right_side, p.right_id, 'link', 'wanted', null, ${actor}, ${now()}::timestamptz from scan_pairs p
             where p.account = ${account} and p.scan = ${scan.id}::uuid and p.standing = 'certain'
               and not exists (select 1 from scan_decisions d where d.account = p.account and d.connection = ${scan.connection} and d.left_side = p.left_side and d.left_id = p.left_id
                 and d.right_side = p.right_side and d.right_id = p.right_id)
               and not exists (select 1 from connection_links l where l.account = p.account and l.connection = ${scan.connection} and l.record_type = 'company' and l.record_id = p.left_id)`.execute(
            trx,
          );
        return Number(numAffectedRows ?? 0);
      });
      if (count === null) return null;
      await audit.note(account, actor, 'duplicate_decided', `link all certain: ${count}`);
      await tell(account);
      return count;
    },
    /** Keeps the decisions of a file, all or none. Links are made by the worker. False: not while another scan is under way. */
    async decideMany(
      { account, actor }: Who,
      id: string,
      all: readonly (PairRef & { decision: Decision })[],
    ): Promise<boolean> {
      const scan = await open(account, id);
      const kept = await db.transaction().execute(async (trx) => {
        if (all.some(({ decision }) => decision === 'link') && !(await linkLater(trx, account, scan))) return false;
        const noted = all.map((each): Noted => ({ ...each, outcome: each.decision === 'link' ? 'wanted' : null }));
        for (let from = 0; from < noted.length; from += 1000)
          await noteDecisions(
            trx,
            { account, connection: scan.connection },
            noted.slice(from, from + 1000),
            actor,
            now(),
          );
        return true;
      });
      if (!kept) return false;
      await audit.note(account, actor, 'duplicate_decided', `file: ${all.length}`);
      await tell(account);
      return true;
    },
  };
}
