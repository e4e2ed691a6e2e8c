import { randomUUID } from 'node:crypto';
import { approvalLinks } from '@backroom/backend/access/approval-links';
import { approvalStore } from '@backroom/backend/store/approvals';
import { accountIdSchema, type Check, currencySchema, decimal } from '@backroom/shared';
import { makeProblem } from '@backroom/shared/messages/problems';
import { fillConsole, runSql } from '../../backend/test/console-fill.ts';
import { won } from '../../extension/playground/server/hubspot/won.ts';
import { openSecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
/** Longer than any word that a layout would be tried with. */
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikation';
const at = new Date();

/** The product with something to show on every page of the console, and the ids that the addresses need. */
export async function openConsoleWorld() {
  const world = await openSecurityWorld({ crmCalls: 100_000 });
  const { backend, store } = world;
  const { db } = store;
  const until = async (what: string, is: () => Promise<unknown>) => {
    for (const end = Date.now() + 60_000; !(await is()); await new Promise((done) => setTimeout(done, 100)))
      if (Date.now() > end) throw new Error(`waited too long for ${what}`);
  };

  // A sold deal, an order of it, and a history of the same.
  world.crm.put('deals', '5001', won(at));
  const preview = (await world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} })).data as {
    revision: string;
    checks: Check[];
  };
  const acceptedWarnings = preview.checks.map(({ code }) => code);
  const body = { dealId: '5001', revision: preview.revision, acceptedWarnings, idempotencyKey: randomUUID() };
  const { id: order } = (await world.ask('/v1/orders', { method: 'POST', body })).data as { id: string };
  const state = async () => ((await world.ask(`/v1/submissions/${order}`)).data as { state: string }).state;
  await until('the order', async () => (await state()) === 'confirmed');
  await fillConsole(db, { account, template: order, accounts: 2, submissions: 60, calls: 60 });

  const run = (text: string) => runSql(db, text);
  const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;
  // One order in each state that waits for something. Nothing draws them: they are due in years.
  const problem = json({ ...makeProblem('erp_refused', 'en', 'r'), detail: LONG, field: 'lines.0.quantity' });
  const open: Record<string, string> = {};
  for (const [nth, wanted] of ['needs_attention', 'checking', 'waiting', 'queued'].entries()) {
    // The filled ones of this account have even numbers.
    const id = `00000000-0000-4000-8000-00000000000${2 * nth + 2}`;
    open[wanted] = id;
    await run(`update submissions set state = '${wanted}', erp_id = null, erp_number = null, written_back = false, step = 'look_up', record_name = '${LONG}', customer_name = '${LONG}',
        sent_once = ${wanted === 'checking'}, next_try_at = ${wanted === 'needs_attention' ? 'null' : `'2099-01-01'`}, problem = ${wanted === 'queued' ? 'null' : problem}
      where account = '${account}' and id = '${id}'`);
  }

  const check: Check = { code: 'discount_limit', level: 'block', lineId: null, values: {}, approval: 'needed' };
  const names = { record: LONG, customer: LONG };
  const total = { amount: decimal('1234567.89'), currency: currencySchema.parse('EUR') };
  const asked = { account, connection: 'main', deal: '5001', revision: 'r1', asked: 'price' };
  const request = { checks: [check], names, total, role: '', requestedBy: 'pat@example.com', at };
  const approval = (await approvalStore(db).ask(asked, request)) ?? '';
  const secret = world.config.encryptionKeys[0] ?? '';
  const link = await approvalLinks(secret).sign({ account, approval, email: 'lea@example.com' }, Date.now());

  await world.ask('/v1/settings', { method: 'PUT', body: { connectionIsTest: true } });
  const load = randomUUID();
  await run(`insert into load_tests (account, id, connection, state, requested_by, created_at, started_at, sent_at, finished_at, peak, factor, wanted)
    values ('${account}', '${load}', 'main', 'finished', 'pat@example.com', now(), now(), now(), now(), 10, 2, 20)`);
  await run(`insert into load_orders (account, test, nth, reference, state, erp_number, words, sent_at)
    values ('${account}', '${load}', 1, 'BR-LOAD', 'stays', 'SO-1', '${LONG}', now())`);
  await run(
    `insert into load_calls (account, test, operation, ms, outcome) values ('${account}', '${load}', 'orders.create', 40, 'ok')`,
  );

  const conflict = { field: 'note', crmField: 'description', crm: LONG, erp: 'other' };
  await run(`insert into customer_syncs (account, connection, record_id, conflicts, name)
    values ('${account}', 'main', '7001', ${json([conflict])}, '${LONG}')`);

  const from = new Date(at.getTime() - 86_400_000).toISOString().slice(0, 10);
  const to = at.toISOString().slice(0, 10);
  const cookie = await world.signIn();
  await world.desk('/access/keys', cookie, { name: LONG, days: '30', 'scope.figures:read': 'on' });
  const begun = await world.desk('/automation/bulk', cookie, { from, to });
  const bulk = (begun.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
  const compared = await world.desk('/reconciliation', cookie, { from, to });
  const comparison = (compared.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
  const scan = await backend.scans.start({ account, actor: 'pat@example.com' }, 'main');
  await until('the scan', async () => (await backend.scans.shown(account, 'main'))?.id === scan);
  return { world, cookie, ids: { order, bulk, run: comparison, scan, approval, link, load, open } };
}
