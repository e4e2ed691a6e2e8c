import {
  type AccountId,
  accountIdSchema,
  type ProblemCode,
  type RecordRef,
  recordTypeSchema,
  type Submission,
  type SubmissionAction,
} from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { WriteBack } from '../crm/contract/index.ts';
import { type ErpAdapter, ErpError } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';
import type { Db } from '../store/open.ts';
import { type Payload, payloadSchema } from './payload.ts';
import { appendEvent, type EventInput, type Row, stateOf, toWire } from './rows.ts';
import { after, mayAdopt, mayCancel, mayResend } from './state.ts';
import { type Enqueue, type SubmitInput, submit } from './submit.ts';
import { target, type Written } from './targets.ts';
import type { TestHooks } from './unsafe.ts';

export type EngineOptions = {
  db: Db;
  enqueue: Enqueue;
  erpFor: (account: AccountId) => Promise<ErpAdapter>;
  writeBack: (account: AccountId, record: RecordRef, fields: WriteBack) => Promise<void>;
  /** Called once it is known what the ERP has: links the customer, drops figures that are now old. Safe to repeat. */
  onConfirmed: (
    account: AccountId,
    record: RecordRef,
    payload: Payload,
    written: Written,
    actor: string,
  ) => Promise<void>;
  now: () => Date;
  hooks: TestHooks;
};

/** A claim outlives the longest ERP call; a killed worker's work is taken over after it. */
const LEASE_MS = 40_000;
/** Waiting is looked at again so often; jitter keeps a hundred waiting orders from coming back as one. */
const RETRY_MS = [500, 1000, 2000, 3000, 4000] as const;
/** After a time-out the ERP may still be at it: so long until its silence counts. Cut connections settle at once. */
const SETTLE_AFTER_TIMEOUT_MS = 10_000;
const system = 'system';

