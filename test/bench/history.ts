// A million finished submissions beside none: two databases on one real Postgres, the same questions to both by turns.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@backroom/backend/store/open';
import { createSubmissionEngine, type SubmissionEngine } from '@backroom/backend/submissions/engine';
import type { Payload } from '@backroom/backend/submissions/payload';
import { noTestHooks } from '@backroom/backend/submissions/unsafe';
import { accountIdSchema, submissionStateSchema } from '@backroom/shared';
import { sql } from 'kysely';
import pg from 'pg';
import { orderOf } from '../chaos/order.ts';
import { startPostgres } from '../chaos/postgres.ts';
import { freePorts } from '../support/ports.ts';
import { median, type Row, row } from './report.ts';

const HISTORY = 1_000_000;
const ROUNDS = 7;
const account = accountIdSchema.parse('hubspot:4242');
const who = { account, actor: 'bench@example.com' };
/** Some of the history's own records, and one that an order was just made for. */
const KNOWN = 'history-500000';

/** No worker draws anything here: what is kept and what is read is measured. */
const engineOn = ({ db }: Store): SubmissionEngine =>
  createSubmissionEngine({
    db,
    erpFor: () => Promise.reject(new Error('nobody is asked')),
    writeBack: async () => {},
    keep: async () => {},
    changed: async () => {},
    now: () => new Date(),
    hooks: noTestHooks,
    onError: (error) => console.error(error),
  });
function submit(engine: SubmissionEngine, index: number) {
  const order = orderOf(index);
  const payload: Payload = { kind: 'order', order, awaits: null, promiseDate: null };
  const record = { type: 'deal' as const, id: String(index) };
  const names = { record: `Order ${index}`, customer: 'Bergmann GmbH' };
  return engine.submit(who, {
    record,
    revision: 'bench',
    reference: order.reference,
    payload,
    names,
    idempotencyKey: `bench-${index}`,
    body: { index },
  });
}

/** A finished submission with its events and key, a million times: one each 30 s over the last year. */
async function fill({ db }: Store, template: string): Promise<void> {
  const n = sql.lit(HISTORY);
  const at = sql`now() - (${n} - i) * interval '30 seconds'`;
  const columns = (await db.introspection.getTables()).find(({ name }) => name === 'submissions')?.columns ?? [];
  const own: Record<string, ReturnType<typeof sql>> = {
    id: sql`('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`,
    record_id: sql`'history-' || i`,
    reference: sql`'BR-HISTORY' || lpad(i::text, 13, '0')`,
    state: sql`'confirmed'`,
    erp_id: sql`'order-' || i`,
    erp_number: sql`'SO-' || i`,
    next_try_at: sql`null`,
    written_back: sql`true`,
    customer_key: sql`'cust-' || i % 500`,
    created_at: at,
    updated_at: at,
  };
  const names = columns.map(({ name }) => sql.ref(name));
  const values = columns.map(({ name }) => own[name] ?? sql`t.${sql.ref(name)}`);
  await sql`insert into submissions (${sql.join(names)}) select ${sql.join(values)} from generate_series(1, ${n}) i, submissions t where t.id = ${template}`.execute(
    db,
  );
  for (const [step, state] of [
    ['accepted', 'queued'],
    ['create', 'confirmed'],
    ['write_back', 'confirmed'],
  ] as const)
    await sql`insert into submission_events (account, submission, at, state, step, actor) select account, id, created_at, ${state}, ${step}, 'system'
      from submissions where record_id like 'history-%'`.execute(db);
  await sql`insert into idempotency_keys (account, key, body_hash, submission, answer, at) select s.account, 'history-' || s.id, k.body_hash, s.id, k.answer, s.created_at
    from submissions s, idempotency_keys k where k.submission = ${template} and s.record_id like 'history-%'`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}

export async function benchHistory(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-history-'));
  chmodSync(dir, 0o755);
  const [port = 0] = await freePorts(1);
  const server = await startPostgres({ dir, port });
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query('create database empty');
  await admin.end();
  const stores = await Promise.all(
    [server.url, server.url.replace(/backroom$/, 'empty')].map((databaseUrl) =>
      openStore({ databaseUrl, embeddedDir: '' }),
    ),
  );
  const [full, empty] = stores as [Store, Store];
  try {
    for (const { db } of stores)
      await db
        .insertInto('accounts')
        .values({ id: account, crm: 'hubspot', state: 'connected', settings: '{}' })
        .execute();
    const engines = { full: engineOn(full), empty: engineOn(empty) };
    // What is open on both sides: a page of waiting orders.
    const [first] = await Promise.all(Object.values(engines).map((engine) => submit(engine, 0)));
    const began = performance.now();
    await fill(full, first?.id ?? '');
    console.log(`${HISTORY} finished submissions are there after ${((performance.now() - began) / 1000).toFixed(0)} s`);
    for (let index = 1; index < 60; index += 1)
      for (const engine of Object.values(engines)) await submit(engine, index);
    return await compare(engines);
  } finally {
    for (const store of stores) await store.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function compare(engines: { full: SubmissionEngine; empty: SubmissionEngine }): Promise<Row[]> {
  let next = 1000;
  const record = (id: string) => ({ type: 'deal' as const, id });
  const asks: readonly (readonly [
    name: string,
    times: number,
    ask: (engine: SubmissionEngine, index: number) => Promise<unknown>,
  ])[] = [
    ['acknowledgement', 200, submit],
    ['a deal’s submissions', 200, (engine) => engine.listForRecord(account, record('30'))],
    ['a deal of the history', 200, (engine) => engine.listForRecord(account, record(KNOWN))],
    [
      'order desk, what is open',
      100,
      (engine) =>
        engine.list(account, {
          states: ['queued', 'waiting', 'checking', 'needs_attention'],
          order: 'oldest',
          limit: 50,
        }),
    ],
    ['order desk, all, newest first', 100, (engine) => engine.list(account, { order: 'newest', limit: 50 })],
    [
      'order desk, the finished',
      100,
      (engine) => engine.list(account, { states: ['confirmed'], order: 'newest', limit: 50 }),
    ],
    [
      'order desk, search by reference',
      100,
      (engine) => engine.list(account, { search: orderOf(30).reference, order: 'newest', limit: 50 }),
    ],
    ['order desk, how many of each state', 100, (engine) => engine.counts(account, submissionStateSchema.options)],
  ];
  const rows: Row[] = [];
  for (const [name, times, ask] of asks) {
    const measure = async (engine: SubmissionEngine, from: number) => {
      const began = performance.now();
      for (let nth = 0; nth < times; nth += 1) await ask(engine, from + nth);
      return (performance.now() - began) / times;
    };
    const pairs: [full: number, empty: number][] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const from = next;
      next += times;
      // Turn about, so that a slow moment of the machine hits both; the first round warms up.
      const emptyFirst = round % 2 === 0 ? await measure(engines.empty, from) : 0;
      const full = await measure(engines.full, from);
      const empty = emptyFirst || (await measure(engines.empty, from));
      if (round > 0) pairs.push([full, empty]);
    }
    const ratio = median(pairs.map(([full, empty]) => full / empty));
    const [full, empty] = [median(pairs.map(([each]) => each)), median(pairs.map(([, each]) => each))];
    rows.push(
      row(
        `${name}: with 1,000,000 finished submissions ÷ with none (${full.toFixed(2)} / ${empty.toFixed(2)} ms, median of ${ROUNDS})`,
        ratio.toFixed(2),
        '≤ 1.2',
        ratio <= 1.2,
      ),
    );
  }
  return rows;
}
