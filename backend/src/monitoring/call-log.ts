import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../store/open.ts';
import { callOutcomes, callSystems, type LoggedCall } from './calls.ts';

/** Retention of logged calls. */
export const CALL_DAYS = 30;
/** Calls kept for each account, some 40 MB. A busy account has fewer days than a quiet one. */
export const CALLS_KEPT = 100_000;
/** Calls that wait for the next batch. A database that is away must not fill the memory: what does not fit is counted and dropped. */
const MOST_WAITING = 20_000;
const BATCH = 2000;
const DAY_MS = 86_400_000;

const rowSchema = z.object({
  seq: z.coerce.string(),
  at: z.date(),
  system: z.enum(callSystems),
  connection: z.string(),
  operation: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number().nullable(),
  ms: z.number(),
  outcome: z.enum(callOutcomes),
  reference: z.string().nullable(),
});
export type CallRow = z.infer<typeof rowSchema>;
export type CallSearch = {
  system?: CallRow['system'] | undefined;
  connection?: string | undefined;
  operation?: string | undefined;
  /** `failed`: every outcome but `ok`. */
  outcome?: CallRow['outcome'] | 'failed' | undefined;
  reference?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  after?: { at: Date; seq: string } | undefined;
  limit: number;
};

export type Drift = { system: CallRow['system']; connection: string; operation: string; count: number; last: Date };

/** Every call to an ERP or a CRM. Calls are collected in memory and written in batches, so that no answer waits for the log. */
export function callLog(db: Db) {
  let waiting: LoggedCall[] = [];
  let dropped = 0;

  async function write(calls: readonly LoggedCall[]): Promise<void> {
    const rows = JSON.stringify(calls.map((call) => ({ ...call, at: call.at.toISOString() })));
    // An account that was removed meanwhile gets no new rows.
    await sql`insert into call_log (account, at, system, connection, operation, method, path, status, ms, outcome, reference)
      select c.account, c.at, c.system, c.connection, c.operation, c.method, c.path, c.status, c.ms, c.outcome, c.reference
      from jsonb_to_recordset(${rows}::jsonb) as c (account text, at timestamptz, system text, connection text, operation text, method text, path text, status int, ms int, outcome text, reference text)
      join accounts on accounts.id = c.account`.execute(db);
  }
  return {
    keep(call: LoggedCall): void {
      if (waiting.length < MOST_WAITING) waiting.push(call);
      else dropped += 1;
    },
    /** Calls that were dropped since the last question. */
    takeDropped(): number {
      const count = dropped;
      dropped = 0;
      return count;
    },
    /** Writes what waits. A batch that could not be written waits for the next time. */
    async flush(): Promise<void> {
      while (waiting.length > 0) {
        const batch = waiting.slice(0, BATCH);
        waiting = waiting.slice(BATCH);
        try {
          await write(batch);
        } catch (error) {
          waiting = [...batch, ...waiting].slice(0, MOST_WAITING);
          throw error;
        }
      }
    },
    async search(account: AccountId, asked: CallSearch): Promise<CallRow[]> {
      const { system, operation, outcome, reference, from, to, after, limit } = asked;
      // Calls to the CRM have no connection: an index finds them by that.
      const connection = asked.connection ?? (system === 'crm' ? '' : undefined);
      const rows = await db
        .selectFrom('call_log')
        .select(['seq', 'at', 'system', 'connection', 'operation', 'method', 'path', 'status', 'ms', 'outcome'])
        .select('reference')
        .where('account', '=', account)
        .$if(system !== undefined, (query) => query.where('system', '=', system ?? ''))
        .$if(connection !== undefined, (query) => query.where('connection', '=', connection ?? ''))
        .$if(operation !== undefined, (query) => query.where('operation', '=', operation ?? ''))
        .$if(outcome === 'failed', (query) => query.where('outcome', '<>', sql.lit('ok')))
        .$if(outcome !== undefined && outcome !== 'failed', (query) => query.where('outcome', '=', outcome ?? ''))
        .$if(reference !== undefined, (query) => query.where('reference', '=', reference ?? ''))
        .$if(from !== undefined, (query) => query.where('at', '>=', from ?? new Date(0)))
        .$if(to !== undefined, (query) => query.where('at', '<', to ?? new Date(0)))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(at, seq) < (${after?.at ?? null}::timestamptz, ${after?.seq ?? null}::bigint)`),
        )
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => rowSchema.parse(row));
    },
    /** Answers that did not fit their description, by operation, the newest first. */
    async drifts(account: AccountId, since: Date): Promise<Drift[]> {
      const { rows } =
        await sql<Drift>`select system, connection, operation, count(*)::int as count, max(at) as last from call_log
        where account = ${account} and at >= ${since}::timestamptz and outcome = 'drift' group by 1, 2, 3 order by last desc limit 50`.execute(
          db,
        );
      return rows;
    },
    /** Deletes calls past their retention, and the oldest of accounts that have too many. */
    async forgetOld(now: Date, kept = CALLS_KEPT): Promise<void> {
      await sql`delete from call_log where at < ${new Date(now.getTime() - CALL_DAYS * DAY_MS)}::timestamptz`.execute(
        db,
      );
      const { rows } = await sql<{ account: string }>`select account from call_log group by account
        having count(*) > ${kept}::bigint`.execute(db);
      for (const { account } of rows)
        await sql`delete from call_log where account = ${account} and seq <= (select seq from call_log
          where account = ${account} order by seq desc offset ${kept}::bigint limit 1)`.execute(db);
    },
  };
}
export type CallLog = ReturnType<typeof callLog>;
