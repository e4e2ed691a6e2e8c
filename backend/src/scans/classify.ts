import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ScanContext } from './context.ts';
import { countCompany, figuresSchema } from './figures.ts';
import { type PairReason, reasons } from './judge.ts';
import { anyOf, keepStep, recordsAfter, refOf, type ScanRow } from './rows.ts';
import { type CrossPair, type Standing, standingsOf } from './standing.ts';

/** Companies of one step. */
const PAGE = 500;

type PairRow = { left_id: string; right_id: string; score: number; why: string; certain: boolean };
const isReason = (text: string): text is PairReason => reasons.some((each) => each === text);
const toPair = (row: PairRow): CrossPair => ({
  company: row.left_id,
  customer: row.right_id,
  score: row.score,
  why: row.why.split(' ').filter(isReason),
  certain: row.certain,
});

/** Pairs across both sides of these companies, or of these customers. What a person refused is no pair. */
async function crossPairs(
  { db }: ScanContext,
  scan: ScanRow,
  of: 'left_id' | 'right_id',
  ids: readonly string[],
): Promise<CrossPair[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PairRow>`select p.left_id, p.right_id, p.score, p.why, p.certain
      from scan_pairs p where p.account = ${scan.account} and p.scan = ${scan.id}::uuid and p.left_side = 'crm' and p.right_side = 'erp' and p.${sql.ref(of)} = ${anyOf(ids)}
       and not exists (select 1 from scan_decisions d where d.account = p.account and d.connection = ${scan.connection} and d.left_side = 'crm' and d.left_id = p.left_id
         and d.right_side = 'erp' and d.right_id = p.right_id and d.decision = 'not_same')`.execute(db);
  return rows.map(toPair);
}
async function linksOf({ db }: ScanContext, scan: ScanRow, companies: readonly string[], customers: readonly string[]) {
  const { rows } = await sql<{
    company: string;
    customer: string;
  }>`select record_id as company, customer ->> 'id' as customer from connection_links
     where account = ${scan.account} and connection = ${scan.connection} and record_type = 'company'
       and (record_id = ${anyOf(companies)} or (customer ->> 'id') = ${anyOf(customers)})`.execute(db);
  return {
    customerOf: new Map(rows.map(({ company, customer }) => [company, customer])),
    companiesOf: Map.groupBy(rows, ({ customer }) => customer),
  };
}

async function companies(ctx: ScanContext, scan: ScanRow): Promise<ScanRow> {
  const page = (await recordsAfter(ctx.db, scan, scan.cursor, PAGE)).filter(({ side }) => side === 'crm');
  const last = page.at(-1);
  if (!last) return keepStep(ctx.db, ctx.clock, scan, { phase: 'customers', cursor: 'erp|' });
  const ids = page.map(({ id }) => id);
  const own = await crossPairs(ctx, scan, 'left_id', ids);
  const customers = [...new Set(own.map(({ customer }) => customer))];
  const others = Map.groupBy(await crossPairs(ctx, scan, 'right_id', customers), ({ customer }) => customer);
  const links = await linksOf(ctx, scan, ids, customers);
  const ofCompany = Map.groupBy(own, ({ company }) => company);
  const figures = figuresSchema.parse(scan.figures);
  const changes: { li: string; ri: string; standing: Standing }[] = [];
  const records: { id: string; standing: string }[] = [];
  for (const { id, facts } of page) {
    const pairs = ofCompany.get(id) ?? [];
    const linkedCustomer = links.customerOf.get(id) ?? null;
    const found = standingsOf({
      ofCompany: pairs,
      ofCustomer: (customer) => others.get(customer) ?? [],
      linkedCustomer,
      linkedCompanies: (customer) => links.companiesOf.get(customer)?.map(({ company }) => company) ?? [],
    });
    for (const [pair, standing] of found) changes.push({ li: id, ri: pair.customer, standing });
    const isShown = [...found.values()].some((each) => each !== 'lesser');
    if (linkedCustomer !== null) records.push({ id, standing: 'linked' });
    else if (!isShown) records.push({ id, standing: 'alone' });
    if (linkedCustomer !== null || isShown) countCompany(figures, facts, pairs);
  }
  const change = { cursor: refOf(last), done: scan.done + page.length, figures: JSON.stringify(figures) };
  return keepStep(ctx.db, ctx.clock, scan, change, async (trx) => {
    await sql`update scan_pairs p set standing = c.standing from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(li text, ri text, standing text)
       where p.account = ${scan.account} and p.scan = ${scan.id}::uuid and p.left_side = 'crm' and p.left_id = ${anyOf(ids)} and p.left_id = c.li and p.right_side = 'erp' and p.right_id = c.ri`.execute(
      trx,
    );
    await sql`update scan_records r set standing = c.standing from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as c(id text, standing text)
       where r.account = ${scan.account} and r.scan = ${scan.id}::uuid and r.side = 'crm' and r.id = ${anyOf(ids)} and r.id = c.id`.execute(
      trx,
    );
    // A person removed the link, so its decision is open again.
    await sql`delete from scan_decisions d where d.account = ${scan.account} and d.connection = ${scan.connection} and d.decision = 'link' and d.outcome = 'done'
        and d.left_side = 'crm' and d.left_id = ${anyOf(ids)} and not exists (select 1 from connection_links l where l.account = d.account and l.connection = d.connection
          and l.record_type = 'company' and l.record_id = d.left_id and l.customer ->> 'id' = d.right_id)`.execute(trx);
  });
}
/** Customers of whom the CRM has nobody. */
async function customers(ctx: ScanContext, scan: ScanRow): Promise<ScanRow> {
  const page = await recordsAfter(ctx.db, scan, scan.cursor, PAGE);
  const last = page.at(-1);
  if (!last) return keepStep(ctx.db, ctx.clock, scan, { phase: 'end', cursor: null });
  const ids = page.map(({ id }) => id);
  return keepStep(ctx.db, ctx.clock, scan, { cursor: refOf(last), done: scan.done + page.length }, async (trx) => {
    await sql`update scan_records r set standing = case
          when exists (select 1 from connection_links l where l.account = r.account and l.connection = ${scan.connection} and l.record_type = 'company' and l.customer ->> 'id' = r.id) then 'linked'
          when not exists (select 1 from scan_pairs p where p.account = r.account and p.scan = r.scan and p.right_side = 'erp' and p.right_id = r.id and p.left_side = 'crm' and p.standing <> 'lesser') then 'alone' end
       where r.account = ${scan.account} and r.scan = ${scan.id}::uuid and r.side = 'erp' and r.id = ${anyOf(ids)}`.execute(
      trx,
    );
  });
}

/** Says of each pair what it is to a person, and which records have no counterpart. */
export async function classify(ctx: ScanContext, first: ScanRow, stopIfAsked: () => void): Promise<ScanRow> {
  let scan = first;
  while (scan.phase === 'judge' || scan.phase === 'customers') {
    scan = await (scan.phase === 'judge' ? companies : customers)(ctx, scan);
    await breathe();
    stopIfAsked();
  }
  return scan;
}
