// The order card in HubSpot's own renderer: preview, progress, order, and what can go wrong on the way.
import * as samples from '@backroom/panels/samples.test.data';
import type { ProblemCode, Submission } from '@backroom/shared';
import { makeProblem } from '@backroom/shared/messages/problems';
import {
  Alert,
  Button,
  Checkbox,
  Heading,
  Input,
  List,
  LoadingButton,
  LoadingSpinner,
  Select,
  StatusTag,
  StepIndicator,
  TableBody,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, test, vi } from 'vitest';
import { DealOrder } from './DealOrder.tsx';

const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
const ok = (data: unknown) => ({ ok: true, data });
const failed = (code: ProblemCode) => ({ ok: false, problem: samples.problem(code) });
const titleOf = (code: ProblemCode) => makeProblem(code, 'en', '').title;
type Backend = { submissions: unknown; preview: unknown; orders: unknown; convert?: unknown; act?: unknown };
const nothingYet: Backend = {
  submissions: ok({ submissions: [] }),
  preview: ok(samples.preview()),
  orders: ok(samples.panelsAnswer({ orders: samples.ready(samples.full.orders) })),
};

/** The card before a backend whose answers a test may change while it looks. */
function show(changes: Partial<Backend> = {}) {
  const backend = { ...nothingYet, ...changes };
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  scope.hsFetch = vi.fn(async (url: string, options: { method?: string; body?: unknown }) => {
    const { pathname } = new URL(url);
    const body = (typeof options.body === 'string' ? JSON.parse(options.body) : options.body) as Record<
      string,
      unknown
    >;
    // A preview and a way to the order desk write nothing.
    if (options.method === 'POST' && !/\/(preview|desk\/link)$/.test(pathname)) sent.push({ path: pathname, body });
    const given = pathname.endsWith('/panels')
      ? backend.orders
      : pathname.endsWith('/preview')
        ? backend.preview
        : pathname.endsWith('/quote')
          ? ok(body)
          : pathname === '/v1/orders'
            ? backend.convert
            : pathname.endsWith('/actions')
              ? backend.act
              : backend.submissions;
    if (given instanceof Promise) return given as Promise<Response>;
    return new Response(JSON.stringify(given));
  });
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<DealOrder />);
  const convert = () => renderer.findByTestId(LoadingButton, 'convert');
  // Longer than the renderer's second: a busy machine is no failure.
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 10_000 });
  return { ...renderer, waitFor, backend, sent, convert };
}
const submission = (state: Submission['state'], more: object = {}) =>
  ok({ submissions: [samples.submission(state, more)] });
const texts = (renderer: ReturnType<typeof show>) => renderer.findAll(Text).map(({ text }) => text);

