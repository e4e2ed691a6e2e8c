import { randomUUID } from 'node:crypto';
import { type AccountId, checkSchema, moneySchema } from '@backroom/shared';
import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** `void`: the quote or what its checks found has changed since. */
const states = ['waiting', 'approved', 'rejected', 'void'] as const;
const checksSchema = z.array(checkSchema);

const opened = (row: Selectable<Tables['approvals']>) => ({
  id: row.id,
  connection: row.connection,
  deal: row.record_id,
  revision: row.revision,
  asked: row.asked,
  checks: checksSchema.parse(row.checks),
  names: { record: row.record_name, customer: row.customer_name },
  total: moneySchema.nullable().parse(row.total),
  role: row.role,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  state: states.find((each) => each === row.state) ?? 'void',
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  reason: row.reason,
});
export type ApprovalRow = ReturnType<typeof opened>;
/** What an approval is bound to. */
export type Asked = { account: AccountId; connection: string; deal: string; revision: string; asked: string };
export type NewApproval = Pick<ApprovalRow, 'checks' | 'names' | 'total' | 'role' | 'requestedBy'> & { at: Date };
export type Verdict = { state: 'approved' | 'rejected'; by: string; reason: string | null; at: Date };

/** Requests for the approval of orders, and what became of them. */
export function approvalStore(db: Db) {
  const bound = ({ account, connection, deal, revision, asked }: Asked) => ({
    account,
    connection,
    record_id: deal,
    revision,
    asked,
  });
  const find = async (asked: Asked): Promise<ApprovalRow | null> => {
    const row = await db
      .selectFrom('approvals')
      .selectAll()
      .where((eb) => eb.and(bound(asked)))
      .executeTakeFirst();
    return row ? opened(row) : null;
  };
  return {
    find,
    /** Keeps the request once, however often it is made. Its id where it is new, else null. */
    async ask(asked: Asked, { checks, names, total, role, requestedBy, at }: NewApproval): Promise<string | null> {
      const row: Insertable<Tables['approvals']> = {
        ...bound(asked),
        id: randomUUID(),
        checks: JSON.stringify(checks),
        record_name: names.record,
        customer_name: names.customer,
        total: total && JSON.stringify(total),
        role,
        requested_by: requestedBy,
        requested_at: at,
        decided_by: null,
        decided_at: null,
        reason: null,
      };
      const made = await db
        .insertInto('approvals')
        .values(row)
        .onConflict((on) =>
          on
            .columns(['account', 'connection', 'record_id', 'revision', 'asked'])
            // The quote went back to what it was: the request stands again.
            .doUpdateSet({ state: 'waiting', requested_by: requestedBy, requested_at: at })
            .where('approvals.state', '=', 'void'),
        )
        .returning('id')
        .executeTakeFirst();
      return made?.id ?? null;
    },
    /** Changes when a request of the deal is made or decided. */
    async versionOf(account: AccountId, deal: string): Promise<string> {
      const rows = await db
        .selectFrom('approvals')
        .select(['id', 'state'])
        .where('account', '=', account)
        .where('record_id', '=', deal)
        .orderBy('id')
        .execute();
      return rows.map(({ id, state }) => `${id} ${state}`).join();
    },
    async get(account: AccountId, id: string): Promise<ApprovalRow | null> {
      const row = await db
        .selectFrom('approvals')
        .selectAll()
        .where('account', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? opened(row) : null;
    },
    /** The newest first. */
    async list(account: AccountId, isOpen: boolean, limit: number): Promise<ApprovalRow[]> {
      const rows = await db
        .selectFrom('approvals')
        .selectAll()
        .where('account', '=', account)
        .where('state', isOpen ? '=' : '!=', 'waiting')
        .orderBy('requested_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(opened);
    },
    /** False: somebody else decided first. */
    async decide(account: AccountId, id: string, { state, by, reason, at }: Verdict): Promise<boolean> {
      const row = await db
        .updateTable('approvals')
        .set({ state, decided_by: by, decided_at: at, reason })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async makeVoid(account: AccountId, id: string): Promise<void> {
      await db
        .updateTable('approvals')
        .set({ state: 'void' })
        .where('account', '=', account)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute();
    },
  };
}
export type ApprovalStore = ReturnType<typeof approvalStore>;
