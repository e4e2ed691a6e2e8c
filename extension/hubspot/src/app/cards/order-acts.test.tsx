// Changing the ERP's order in HubSpot's own renderer.
import * as samples from '@backroom/panels/samples.test.data';
import { translator } from '@backroom/shared/messages/languages';
import { Button, LoadingButton, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, test, vi } from 'vitest';
import { DealOrder } from './DealOrder.tsx';

const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
const t = translator('en');
const never = new Promise<never>(() => {});
const at = '2026-11-24T08:00:00.000Z';
const id = '00000000-0000-4000-8000-000000000002';
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const made = samples.submission('confirmed', { revision: 'r0', erpNumber: 'SO-7', writtenBack: true });
const act = {
  ...{ id, kind: 'change', state: 'sending', submission: made.id, record: made.record, erpNumber: 'SO-7' },
  ...{ revision: 'r', reason: null, createdAt: at, updatedAt: at, createdBy: 'pat', problem: null },
  ...{ nextTryAt: null, canWithdraw: false, canResend: false, canClose: false, events: [] },
};
const change = (quantity: string) => ({
  ...{ submission: made.id, erpNumber: 'SO-7', revision: 'r', fingerprint: `${quantity}.b`, details: [] },
  lines: [
    {
      ...{ code: 'PMP-1', name: 'Pump', isChanged: true },
      before: { quantity, unitPrice: euro('10.50') },
      after: { quantity: '3', unitPrice: euro('10.50') },
    },
  ],
  ...{ changedInErp: [], closed: null, checks: [], canChange: true },
  net: { before: euro('21.00'), after: euro('31.50') },
  total: { before: euro('24.99'), after: euro('37.49') },
});
const ok = (data: unknown) => new Response(JSON.stringify({ ok: true, data }));

function show(changes: { made?: object; acts?: object[] } = {}) {
  const backend = {
    made: made as object,
    acts: [] as object[],
    decision: null as Promise<never> | null,
    preview: null as unknown,
    ...changes,
  };
  scope.hsFetch = vi.fn(async (url: string) => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/order/change/preview')) return backend.preview;
    if (pathname.endsWith('/orders/change')) return ok(act);
    if (pathname.endsWith('/desk/link')) return ok({ url: 'https://app.backroom.example/desk/enter/x' });
    if (backend.decision) return backend.decision;
    const found = samples.decisionOf({
      submissions: { ok: true, data: { submissions: [backend.made] } },
      preview: { ok: true, data: samples.preview() },
    });
    return ok({ ...('data' in found ? (found.data as object) : {}), offers: ['change', 'cancel'], acts: backend.acts });
  });
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<DealOrder />);
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 10_000 });
  const press = (testId: string) => renderer.findByTestId(Button, testId).trigger('onClick');
  const confirm = () => renderer.findByTestId(LoadingButton, 'confirm-change');
  const texts = () => renderer.findAll(Text).map(({ text }) => text);
  return { ...renderer, waitFor, backend, press, confirm, texts };
}

test('a dialogue that is opened again shows nothing of the time before', async () => {
  const card = show();
  await card.waitFor(() => card.findByTestId(Button, 'change-order'));
  card.backend.preview = ok(change('2'));
  card.press('change-order');
  await card.waitFor(card.confirm);
  card
    .findAll(Button)
    .find(({ text }) => text === t('act.keep'))
    ?.trigger('onClick');
  await card.waitFor(() => card.findByTestId(Button, 'change-order'));
  card.backend.preview = never;
  card.press('change-order');
  await card.waitFor(() => expect(card.maybeFindByTestId(Button, 'change-order')).toBeNull());
  expect(card.maybeFindByTestId(LoadingButton, 'confirm-change')).toBeNull();
});
test('an order that cannot be read leaves the way back', async () => {
  const card = show();
  await card.waitFor(() => card.findByTestId(Button, 'change-order'));
  card.backend.preview = new Response(JSON.stringify({ ok: false, problem: samples.problem('erp_unreachable') }));
  card.press('change-order');
  await card.waitFor(() => card.findByTestId(Button, 'keep-order'));
  card.press('keep-order');
  await card.waitFor(() => card.findByTestId(Button, 'change-order'));
});
test('what was confirmed is in progress at once, before the deal is read again', async () => {
  const card = show();
  await card.waitFor(() => card.findByTestId(Button, 'change-order'));
  card.backend.preview = ok(change('2'));
  card.press('change-order');
  await card.waitFor(card.confirm);
  card.backend.decision = never;
  card.confirm().trigger('onClick');
  await card.waitFor(() => expect(card.texts()).toContain(t('act.next.sending')));
  expect(card.maybeFindByTestId(Button, 'change-order')).toBeNull();
  expect(card.maybeFindByTestId(Button, 'cancel-order')).toBeNull();
});
test('after a change the steps of the creation do not begin anew', async () => {
  const card = show({
    made: samples.submission('confirmed', {
      ...{ revision: 'r', erpNumber: 'SO-7', writtenBack: false, canResend: true, changes: 1 },
    }),
    acts: [{ ...act, state: 'done', updatedAt: new Date().toISOString() }],
  });
  await card.waitFor(() => expect(card.texts()).toContain(t('act.next.change')));
  expect(card.findAll(LoadingButton).map(({ text }) => text)).not.toContain(t('order.resend'));
  expect(card.texts()).not.toContain(t('order.writing_back'));
});
test('a cancellation is told once', async () => {
  const card = show({
    made: samples.submission('confirmed', { revision: 'r0', erpNumber: 'SO-7', orderCancelled: true }),
    acts: [{ ...act, kind: 'cancel', state: 'done', updatedAt: new Date().toISOString() }],
  });
  await card.waitFor(() => expect(card.texts()).toContain(t('act.next.cancel')));
  expect(card.texts()).not.toContain(t('act.cancelled', { number: 'SO-7' }));
});