test('first it says that it reads, then that the ERP is asked', async () => {
  const never = new Promise(() => {});
  expect(show({ submissions: never }).find(LoadingSpinner).props.label).toContain('Loading');
  const asking = show({ preview: never });
  await asking.waitFor(() => expect(asking.find(LoadingSpinner).props.label).toContain('Checking quote with the ERP'));
});
test('the preview says for whom, how much and when; one press sends it once, bound to what was seen', async () => {
  const renderer = show({ convert: ok(samples.submission('queued')) });
  await renderer.waitFor(renderer.convert);
  expect(texts(renderer)).toContain('Norddeutsche Pumpen GmbH (C-1001)');
  expect(renderer.find(StatusTag).text).toBe('Note: All checks passed');
  renderer.backend.submissions = submission('queued');
  renderer.convert().trigger('onClick');
  await renderer.waitFor(() => expect(renderer.find(Heading).text).toBe('Sending order'));
  expect(renderer.sent).toEqual([
    {
      path: '/v1/orders',
      body: {
        dealId: '123',
        revision: 'r',
        acceptedWarnings: [],
        idempotencyKey: expect.stringMatching(/^[\w-]{36}$/),
      },
    },
  ]);
});
test('what a rep enters for the order is saved, and the order is checked again with it', async () => {
  const details = {
    takes: ['poNumber'],
    values: {
      ...{ poNumber: null, requestedDate: null, note: null, contact: null },
      ...{ deliverTo: null, invoiceTo: null, partialDelivery: null },
    },
    ...{ entered: [], oneOff: { deliverTo: false, invoiceTo: false }, addresses: null, contacts: [], charges: [] },
    longest: { poNumber: 35, note: null },
  };
  const renderer = show({ preview: ok({ ...samples.preview(), details }) });
  await renderer.waitFor(() => renderer.find(Input));
  renderer.find(Input).props.onChange?.('PO-4711');
  renderer.findByTestId(Button, 'save-details').trigger('onClick');
  const asked = () => vi.mocked(scope.hsFetch as typeof fetch).mock.calls.map(([, options]) => options?.body);
  await renderer.waitFor(() => expect(JSON.stringify(asked())).toContain('PO-4711'));
  expect(renderer.sent).toEqual([]);
});
test('a press that is repeated after a failure carries the same key', async () => {
  const renderer = show({ convert: failed('store_unavailable') });
  await renderer.waitFor(renderer.convert);
  renderer.convert().trigger('onClick');
  await renderer.waitFor(() => expect(renderer.find(Alert).props.title).toBe(titleOf('store_unavailable')));
  await renderer.waitFor(() => expect(renderer.convert().props.disabled).toBe(false));
  renderer.convert().trigger('onClick');
  await vi.waitFor(() => expect(renderer.sent).toHaveLength(2));
  expect(new Set(renderer.sent.map(({ body }) => body.idempotencyKey)).size).toBe(1);
});
test('warnings have to be seen, and are named when it is sent', async () => {
  const renderer = show({ preview: ok(samples.preview('warn')), convert: ok(samples.submission('queued')) });
  await renderer.waitFor(renderer.convert);
  expect(renderer.convert().props.disabled).toBe(true);
  renderer.find(Checkbox).props.onChange?.(true, 'accept');
  await renderer.waitFor(() => expect(renderer.convert().props.disabled).toBe(false));
  renderer.convert().trigger('onClick');
  await vi.waitFor(() => expect(renderer.sent[0]?.body.acceptedWarnings).toEqual(['overdue']));
});
test('what forbids the order leaves no way to send it', async () => {
  const renderer = show({ preview: ok(samples.preview('block')) });
  await renderer.waitFor(renderer.convert);
  expect(renderer.convert().props.disabled).toBe(true);
  expect(renderer.maybeFind(Checkbox)).toBeNull();
  expect(texts(renderer)).toContain('Fix the blocking issues above to convert.');
});
test.each<ProblemCode>(['quote_changed', 'already_converted', 'preview_blocked', 'idempotency_in_progress'])(
  '%s is told beside the preview',
  async (code) => {
    const renderer = show({ convert: failed(code) });
    await renderer.waitFor(renderer.convert);
    renderer.convert().trigger('onClick');
    await renderer.waitFor(() => expect(renderer.find(Alert).props.title).toBe(titleOf(code)));
    expect(renderer.convert()).toBeDefined();
  },
);
test.each<ProblemCode>(['erp_unreachable', 'crm_busy', 'no_company', 'mixed_currencies', 'no_lines', 'flow_off'])(
  'a preview that fails with %s says so',
  async (code) => {
    const renderer = show({ preview: failed(code) });
    await renderer.waitFor(() => expect(renderer.find(Alert).props.title).toBe(titleOf(code)));
    expect(renderer.findAll(Button).map(({ text }) => text)).toContain('Try again');
  },
);
test('without the list of what was sent nothing can be sent: it might be the second time', async () => {
  const renderer = show({ submissions: failed('store_unavailable') });
  await renderer.waitFor(() => expect(renderer.find(Alert).props.title).toBe(titleOf('store_unavailable')));
  expect(renderer.findAll(LoadingButton)).toEqual([]);
});

