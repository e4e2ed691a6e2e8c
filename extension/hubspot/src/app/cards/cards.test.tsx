import type { Problem } from '@backroom/shared';
import { makeProblem } from '@backroom/shared/messages/problems';
import {
  Alert,
  Button,
  EmptyState,
  Input,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  TextArea,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { DealReturns } from './DealReturns.tsx';

// HubSpot's renderer does not bring `hubspot.fetch`; outside a worker the SDK asks `self.hsFetch`.
const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
const answering = (body: unknown, status = 200) => {
  const hsFetch = vi.fn(async (_url: string) => new Response(JSON.stringify(body), { status }));
  scope.hsFetch = hsFetch;
  return hsFetch;
};
const freshness = { asOf: '2026-11-24T08:00:00.000Z', source: 'stale', reason: 'erp_unreachable' };
const returned = {
  id: 'ret-1',
  number: 'RET-1',
  reference: null,
  orderNumber: 'SO-7',
  status: 'received',
  requestedOn: '2026-11-20',
  reason: 'Wrong size',
  lines: [],
  creditNote: null,
  credit: null,
};
const panels = (result: unknown) => ({
  ok: true,
  data: {
    record: { type: 'deal', id: '123', name: 'Deal', currency: 'EUR', linesFrom: 'quote', revision: 'r' },
    connection: { erp: 'bridge', name: 'ERP' },
    panels: { returns: result },
  },
});
const ready = (returns: unknown[]) =>
  panels({ state: 'ready', data: { returns, freshness }, freshness, refreshing: false });
const problem = (code: Problem['code']) => makeProblem(code, 'en', 'ref-1');
function show() {
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<DealReturns />);
  return renderer;
}

test('first it says that it reads; it asks for its own record and panel', async () => {
  const hsFetch = answering(ready([]));
  const renderer = show();
  expect(renderer.find(LoadingSpinner).props.label).toContain('Loading');
  await renderer.waitFor(() => renderer.find(EmptyState));
  expect(hsFetch.mock.calls[0]?.[0]).toContain('https://app.backroom.example/v1/records/deal/123/panels?only=returns');
});
test('what our properties are at first is no reason to ask again; a change of them is', async () => {
  const hsFetch = answering(ready([returned]));
  const renderer = createRenderer('crm.record.tab');
  type Properties = Record<string, string | null>;
  let told: Properties | null = null;
  let tell: (properties: Properties) => void = () => {};
  renderer.mocks.useCrmProperties.willCall(() => {
    const [properties, setProperties] = useState<Properties | null>(null);
    told = properties;
    tell = setProperties;
    const isLoading = properties === null;
    return { properties: properties ?? {}, error: null, isLoading, isRefetching: false, refetch: async () => {} };
  });
  renderer.render(<DealReturns />);
  await renderer.waitFor(() => renderer.find(StatusTag));
  // The second time the effects of the first are over.
  for (const next of [{ backroom_order_number: null }, { backroom_order_number: null }]) {
    tell(next);
    await renderer.waitFor(() => expect(told).toBe(next));
  }
  const asked = () => hsFetch.mock.calls.filter(([url]) => url.includes('only=returns')).length;
  expect(asked()).toBe(1);
  tell({ backroom_order_number: 'SO-7' });
  await vi.waitFor(() => expect(asked()).toBe(2), 10_000);
});
test('a return is offered only where it can be requested', async () => {
  const of = async (canClaim: boolean) => {
    answering(panels({ state: 'ready', data: { returns: [], canClaim, freshness }, freshness, refreshing: false }));
    const renderer = show();
    await renderer.waitFor(() => renderer.find(EmptyState));
    return renderer.maybeFind(Button, { testId: 'claim' }) !== null;
  };
  expect([await of(true), await of(false)]).toEqual([true, false]);
});
test('last known figures are shown with their age and why', async () => {
  answering(ready([returned]));
  const renderer = show();
  await renderer.waitFor(() => renderer.find(StatusTag));
  expect(renderer.find(StatusTag).text).toBe('Received');
  expect(renderer.find(Alert).props.title).toMatch(/^ERP not responding\. Showing figures from .* ago\.$/);
});
test('a refresh that fails says so and why, and what stood there stays', async () => {
  answering(ready([returned]));
  const renderer = show();
  await renderer.waitFor(() => renderer.find(StatusTag));
  answering({ ok: false, problem: problem('erp_timeout') });
  renderer
    .findAll(Button)
    .find(({ text }) => text === 'Refresh')
    ?.trigger('onClick');
  await renderer.waitFor(() =>
    expect(renderer.findAll(Alert).map(({ props }) => props.title)).toContainEqual(
      expect.stringMatching(/^Couldn’t refresh: ERP timed out\. Showing the figures from /),
    ),
  );
  expect(renderer.find(StatusTag).text).toBe('Received');
});
test.each([
  ['of the panel', () => answering(panels({ state: 'problem', problem: problem('erp_timeout') })), 'ERP timed out'],
  [
    'of the whole request',
    () => answering({ ok: false, problem: problem('account_disconnected') }),
    'Backroom is disconnected from the CRM',
  ],
  ['of the proxy', () => answering({ status: 'error', category: 'GATEWAY_TIMEOUT' }, 504), 'Backroom not responding'],
  ['of the form', () => answering({ ok: true, data: {} }), 'Something went wrong'],
])('a failure %s is told in words, with a way on', async (_, answer, title) => {
  answer();
  const renderer = show();
  await renderer.waitFor(() => renderer.find(Alert));
  expect(renderer.find(Alert).props.title).toBe(title);
  expect(renderer.findAll(Button).length).toBeGreaterThan(0);
});
test('a company without a link says where to make it', async () => {
  answering(panels({ state: 'problem', problem: problem('customer_not_linked') }));
  const renderer = show();
  await renderer.waitFor(() => renderer.find(EmptyState));
  expect(renderer.find(EmptyState).props.title).toBe('No ERP customer linked');
});

