// A million finished submissions beside two thousand: two databases on one real Postgres, the same questions to both by turns.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseClock } from '@backroom/backend/store/clock';
import { openStore, type Store } from '@backroom/backend/store/open';
import { createSubmissionEngine, type SubmissionEngine } from '@backroom/backend/submissions/engine';
import type { Payload } from '@backroom/backend/submissions/payload';
import { noTestHooks } from '@backroom/backend/submissions/unsafe';
import { accountIdSchema, submissionStateSchema } from '@backroom/shared';
import pg from 'pg';
import { orderOf } from '../chaos/order.ts';
import { startPostgres } from '../chaos/postgres.ts';
import { freePorts } from '../support/ports.ts';
import { median, type Row, row } from './report.ts';

/** `BENCH_HISTORY`: fewer, to try the bench itself. */
const HISTORY = Number(process.env.BENCH_HISTORY ?? 1_000_000);
/** A firm's first weeks: enough that a page is full, and each count at its cap, on both sides. */
const FEW = 2000;
const ROUNDS = 15;
const account = accountIdSchema.parse('hubspot:4242');
const who = { account, actor: 'bench@example.com' };
/** Some of the history's own records, and one that an order was just made for. */
const KNOWN = 'history-1500';

/** No worker draws anything here: what is kept and what is read is measured. */
const engineOn = ({ db }: Store): SubmissionEngine =>
  createSubmissionEngine({
    db,
    clock: databaseClock,
    connectionsOf: async () => ['main'],
    erpFor: () => Promise.reject(new Error('nobody is asked')),
    describedBy: async () => null,
    unfit: async () => null,
    markUnfit: async () => {},
    writeBack: async () => {},
    link: async () => {},
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

/** A finished submission with its events and key, so many times: one each 30 s, a million in a year. `template`: the one they are like. */
async function fill(url: string, template: string, count: number): Promise<void> {
  const own: Record<string, string> = {
    id: `('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`,
    record_id: `'history-' || i`,
    reference: `'BR-HISTORY' || lpad(i::text, 13, '0')`,
    state: `'confirmed'`,
    erp_id: `'order-' || i`,
    erp_number: `'SO-' || i`,
    next_try_at: 'null',
    written_back: 'true',
    customer_key: `'cust-' || i % 500`,
    created_at: `now() - (${count} - i) * interval '30 seconds'`,
    updated_at: `now() - (${count} - i) * interval '30 seconds'`,
  };
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'submissions'`,
  );
  const names = rows.map(({ column_name }) => column_name);
  await client.query(`insert into submissions (${names.join(', ')})
    select ${names.map((name) => own[name] ?? `t.${name}`).join(', ')} from generate_series(1, ${count}) i, submissions t where t.id = '${template}'`);
  for (const [step, state] of [
    ['accepted', 'queued'],
    ['create', 'confirmed'],
    ['write_back', 'confirmed'],
  ])
    await client.query(`insert into submission_events (account, submission, at, state, step, actor)
      select account, id, created_at, '${state}', '${step}', 'system' from submissions where record_id like 'history-%'`);
  await client.query(`insert into idempotency_keys (account, key, body_hash, submission, answer, at)
    select s.account, 'history-' || s.id, k.body_hash, s.id, k.answer, s.created_at
    from submissions s, idempotency_keys k where k.submission = '${template}' and s.record_id like 'history-%'`);
  await client.query('vacuum analyze');
  await client.end();
}

async function sizeOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  await client.end();
  return rows[0]?.size ?? '';
}

export async function benchHistory(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-history-'));
  chmodSync(dir, 0o755);
  const [port = 0] = await freePorts(1);
  const server = await startPostgres({ dir, port });
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query('create database few');
  await admin.end();
  const urls = { full: server.url, few: server.url.replace(/backroom$/, 'few') };
  const stores = await Promise.all(
    Object.values(urls).map((databaseUrl) => openStore({ databaseUrl, embeddedDir: '' })),
  );
  const [full, few] = stores as [Store, Store];
  try {
    for (const { db } of stores)
      await db
        .insertInto('accounts')
        .values({ id: account, crm: 'hubspot', state: 'connected', settings: '{}' })
        .execute();
    const engines = { full: engineOn(full), few: engineOn(few) };
    // What is open on both sides: a page of waiting orders.
    const [one, other] = [await submit(engines.full, 0), await submit(engines.few, 0)];
    const began = performance.now();
    await fill(urls.few, other.id, FEW);
    await fill(urls.full, one.id, HISTORY);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`${HISTORY} finished submissions are there after ${seconds} s: ${await sizeOf(urls.full)}`);
    for (let index = 1; index < 60; index += 1)
      for (const engine of Object.values(engines)) await submit(engine, index);
    return await compare(engines);
  } finally {
    for (const store of stores) await store.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function compare(engines: { full: SubmissionEngine; few: SubmissionEngine }): Promise<Row[]> {
  let next = 1000;
  const record = (id: string) => ({ type: 'deal' as const, id });
  const asks: readonly (readonly [
    name: string,
    times: number,
    ask: (engine: SubmissionEngine, index: number) => Promise<unknown>,
  ])[] = [
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
    // Last: it leaves thousands of open ones, which no desk ever has before it.
    ['acknowledgement', 200, submit],
  ];
  const rows: Row[] = [];
  for (const [name, times, ask] of asks) {
    const measure = async (engine: SubmissionEngine, from: number) => {
      const began = performance.now();
      for (let nth = 0; nth < times; nth += 1) await ask(engine, from + nth);
      return (performance.now() - began) / times;
    };
    const pairs: [full: number, few: number][] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const from = next;
      next += times;
      // Turn about, so that a slow moment of the machine hits both; the first round warms up.
      const fewFirst = round % 2 === 0 ? await measure(engines.few, from) : 0;
      const full = await measure(engines.full, from);
      const few = fewFirst || (await measure(engines.few, from));
      if (round > 0) pairs.push([full, few]);
    }
    const ratio = median(pairs.map(([full, few]) => full / few));
    const [full, few] = [median(pairs.map(([each]) => each)), median(pairs.map(([, each]) => each))];
    rows.push(
      row(
        `${name}: with ${HISTORY.toLocaleString('en')} finished submissions ÷ with ${FEW.toLocaleString('en')} (${full.toFixed(2)} / ${few.toFixed(2)} ms, median of ${ROUNDS})`,
        ratio.toFixed(2),
        '≤ 1.2',
        ratio <= 1.2,
      ),
    );
  }
  return rows;
}
