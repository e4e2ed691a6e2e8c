import { createHash, randomUUID } from 'node:crypto';
import { type AccountId, cleanTexts, type OrderAct } from '@backroom/shared';
import { sql } from 'kysely';
import { ProblemError } from '../../problems/error.ts';
import type { EngineContext } from '../context.ts';
import { beyondLimits } from '../limits.ts';
import { type ActPayload, actPayloadSchema } from './payload.ts';
import { type ActEvent, actEventColumns, actEventsOf, actsToWire, actsWithRecord, openStates } from './rows.ts';

/** Processes listen to this channel; the payload is the account that has work. */
export const ACTS_CHANNEL = 'backroom_acts';
export type ActInput = {
  /** The submission that made the order; the ERP has it. */
  submission: string;
  /** Of the quote that the order becomes. */
  revision: string | null;
  /** Of the ERP's order as the person saw it. */
  version: string;
  payload: ActPayload;
  idempotencyKey: string;
  /** What the key stands for: the same key with another body is refused. */
  body: unknown;
  contactId?: string | undefined;
};
type Who = { account: AccountId; actor: string };
const hash = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** The act that this key stands for, as it is now; null where the key is new. Throws when it stood for another body. */
export async function replayedAct(
  { db }: Pick<EngineContext, 'db'>,
  account: AccountId,
  key: string,
  body: unknown,
): Promise<OrderAct | null> {
  const row = await actsWithRecord(db, account).where('act.idempotency_key', '=', key).executeTakeFirst();
  if (!row) return null;
  if (row.body_hash !== hash(body)) throw new ProblemError('idempotency_key_reused');
  const [act] = await actsToWire(db, account, [row]);
  return act ?? null;
}

async function refuseImpossible(ctx: EngineContext, account: AccountId, connection: string, payload: ActPayload) {
  const parsed = actPayloadSchema.safeParse(payload);
  if (!parsed.success)
    throw new ProblemError('invalid_input', {
      errors: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
    });
  const why = await ctx.unfit(account, connection);
  if (why !== null) throw new ProblemError('erp_unfit', { detail: why });
  if (payload.kind !== 'change') return;
  const [first] = beyondLimits(payload.order, await ctx.describedBy(account, connection));
  if (first) throw new ProblemError('erp_limit', { detail: first.words, field: first.field });
}

/**
 * Keeps a change or a cancellation: when this returns, it is on the disk. The ERP must have the order, and no other act of it may be under way. A person
 * who asks for the same meanwhile gets the same act; a person who asks for something else is told that one is under way.
 */
export async function acceptAct(ctx: EngineContext, who: Who, asked: ActInput): Promise<OrderAct> {
  const input = { ...cleanTexts(asked), body: asked.body };
  const { account } = who;
  const before = await replayedAct(ctx, account, input.idempotencyKey, input.body);
  if (before) return before;
  const made = await ctx.db
    .selectFrom('submissions')
    .select(['connection'])
    .where('account', '=', account)
    .where('id', '=', input.submission)
    .executeTakeFirst();
  if (!made) throw new ProblemError('not_found');
  await refuseImpossible(ctx, account, made.connection, input.payload);
  const id = randomUUID();
  const event: ActEvent = {
    state: 'queued',
    step: 'accepted',
    actor: who.actor,
    words: input.payload.kind === 'cancel' ? input.payload.reason : null,
  };
  await ctx.hooks.crash('act_before_commit');
  const at = ctx.now();
  const kept = await ctx.db
    .with('kept', (q) =>
      q
        .insertInto('order_acts')
        .columns([
          ...(['account', 'id', 'submission', 'connection', 'kind', 'revision', 'erp_id', 'erp_number'] as const),
          ...(['version', 'payload', 'state', 'step', 'customer_key', 'contact_id', 'next_try_at'] as const),
          ...(['created_by', 'created_at', 'updated_at', 'idempotency_key', 'body_hash'] as const),
        ])
        // The precondition is part of the statement: the ERP has the order, and it is not cancelled.
        .expression(
          sql`select made.account, ${id}::uuid, made.id, made.connection, ${input.payload.kind}::text, ${input.revision}::text, made.erp_id, coalesce(made.erp_number, made.erp_id),
            ${input.version}::text, ${JSON.stringify(input.payload)}::jsonb, 'queued', 'look_up', made.customer_key, ${input.contactId ?? null}::text, ${ctx.clock()},
            ${who.actor}::text, ${at}::timestamptz, ${ctx.clock()}, ${input.idempotencyKey}::text, ${hash(input.body)}::text
            from submissions made where made.account = ${account} and made.id = ${input.submission}::uuid and made.kind = 'order' and made.state = 'confirmed'
              and made.erp_id is not null and coalesce(made.erp_status, '') <> 'cancelled'`,
        )
        .onConflict((on) => on.doNothing())
        .returning(['id', 'account']),
    )
    .with('noted', (q) =>
      q
        .insertInto('order_act_events')
        .columns(actEventColumns)
        .expression(actEventsOf('kept', at, event)),
    )
    .selectFrom('kept')
    .select(['kept.id', sql`pg_notify(${ACTS_CHANNEL}, kept.account)`.as('told')])
    .executeTakeFirst();
  const act = kept
    ? (await actsToWire(ctx.db, account, await actsWithRecord(ctx.db, account).where('act.id', '=', id).execute()))[0]
    : await underWay(ctx, account, input);
  if (!act) throw new Error('a row became no act');
  await ctx.hooks.crash('act_before_ack');
  return act;
}

/** Somebody was here before: with the same key, or with an act of the same order that is under way. */
async function underWay(ctx: EngineContext, account: AccountId, input: ActInput): Promise<OrderAct> {
  const same = await replayedAct(ctx, account, input.idempotencyKey, input.body);
  if (same) return same;
  const row = await actsWithRecord(ctx.db, account)
    .where('act.submission', '=', input.submission)
    .where('act.state', 'in', openStates)
    .executeTakeFirst();
  // Not confirmed, cancelled, or not an order.
  if (!row) throw new ProblemError('submission_state');
  const [act] = await actsToWire(ctx.db, account, [row]);
  const { kind, revision, version } = row;
  if (act && kind === input.payload.kind && revision === input.revision && version === input.version) return act;
  throw new ProblemError('order_act_pending', { detail: row.erp_number });
}