test('a return is claimed from a delivered order, once; what is missing is said first', async () => {
  const order = {
    id: 'o-7',
    number: 'SO-7',
    reference: null,
    status: 'delivered',
    orderedOn: '2026-11-20',
    promisedOn: null,
    total: { amount: '10.00', currency: 'EUR' },
    lines: [
      { code: 'VLV-1', name: 'Valve', quantity: '2', delivered: '2', unitPrice: { amount: '5.00', currency: 'EUR' } },
    ],
    deliveries: [],
  };
  const submission = {
    id: '4b1f0c8e-3c64-4c55-9f5e-0d9a4d1f1f10',
    kind: 'return',
    state: 'queued',
    record: { type: 'deal', id: '123' },
    revision: 'r',
    reference: 'BR-TESTTESTTEST',
    erpNumber: null,
    erpId: null,
    createdAt: '2026-11-24T08:00:00.000Z',
    updatedAt: '2026-11-24T08:00:00.000Z',
    createdBy: 'pat@example.com',
    writtenBack: false,
    problem: null,
    nextTryAt: null,
    canCancel: true,
    canResend: false,
    canMend: false,
    canAdopt: false,
    events: [],
  };
  const orders = {
    state: 'ready',
    data: { converted: null, orders: [order], freshness },
    freshness,
    refreshing: false,
  };
  const sent: unknown[] = [];
  scope.hsFetch = vi.fn(async (url: string, options: { method?: string; body?: string }) => {
    const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
    if (url.includes('/v1/returns')) {
      sent.push(typeof options.body === 'string' ? JSON.parse(options.body) : options.body);
      return answer({ ok: true, data: submission });
    }
    if (url.includes('submissions')) return answer({ ok: true, data: { submissions: [submission] } });
    if (!/only=orders/.test(url)) return answer(ready([]));
    const { data } = ready([]);
    return answer({ ok: true, data: { ...data, panels: { ...data.panels, orders } } });
  });
  const renderer = show();
  await renderer.waitFor(() => renderer.findByTestId(Button, 'claim'));
  renderer.findByTestId(Button, 'claim').trigger('onClick');
  await renderer.waitFor(() => renderer.find(Input));
  expect(renderer.find(Input).props.label).toBe('VLV-1 Valve: quantity');
  renderer.find(LoadingButton).trigger('onClick');
  await renderer.waitFor(() =>
    expect(renderer.findAll(Alert).map(({ props }) => props.title)).toContain(
      'Enter a quantity for at least one product.',
    ),
  );
  expect(sent).toEqual([]);
  renderer.find(Input).props.onInput?.('1');
  renderer.find(TextArea).props.onInput?.('Housing damaged');
  await renderer.waitFor(() => expect(renderer.find(TextArea).props.value).toBe('Housing damaged'));
  renderer.find(LoadingButton).trigger('onClick');
  await renderer.waitFor(() => renderer.find(StatusTag));
  expect(sent).toMatchObject([
    {
      record: { type: 'deal', id: '123' },
      orderNumber: 'SO-7',
      reason: 'Housing damaged',
      lines: [{ code: 'VLV-1', quantity: '1' }],
    },
  ]);
});
