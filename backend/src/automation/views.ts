import { type AccountId, moneySchema } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../store/open.ts';
import {
  type Cause,
  type ConversionRow,
  type ConversionState,
  causes,
  conversionStates,
  type Findings,
  findingsSchema,
} from './rows.ts';

/** `erp`: gross, as the ERP computes it. `quote`: the quote's net sum, where the ERP computes none. */
const totalSchema = moneySchema.extend({ by: z.enum(['erp', 'quote']).default('erp') });
export type Total = z.infer<typeof totalSchema>;

export type Conversion = {
  id: string;
  cause: Cause;
  state: ConversionState;
  /** Null until the CRM was asked for the quote's deal. */
  deal: string | null;
  name: string | null;
  company: string | null;
  submission: string | null;
  /** Null where it is not known. */
  total: Total | null;
  findings: Findings | null;
  requestedBy: string;
  requestedAt: Date;
  settledAt: Date | null;
  /** When it goes on by itself. */
  dueAt: Date;
};
const toConversion = (row: ConversionRow): Conversion => ({
  id: row.id,
  cause: causes.find((each) => each === row.cause) ?? 'workflow',
  state: conversionStates.find((each) => each === row.state) ?? 'person',
  deal: row.deal,
  name: row.name,
  company: row.company,
  submission: row.submission,
  total: totalSchema.nullable().catch(null).parse(row.total),
  findings: findingsSchema.safeParse(row.findings).data ?? null,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  settledAt: row.settled_at,
  dueAt: row.due_at,
});

/** A person ordered it meanwhile: nobody has to look at it any more. */
const standing = sql<boolean>`not exists (select 1 from submissions s where s.account = c.account and s.kind = 'order' and s.record_type = 'deal'
  and s.record_id = c.deal and s.revision = c.revision and s.state <> 'cancelled')`;

/** `reference` and `orderNumber` of the order that it became. */
export type Reported = Conversion & { reference: string | null; orderNumber: string | null };

export function conversionViews(db: Db) {
  const of = (account: AccountId) => db.selectFrom('conversions as c').selectAll('c').where('c.account', '=', account);
  return {
    /** What waits for a person, the oldest first. */
    async forPeople(account: AccountId, limit: number): Promise<Conversion[]> {
      const rows = await of(account)
        .where('c.state', '=', 'person')
        .where(standing)
        .orderBy('c.settled_at')
        .limit(limit)
        .execute();
      return rows.map(toConversion);
    },
    /** What is under way or waits for its turn. */
    async underWay(account: AccountId, limit: number): Promise<{ count: number; first: Conversion[] }> {
      const [rows, counted] = await Promise.all([
        of(account).where('c.state', 'in', ['queued', 'running']).orderBy('c.due_at').limit(limit).execute(),
        db
          .selectFrom('conversions as c')
          .select((eb) => eb.fn.countAll<string>().as('count'))
          .where('c.account', '=', account)
          .where('c.state', 'in', ['queued', 'running'])
          .executeTakeFirst(),
      ]);
      return { count: Number(counted?.count ?? 0), first: rows.map(toConversion) };
    },
    /** What became of the newest, the newest first. */
    async ended(account: AccountId, limit: number): Promise<Conversion[]> {
      const rows = await of(account)
        .where('c.state', 'in', ['ordered', 'nothing', 'dismissed'])
        .orderBy('c.settled_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toConversion);
    },
    /** The deals of a bulk run, by name. */
    async ofRun(account: AccountId, run: string): Promise<Conversion[]> {
      const rows = await of(account).where('c.run', '=', run).orderBy('c.name').orderBy('c.id').execute();
      return rows.map(toConversion);
    },
    /** The same with the order of each. */
    async reported(account: AccountId, run: string): Promise<Reported[]> {
      const rows = await this.ofRun(account, run);
      const ids = rows.flatMap(({ submission }) => submission ?? []);
      const orders =
        ids.length === 0
          ? []
          : await db
              .selectFrom('submissions')
              .select(['id', 'reference', 'erp_number'])
              .where('account', '=', account)
              .where('id', 'in', ids)
              .execute();
      const known = new Map(orders.map((each) => [each.id, each]));
      return rows.map((row) => {
        const order = known.get(row.submission ?? '');
        return { ...row, reference: order?.reference ?? null, orderNumber: order?.erp_number ?? null };
      });
    },
    /** What a deal's page says: its conversion that waits for a person. */
    async waitingFor(account: AccountId, deal: string): Promise<Conversion | null> {
      const row = await of(account)
        .where('c.deal', '=', deal)
        .where('c.state', '=', 'person')
        .where(standing)
        .orderBy('c.settled_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toConversion(row) : null;
    },
    /** A person has it tried once more. */
    async again(account: AccountId, where: { id: string } | { approvedDeal: string }): Promise<void> {
      await db
        .updateTable('conversions')
        .set({ state: 'running', findings: null, settled_at: null, tries: 0, due_at: sql<Date>`clock_timestamp()` })
        .where('account', '=', account)
        .where('state', '=', 'person')
        .$if('id' in where, (q) => q.where('id', '=', 'id' in where ? where.id : ''))
        .$if('approvedDeal' in where, (q) =>
          q
            .where('deal', '=', 'approvedDeal' in where ? where.approvedDeal : '')
            .where(sql<boolean>`findings ->> 'problem' = 'approval_waiting'`),
        )
        .execute();
    },
    /** A person decided that nothing is to be ordered. */
    async dismiss(account: AccountId, id: string, now: Date): Promise<void> {
      await db
        .updateTable('conversions')
        .set({ state: 'dismissed', settled_at: now })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', '=', 'person')
        .execute();
    },
  };
}
