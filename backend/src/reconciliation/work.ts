import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { routed, servedTo } from '../accounts/routing.ts';
import { type CrmAdapter, CrmError, type CrmRecord } from '../crm/contract/index.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { LostClaim } from '../jobs/queue.ts';
import { type Connection, MAIN } from '../store/connections.ts';
import type { Db } from '../store/open.ts';
import type { Slowly } from './calls.ts';
import { type Checked, checkDeals, notChecked } from './check.ts';
import { onlySent, type PlacedDeal, withSent } from './deals.ts';
import { type Finding, kindOf } from './finding.ts';
import { addFindings, changeRun, type RunRow, runAccount } from './runs.ts';

export type WorkContext = {
  db: Db;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  connectionsOf: (
    account: AccountId,
  ) => Promise<readonly Pick<Connection, 'id' | 'rule' | 'isDefault' | 'settings' | 'options'>[]>;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  recordFor: (account: AccountId, ref: { type: 'deal'; id: string }) => Promise<CrmRecord>;
  now: () => Date;
};
const PAGE = 100;
type Step = Partial<Pick<RunRow, 'phase' | 'cursor' | 'state' | 'finished_at' | 'claim' | 'lease_until'>>;

/** Items, findings and how far the run has come: together, and only while the claim is ours, so that a page counts once. */
async function keep(
  ctx: WorkContext,
  run: RunRow,
  step: Step,
  checked: readonly Checked[],
  more: readonly Finding[] = [],
): Promise<RunRow> {
  const compared = run.compared + checked.length;
  await ctx.db.transaction().execute(async (trx) => {
    if (!(await changeRun(trx, run, { ...step, compared }))) throw new LostClaim();
    const items = checked.flatMap(({ deal, result }) => {
      const item = {
        account: run.account,
        run: run.id,
        record_id: deal.id,
        name: deal.name,
        company: deal.company,
        erp_id: '',
        erp_number: null as string | null,
        own: false,
      };
      const claims = result.claims.map(({ erpId, number, own }) => ({
        ...item,
        erp_id: erpId,
        erp_number: number,
        own,
      }));
      return claims.length > 0 ? claims : [item];
    });
    if (items.length > 0)
      await trx
        .insertInto('reconciliation_items')
        .values(items)
        .onConflict((on) => on.doNothing())
        .execute();
    await addFindings(trx, run, [...checked.flatMap(({ result }) => result.findings), ...more]);
  });
  return { ...run, ...step, compared };
}

/** The connection that a deal without an order would go to. The CRM is asked only where there are several. */
async function connectionFor(ctx: WorkContext, account: AccountId, id: string, slow: Slowly): Promise<string> {
  const connections = await ctx.connectionsOf(account);
  const [only] = connections;
  if (!only || connections.length === 1) return only?.id ?? MAIN;
  const record = await slow(() => ctx.recordFor(account, { type: 'deal', id })).catch((error: unknown) => {
    if (error instanceof CrmError) return null;
    throw error;
  });
  const chosen = record ? routed(servedTo(connections, ''), record) : connections.find(({ isDefault }) => isDefault);
  return chosen?.id ?? MAIN;
}
/** Each deal against the ERP that it went to. An id is of one ERP: those of further connections carry the connection's name. */
async function checkPlaced(
  ctx: WorkContext,
  account: AccountId,
  deals: readonly PlacedDeal[],
  slow: Slowly,
): Promise<Checked[]> {
  const all: Checked[] = [];
  for (const [connection, some] of Map.groupBy(deals, (deal) => deal.connection)) {
    const checked = await checkDeals(() => ctx.erpFor(account, connection), some, slow);
    if (connection !== MAIN)
      for (const { result } of checked) for (const claim of result.claims) claim.erpId = `${connection}:${claim.erpId}`;
    all.push(...checked);
  }
  return all;
}

