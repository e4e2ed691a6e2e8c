import { sql } from 'kysely';
import type { Db } from '../src/store/open.ts';

type Input = { account: string; template: string; accounts: number; submissions: number; calls?: number };
const DAYS = 30;
/** Calls that an account keeps at most: the busy one has all of them. */
const CALLS = 100_000;

/** For rows that no store of ours writes. */
export const runSql = (db: Db, text: string) => sql.raw(text).execute(db);

/** An installation after a year: many accounts with a connection each, half of the submissions on one of them, and 30 days of calls. */
export async function fillConsole(
  db: Db,
  { account, template, accounts, submissions, calls = CALLS }: Input,
): Promise<void> {
  const run = (text: string) => runSql(db, text);
  await run(
    `insert into accounts (id, crm, state, settings) select 'hubspot:' || (10000 + i), 'hubspot', 'connected', '{}' from generate_series(1, ${accounts - 1}) i`,
  );
  await run(`insert into erp_connections (account, id, erp, name, url, credentials, settings, state, is_default)
    select 'hubspot:' || (10000 + i), 'main', 'bridge', 'ERP ' || i, 'http://127.0.0.1:9/' || i, c.credentials, c.settings, 'live', true
    from generate_series(1, ${accounts - 1}) i, erp_connections c where c.account = '${account}' and c.id = 'main'`);
  const own: Record<string, string> = {
    account: `case when i % 2 = 0 then '${account}' else 'hubspot:' || (10001 + i % ${accounts - 1}) end`,
    id: `('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`,
    record_id: `'history-' || i`,
    reference: `'BR-HISTORY' || lpad(i::text, 13, '0')`,
    state: `case when i % 5000 = 0 then 'needs_attention' else 'confirmed' end`,
    erp_id: `'order-' || i`,
    erp_number: `'SO-' || i`,
    next_try_at: 'null',
    written_back: 'true',
    customer_key: `'cust-' || i % 500`,
    created_at: `now() - (${submissions} - i) * interval '30 seconds'`,
    updated_at: `now() - (${submissions} - i) * interval '30 seconds'`,
  };
  const columns = await sql<{
    column_name: string;
  }>`select column_name from information_schema.columns where table_name = 'submissions' and is_generated = 'NEVER'`.execute(
    db,
  );
  const names = columns.rows.map(({ column_name }) => column_name);
  const values = names.map((name) => own[name] ?? `t.${name}`).join(', ');
  await run(
    `insert into submissions (${names.join(', ')}) select ${values} from generate_series(1, ${submissions}) i, submissions t where t.id = '${template}'`,
  );
  for (const [step, state] of [
    ['accepted', 'queued'],
    ['create', 'confirmed'],
  ])
    await run(`insert into submission_events (account, submission, at, state, step, actor)
      select account, id, created_at, '${state}', '${step}', 'system' from submissions where record_id like 'history-%'`);
  await run(`insert into call_log (account, at, system, connection, operation, method, path, status, ms, outcome, reference)
    select case when i <= ${calls} then '${account}' else 'hubspot:' || (10001 + i % ${accounts - 1}) end, now() - (i % ${calls}) * interval '${(DAYS * 86_400) / calls} seconds',
      case when i % 4 = 0 then 'crm' else 'erp' end, case when i % 4 = 0 then '' else 'main' end, case when i % 4 = 0 then 'record' when i % 3 = 0 then 'stock.availability' else 'orders.create' end,
      'POST', '/v1/stock/availability', 200, i % 900, case when i % 97 = 0 then 'unreachable' else 'ok' end, case when i % 1000 = 0 then 'BR-BENCH' || i end
    from generate_series(1, ${calls * 3}) i`);
  const stats = await sql<{
    column_name: string;
    data_type: string;
  }>`select column_name, data_type from information_schema.columns where table_name = 'flow_stats'`.execute(db);
  const counted: Record<string, string> = {
    account: `'${account}'`,
    connection: `case when s = 'crm' then '' else 'main' end`,
    subject: 's',
    calls: '40',
    failed: '1',
    silent: '0',
    hits: '90',
    misses: '10',
    ok_at: 'at',
    failed_at: 'null',
    quota: 'null',
    at: 'at',
  };
  const names2 = stats.rows.map(({ column_name }) => column_name).filter((name) => name !== 'span');
  const zeros = (type: string) => (/\[\]|ARRAY/.test(type) ? `'{}'` : '0');
  for (const [span, step, back] of [
    ['minute', '1 minute', '2 days'],
    ['hour', '1 hour', '35 days'],
    ['day', '1 day', '400 days'],
  ])
    await run(`insert into flow_stats (span, ${names2.join(', ')}) select '${span}', ${stats.rows
      .filter(({ column_name }) => column_name !== 'span')
      .map(({ column_name, data_type }) => counted[column_name] ?? zeros(data_type))
      .join(
        ', ',
      )} from generate_series(date_trunc('${span}', now() - interval '${back}'), now(), interval '${step}') at,
        unnest(array['orders', 'stock', 'pricing', 'credit', 'invoices', 'customers', 'returns', 'crm']) s on conflict do nothing`);
  await run(
    `insert into audit_log (account, at, actor, event, target) select '${account}', now() - i * interval '50 minutes', 'ada@example.com', 'settings_changed', 'x' from generate_series(1, 10000) i`,
  );
  await run('analyze');
}
