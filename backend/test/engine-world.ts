import { randomUUID } from 'node:crypto';
import {
  type AccountId,
  accountIdSchema,
  currencySchema,
  decimal,
  erpCustomerIdSchema,
  erpProductIdSchema,
  type RecordType,
} from '@backroom/shared';
import { sql } from 'kysely';
import { mergeRecords } from '../src/accounts/merge.ts';
import type { WriteBack } from '../src/crm/contract/index.ts';
import { MAIN } from '../src/store/connections.ts';
import { linkStore } from '../src/store/links.ts';
import type { Db } from '../src/store/open.ts';
import { createSubmissionEngine, type SubmissionEngine } from '../src/submissions/engine.ts';
import { customerKeyOf, type Payload } from '../src/submissions/payload.ts';
import { referenceFor } from '../src/submissions/reference.ts';
import { noTestHooks, type TestHooks } from '../src/submissions/unsafe.ts';
import { type FakeErp, fakeErp } from './fake-erp.ts';

const EUR = currencySchema.parse('EUR');
export const who = (account: AccountId) => ({ account, actor: 'pat@example.com' });

/** One account of its own with its ERP, its CRM page and a clock that only the test moves; engines come and go as processes do. */
export async function openWorld(db: Db, erp: FakeErp = fakeErp()) {
  const account = accountIdSchema.parse(`hubspot:${randomUUID().slice(0, 18)}`);
  await db.insertInto('accounts').values({ id: account, crm: 'hubspot', state: 'connected', settings: '{}' }).execute();
  let at = Date.parse('2026-11-25T08:00:00Z');
  /** What each deal's page says. */
  const pages = new Map<string, WriteBack>();
  const crm = { error: null as Error | null, calls: 0, active: 0, peak: 0, held: null as Promise<void> | null };
  const connection = { unfit: null as string | null };
  const errors: unknown[] = [];
  const engines = new Set<SubmissionEngine>();

  const clock = () => sql<Date>`${new Date(at)}::timestamptz`;
  const now = () => new Date(at);
  function engine(hooks: TestHooks = noTestHooks): SubmissionEngine {
    const made = createSubmissionEngine({
      db,
      clock,
      connectionsOf: async () => [MAIN],
      erpFor: async () => erp.adapter,
      describedBy: () => erp.adapter.describe({}, { signal: AbortSignal.timeout(1000) }),
      unfit: async () => connection.unfit,
      markUnfit: async (_account, why) => {
        connection.unfit = why;
      },
      async writeBack(_account, { id }, fields) {
        crm.calls += 1;
        crm.active += 1;
        crm.peak = Math.max(crm.peak, crm.active);
        await (crm.held ?? new Promise((done) => setImmediate(done)));
        crm.active -= 1;
        if (crm.error) throw crm.error;
        pages.set(id, { ...pages.get(id), ...fields });
      },
      link: (trx, { record, customer, actor }) => linkStore(trx).putFirst(account, record, customer, actor, now()),
      changed: async () => {},
      now,
      steady: () => at,
      hooks,
      onError: (error) => void errors.push(error),
    });
    engines.add(made);
    return made;
  }
  const orderOf = (deal: string, revision: string, awaits: string | null = null, customer = 'c0'): Payload => ({
    kind: 'order',
    awaits,
    promiseDate: null,
    order: {
      reference: referenceFor(account, 'order', deal, revision),
      customerId: awaits ? null : erpCustomerIdSchema.parse(customer),
      currency: EUR,
      requestedDate: '2026-12-24',
      note: null,
      lines: [
        {
          productId: erpProductIdSchema.parse('p1'),
          quantity: decimal('2'),
          unitPrice: { amount: decimal('5'), currency: EUR },
          description: null,
        },
      ],
    },
  });
  return {
    account,
    erp,
    pages,
    crm,
    errors,
    connection,
    engine,
    orderOf,
    reference: (deal: string, revision = 'r1') => referenceFor(account, 'order', deal, revision),
    async submit(
      to: SubmissionEngine,
      deal: string,
      more: {
        revision?: string;
        key?: string;
        again?: boolean;
        awaits?: string;
        customer?: string;
        sale?: string;
        differentFrom?: readonly string[];
      } = {},
    ) {
      const revision = more.revision ?? 'r1';
      const payload = orderOf(deal, revision, more.awaits ?? null, more.customer);
      return to.submit(who(account), {
        record: { type: 'deal', id: deal },
        revision,
        reference: referenceFor(account, 'order', deal, revision),
        payload,
        idempotencyKey: more.key ?? randomUUID(),
        body: { deal, revision },
        again: more.again ?? false,
        ...(more.sale ? { sale: { key: more.sale, customerId: customerKeyOf(payload) }, shared: true } : {}),
        differentFrom: more.differentFrom ?? [],
      });
    },
    now,
    /** The CRM merged the records; a further "process" may be told so too. */
    merge: (type: RecordType, gone: readonly string[], into: string, by: Db = db) =>
      mergeRecords({ db: by, clock, now }, { account, type, gone, into }),
    /** Has the company created as a customer, as the customer flow does. */
    createCustomer: (to: SubmissionEngine, company: string) => {
      const reference = referenceFor(account, 'customer', company, 'customer');
      const address = {
        vatId: null,
        email: null,
        phone: null,
        street: null,
        postalCode: null,
        city: null,
        country: null,
      };
      return to.submit(who(account), {
        record: { type: 'company', id: company },
        revision: 'customer',
        reference,
        idempotencyKey: randomUUID(),
        body: { create: company },
        payload: { kind: 'customer', customer: { reference, name: company, currency: null, ...address } },
      });
    },
    /** As with an ERP that was found down: for so long nothing is sent to it, and what is queued stays queued. */
    async holdErp(ms: number): Promise<void> {
      await db
        .insertInto('lanes')
        .values({
          account,
          lane: 'erp',
          ceiling: 2,
          allowed: 2,
          tries: 3,
          held_until: new Date(at + ms),
          held_at: new Date(at),
          in_turn: false,
        })
        .execute();
    },
    /** Moves the clock and lets every living engine do what is due. What an engine's own timer began ends first: no lease runs out under it. */
    async pass(ms: number): Promise<void> {
      for (const each of engines) await each.settled();
      at += ms;
      for (const each of engines) each.wake(account);
      for (const each of engines) await each.settled();
    },
    /** Until nothing moves any more, in steps of a second; so many at most. */
    async rest(steps = 60): Promise<void> {
      for (let step = 0; step < steps; step += 1) {
        await this.pass(1000);
        const due = await db
          .selectFrom('submissions')
          .select('id')
          .where('account', '=', account)
          .where('next_try_at', 'is not', null)
          .executeTakeFirst();
        const tell = await db
          .selectFrom('write_backs')
          .select('due_at')
          .where('account', '=', account)
          .executeTakeFirst();
        if (!due && !tell) return;
      }
    },
    /** As `kill -9`: the engine does nothing more, and its claims stay until their leases end. */
    async kill(victim: SubmissionEngine): Promise<void> {
      engines.delete(victim);
      await victim.stop(0);
    },
    /** It lives on, but the test no longer waits for it. */
    leave: (asleep: SubmissionEngine) => void engines.delete(asleep),
    async close(): Promise<void> {
      for (const each of engines) await each.stop(0);
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
