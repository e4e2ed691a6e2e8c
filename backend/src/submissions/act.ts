import { createHash } from 'node:crypto';
import {
  type AccountId,
  canonical,
  cleanTexts,
  type Mending,
  type Submission,
  type SubmissionAction,
} from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ErpDescription } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import type { Trx } from '../store/open.ts';
import { WORK_CHANNEL } from './accept.ts';
import { type Change, columnsOf } from './claims.ts';
import type { EngineContext } from './context.ts';
import { beyondLimits } from './limits.ts';
import { type Payload, readPayload } from './payload.ts';
import { readOne } from './read.ts';
import { accountOf, appendEvent, type Row, stateOf, TELL_QUEUED_MS, tellLater } from './rows.ts';
import { mayAdopt, mayCancel, mayMend, mayResend } from './state.ts';
import { ofOrder, type Written } from './targets.ts';
import { lockSale, possibleTwin, twinsOf } from './twins.ts';

const referencesSchema = z.array(z.string());
type Ctx = { account: AccountId; actor: string };
type Next = { change: Change; words: string | null };
type OrderOfPayload = Extract<Payload, { kind: 'order' }>['order'];
const invalid = (field: string, message: string) =>
  new ProblemError('invalid_input', { field, errors: [{ path: field, message }] });

const again: Change = { state: 'queued', step: 'look_up', dueInMs: 0, problem: null, attempts: 0, sends: 0 };

/** The payload with a person's changes, and what changed in words for the history. Sums follow from the lines; nothing else is touched. */
export function mended(payload: Payload, change: Mending): { payload: Payload; words: string } {
  if (payload.kind !== 'order') throw new ProblemError('submission_state');
  const order = structuredClone(payload.order);
  const words: string[] = [];
  const note = (what: string, from: string | null, to: string | null) => {
    if (from !== to) words.push(`${what}: ${from ?? '–'} → ${to ?? '–'}`);
  };
  if (change.requestedDate !== undefined) {
    note('requestedDate', order.requestedDate, change.requestedDate);
    order.requestedDate = change.requestedDate;
  }
  if (change.note !== undefined) {
    note('note', order.note, change.note);
    order.note = change.note;
  }
  for (const [index, { line, quantity, unitPrice }] of (change.lines ?? []).entries()) {
    const target = order.lines[line];
    if (!target) throw invalid(`lines.${index}.line`, 'the order has no such line');
    if (quantity !== undefined) {
      if (!/^(?!0+(\.0+)?$)[^-]/.test(canonical(quantity))) throw invalid(`lines.${index}.quantity`, 'above zero');
      note(`lines.${line}.quantity`, target.quantity, quantity);
      target.quantity = quantity;
    }
    if (unitPrice !== undefined) {
      if (unitPrice.startsWith('-')) throw invalid(`lines.${index}.unitPrice`, 'not below zero');
      note(`lines.${line}.unitPrice`, target.unitPrice.amount, unitPrice);
      target.unitPrice = { ...target.unitPrice, amount: unitPrice };
    }
  }
  if (words.length === 0) throw invalid('change', 'nothing is changed');
  const next: Payload = { ...payload, order };
  // Ties the event to the very body that is sent from now on.
  const body = createHash('sha256').update(JSON.stringify(next)).digest('hex').slice(0, 12);
  return { payload: next, words: `${words.join('; ')} [${body}]` };
}

function refuseBeyond(order: OrderOfPayload, description: ErpDescription | null): void {
  const [first] = beyondLimits(order, description);
  if (first) throw invalid(first.field, first.words);
}

/** The ERP order a person named; it must not be another submission's already. */
async function adoptable(ctx: EngineContext, who: Ctx, row: Row, number: string): Promise<Written> {
  const erp = await ctx.erpFor(who.account, row.connection);
  const call = { signal: AbortSignal.timeout(8000) };
  const [found] = (await erp.orders?.findByNumber({ numbers: [number] }, call))?.results ?? [];
  if (!found) throw new ProblemError('erp_order_unknown', { field: 'erpNumber' });
  const taken = await ctx.db
    .selectFrom('submissions')
    .select('reference')
    .where('account', '=', who.account)
    .where('connection', '=', row.connection)
    .where('kind', '=', 'order')
    .where('erp_number', '=', found.number)
    .where('id', '<>', row.id)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  if (taken) throw new ProblemError('erp_order_taken', { field: 'erpNumber', detail: taken.reference });
  return ofOrder(found);
}

