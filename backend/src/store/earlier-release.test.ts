import { randomUUID } from 'node:crypto';
import { accountIdSchema, erpCustomerSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { createVault } from '../access/secrets.ts';
import { accountStore } from './accounts.ts';
import { linkStore } from './links.ts';
import type { Store } from './open.ts';

const vault = createVault([Buffer.alloc(32, 1).toString('base64')]);
const at = new Date('2026-11-25T10:00:00Z');
const customer = erpCustomerSchema.parse({
  id: 'c1',
  number: 'C-1',
  name: 'Kessler',
  city: null,
  country: null,
  vatId: null,
  currency: null,
  paymentTerms: null,
  blocked: false,
});
const company = { type: 'company', id: '7001' } as const;
const bridge = { erp: 'bridge', name: 'ERP', url: 'http://erp.example', credentials: { key: 'one' }, settings: {} };

/** What a process of the release before several connections asks the database, word for word. */
const earlier = (store: Store, account: string) => ({
  connection: async () =>
    (
      await sql<{ url: string; credentials: string; unfit: string | null }>`
        select * from connections where account = ${account}`.execute(store.db)
    ).rows[0],
  connect: (url: string, credentials: object) =>
    sql`insert into connections (account, id, erp, name, url, credentials, settings, unfit)
        values (${account}, 'bridge', 'bridge', 'ERP', ${url}, ${vault.seal(JSON.stringify(credentials), `${account}|erp`)}, '{"test":"yes"}', null)
        on conflict (account) do update set url = excluded.url, credentials = excluded.credentials, settings = excluded.settings, unfit = null`.execute(
      store.db,
    ),
  disconnect: () => sql`delete from connections where account = ${account}`.execute(store.db),
  link: (record: string) =>
    sql`insert into links (account, record_type, record_id, customer, linked_at, linked_by)
        values (${account}, 'company', ${record}, ${JSON.stringify(customer)}, ${at}, 'pat')
        on conflict (account, record_type, record_id) do update set customer = excluded.customer`.execute(store.db),
  linked: async () =>
    (
      await sql<{ record_id: string }>`select record_id from links where account = ${account} order by 1`.execute(
        store.db,
      )
    ).rows.map(({ record_id }) => record_id),
  moveLink: (from: string, to: string) =>
    sql`update links set record_id = ${to} where account = ${account} and record_id = ${from}`.execute(store.db),
  submit: (id: string) =>
    sql`insert into submissions (id, account, kind, record_type, record_id, revision, reference, payload, state, step, created_by, created_at, updated_at)
        values (${id}, ${account}, 'order', 'deal', '5001', 'r', ${id}, '{}', 'queued', 'look_up', 'pat', ${at}, ${at})`.execute(
      store.db,
    ),
});

for (const { name, start } of databases) {
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    database = await start();
    store = await database.open();
  });
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  const open = async () => {
    const account = accountIdSchema.parse(`hubspot:${randomUUID().slice(0, 18)}`);
    const accounts = accountStore(store.db, vault);
    await accounts.put(account, 'hubspot');
    return { account, accounts, links: linkStore(store.db), old: earlier(store, account) };
  };

  test(`${name}: what either release connects, the other one uses`, async () => {
    const { account, accounts, old } = await open();
    await old.connect('http://old.example', { key: 'old' });
    const first = await accounts.connection(account);
    expect(first).toMatchObject({
      id: 'main',
      isDefault: true,
      url: 'http://old.example',
      credentials: { key: 'old' },
    });
    await accounts.connect(account, bridge);
    const stored = await old.connection();
    expect(stored?.url).toBe('http://erp.example');
    expect(vault.open(stored?.credentials ?? '', `${account}|erp`)).toBe('{"key":"one"}');
    // Another version: an adapter of the one before is closed.
    const [one] = await accounts.connections(account);
    await old.connect('http://erp.example', { key: 'two' });
    const [two] = await accounts.connections(account);
    expect(two?.credentials).toEqual({ key: 'two' });
    expect(two?.version).not.toBe(one?.version);
    await accounts.markUnfit(account, 'cuts references');
    expect((await old.connection())?.unfit).toBe('cuts references');
    await old.disconnect();
    expect(await accounts.connections(account)).toEqual([]);
  });

  test(`${name}: an earlier release goes on with the first of several, and changes no other one`, async () => {
    const { account, accounts, links, old } = await open();
    await accounts.connect(account, bridge);
    await accounts.connect(account, { ...bridge, url: 'http://second.example' }, 'second');
    await links.of('second').put(account, company, customer, 'pat', at);
    expect((await old.connection())?.url).toBe('http://erp.example');
    expect(await old.linked()).toEqual([]);
    await old.connect('http://moved.example', { key: 'one' });
    expect((await accounts.connections(account)).map(({ id, url }) => [id, url])).toEqual([
      ['main', 'http://moved.example'],
      ['second', 'http://second.example'],
    ]);
  });

  test(`${name}: links and merges of either release are the other’s too, and its orders are of the first connection`, async () => {
    const { account, accounts, links, old } = await open();
    await accounts.connect(account, bridge);
    await old.link('7001');
    expect((await links.get(account, company))?.customer.number).toBe('C-1');
    await old.moveLink('7001', '7002');
    expect(await links.get(account, company)).toBeNull();
    await links.put(account, company, customer, 'pat', at);
    expect(await old.linked()).toEqual(['7001', '7002']);
    await links.remove(account, { ...company, id: '7002' });
    expect(await old.linked()).toEqual(['7001']);
    const id = randomUUID();
    await old.submit(id);
    const row = await store.db.selectFrom('submissions').select('connection').where('id', '=', id).executeTakeFirst();
    expect(row?.connection).toBe('main');
  });

  test(`${name}: there is always exactly one default`, async () => {
    const { account, accounts } = await open();
    await accounts.connect(account, bridge);
    await accounts.connect(account, bridge, 'second');
    await accounts.setRule(account, 'second', { by: 'country', values: ['AT'] });
    const defaults = async () =>
      (await accounts.connections(account)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    expect(await defaults()).toEqual(['main']);
    await Promise.all(['main', 'second', 'main', 'second'].map((id) => accounts.makeDefault(account, id)));
    expect(await defaults()).toHaveLength(1);
    await accounts.makeDefault(account, 'second');
    expect(await defaults()).toEqual(['second']);
    expect(await accounts.makeDefault(account, 'third')).toBe(false);
    expect(await accounts.switchTo(account, 'second', null, true)).toBe('default');
    expect(await accounts.switchTo(account, 'main', null, true)).toBe('done');
    expect(await defaults()).toEqual(['second']);
  });
}