/** What the CRM says was sold. A list that cannot be read to its end is told, and what we sent ourselves is compared all the same. */
async function throughCrm(ctx: WorkContext, first: RunRow, slow: Slowly): Promise<RunRow> {
  const account = runAccount(first);
  const next = { phase: 'submissions', cursor: null };
  let run = first;
  const crm = await ctx.crmFor(account);
  while (run.phase === 'crm') {
    let page: Awaited<ReturnType<NonNullable<CrmAdapter['sold']>>>;
    try {
      const { cursor } = run;
      page = await slow(async (signal) => {
        if (!crm.sold) throw new CrmError('refused', 'no list of what was sold');
        const asked = { from: run.from_day, to: run.to_day, timeZone: run.time_zone, cursor };
        return crm.sold(asked, { account, signal });
      });
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const code = crm.sold ? 'crm_unreadable' : 'crm_cannot';
      return keep(ctx, run, next, [], [notChecked(code, null, error)]);
    }
    const deals = await withSent(ctx.db, account, page.deals, (id) => connectionFor(ctx, account, id, slow));
    const checked = await checkPlaced(ctx, account, deals, slow);
    run = await keep(ctx, run, page.cursor === null ? next : { cursor: page.cursor }, checked);
  }
  return run;
}

/** What we sent in the period and the CRM did not name: not won there, or gone. */
async function throughSubmissions(ctx: WorkContext, first: RunRow, slow: Slowly): Promise<RunRow> {
  const account = runAccount(first);
  let run = first;
  for (;;) {
    const deals = await onlySent(ctx.db, run, account, PAGE);
    const cursor = deals.at(-1)?.id;
    if (cursor === undefined) return keep(ctx, run, { phase: 'shared', cursor: null }, []);
    const checked = await checkPlaced(ctx, account, deals, slow);
    run = await keep(ctx, run, { cursor }, await named(ctx, account, checked, slow));
  }
}
/** A finding about a deal that the CRM's list did not name gets its name, where the CRM still has it. */
async function named(ctx: WorkContext, account: AccountId, checked: readonly Checked[], slow: Slowly) {
  const out: Checked[] = [];
  for (const each of checked) {
    const { deal, result } = each;
    const record =
      result.findings.length === 0
        ? null
        : await slow(() => ctx.recordFor(account, { type: 'deal', id: deal.id })).catch((error: unknown) => {
            if (error instanceof CrmError) return null;
            throw error;
          });
    if (record?.type !== 'deal') out.push(each);
    else {
      const about = { id: deal.id, name: record.name || null, company: record.company?.name || null };
      const findings = result.findings.map((finding) => ({ ...finding, deal: finding.deal && about }));
      out.push({ deal: { ...deal, ...about }, result: { ...result, findings } });
    }
  }
  return out;
}

/** Orders that several deals have: a copied deal carries the number of the one it was copied from. The deal that sent it is right. */
async function sharedOrders(ctx: WorkContext, run: RunRow): Promise<Finding[]> {
  type Shared = { record_id: string; name: string | null; company: string | null; erp_number: string; deals: string };
  const { rows } = await sql<Shared>`
    select i.record_id, i.name, i.company, i.erp_number, s.deals from reconciliation_items i
      join (select erp_id, string_agg(record_id, ', ' order by record_id) as deals, bool_or(own) as known, bool_and(own) as doubly
              from reconciliation_items where account = ${run.account} and run = ${run.id} and erp_id <> ''
              group by erp_id having count(distinct record_id) > 1) s on s.erp_id = i.erp_id
     where i.account = ${run.account} and i.run = ${run.id} and (not i.own or s.doubly or not s.known) order by i.record_id`.execute(
    ctx.db,
  );
  return rows.map(({ record_id: id, name, company, erp_number: number, deals }) => ({
    kind: kindOf('order_of_other_deal'),
    code: 'order_of_other_deal',
    deal: { id, name, company },
    submission: null,
    reference: null,
    orders: [number],
    differences: [{ field: 'deals', line: null, ours: deals, erp: number }],
    problem: null,
  }));
}

/** Takes a claimed run to its end from where it stands. Throws `LostClaim` when somebody else has it, `Stopped` when we are to stop. */
export async function work(ctx: WorkContext, claimed: RunRow, slow: Slowly): Promise<void> {
  let run = claimed;
  if (run.phase === 'crm') run = await throughCrm(ctx, run, slow);
  if (run.phase === 'submissions') run = await throughSubmissions(ctx, run, slow);
  const shared = await sharedOrders(ctx, run);
  await keep(
    ctx,
    run,
    { state: 'finished', finished_at: ctx.now(), cursor: null, claim: null, lease_until: null },
    [],
    shared,
  );
  await ctx.db
    .deleteFrom('reconciliation_items')
    .where('account', '=', run.account)
    .where('run', '=', run.id)
    .execute();
}
