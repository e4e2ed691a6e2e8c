import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { account, openTenant, tenantAt } from './conformance.ts';

type Options = Parameters<typeof openTenant>[0];
let tenant: Awaited<ReturnType<typeof openTenant>>;
const opened: (() => Promise<unknown>)[] = [];
async function open(options: Options = {}): Promise<void> {
  tenant = await openTenant(options);
  opened.push(tenant.close);
}
beforeEach(() => open());
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
const call = () => ({ account, signal: AbortSignal.timeout(20_000) });
const sale = () => ({ type: 'deal' as const, id: tenant.cloud.fill.deal({ name: 'Pumps', currency: 'EUR' }) });
const held = (id: string) => tenant.cloud.desk.stored('opportunity', id, 'BackroomOrderNumber');
const write = (ref: ReturnType<typeof sale>, orderNumber: string) =>
  tenant.adapter.writeBack(ref, { orderNumber }, call());

describe('a record that others change meanwhile', () => {
  test('is read again, and what they wrote stays', async () => {
    const ref = sale();
    tenant.cloud.faults.changedMeanwhile = 1;
    await write(ref, 'SO-1');
    expect(held(ref.id)).toBe('SO-1');
  });
  test('all the time is left alone for a moment', async () => {
    const ref = sale();
    tenant.cloud.faults.changedMeanwhile = 9;
    await expect(write(ref, 'SO-2')).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 3000 });
    expect(held(ref.id)).toBeNull();
  });
});
test('what stands there already is not written again', async () => {
  const ref = sale();
  await write(ref, 'SO-1');
  const before = tenant.cloud.sent.requests;
  await write(ref, 'SO-1');
  expect(tenant.cloud.sent.requests - before).toBe(1);
});
test('an amount is written digit by digit, and is the same with another number of zeros', async () => {
  const ref = sale();
  const total = { orderTotal: { amount: '12345678901234.50', currency: 'EUR' } } as never;
  await tenant.adapter.writeBack(ref, total, call());
  expect(tenant.cloud.desk.stored('opportunity', ref.id, 'BackroomOrderTotal')).toBe('12345678901234.50');
  const before = tenant.cloud.sent.requests;
  await tenant.adapter.writeBack(ref, { orderTotal: { amount: '12345678901234.5', currency: 'EUR' } } as never, call());
  expect(tenant.cloud.sent.requests - before).toBe(1);
});

describe('a tenant that leaves out empty extension fields', () => {
  beforeEach(() => open({ settings: { emptyExtensions: 'absent' } }));
  test('has them all the same', async () => {
    await tenant.adapter.prepare(call());
    const ref = sale();
    await write(ref, 'SO-1');
    expect(held(ref.id)).toBe('SO-1');
    const deal = await tenant.adapter.record(ref, { ...call(), fields: ['BackroomTracking'] });
    expect(deal).toMatchObject({ orderNumber: 'SO-1', fields: { BackroomTracking: null } });
    expect(deal).not.toHaveProperty('gaps');
  });
  test('and lacks one that was taken away, which is named', async () => {
    tenant.cloud.desk.retract('opportunity', 'BackroomTracking');
    const ref = sale();
    expect(await tenant.adapter.record(ref, { ...call(), fields: ['BackroomTracking'] })).toMatchObject({
      gaps: [{ kind: 'hidden', what: 'BackroomTracking' }],
    });
  });
});

describe('what the tenant refuses', () => {
  test('a field that may not be written is named, and of many the others are written', async () => {
    const ref = sale();
    tenant.cloud.desk.lock('opportunity', 'BackroomOrderNumber');
    await expect(write(ref, 'SO-1')).rejects.toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('BackroomOrderNumber'),
    });
    const entry = { ref, fields: { orderNumber: 'SO-1', tracking: 'JJD 01' } };
    expect(await tenant.adapter.writeMany?.([entry], call())).toEqual([{ error: null, missing: ['orderNumber'] }]);
    expect(tenant.cloud.desk.stored('opportunity', ref.id, 'BackroomTracking')).toBe('JJD 01');
  });
  test('a closed opportunity, by its words', async () => {
    await open({ settings: { closedRefuse: true } });
    const ref = {
      type: 'deal' as const,
      id: tenant.cloud.fill.deal({ name: 'Won', currency: 'EUR', wonOn: '2026-11-20' }),
    };
    await expect(write(ref, 'SO-1')).rejects.toMatchObject({ kind: 'refused', words: expect.stringMatching(/./) });
  });
  test('a technical user that may read and not write: his right is missing, and nobody is disconnected', async () => {
    const ref = sale();
    const [, reader] = [0, { user: 'READER', password: 'reader-password' }];
    await tenant.tenants.connect(account, tenantAt(tenant.front.url, reader));
    await expect(write(ref, 'SO-1')).rejects.toMatchObject({ kind: 'refused' });
    expect(await tenant.kept.connected()).toBe(true);
  });
  test('a user that it no longer knows is tried once, however many ask', async () => {
    await tenant.tenants.connect(account, tenantAt(tenant.front.url, { password: 'changed' }));
    const asked = Array.from({ length: 8 }, () => tenant.adapter.record(sale(), call()).catch(({ kind }) => kind));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['unauthorised']));
    expect(await tenant.kept.connected()).toBe(false);
    const before = tenant.cloud.sent.requests;
    await tenant.adapter.record(sale(), call()).catch(() => {});
    // The call itself, and no further sign-in.
    expect(tenant.cloud.sent.requests - before).toBe(1);
  });
});
