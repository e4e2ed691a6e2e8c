import { sql } from 'kysely';
import { z } from 'zod';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { tie } from '../flows/customers/tie.ts';
import type { Slowly } from '../reconciliation/calls.ts';
import type { ScanContext } from './context.ts';
import { type Noted, noteDecisions, type Outcome, outcomes, type Scope } from './decision.ts';
import { anyOf, keepStep, type ScanRow, scanAccount } from './rows.ts';

/** Customers of one question to the ERP. */
const BATCH = 100;
export type Wanted = { company: string; customer: string };
export type Linked = Wanted & { outcome: Outcome; other: string | null };

const linkRow = z.object({ company: z.string(), customer: z.string(), name: z.string() });
/**
 * Makes links that a person decided on, by the way of every other link. Refused, with the name of what stands there: a company that is linked, a customer
 * that another company is linked to, and what is gone since the scan.
 */
export async function linkMany(
  { db, links, now }: Pick<ScanContext, 'db' | 'links' | 'now'>,
  { account, connection, actor }: Scope & { actor: string },
  erp: ErpAdapter,
  wanted: readonly Wanted[],
  signal: AbortSignal,
): Promise<Linked[]> {
  const companies = wanted.map(({ company }) => company);
  const { rows } =
    await sql`select l.record_id as company, l.customer ->> 'id' as customer, concat_ws(' ', l.customer ->> 'number', l.customer ->> 'name') as name from connection_links l
     where l.account = ${account} and l.connection = ${connection} and l.record_type = 'company'
       and (l.record_id = ${anyOf(companies)} or (l.customer ->> 'id') = ${anyOf(wanted.map(({ customer }) => customer))})`.execute(
      db,
    );
  const there = z.array(linkRow).parse(rows);
  const merged = await sql<{
    old_id: string;
    new_id: string;
  }>`select old_id, new_id from record_merges where account = ${account} and record_type = 'company'
     and old_id = ${anyOf(companies)}`.execute(db);
  const mergedInto = new Map(merged.rows.map(({ old_id, new_id }) => [old_id, new_id]));
  const customerOf = new Map(there.map((each) => [each.company, each]));
  const companyOf = new Map(there.map((each) => [each.customer, each.company]));

  const out = new Map<Wanted, Linked>();
  const free: Wanted[] = [];
  for (const each of wanted) {
    const own = customerOf.get(each.company);
    const taken = companyOf.get(each.customer);
    const tell = (outcome: Outcome, other: string | null) => out.set(each, { ...each, outcome, other });
    if (own?.customer === each.customer) tell('done', null);
    else if (own) tell('company_linked', own.name);
    else if (taken !== undefined) tell('customer_linked', taken);
    else if (mergedInto.has(each.company)) tell('company_gone', mergedInto.get(each.company) ?? null);
    else {
      free.push(each);
      // Of two that are wanted for one company or customer, the first is made.
      customerOf.set(each.company, { ...each, name: each.customer });
      companyOf.set(each.customer, each.company);
    }
  }
  const unknown =
    free.length > 0 ? await tie({ links: links.of(connection), erp, now }, { account, actor }, free, signal) : [];
  for (const each of free) {
    const isUnknown = unknown.some(({ company }) => company === each.company);
    out.set(each, { ...each, outcome: isUnknown ? 'customer_gone' : 'done', other: null });
  }
  return wanted.flatMap((each) => out.get(each) ?? []);
}

export const notedOf = ({ company, customer, outcome, other }: Linked): Noted => ({
  leftSide: 'crm',
  leftId: company,
  rightSide: 'erp',
  rightId: customer,
  decision: 'link',
  outcome,
  other,
});

export const reportSchema = z.object({
  by: z.string(),
  at: z.string(),
  /** How many links ended how. */
  counts: z.partialRecord(z.enum(outcomes), z.number()),
});
export type Report = z.infer<typeof reportSchema>;

/** Makes all wanted links of the scan's connection, a batch at a time. What a batch came to is kept at once. */
export async function linkWanted(ctx: ScanContext, first: ScanRow, erp: ErpAdapter, slow: Slowly): Promise<ScanRow> {
  const account = scanAccount(first);
  let scan = first;
  while (scan.phase === 'link') {
    const rows = await ctx.db
      .selectFrom('scan_decisions')
      .select(['left_id', 'right_id', 'decided_by'])
      .where('account', '=', account)
      .where('connection', '=', scan.connection)
      .where('outcome', '=', 'wanted')
      .orderBy('left_id')
      .limit(BATCH)
      .execute();
    const by = rows[0]?.decided_by;
    if (by === undefined) return keepStep(ctx.db, ctx.clock, scan, { phase: 'end', cursor: null });
    const wanted = rows
      .filter(({ decided_by }) => decided_by === by)
      .map(({ left_id, right_id }) => ({ company: left_id, customer: right_id }));
    const scope = { account, connection: scan.connection };
    const made = await slow((signal) => linkMany(ctx, { ...scope, actor: by }, erp, wanted, signal));
    const before = reportSchema.safeParse(scan.report).data ?? { by, at: '', counts: {} };
    const counts = { ...before.counts };
    for (const { outcome } of made) counts[outcome] = (counts[outcome] ?? 0) + 1;
    const report: Report = { by, at: ctx.now().toISOString(), counts };
    scan = await keepStep(
      ctx.db,
      ctx.clock,
      scan,
      { done: scan.done + made.length, report: JSON.stringify(report) },
      (trx) => noteDecisions(trx, scope, made.map(notedOf), by, ctx.now()),
    );
    scan = { ...scan, report };
  }
  return scan;
}
