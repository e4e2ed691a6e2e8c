import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { fakeErp } from '../../test/fake-erp.ts';
import { ErpError } from '../erp/contract/index.ts';
import { createConnections } from './connections.ts';

const account = accountIdSchema.parse('hubspot:1');
const call = () => ({ signal: AbortSignal.timeout(2000) });

/** A connection that an admin may change, and the adapters that were made of it. */
function world(description: Parameters<typeof fakeErp>[0] = {}) {
  const connection = {
    id: 'main',
    version: '1',
    state: 'live' as const,
    erp: 'fake',
    url: 'http://erp.example',
    credentials: { key: 'old' } as Record<string, string>,
    settings: {} as Record<string, string>,
  };
  const made: string[] = [];
  const erp = fakeErp(description);
  const connections = createConnections({
    connection: async () => connection,
    factories: {
      fake: ({ credentials }) => {
        made.push(credentials.key ?? '');
        return {
          ...erp.adapter,
          health: async () => {
            if (credentials.key === 'old') throw new ErpError('unauthorised', 'the key was revoked');
            return { ok: true, version: '1', company: 'Fake', timeZone: 'UTC', currency: 'EUR' as never };
          },
        };
      },
    },
    writeMs: 1000,
    onCall: () => {},
    onSent: () => () => {},
  });
  return { connection, connections, erp, made };
}

test('new credentials are used at once, and what did not change keeps its adapter', async () => {
  const { connection, connections, made } = world();
  const first = await connections.erpFor(account);
  await expect(first.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised' });
  expect(await connections.erpFor(account)).toBe(first);
  Object.assign(connection, { credentials: { key: 'new' }, version: '2' });
  expect(await (await connections.erpFor(account)).health({}, call())).toMatchObject({ ok: true });
  expect(made).toEqual(['old', 'new']);
});

test('a bridge that was down at the first call gets one call at a time, and what it takes when it has said so', async () => {
  const { connections, erp } = world({ limits: { concurrency: 3, batch: 10 } });
  const say = erp.adapter.describe;
  let up = false;
  erp.adapter.describe = async (input, given) => {
    if (!up) throw new ErpError('unreachable', 'down');
    return say(input, given);
  };
  const adapter = await connections.erpFor(account);
  const most = async () => {
    const release = erp.hold();
    const asked = Array.from({ length: 6 }, () => adapter.orders?.status({ ids: [] }, call()));
    await expect.poll(() => erp.peak()).toBeGreaterThan(0);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
    release();
    await Promise.all(asked);
    return erp.peak();
  };
  expect(await connections.describedBy(account)).toBeNull();
  expect(await most()).toBe(1);
  up = true;
  await adapter.describe({}, call());
  expect(await connections.describedBy(account)).toMatchObject({ limits: { concurrency: 3 } });
  expect(await most()).toBe(3);
});

test('what an admin says of this installation goes before what the adapter says of itself', async () => {
  const { connection, connections } = world({ maxCommitMs: 10_000 });
  expect(await connections.describedBy(account)).toMatchObject({ maxCommitMs: 10_000 });
  Object.assign(connection, { settings: { maxCommitMs: '600000', concurrency: '2' }, version: '2' });
  expect(await connections.describedBy(account)).toMatchObject({ maxCommitMs: 600_000, limits: { concurrency: 2 } });
  Object.assign(connection, { settings: { maxCommitMs: 'soon', concurrency: '' }, version: '3' });
  expect(await connections.describedBy(account)).toMatchObject({ maxCommitMs: 10_000, limits: { concurrency: 4 } });
});
