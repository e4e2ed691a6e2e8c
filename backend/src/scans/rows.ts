import { type AccountId, accountIdSchema } from '@backroom/shared';
import { type Selectable, sql } from 'kysely';
import { claimRows, queues } from '../jobs/queue.ts';
import type { Clock, Moment } from '../store/clock.ts';
import { plus } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { type Compared, compared, type Entry, factsSchema, type Side } from './record.ts';

export type ScanRow = Selectable<Tables['scans']>;
/** Processes listen to this channel for scans that somebody asked for. */
export const SCANS_CHANNEL = 'backroom_scans';
/** Another process takes a scan over that gave no sign of life for so long. A step is shorter, or is prolonged every few seconds. */
export const LEASE_MS = queues.scans.leaseMs;
/** Another process has the scan now, or a person paused it. */
export class LostScan extends Error {}

export const scanAccount = (row: Pick<ScanRow, 'account'>): AccountId => accountIdSchema.parse(row.account);

/** At most so many scans that nobody works on, claimed, the longest waiting first. */
export const claimScans = (db: Db, clock: Clock, limit: number): Promise<ScanRow[]> =>
  claimRows(db, 'scans', { at: clock(), limit, set: sql`state = 'running'` });
type Change = Partial<
  Pick<ScanRow, 'state' | 'phase' | 'cursor' | 'crm_read' | 'erp_read' | 'done' | 'finished_at' | 'claim' | 'tries'>
> & { figures?: string; report?: string | null; problem?: string | null; due_at?: Moment; lease_until?: Moment | null };
/** Changes the scan while the claim is ours; throws where it is not. */
export async function changeScan(trx: Trx, scan: ScanRow, change: Change): Promise<void> {
  const changed = await trx
    .updateTable('scans')
    .set(change)
    .where('account', '=', scan.account)
    .where('id', '=', scan.id)
    .where('claim', '=', scan.claim)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new LostScan();
}
/** A step that was kept: its rows and how far the scan has come are committed together, so that nothing counts twice and nothing is read again. */
export async function keepStep(
  db: Db,
  clock: Clock,
  scan: ScanRow,
  change: Change,
  work: (trx: Trx) => Promise<void> = async () => {},
): Promise<ScanRow> {
  const step = { tries: 0, problem: null, lease_until: plus(clock(), LEASE_MS), ...change };
  await db.transaction().execute(async (trx) => {
    // First: it locks the row, so that a scan that was taken over changes nothing more.
    await changeScan(trx, scan, step);
    await work(trx);
  });
  const { figures, problem, report, due_at: _, lease_until: __, ...plain } = step;
  return { ...scan, ...plain, ...(figures === undefined ? {} : { figures: JSON.parse(figures) }) };
}
export async function prolong(db: Db, clock: Clock, scan: ScanRow): Promise<void> {
  await changeScan(db, scan, { lease_until: plus(clock(), LEASE_MS) });
}

type At = Pick<ScanRow, 'account' | 'id'>;
export async function addRecords(trx: Trx, scan: At, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`insert into scan_records (account, scan, side, id, name, facts)
    select ${scan.account}, ${scan.id}::uuid, r.side, r.id, r.name, r.facts from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r(side text, id text, name text, facts jsonb)
    on conflict do nothing`.execute(trx);
}
export async function addKeys(
  trx: Trx,
  scan: At,
  rows: readonly { kind: string; key: string; side: Side; id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into scan_keys (account, scan, kind, key, side, id)
    select ${scan.account}, ${scan.id}::uuid, r.kind, r.key, r.side, r.id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(kind text, key text, side text, id text)
    on conflict do nothing`.execute(trx);
}
const entryOf = (row: { side: string; id: string; name: string; facts: unknown }): Entry => ({
  side: row.side === 'crm' ? 'crm' : 'erp',
  id: row.id,
  name: row.name,
  facts: factsSchema.parse(row.facts),
});
/** Records of both sides in the order of side and id, after the cursor `side|id`. */
export async function recordsAfter(db: Db, scan: At, cursor: string | null, limit: number): Promise<Entry[]> {
  const [side = '', id = ''] = splitOnce(cursor ?? '');
  const rows = await db
    .selectFrom('scan_records')
    .select(['side', 'id', 'name', 'facts'])
    .where('account', '=', scan.account)
    .where('scan', '=', scan.id)
    .where(sql<boolean>`(side, id) > (${side}, ${id})`)
    .orderBy('side')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}
export const splitOnce = (text: string): [string, string] => {
  const at = text.indexOf('|');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};
export const refOf = ({ side, id }: { side: string; id: string }): string => `${side}|${id}`;

/** `= any`: an index finds each of them, whatever the planner knows of a table that was filled a moment ago. */
export const anyOf = (ids: readonly string[]) => sql`any(${ids}::text[])`;
/** The records of these references, ready to be compared. */
export async function recordsOf(db: Db, scan: At, refs: readonly string[]): Promise<Map<string, Compared>> {
  const found = new Map<string, Compared>();
  for (const side of ['crm', 'erp'] as const) {
    const ids = refs.flatMap((ref) => (ref.startsWith(`${side}|`) ? [ref.slice(side.length + 1)] : []));
    if (ids.length === 0) continue;
    const { rows } = await sql<{ side: string; id: string; name: string; facts: unknown }>`
      select side, id, name, facts from scan_records where account = ${scan.account} and scan = ${scan.id}::uuid and side = ${side}
        and id = ${anyOf(ids)}`.execute(db);
    for (const row of rows) found.set(refOf(row), compared(entryOf(row)));
  }
  return found;
}