async function nextOf(ctx: EngineContext, who: Ctx, row: Row, action: SubmissionAction): Promise<Next> {
  switch (action.action) {
    case 'resend':
      return { change: again, words: null };
    case 'cancel':
      return { change: { state: 'cancelled', dueInMs: null }, words: null };
    case 'mend': {
      const kept = readPayload(row.payload);
      if (!kept) throw new ProblemError('cannot_process');
      const { payload, words } = mended(kept, action.change);
      if (payload.kind === 'order') refuseBeyond(payload.order, await ctx.describedBy(who.account, row.connection));
      return { change: { ...again, payload: JSON.stringify(payload) }, words };
    }
    case 'adopt': {
      const order = await adoptable(ctx, who, row, action.erpNumber);
      const change: Change = {
        state: 'confirmed',
        step: 'write_back',
        dueInMs: null,
        problem: null,
        differences: null,
        erp_id: order.id,
        erp_number: order.number,
        erp_status: order.status,
        erp_total: order.total && JSON.stringify(order.total),
        erp_promised: order.promised,
        erp_holds: order.holds,
        sent_once: true,
        written_back: false,
      };
      return { change, words: order.number };
    }
  }
}

/** What was cancelled held nobody up. Before it comes back it is asked again whether another account sells the same by now. */
async function refuseTwin(trx: Trx, row: Row, now: Date): Promise<void> {
  if (row.sale === null) return;
  const sale = { key: row.sale, customerId: row.customer_key };
  await lockSale(trx, sale);
  const twins = await twinsOf(trx, accountOf(row), sale, now, referencesSchema.parse(row.different_from));
  if (twins.length > 0) throw possibleTwin(twins);
}

/** A person's hand: send again, mend and send, cancel, or say which ERP order it became. The precondition stands in the WHERE too. */
export async function act(ctx: EngineContext, who: Ctx, id: string, asked: SubmissionAction): Promise<Submission> {
  const action = cleanTexts(asked);
  const row = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', who.account)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProblemError('not_found');
  const state = stateOf(row);
  const allowed = {
    resend: mayResend(state, row.written_back),
    cancel: mayCancel(state, row.sent_once),
    mend: mayMend(state, row.sent_once),
    adopt: mayAdopt(state, row.kind),
  }[action.action];
  if (!allowed) throw new ProblemError('submission_state');
  const now = ctx.now();
  // What the ERP has already is not sent again: only its note on the CRM page is.
  const noteOnly = action.action === 'resend' && state === 'confirmed';
  const { change, words } = noteOnly ? { change: {}, words: null } : await nextOf(ctx, who, row, action);
  await ctx.db.transaction().execute(async (trx) => {
    if (state === 'cancelled') await refuseTwin(trx, row, now);
    // Whoever tells the CRM takes the note first and then the confirmed row: in the other order the two could wait for each other.
    if (noteOnly) await tellLater(trx, who.account, row, ctx.clock, 0);
    const moved = await trx
      .updateTable('submissions')
      .set(columnsOf(ctx.clock, change))
      .where('account', '=', who.account)
      .where('id', '=', id)
      .where('state', '=', row.state)
      .where('sent_once', '=', row.sent_once)
      .where((eb) => eb.or([eb('claim', 'is', null), eb('lease_until', '<', ctx.clock())]))
      .returningAll()
      .executeTakeFirst()
      .catch((error: unknown) => {
        // A cancelled order comes back while another revision of its deal has become one.
        const taken = error instanceof Error && 'constraint' in error && error.constraint === 'submissions_one_order';
        throw taken ? new ProblemError('already_converted') : error;
      });
    if (!moved) throw new ProblemError('submission_state');
    await appendEvent(trx, who.account, id, ctx.clock(), {
      state: stateOf(moved),
      step: action.action,
      actor: who.actor,
      words,
    });
    if (moved.state === 'queued') {
      if (row.kind === 'order') await tellLater(trx, who.account, row, ctx.clock, TELL_QUEUED_MS);
    } else if (!noteOnly && row.kind !== 'return') await tellLater(trx, who.account, row, ctx.clock, 0);
    await sql`select pg_notify(${WORK_CHANNEL}, ${who.account})`.execute(trx);
  });
  return readOne(ctx, who.account, id);
}
