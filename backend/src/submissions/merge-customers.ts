import { type AccountId, erpCustomerSchema, type RecordRef } from '@backroom/shared';
import { sql } from 'kysely';
import type { Clock } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import { system } from './context.ts';
import { appendEvent, type Row } from './rows.ts';

type Ctx = { clock: Clock; now: () => Date };
const ends = new Set(['confirmed', 'cancelled']);
const stoppable = ({ state, sent_once }: Row) =>
  !sent_once && state !== 'sending' && state !== 'checking' && !ends.has(state);

/**
 * Of two companies that were to be created as customers at one ERP and are one now, one is created. Orders that wait for the other one take the customer of the
 * merged company: the one it is linked to, else the one that is still to be created.
 */
export async function settleCustomers(
  { clock, now }: Ctx,
  trx: Trx,
  { account, type }: { account: AccountId; type: RecordRef['type'] },
  into: string,
  rows: readonly Row[],
): Promise<void> {
  const open = rows.filter(({ kind, state }) => kind === 'customer' && !ends.has(state));
  for (const [connection, creating] of Map.groupBy(open, (row) => row.connection))
    await settleAt({ clock, now }, trx, { account, type, connection }, into, creating);
}
async function settleAt(
  { clock, now }: Ctx,
  trx: Trx,
  { account, type, connection }: { account: AccountId; type: RecordRef['type']; connection: string },
  into: string,
  creating: readonly Row[],
): Promise<void> {
  const link = await trx
    .selectFrom('connection_links')
    .select('customer')
    .where('account', '=', account)
    .where('connection', '=', connection)
    .where('record_type', '=', type)
    .where('record_id', '=', into)
    .executeTakeFirst();
  const customer = link ? erpCustomerSchema.parse(link.customer) : null;
  const kept = customer ? null : (creating.find((row) => !stoppable(row)) ?? creating[0] ?? null);
  for (const row of creating.filter((each) => each.id !== kept?.id && stoppable(each))) {
    await trx
      .updateTable('submissions')
      .set({ state: 'cancelled', next_try_at: null, claim: null, lease_until: null, updated_at: clock() })
      .where('account', '=', account)
      .where('id', '=', row.id)
      .execute();
    await appendEvent(trx, account, row.id, now(), {
      state: 'cancelled',
      step: 'cancel',
      actor: system,
      words: customer?.number ?? kept?.reference ?? null,
    });
    const waits = customer
      ? sql`jsonb_set(jsonb_set(payload, '{awaits}', 'null'), '{order,customerId}', to_jsonb(${customer.id}::text))`
      : sql`jsonb_set(payload, '{awaits}', to_jsonb(${kept?.id ?? row.id}::text))`;
    await sql`update submissions set payload = ${waits}, next_try_at = case when next_try_at is null then null else ${clock()} end,
        customer_key = coalesce(${customer?.id ?? null}::text, customer_key), updated_at = ${clock()}
      where account = ${account} and kind = 'order' and payload ->> 'awaits' = ${row.id} and payload -> 'order' ->> 'customerId' is null`.execute(
      trx,
    );
  }
}

/** The ERP merged the customer into another: what is not sent yet is for the survivor. */
export async function followCustomer(
  { db, clock }: { db: Db; clock: Clock },
  { account, connection }: { account: AccountId; connection: string },
  customer: string,
  survivor: string,
): Promise<void> {
  await sql`update submissions set customer_key = ${survivor}, updated_at = ${clock()},
      payload = jsonb_set(payload, case kind when 'order' then '{order,customerId}'::text[] else '{claim,customerId}'::text[] end, to_jsonb(${survivor}::text))
    where account = ${account} and connection = ${connection} and customer_key = ${customer} and not sent_once and state in ('queued', 'waiting', 'needs_attention')`.execute(
    db,
  );
}
