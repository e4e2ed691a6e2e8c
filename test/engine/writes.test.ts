import { noTestHooks } from '@backroom/backend/submissions/unsafe';
import { decimal, type Submission } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

/** A second for a write, as twenty are in an installation: what the ERP does later than that has no hearer. */
const WRITE_MS = 1000;
let app: App;
beforeAll(async () => {
  app = await openApp({ hooks: { ...noTestHooks, writeMs: WRITE_MS } });
  await app.backend.startWorker();
  for (const number of ['C-1001', 'C-1003']) await app.link(number);
});
afterEach(() => app.switches({ slowCommit: null, referenceLength: null, priceFactor: null, refuse: null }));
afterAll(() => app.close());

const accepted = async (deal: string, more: object = {}): Promise<Submission> => {
  const answer = await app.convert(deal, more);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.data;
};
const read = (id: string) => app.good<Submission>(`/v1/submissions/${id}`);
const become = (id: string, state: string) =>
  expect.poll(async () => (await read(id)).state, { timeout: 20_000 }).toBe(state);
const under = async (reference: Submission['reference']) => {
  const adapter = await app.adapter();
  const found = await adapter.orders?.findByReference(
    { references: [reference] },
    { signal: AbortSignal.timeout(5000) },
  );
  return found?.results[0] ?? [];
};

test('an ERP that commits after our time limit, while its look-ups answer at once, has one order', async () => {
  app.deal('late', 'C-1003', [line('VLV-003', '1', '40')]);
  await app.switches({ slowCommit: { ms: 4000, times: 1 } });
  const { id, reference } = await accepted('late');
  await become(id, 'checking');
  expect(await under(reference)).toHaveLength(0);
  await become(id, 'confirmed');
  expect(await under(reference)).toHaveLength(1);
});

test('another price than was sent is told to the rep and the order desk', async () => {
  app.deal('priced', 'C-1003', [line('VLV-003', '10', '100')]);
  await app.switches({ priceFactor: '1.2' });
  const { id } = await accepted('priced');
  await become(id, 'confirmed');
  expect((await read(id)).differences).toEqual([
    { field: 'net', line: 0, sent: '1000 EUR', got: '1200 EUR' },
    { field: 'net', line: null, sent: '1000 EUR', got: '1200 EUR' },
    { field: 'total', line: null, sent: expect.stringContaining('EUR'), got: expect.stringContaining('EUR') },
  ]);
});

const withLines = (count: number) =>
  app.deal(
    'long',
    'C-1003',
    Array.from({ length: count }, (__, nth) => ({ ...line('VLV-003', '1', '40'), id: `l${nth}` })),
  );
test('10,000 lines are refused in the preview', async () => {
  withLines(10_000);
  const preview = await app.ask('/v1/records/deal/long/preview', { method: 'POST', body: {} });
  expect(preview).toMatchObject({ ok: false, problem: { code: 'erp_limit' } });
  expect(await app.good('/v1/records/deal/long/submissions')).toEqual({ submissions: [] });
});
test('one line more than we take is refused before anything is promised', async () => {
  withLines(501);
  expect(await app.convert('long')).toMatchObject({ ok: false });
  expect(await app.good('/v1/records/deal/long/submissions')).toEqual({ submissions: [] });
});
test('500 lines become an order', async () => {
  app.deal(
    'full',
    'C-1003',
    Array.from({ length: 500 }, (_, nth) => ({ ...line('VLV-003', '1', '40'), id: `l${nth}` })),
  );
  const { id, reference } = await accepted('full');
  await become(id, 'confirmed');
  expect((await under(reference))[0]?.lines).toHaveLength(500);
});

describe('texts that no database keeps', () => {
  test('a note, a line and a deal with NUL and half an emoji are taken, without them', async () => {
    app.deal('dirty', 'C-1003', [line('VLV-003', '1', '40', { name: 'Valve\u0000 \ud83d' })], {
      name: 'Deal\u0000 \udc00',
    });
    const { id } = await accepted('dirty', { note: 'Ring\u0000 twice \ud83d' });
    await become(id, 'confirmed');
  });
  test('a refusal in such words rests for a person, and is sent once', async () => {
    app.deal('refused', 'C-1003', [line('VLV-003', '1', '40')]);
    const { id, reference } = await accepted('refused').catch(() => ({
      id: '',
      reference: '' as Submission['reference'],
    }));
    await become(id, 'confirmed');
    expect(await under(reference)).toHaveLength(1);
    app.deal('refused-2', 'C-1003', [line('VLV-003', '2', '40')]);
    // Refusing only what is written: the preview asks nothing that it refuses.
    await app.switches({ refuse: 'Period\u0000 closed \ud83d.' });
    const second = await app.convert('refused-2');
    if (!second.ok) throw new Error(JSON.stringify(second.problem));
    await become(second.data.id, 'needs_attention');
    expect((await read(second.data.id)).problem?.detail).toBe('Period closed .');
  });
});

test('a kept order that cannot be read is shown to people, and the next one goes through', async () => {
  app.deal('broken', 'C-1003', [line('VLV-003', '1', '40')]);
  app.deal('sound', 'C-1003', [line('VLV-003', '3', '40')]);
  await app.switches({ outage: true });
  const { id } = await accepted('broken');
  await become(id, 'waiting');
  await app.store.db
    .updateTable('submissions')
    .set({ payload: JSON.stringify({ kind: 'order', order: { lines: decimal('1') } }) })
    .where('id', '=', id)
    .execute();
  await app.switches({ outage: false });
  await become(id, 'needs_attention');
  expect((await read(id)).problem?.code).toBe('cannot_process');
  await become((await accepted('sound')).id, 'confirmed');
});

test('new credentials are used at once, by cards and by what waits', async () => {
  const connection = await app.backend.accounts.connection(app.account);
  if (!connection) throw new Error('no connection');
  const connect = (key: string) => app.backend.accounts.connect(app.account, { ...connection, credentials: { key } });
  app.deal('keyed', 'C-1003', [line('VLV-003', '4', '40')]);
  const { revision, checks } = await app.preview('keyed');
  await connect('revoked-key');
  const acceptedWarnings = [
    ...new Set([...checks.map(({ code }) => code), 'erp_unavailable', 'figures_stale', 'figure_missing']),
  ];
  const answer = await app.ask<Submission>('/v1/orders', {
    method: 'POST',
    body: { dealId: 'keyed', revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() },
  });
  await connect(app.erp.key);
  if (answer.ok) await become(answer.data.id, 'confirmed');
  await expect.poll(() => app.preview('keyed').then(({ net }) => net?.amount), { timeout: 10_000 }).toBe('160');
});

test('an ERP that cuts our reference short: that order is there once, the difference is told, and no other is accepted', async () => {
  app.deal('cut', 'C-1003', [line('VLV-003', '5', '40')]);
  app.deal('after', 'C-1003', [line('VLV-003', '6', '40')]);
  await app.switches({ referenceLength: 20 });
  const { id, reference } = await accepted('cut');
  await become(id, 'confirmed');
  expect((await read(id)).differences).toContainEqual({
    field: 'reference',
    line: null,
    sent: reference,
    got: reference.slice(0, 20),
  });
  expect((await app.preview('after')).checks).toContainEqual(
    expect.objectContaining({ code: 'erp_unfit', level: 'block' }),
  );
  expect(await app.convert('after')).toMatchObject({ ok: false, problem: { code: 'preview_blocked' } });
});