describe('on its way', () => {
  test.each<[Submission['state'], tag: string, next: RegExp]>([
    ['queued', 'Queued', /Sending shortly/],
    ['sending', 'Sending', /Creating the order…/],
    ['checking', 'Verifying', /We check before resending, so there is no duplicate/],
    ['waiting', 'Waiting for the ERP', /Sent automatically/],
    ['needs_attention', 'Needs attention', /Fix the problem, then resend/],
    ['confirmed', 'Created in ERP', /Saving to the deal/],
  ])('%s: where it is, what comes next, what happened', async (state, tag, next) => {
    const renderer = show({ submissions: submission(state) });
    await renderer.waitFor(() => renderer.find(StepIndicator));
    expect(renderer.findAll(StatusTag).map(({ text }) => text)).toContain(tag);
    expect(texts(renderer).some((text) => next.test(text ?? ''))).toBe(true);
    expect(renderer.find(List).findAll(Text)[0]?.text).toContain('Submitted by pat@example.com');
    expect(renderer.maybeFindByTestId(LoadingButton, 'convert')).toBeNull();
  });
  test('refused: the ERP’s own words, the field, and the same sent again', async () => {
    const problem = samples.problem('erp_refused', { detail: 'Period closed', field: 'date' });
    const renderer = show({
      submissions: submission('needs_attention', { problem, canResend: true, canCancel: true }),
      act: ok(samples.submission('queued')),
    });
    await renderer.waitFor(() => renderer.find(LoadingButton));
    expect(texts(renderer)).toEqual(expect.arrayContaining(['ERP message: Period closed', 'Check: date']));
    renderer.find(LoadingButton).trigger('onClick');
    await vi.waitFor(() =>
      expect(renderer.sent[0]).toEqual({
        path: '/v1/submissions/4b1f0c8e-3c64-4c55-9f5e-0d9a4d1f1f10/actions',
        body: { action: 'resend' },
      }),
    );
  });
  test('an action that comes too late is told', async () => {
    const renderer = show({ submissions: submission('queued', { canCancel: true }), act: failed('submission_state') });
    await renderer.waitFor(() => renderer.find(StepIndicator));
    renderer
      .findAll(Button)
      .find(({ text }) => text === 'Cancel order')
      ?.trigger('onClick');
    await renderer.waitFor(() =>
      expect(renderer.findAll(Alert).map(({ props }) => props.title)).toContain(titleOf('submission_state')),
    );
  });
});
test('the order that it became: status, days, deliveries, lines; old figures say so', async () => {
  const renderer = show({
    orders: ok(samples.panelsAnswer({ orders: samples.ready(samples.converted, samples.stale) })),
  });
  await renderer.waitFor(() => renderer.find(TableBody));
  expect(renderer.find(Heading).text).toBe('ERP order SO-7');
  expect(renderer.find(StatusTag).text).toBe('Partially delivered');
  expect(texts(renderer)).toEqual(
    expect.arrayContaining(['Nov 20, 2026', 'Dec 4, 2026', '€1,190.00', 'DN-3 (Shipped)']),
  );
  expect(renderer.find(Alert).props.title).toMatch(/^ERP not responding\. Showing figures from/);
});
test('a quote that changed after it became an order says so, and HubSpot is told to show the new number', async () => {
  const renderer = show({
    submissions: submission('confirmed', { revision: 'older', writtenBack: true }),
    orders: ok(samples.panelsAnswer({ orders: samples.ready(samples.converted) })),
  });
  const refreshObjectProperties = vi.fn();
  Object.assign(renderer.mocks.actions, { refreshObjectProperties });
  await renderer.waitFor(() =>
    expect(texts(renderer)).toContain('Quote changed after order SO-7 was placed. The order was not updated.'),
  );
  await vi.waitFor(() => expect(refreshObjectProperties).toHaveBeenCalled());
  // Nobody orders it too but who asks for it, and may think better of it.
  const more = () => renderer.findByTestId(Button, 'once-more');
  expect(renderer.findAll(LoadingButton)).toHaveLength(0);
  more().trigger('onClick');
  await renderer.waitFor(() => expect(renderer.findAll(LoadingButton)).toHaveLength(1));
  expect(more().text).toBe('Keep only SO-7');
  more().trigger('onClick');
  await renderer.waitFor(() => expect(renderer.findAll(LoadingButton)).toHaveLength(0));
});
test('an order without a day of its own shows the one that the deal was promised', async () => {
  const [order] = samples.converted.orders;
  const data = { ...samples.converted, converted: { ...order, promisedOn: null }, promisedOn: '2026-11-28' };
  const renderer = show({ orders: ok(samples.panelsAnswer({ orders: samples.ready(data) })) });
  await renderer.waitFor(() => renderer.find(TableBody));
  expect(texts(renderer)).toContain('Nov 28, 2026');
});
test('with the ERP off and nothing known, the checks say why the button cannot be pressed', async () => {
  const checks = [
    { code: 'products_not_known', level: 'block', lineId: null, values: { reason: 'erp_unreachable' } },
    { code: 'figure_missing', level: 'warn', lineId: null, values: { panel: 'credit', reason: 'erp_unreachable' } },
  ];
  const renderer = show({ preview: ok({ ...samples.preview('block'), checks }) });
  await renderer.waitFor(renderer.convert);
  expect(renderer.findAll(StatusTag).map(({ text }) => text)).toEqual([
    'Blocking: Couldn’t load the ERP’s products. ERP not responding. Try again later.',
    'Warning: Not checked: credit. ERP not responding.',
  ]);
  expect(renderer.convert().props.disabled).toBe(true);
});
test('of several accepted quotes another one can be chosen; it is asked for again with that one', async () => {
  const quotes = [
    { id: 'q-2', number: 'Q-2' },
    { id: 'q-1', number: null },
  ];
  const renderer = show({ preview: ok({ ...samples.preview(), quotes }) });
  await renderer.waitFor(() => renderer.find(Select));
  expect(renderer.find(Select).props).toMatchObject({
    value: 'q-2',
    options: [
      { value: 'q-2', label: 'Q-2' },
      { value: 'q-1', label: 'q-1' },
    ],
  });
  renderer.backend.preview = ok({ ...samples.preview(), quotes: quotes.toReversed() });
  renderer.find(Select).props.onChange?.('q-1');
  await renderer.waitFor(() => expect(renderer.find(Select).props.value).toBe('q-1'));
  expect(renderer.sent).toEqual([{ path: '/v1/records/deal/123/quote', body: { quote: 'q-1' } }]);
});
test('without a choice there is none to make', async () => {
  const renderer = show();
  await renderer.waitFor(renderer.convert);
  expect(renderer.maybeFind(Select)).toBeNull();
});
