import { type AccountId, accountIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import { claimRows } from '../jobs/queue.ts';
import { type Clock, plus } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import type { Conflict, Values } from './merge.ts';

/** A form of the CRM saves field after field: they are written together. */
const GATHER_MS = 2000;
/** A CRM may not tell of a change (HubSpot does so for the fields that an app has subscribed to): each company is looked at once a day. */
const AGAIN_MS = 86_400_000;
/** Pauses after failed attempts. The last one repeats: what waits for an ERP waits as long as it takes. */
const PAUSES_MS = [30_000, 60_000, 5 * 60_000, 30 * 60_000, 3_600_000];

const conflictSchema = z.object({ field: z.string(), crmField: z.string(), crm: z.string(), erp: z.string() });
const rowSchema = z.object({
  account: accountIdSchema,
  connection: z.string(),
  record_id: z.string(),
  base: z.record(z.string(), z.string().nullable()),
  conflicts: z.array(conflictSchema),
  name: z.string().nullable(),
  problem: z.string().nullable(),
  version: z.number(),
  tries: z.number(),
  claim: z.string().nullable(),
  changed_at: z.date(),
});
export type SyncRow = z.infer<typeof rowSchema>;
type Key = Pick<SyncRow, 'account' | 'connection' | 'record_id'>;
type Settled = { base: Values; conflicts: readonly Conflict[]; name: string | null; problem: string | null };

export function syncRows(db: Db, clock: Clock) {
  const where = ({ account, connection, record_id }: Key) =>
    sql`account = ${account} and connection = ${connection} and record_id = ${record_id}`;
  return {
    /** The companies are due at these connections, where they are linked. */
    async touch(account: AccountId, company: string, connections: readonly string[]): Promise<void> {
      if (connections.length === 0) return;
      await sql`insert into customer_syncs (account, connection, record_id, due_at)
        select l.account, l.connection, l.record_id, ${plus(clock(), GATHER_MS)} from connection_links l
        where l.account = ${account} and l.record_type = 'company' and l.record_id = ${company} and l.connection = any(${[...connections]}::text[])
        on conflict (account, connection, record_id) do update set version = customer_syncs.version + 1, due_at = ${plus(clock(), GATHER_MS)}, tries = 0`.execute(
        db,
      );
    },
    async claim(limit: number): Promise<SyncRow[]> {
      const rows = await claimRows(db, 'customer_syncs', { at: clock(), limit });
      return rows.map((row) => rowSchema.parse(row));
    },
    /** At rest for a day, unless the company was touched meanwhile. */
    async settled(row: SyncRow, { base, conflicts, name, problem }: Settled): Promise<void> {
      await sql`update customer_syncs set base = ${JSON.stringify(base)}::jsonb, conflicts = ${JSON.stringify(conflicts)}::jsonb, name = ${name}, problem = ${problem},
          claim = null, lease_until = null, tries = 0, changed_at = ${clock()}, due_at = case when version = ${row.version} then ${plus(clock(), AGAIN_MS)} else due_at end
        where ${where(row)} and claim = ${row.claim}`.execute(db);
    },
    async failed(row: SyncRow, problem: string): Promise<void> {
      const pause = PAUSES_MS[Math.min(row.tries, PAUSES_MS.length - 1)] ?? 3_600_000;
      await sql`update customer_syncs set problem = ${problem}, tries = tries + 1, claim = null, lease_until = null, due_at = ${plus(clock(), pause)}
        where ${where(row)} and claim = ${row.claim}`.execute(db);
    },
    /** No link, or no mapping, any more. */
    async drop(row: SyncRow): Promise<void> {
      await sql`delete from customer_syncs where ${where(row)} and claim = ${row.claim}`.execute(db);
    },
    /** Companies with something for a person to decide, the newest first. */
    async open(account: AccountId, limit: number): Promise<SyncRow[]> {
      const { rows } =
        await sql`select * from customer_syncs where account = ${account} and (conflicts <> '[]'::jsonb or (problem is not null and tries > 2))
        order by changed_at desc limit ${limit}`.execute(db);
      return rows.map((row) => rowSchema.parse(row));
    },
    /**
     * A person decided about a field. `crm`: the ERP's value counts as seen, so that the CRM's is written over it. `erp`: the CRM's value counts as told, so
     * that the ERP's stays until somebody changes the CRM again. False: the values are others by now.
     */
    async decide(key: Key, { field, crm, erp }: Conflict, keep: 'crm' | 'erp'): Promise<boolean> {
      const seen = JSON.stringify({ [field]: keep === 'crm' ? erp : crm });
      const same = JSON.stringify([{ field, crm, erp }]);
      const { rows } =
        await sql`update customer_syncs set base = base || ${seen}::jsonb, version = version + 1, due_at = ${clock()}, tries = 0,
          conflicts = (select coalesce(jsonb_agg(c), '[]'::jsonb) from jsonb_array_elements(conflicts) c where c ->> 'field' <> ${field})
        where ${where(key)} and conflicts @> ${same}::jsonb returning record_id`.execute(db);
      return rows.length > 0;
    },
  };
}
export type SyncRows = ReturnType<typeof syncRows>;
