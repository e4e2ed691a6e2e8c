import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld } from '../../test/engine-world.ts';
import { erpFetch, underRight } from '../erp/transport/leaving.ts';
import { databaseClock } from '../store/clock.ts';
import type { Store } from '../store/open.ts';
import { createLeases } from './leases.ts';
import { LEASE_MS } from './queue.ts';

let database: Database;
let store: Store;
let server: Server;
let url: string;
const arrived: string[] = [];
beforeAll(async () => {
  const [first] = databases;
  if (!first) throw new Error('no database is chosen');
  database = await first.start();
  store = await database.open();
  server = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.end('ok');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await store?.close();
  await database?.remove();
});

test('what a stopped process sends when it goes on does not leave any more, even before its timers run', async () => {
  let at = 0;
  const leases = createLeases(
    store.db,
    databaseClock,
    () => {},
    () => at,
  );
  const lease = leases.hold('submissions', '00000000-0000-4000-8000-000000000001', 0);
  const { signal } = lease;
  const ask = (path: string, init: RequestInit = {}) =>
    underRight(lease, () => erpFetch(`${url}${path}`, { ...init, signal }));
  await (await ask('/first')).text();
  // The process stands still for a minute between two calls of one create.
  at = 60_000;
  await expect(ask('/second', { method: 'POST', body: '{}' })).rejects.toThrow('lease has ended');
  expect(lease.alive()).toBe(false);
  expect(arrived).toEqual(['/first']);
  lease.release();
  leases.stop();
});
test('nor does what was still waiting for its connection', async () => {
  let at = 0;
  const leases = createLeases(
    store.db,
    databaseClock,
    () => {},
    () => at,
  );
  const lease = leases.hold('submissions', '00000000-0000-4000-8000-000000000004', 0);
  const fresh = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.end('ok');
  });
  await new Promise<void>((done) => fresh.listen(0, '127.0.0.1', done));
  const { port } = fresh.address() as AddressInfo;
  const asking = underRight(lease, () => erpFetch(`http://127.0.0.1:${port}/third`, { method: 'POST', body: '{}' }));
  at = 60_000;
  await expect(asking).rejects.toThrow('lease has ended');
  // A later request on a connection of its own has the server answer whatever came before it.
  await (await fetch(`http://127.0.0.1:${port}/later`)).text();
  expect(arrived).toEqual(['/first', '/later']);
  leases.stop();
  fresh.close();
});

test('a claim that somebody else has taken is noticed by the next beat, and its calls end', async () => {
  const world = await openWorld(store.db);
  const idle = world.engine();
  const { id } = await world.submit(idle, 'd1');
  await world.kill(idle);
  const claim = '00000000-0000-4000-8000-000000000002';
  await store.db.updateTable('submissions').set({ claim }).where('id', '=', id).execute();
  const leases = createLeases(store.db, databaseClock, (error) => {
    throw error;
  });
  const lease = leases.hold('submissions', claim, performance.now());
  await expect
    .poll(() => store.db.selectFrom('submissions').select('lease_until').where('id', '=', id).executeTakeFirst(), {
      timeout: 5000,
    })
    .toMatchObject({ lease_until: expect.any(Date) });
  // By the database's clock, not by ours.
  const { rows } = await sql<{
    ahead: number;
  }>`select extract(epoch from lease_until - clock_timestamp())::float8 as ahead
    from submissions where id = ${id}`.execute(store.db);
  expect(rows[0]?.ahead).toBeGreaterThan(LEASE_MS / 1000 - 2);
  const lost = new Promise((done) => lease.signal.addEventListener('abort', done));
  await store.db
    .updateTable('submissions')
    .set({ claim: '00000000-0000-4000-8000-000000000003' })
    .where('id', '=', id)
    .execute();
  await lost;
  expect(lease.alive()).toBe(false);
  leases.stop();
  await world.close();
});
