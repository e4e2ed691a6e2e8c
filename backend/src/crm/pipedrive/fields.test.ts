import { decimal, money } from '@backroom/shared';
import { afterEach, expect, test } from 'vitest';
import type { Options } from '../../../../test/stand-ins/pipedrive/service.ts';
import { account, openAccount } from './conformance.ts';
import { ownFields } from './fields.ts';

let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});
const call = () => ({ account, signal: AbortSignal.timeout(10_000) });
async function open(options: Options = {}) {
  const opened = await openAccount(options);
  close = opened.close;
  const { desk } = opened.crm;
  const id = desk.deal({ name: 'Deal', currency: 'EUR' });
  const ref = { type: 'deal' as const, id: String(id) };
  const counted = () => opened.crm.fields.custom('deal').length + opened.crm.fields.custom('organization').length;
  return { ...opened, desk, id, ref, counted };
}
const wanted = Object.values(ownFields).flatMap((each) => Object.values(each)).length;

test('fields are made once, by whomever and however often they are prepared', async () => {
  const { adapter, counted, desk } = await open();
  desk.createField('deal', 'erp ORDER number', 'varchar');
  const before = counted();
  await Promise.all(Array.from({ length: 5 }, () => adapter.prepare(call())));
  await adapter.prepare(call());
  expect(counted() - before).toBe(wanted - 1);
});

test('a plan without room for them is told, by the names of what is missing; the others are written', async () => {
  const { adapter, desk, id, ref } = await open({ settings: { plan: 'lite' } });
  for (let nth = 0; nth < 24; nth += 1) desk.createField('organization', `Own ${nth}`, 'varchar');
  await expect(adapter.prepare(call())).rejects.toMatchObject({
    kind: 'refused',
    words: expect.stringMatching(/feature_capping.*Not created: .*ERP paid total.*ERP customer number/),
  });
  const fields = { orderNumber: 'SO-1', paidTotal: money('1', 'EUR') };
  await expect(adapter.writeBack(ref, fields, call())).rejects.toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('ERP paid total'),
  });
  expect(desk.stored('deal', id, 'ERP order number')).toBe('SO-1');
});

test('a field that somebody deleted is made again when it is written', async () => {
  const { adapter, desk, id, ref } = await open();
  await adapter.prepare(call());
  await adapter.writeBack(ref, { orderNumber: 'SO-1' }, call());
  desk.deleteField('deal', 'ERP order number');
  await adapter.writeBack(
    ref,
    { orderNumber: 'SO-2', creditAlert: 'over_limit', creditFree: decimal('-1.50') },
    call(),
  );
  expect(desk.stored('deal', id, 'ERP order number')).toBe('SO-2');
  expect(desk.stored('deal', id, 'ERP credit alert')).toBe('Over limit');
  expect(desk.stored('deal', id, 'ERP credit left')).toBe('-1.50');
  await adapter.writeBack(ref, { orderNumber: null, creditAlert: null }, call());
  expect(desk.stored('deal', id, 'ERP credit alert')).toBeNull();
});

test('a field of our name and another type is told, and not made a second time', async () => {
  const { adapter, desk, counted } = await open();
  desk.createField('deal', 'ERP order total', 'date');
  await expect(adapter.prepare(call())).rejects.toMatchObject({
    words: expect.stringContaining('ERP order total (date)'),
  });
  const before = counted();
  await expect(adapter.prepare(call())).rejects.toMatchObject({ kind: 'refused' });
  expect(counted()).toBe(before);
});

test('fields that an admin has mapped are written by their own type', async () => {
  const { adapter, crm, desk, id, ref } = await open();
  await adapter.prepare(call());
  const own = {
    text: desk.createField('deal', 'Own text', 'varchar'),
    money: desk.createField('deal', 'Own money', 'monetary'),
    choice: desk.createField('deal', 'Own choice', 'enum', ['Yes', 'No']),
  };
  await adapter
    .writeBack(
      ref,
      {
        [`own:${own.text.field_code}`]: 'x',
        [`own:${own.money.field_code}`]: money('12.50', 'EUR'),
        [`own:${own.choice.field_code}`]: 'no',
      },
      call(),
    )
    .catch(async () => adapter.prepare(call()));
  // A list of fields is kept for hours: what an admin made since is found when it is asked for.
  await adapter.writeBack(
    ref,
    { [`own:${own.money.field_code}`]: money('12.50', 'EUR'), [`own:${own.choice.field_code}`]: 'no' },
    call(),
  );
  expect(desk.stored('deal', id, 'Own money')).toBe('12.50');
  expect(desk.stored('deal', id, 'Own choice')).toBe('No');
  const gone = adapter.writeBack(ref, { [`own:${'0'.repeat(40)}`]: 'x' }, call());
  await expect(gone).rejects.toMatchObject({ kind: 'refused', words: expect.stringContaining('0'.repeat(40)) });
  expect(crm.fields.custom('deal').filter(({ field_name }) => field_name === 'ERP order number')).toHaveLength(1);
});

test('webhooks are made once with what they prove themselves by, and again after Pipedrive ended them', async () => {
  const { adapter, crm, kept } = await open({ settings: { lineEvents: false } });
  await adapter.prepare(call());
  await adapter.prepare(call());
  const hooks = () => [...crm.webhooks.hooks.values()].map(({ event_object }) => event_object).sort();
  expect(hooks()).toEqual(['deal', 'organization', 'person']);
  const [secret = ''] = ((await kept.store.get(account))?.more?.hook ?? '').split('.');
  for (const { subscription_url, http_auth_password } of crm.webhooks.hooks.values()) {
    expect(subscription_url).toMatch(new RegExp(`/pipedrive/events/4711001/${secret}$`));
    expect(http_auth_password).toHaveLength(32);
  }
  crm.webhooks.hooks.clear();
  await adapter.prepare(call());
  expect(hooks()).toHaveLength(3);
});