export function createSubmissionEngine(options: EngineOptions) {
  const { db, enqueue, hooks } = options;
  const soon = (attempts: number, least = 0) => {
    const base = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 4000;
    return new Date(options.now().getTime() + Math.max(least, base * (0.75 + Math.random() * 0.5)));
  };
  const problemOf = (error: unknown) => {
    const { code, more } = toProblemError(error);
    const { detail, field, retryAfterSeconds } = more;
    return makeProblem(code as ProblemCode, languageOf('en'), code, {
      ...(detail ? { detail } : {}),
      ...(field ? { field } : {}),
      ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    });
  };

  /** Row and event together, only while the row is still what we claimed; a next try brings its job along. */
  async function move(
    row: Row,
    change: Partial<{
      state: string;
      step: string;
      erp_id: string;
      erp_number: string;
      next_try_at: Date | null;
      sent_once: boolean;
      attempts: number;
      written_back: boolean;
      problem: string | null;
      release: boolean;
    }>,
    event: EventInput | null,
  ): Promise<Row> {
    const now = options.now();
    const account = accountIdSchema.parse(row.account);
    const { release, ...columns } = change;
    return db.transaction().execute(async (trx) => {
      const moved = await trx
        .updateTable('submissions')
        .set({ ...columns, updated_at: now, ...(release ? { lease_until: null } : {}) })
        .where('account', '=', account)
        .where('id', '=', row.id)
        .where('lease_until', '=', row.lease_until)
        .returningAll()
        .executeTakeFirst();
      if (!moved) throw new LostClaim();
      if (event) await appendEvent(trx, account, row.id, now, event);
      if (columns.next_try_at) await enqueue(trx, account, row.id, columns.next_try_at);
      return moved;
    });
  }

  async function claim(account: AccountId, id: string): Promise<Row | null> {
    const now = options.now();
    const lease = new Date(now.getTime() + LEASE_MS);
    const row = await db
      .updateTable('submissions')
      .set({ lease_until: lease })
      .where('account', '=', account)
      .where('id', '=', id)
      .where((eb) =>
        eb.or([
          eb('state', 'in', ['queued', 'sending', 'checking', 'waiting']),
          eb.and([eb('state', '=', 'confirmed'), eb('written_back', '=', false)]),
        ]),
      )
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
      .where((eb) => eb.or([eb('next_try_at', 'is', null), eb('next_try_at', '<=', now)]))
      .returningAll()
      .executeTakeFirst();
    return row ?? null;
  }

  async function fail(row: Row, during: 'look_up' | 'create', error: unknown): Promise<Row | null> {
    const erp =
      error instanceof ErpError
        ? error
        : new ErpError(during === 'create' ? 'uncertain' : 'unreachable', 'failed inside', { cause: error });
    // Until it is looked up, an unknown outcome stays unknown, even when the look-up itself cannot be made.
    const pending = stateOf(row) === 'checking' || row.sent_once;
    let state = after({ type: 'failed', kind: erp.kind, during });
    if (during === 'look_up' && state === 'waiting' && pending) state = 'checking';
    const problem = problemOf(erp);
    const settle = erp.kind === 'uncertain' && erp.timedOut ? SETTLE_AFTER_TIMEOUT_MS : (erp.retryAfterMs ?? 0);
    const rests = state === 'needs_attention';
    // Waiting writes one event, not one a try: its history is for people.
    const same = row.state === state && row.problem !== null;
    const moved = await move(
      row,
      {
        state,
        step: 'look_up',
        attempts: row.attempts + 1,
        problem: JSON.stringify(problem),
        next_try_at: rests ? null : soon(row.attempts, settle),
        release: true,
        // A clear no, or a certain "nothing was sent", takes the doubt away.
        ...(during === 'create' && erp.kind !== 'uncertain' ? { sent_once: false } : {}),
      },
      same ? null : { state, step: during, actor: system, problem, words: erp.words },
    );
    if (!same) await tellRecord(moved, state);
    return null;
  }

  async function tellRecord(row: Row, status: string): Promise<void> {
    if (row.kind !== 'order') return;
    // A courtesy to who looks at the deal; the final write-back is the one that is never given up.
    await options.writeBack(accountIdSchema.parse(row.account), recordOf(row), { orderStatus: status }).catch(() => {});
  }

  async function confirm(row: Row, written: Written, step: 'look_up' | 'create'): Promise<Row> {
    return move(
      row,
      {
        state: 'confirmed',
        step: 'write_back',
        erp_id: written.id,
        erp_number: written.number,
        problem: null,
        next_try_at: null,
        attempts: 0,
      },
      { state: 'confirmed', step, actor: system, words: written.number },
    );
  }

  async function finish(row: Row): Promise<null> {
    const account = accountIdSchema.parse(row.account);
    const payload = payloadSchema.parse(row.payload);
    const written = { id: row.erp_id ?? '', number: row.erp_number ?? '' };
    await hooks.crash('before_write_back');
    try {
      await options.onConfirmed(account, recordOf(row), payload, written, row.created_by);
      if (payload.kind === 'order')
        await options.writeBack(account, recordOf(row), {
          orderNumber: written.number,
          orderStatus: 'confirmed',
          promiseDate: payload.promiseDate,
        });
      await hooks.crash('after_write_back');
      await move(
        row,
        { written_back: true, next_try_at: null, problem: null, release: true },
        payload.kind === 'order' ? { state: 'confirmed', step: 'write_back', actor: system } : null,
      );
    } catch (error) {
      if (error instanceof LostClaim) throw error;
      const first = row.problem === null;
      const problem = problemOf(error);
      await move(
        row,
        {
          attempts: row.attempts + 1,
          problem: JSON.stringify(problem),
          next_try_at: soon(row.attempts),
          release: true,
        },
        first ? { state: 'confirmed', step: 'write_back', actor: system, problem } : null,
      );
    }
    return null;
  }

  /** One claimed submission, from where it stands to where it rests. */
  async function advance(claimed: Row): Promise<void> {
    let row = claimed;
    if (row.step === 'write_back') return void (await finish(row));
    const account = accountIdSchema.parse(row.account);
    const payload = payloadSchema.parse(row.payload);
    const call = { signal: new AbortController().signal };
    // Found in `sending`: whoever had it died between the call and the note of it.
    if (stateOf(row) === 'sending')
      row = await move(row, { state: 'checking' }, { state: 'checking', step: 'look_up', actor: system });
    let erp: ErpAdapter;
    try {
      erp = await options.erpFor(account);
      await hooks.crash('before_look_up');
      const found = hooks.unsafe === 'no-look-up' ? null : await target.lookUp(erp, payload, call);
      await hooks.crash('after_look_up');
      if (found) return void (await finish(await confirm(row, found, 'look_up')));
    } catch (error) {
      if (error instanceof LostClaim) throw error;
      return void (await fail(row, 'look_up', error));
    }
    // Committed before the call: from here on a crash means "look it up".
    row = await move(
      row,
      { state: 'sending', step: 'create', sent_once: true },
      { state: 'sending', step: 'create', actor: system },
    );
    await hooks.crash('before_create');
    let written: Written;
    try {
      written = await target.create(erp, payload, call);
    } catch (error) {
      return void (await fail(row, 'create', error));
    }
    await hooks.crash('after_create');
    await finish(await confirm(row, written, 'create'));
  }

  return {
    submit: (ctx: { account: AccountId; actor: string }, input: SubmitInput) =>
      submit(db, enqueue, hooks, { ...ctx, now: options.now() }, input),

    /** Works one job. Nothing to do (done, not due, somebody else has it) is fine. */
    async work(account: AccountId, id: string): Promise<void> {
      const row = await claim(account, id);
      if (!row) return;
      try {
        await advance(row);
      } catch (error) {
        if (!(error instanceof LostClaim)) throw error;
      }
    },

    async get(account: AccountId, id: string): Promise<Submission> {
      const row = await db
        .selectFrom('submissions')
        .selectAll()
        .where('account', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      const [submission] = row ? await toWire(db, account, [row]) : [];
      if (!submission) throw new ProblemError('not_found');
      return submission;
    },
    async listForRecord(account: AccountId, record: RecordRef): Promise<Submission[]> {
      const rows = await db
        .selectFrom('submissions')
        .selectAll()
        .where('account', '=', account)
        .where('record_type', '=', record.type)
        .where('record_id', '=', record.id)
        .orderBy('created_at', 'desc')
        .limit(20)
        .execute();
      return toWire(db, account, rows);
    },

    /** A person's hand: send again, cancel, or say which ERP order it became. The precondition stands in the WHERE too. */
    async act(ctx: { account: AccountId; actor: string }, id: string, action: SubmissionAction): Promise<Submission> {
      const now = options.now();
      const row = await db
        .selectFrom('submissions')
        .selectAll()
        .where('account', '=', ctx.account)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) throw new ProblemError('not_found');
      const state = stateOf(row);
      const allowed = { resend: mayResend(state), cancel: mayCancel(state, row.sent_once), adopt: mayAdopt(state) }[
        action.action
      ];
      if (!allowed) throw new ProblemError('submission_state');
      let adopted: Written | null = null;
      if (action.action === 'adopt') {
        const erp = await options.erpFor(ctx.account);
        const [found] =
          (await erp.orders?.findByNumber({ numbers: [action.erpNumber] }, { signal: AbortSignal.timeout(8000) }))
            ?.results ?? [];
        if (!found)
          throw new ProblemError('invalid_input', {
            field: 'erpNumber',
            errors: [{ path: 'erpNumber', message: 'the ERP has no such order' }],
          });
        adopted = { id: found.id, number: found.number };
      }
      await db.transaction().execute(async (trx) => {
        const next =
          action.action === 'resend'
            ? { state: 'queued' as const, step: 'look_up', next_try_at: now, problem: null }
            : action.action === 'cancel'
              ? { state: 'cancelled' as const, next_try_at: null }
              : {
                  state: 'confirmed' as const,
                  step: 'write_back',
                  next_try_at: now,
                  problem: null,
                  erp_id: adopted?.id ?? null,
                  erp_number: adopted?.number ?? null,
                };
        const moved = await trx
          .updateTable('submissions')
          .set({ ...next, updated_at: now })
          .where('account', '=', ctx.account)
          .where('id', '=', id)
          .where('state', '=', row.state)
          .where('sent_once', '=', row.sent_once)
          .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
          .returning('id')
          .executeTakeFirst();
        if (!moved) throw new ProblemError('submission_state');
        await appendEvent(trx, ctx.account, id, now, {
          state: next.state,
          step: action.action,
          actor: ctx.actor,
          words: adopted?.number ?? null,
        });
        if (next.next_try_at) await enqueue(trx, ctx.account, id, now);
      });
      if (action.action === 'cancel') await tellRecord(row, 'cancelled');
      return this.get(ctx.account, id);
    },

    /** What is due and has nobody: jobs that got lost with a killed process. `all`: the only process there is has just started. */
    async sweep(all: boolean): Promise<{ account: AccountId; id: string }[]> {
      if (hooks.unsafe === 'split-transaction') return [];
      const now = options.now();
      if (all)
        await db.updateTable('submissions').set({ lease_until: null }).where('lease_until', 'is not', null).execute();
      const rows = await db
        .selectFrom('submissions')
        .select(['account', 'id'])
        .where((eb) =>
          eb.or([
            eb('state', 'in', ['queued', 'sending', 'checking', 'waiting']),
            eb.and([eb('state', '=', 'confirmed'), eb('written_back', '=', false)]),
          ]),
        )
        .where((eb) =>
          eb.or([
            eb('next_try_at', 'is', null),
            eb('next_try_at', '<', new Date(now.getTime() - (all ? -60_000 : 5000))),
          ]),
        )
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
        .limit(500)
        .execute();
      return rows.map(({ account, id }) => ({ account: accountIdSchema.parse(account), id }));
    },
  };
}
export type SubmissionEngine = ReturnType<typeof createSubmissionEngine>;

/** Somebody else took the row over; whatever we were about to note is theirs to find out. */
class LostClaim extends Error {}
const recordOf = (row: Row): RecordRef => ({ type: recordTypeSchema.parse(row.record_type), id: row.record_id });
