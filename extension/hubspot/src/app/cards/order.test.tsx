// The order card in HubSpot's own renderer: preview, progress, order, and what can go wrong on the way.
import * as samples from '@backroom/panels/samples.test.data';
import type { ProblemCode, Submission } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import {
  Accordion,
  Alert,
  Button,
  Checkbox,
  DateInput,
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
const t = translator('en');
const titleOf = (code: ProblemCode) => makeProblem(code, 'en', '').title;
type Backend = { submissions: unknown; preview: unknown; orders: unknown; convert?: unknown; act?: unknown };
const nothingYet: Backend = {
  submissions: ok({ submissions: [] }),
  preview: ok(samples.preview()),
  orders: samples.ready({ converted: null }),
};
/** What the backend makes of it; a part that is still awaited holds the whole. */
const decided = ({ submissions, preview, orders }: Backend): unknown =>
  [submissions, preview].find((part) => part instanceof Promise) ??
  samples.decisionOf({ submissions, preview, order: orders } as Parameters<typeof samples.decisionOf>[0]);

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
    // A way to the order desk writes nothing.
    if (options.method === 'POST' && !/\/(preview|desk\/link)$/.test(pathname)) sent.push({ path: pathname, body });
    const given = pathname.endsWith('/quote')
      ? ok(body)
      : pathname === '/v1/orders'
        ? backend.convert
        : pathname.endsWith('/actions')
          ? backend.act
          : pathname.endsWith('/decision')
            ? decided(backend)
            : pathname.endsWith('/preview')
              ? backend.preview
              : failed('forbidden');
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
const titles = (renderer: ReturnType<typeof show>) => renderer.findAll(Alert).map(({ props }) => props.title);

test('first it says that it reads, then that the quote is checked', async () => {
  const never = new Promise(() => {});
  expect(show({ submissions: never }).find(LoadingSpinner).props.label).toBe(t('loading'));
});
test('the preview says for whom and how much; one press sends it once, bound to what was seen', async () => {
  const renderer = show({ convert: ok(samples.submission('queued')) });
  await renderer.waitFor(renderer.convert);
  expect(texts(renderer)).toContain('Norddeutsche Pumpen GmbH (C-1001)');
  expect(titles(renderer)).toEqual([t('verdict.ready')]);
  renderer.backend.submissions = submission('queued');
  renderer.convert().trigger('onClick');
  await renderer.waitFor(() => expect(titles(renderer)).toEqual([t('verdict.sending')]));
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
const withDetails = (takes: string[] = ['poNumber']) => ({
  ...samples.preview(),
  details: {
    takes,
    values: {
      ...{ poNumber: null, requestedDate: null, note: null, contact: null },
      ...{ deliverTo: null, invoiceTo: null, partialDelivery: null },
    },
    ...{ entered: [], oneOff: { deliverTo: true, invoiceTo: false }, addresses: null, contacts: [], charges: [] },
    longest: { poNumber: 10, note: null },
  },
});
test('what a rep enters for the order is saved, and the order is checked again with it', async () => {
  const renderer = show({ preview: ok(withDetails()) });
  await renderer.waitFor(() => renderer.find(Input));
  const save = () => renderer.findByTestId(Button, 'save-details');
  expect(save().props.disabled).toBe(true);
  renderer.find(Input).props.onInput?.('PO-4711');
  await renderer.waitFor(() => expect(save().props.disabled).toBe(false));
  save().trigger('onClick');
  const asked = () => vi.mocked(scope.hsFetch as typeof fetch).mock.calls.map(([, options]) => options?.body);
  await renderer.waitFor(() => expect(JSON.stringify(asked())).toContain('PO-4711'));
  expect(renderer.sent).toEqual([]);
});
test('what was typed and not saved is part of the order all the same', async () => {
  const renderer = show({ preview: ok(withDetails()), convert: ok(samples.submission('queued')) });
  await renderer.waitFor(() => renderer.find(Input));
  renderer.find(Input).props.onInput?.('PO-4711');
  await renderer.waitFor(() => expect(texts(renderer)).toContain(t('entry.unsaved')));
  renderer.convert().trigger('onClick');
  await vi.waitFor(() => expect(renderer.sent[0]?.body.entries).toEqual({ poNumber: 'PO-4711' }));
});
test('what the ERP cannot take is said while it is typed, and not sent', async () => {
  const renderer = show({ preview: ok(withDetails()) });
  await renderer.waitFor(() => renderer.find(Input));
  renderer.find(Input).props.onInput?.('PO-4711-4712');
  await renderer.waitFor(() => expect(renderer.find(Input).props.error).toBe(true));
  expect(renderer.find(Input).props.validationMessage).toBe(t('entry.too_long', { max: '10', now: '12' }));
  expect(renderer.convert().props.disabled).toBe(true);
  expect(renderer.findByTestId(Button, 'save-details').props.disabled).toBe(true);
});
test('date, another address and its country are entered by their own components', async () => {
  const renderer = show({ preview: ok(withDetails(['requestedDate', 'deliverTo'])) });
  await renderer.waitFor(() => renderer.find(DateInput));
  renderer.find(DateInput).props.onChange?.({ year: 2036, month: 0, date: 9 });
  renderer.find(Select).props.onChange?.('other');
  await renderer.waitFor(() => expect(renderer.findAll(Input)).toHaveLength(4));
  for (const [at, text] of [
    [1, 'Am Hafen 1'],
    [3, 'Bremen'],
  ] as const)
    renderer.findAll(Input)[at]?.props.onInput?.(text);
  renderer.findAll(Select)[1]?.props.onChange?.('DE');
  const save = () => renderer.findByTestId(Button, 'save-details');
  await renderer.waitFor(() => expect(save().props.disabled).toBe(false));
  save().trigger('onClick');
  const asked = () => vi.mocked(scope.hsFetch as typeof fetch).mock.calls.map(([, options]) => options?.body);
  await renderer.waitFor(() =>
    expect(asked()).toContainEqual({
      entries: {
        requestedDate: '2036-01-09',
        deliverTo: {
          kind: 'one_off',
          address: { name: null, street: 'Am Hafen 1', postalCode: null, city: 'Bremen', country: 'DE' },
        },
      },
    }),
  );
});
test('a press that is repeated after a failure carries the same key', async () => {
  const renderer = show({ convert: failed('store_unavailable') });
  await renderer.waitFor(renderer.convert);
  renderer.convert().trigger('onClick');
  await renderer.waitFor(() => expect(titles(renderer)).toContain(titleOf('store_unavailable')));
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
  expect(titles(renderer)).toEqual([t('verdict.blocked', { reason: t('verdict.why.quote') })]);
});
test.each<ProblemCode>(['quote_changed', 'already_converted', 'preview_blocked', 'idempotency_in_progress'])(
  '%s is told beside the preview',
  async (code) => {
    const renderer = show({ convert: failed(code) });
    await renderer.waitFor(renderer.convert);
    renderer.convert().trigger('onClick');
    await renderer.waitFor(() => expect(titles(renderer)).toContain(titleOf(code)));
    expect(renderer.convert()).toBeDefined();
  },
);
test.each<ProblemCode>(['erp_unreachable', 'crm_busy', 'no_company', 'mixed_currencies', 'no_lines', 'flow_off'])(
  'a preview that fails with %s says so',
  async (code) => {
    const renderer = show({ preview: failed(code) });
    await renderer.waitFor(() => expect(titles(renderer)).toContain(titleOf(code)));
    expect(titles(renderer)).toContain(t('verdict.unchecked', { reason: titleOf(code) }));
    expect(renderer.findAll(Button).map(({ text }) => text)).toContain(t('retry'));
  },
);
test('without the list of what was sent nothing can be sent: it might be the second time', async () => {
  const renderer = show({ submissions: failed('store_unavailable') });
  await renderer.waitFor(() => expect(renderer.find(Alert).props.title).toBe(titleOf('store_unavailable')));
  expect(renderer.findAll(LoadingButton)).toEqual([]);
});

describe('on its way', () => {
  test.each<[Submission['state'], verdict: string, next: string]>([
    ['queued', t('verdict.sending'), t('submission.next.queued')],
    ['sending', t('verdict.sending'), t('submission.next.sending')],
    ['checking', t('verdict.verifying'), t('submission.next.checking')],
    ['waiting', t('verdict.waiting'), t('submission.next.waiting')],
    ['needs_attention', t('verdict.attention'), t('submission.next.needs_attention')],
  ])('%s: one headline, what comes next, what happened', async (state, verdict, next) => {
    const renderer = show({ submissions: submission(state) });
    await renderer.waitFor(() => renderer.find(Accordion));
    expect(titles(renderer)[0]).toBe(verdict);
    expect(texts(renderer).some((text) => text?.startsWith(next))).toBe(true);
    expect(renderer.find(List).findAll(Text)[0]?.text).toContain('pat@example.com');
    // How far it is, where it is sent automatically.
    expect(renderer.findAll(StepIndicator)).toHaveLength(state === 'needs_attention' ? 0 : 1);
    expect(renderer.maybeFindByTestId(LoadingButton, 'convert')).toBeNull();
  });
  test('confirmed: the order’s number, and that it is being saved to the deal', async () => {
    const renderer = show({ submissions: submission('confirmed') });
    await renderer.waitFor(() => expect(titles(renderer)).toEqual([t('verdict.ordered', { number: 'SO-7' })]));
    expect(texts(renderer)).toContain(t('order.writing_back'));
  });
  test('refused: one headline, the ERP’s own words, the field, and sending it again is not the first thing', async () => {
    const problem = samples.problem('erp_refused', { detail: 'Period closed', field: 'date' });
    const renderer = show({
      submissions: submission('needs_attention', { problem, canResend: true, canCancel: true }),
      act: ok(samples.submission('queued')),
    });
    await renderer.waitFor(() => renderer.find(LoadingButton));
    expect(titles(renderer)).toEqual([t('verdict.refused')]);
    expect(texts(renderer)).toEqual(
      expect.arrayContaining([t('order.erp_says', { words: 'Period closed' }), t('order.field', { field: 'date' })]),
    );
    expect(renderer.find(LoadingButton).props.variant).not.toBe('primary');
    renderer.find(LoadingButton).trigger('onClick');
    await vi.waitFor(() =>
      expect(renderer.sent[0]).toEqual({
        path: '/v1/submissions/4b1f0c8e-3c64-4c55-9f5e-0d9a4d1f1f10/actions',
        body: { action: 'resend' },
      }),
    );
  });
  test.each(['customer', 'customerId'])('a refusal of the whole order names no field (%s)', async (field) => {
    const problem = { ...samples.problem('erp_refused', { detail: 'Period closed', field }), reference: 'erp_refused' };
    const renderer = show({ submissions: submission('needs_attention', { problem }) });
    await renderer.waitFor(() => expect(texts(renderer)).toContain(t('order.erp_says', { words: 'Period closed' })));
    expect(texts(renderer).some((text) => text?.includes(t('field.customer')))).toBe(false);
    // Nor a number that support could not find.
    expect(texts(renderer).join()).not.toContain('erp_refused');
  });
  test('cancelling names its consequence first; going back does nothing', async () => {
    const renderer = show({ submissions: submission('queued', { canCancel: true }), act: failed('submission_state') });
    const button = (text: string) => renderer.findAll(Button).find((each) => each.text === text);
    await renderer.waitFor(() => expect(button(t('order.cancel'))).toBeDefined());
    button(t('order.cancel'))?.trigger('onClick');
    await renderer.waitFor(() => expect(texts(renderer)).toContain(t('order.cancel_confirm')));
    button(t('action.back'))?.trigger('onClick');
    await renderer.waitFor(() => expect(texts(renderer)).not.toContain(t('order.cancel_confirm')));
    expect(renderer.sent).toEqual([]);
    button(t('order.cancel'))?.trigger('onClick');
    await renderer.waitFor(() => expect(renderer.findAll(LoadingButton)).toHaveLength(1));
    renderer.find(LoadingButton).trigger('onClick');
    // An action that comes too late is told.
    await renderer.waitFor(() => expect(titles(renderer)).toContain(titleOf('submission_state')));
    expect(renderer.sent).toMatchObject([{ body: { action: 'cancel' } }]);
  });
});
test('the order that it became: status, days, deliveries, lines; old figures say so', async () => {
  const renderer = show({
    orders: samples.ready(samples.converted, samples.stale),
  });
  await renderer.waitFor(() => renderer.find(TableBody));
  expect(titles(renderer)[0]).toBe(t('verdict.ordered', { number: 'SO-7' }));
  expect(renderer.find(StatusTag).text).toBe(t('order.status.partly_delivered'));
  expect(texts(renderer)).toEqual(
    expect.arrayContaining(['Nov 20, 2026', 'Dec 4, 2026', '€1,190.00', 'DN-3 (Shipped)']),
  );
  expect(titles(renderer).join()).toContain(titleOf('erp_unreachable'));
});
test('a quote that changed after it became an order says so, and HubSpot is told to show the new number', async () => {
  const renderer = show({
    submissions: submission('confirmed', { revision: 'older', writtenBack: true }),
    orders: samples.ready(samples.converted),
  });
  const refreshObjectProperties = vi.fn();
  Object.assign(renderer.mocks.actions, { refreshObjectProperties });
  await renderer.waitFor(() => expect(titles(renderer)).toEqual([t('verdict.changed', { number: 'SO-7' })]));
  // What changed is shown before anything can be ordered.
  expect(renderer.findAll(StatusTag).map(({ text }) => text)).toEqual(
    expect.arrayContaining([t('change.added'), t('change.removed')]),
  );
  await vi.waitFor(() => expect(refreshObjectProperties).toHaveBeenCalled());
  // Nobody orders it too but who asks for it, and may think better of it.
  const converts = () => renderer.findAll(LoadingButton).filter(({ props }) => props.testId !== 'request-access');
  const more = () => renderer.findByTestId(Button, 'once-more');
  expect(converts()).toHaveLength(0);
  more().trigger('onClick');
  await renderer.waitFor(() => expect(converts()).toHaveLength(1));
  expect(more().text).toBe(t('order.once_more_not', { number: 'SO-7' }));
  more().trigger('onClick');
  await renderer.waitFor(() => expect(converts()).toHaveLength(0));
});
test('an order without a day of its own shows the one that the deal was promised', async () => {
  const [order] = samples.converted.orders;
  const data = { ...samples.converted, converted: { ...order, promisedOn: null }, promisedOn: '2026-11-28' };
  const renderer = show({ orders: samples.ready(data) });
  await renderer.waitFor(() => renderer.find(TableBody));
  expect(texts(renderer)).toContain('Nov 28, 2026');
});
test('with the ERP off and nothing known, the checks say why, and can be run again', async () => {
  const checks = [
    { code: 'products_not_known', level: 'block', lineId: null, values: { reason: 'erp_unreachable' } },
    { code: 'figure_missing', level: 'warn', lineId: null, values: { panel: 'credit', reason: 'erp_unreachable' } },
  ];
  const renderer = show({ preview: ok({ ...samples.preview('block'), checks }) });
  await renderer.waitFor(renderer.convert);
  expect(renderer.findAll(StatusTag)).toHaveLength(2);
  for (const { text } of renderer.findAll(StatusTag)) expect(text).toContain(titleOf('erp_unreachable'));
  expect(titles(renderer)).toEqual([t('verdict.blocked', { reason: t('verdict.why.unreachable') })]);
  expect(renderer.convert().props.disabled).toBe(true);
  renderer.backend.preview = ok(samples.preview());
  renderer
    .findAll(Button)
    .find(({ text }) => text === t('action.retry'))
    ?.trigger('onClick');
  await renderer.waitFor(() => expect(titles(renderer)).toEqual([t('verdict.ready')]));
});
test('a warning that came up since the rep looked is named as new, and gone once it passed', async () => {
  const problem = { ...samples.problem('preview_blocked'), errors: [{ path: 'quote', message: 'erp_unavailable' }] };
  const renderer = show({ convert: { ok: false, problem } });
  await renderer.waitFor(renderer.convert);
  const unavailable = { code: 'erp_unavailable', level: 'warn', lineId: null, values: {} };
  renderer.backend.preview = ok({ ...samples.preview(), checks: [unavailable] });
  renderer.convert().trigger('onClick');
  const named = t('check.new', { check: t('check.erp_unavailable') });
  await renderer.waitFor(() => expect(renderer.find(StatusTag).text).toContain(named));
  expect(titles(renderer)).toEqual([t('verdict.warnings', { count: '1' }), titleOf('preview_blocked')]);
  renderer.backend.preview = ok(samples.preview());
  renderer
    .findAll(Button)
    .find(({ text }) => text === t('action.retry'))
    ?.trigger('onClick');
  await renderer.waitFor(() => expect(titles(renderer)).toEqual([t('verdict.ready')]));
});
test('a refresh that fails says so beside the last figures', async () => {
  const renderer = show();
  await renderer.waitFor(renderer.convert);
  renderer.backend.submissions = failed('store_unavailable');
  renderer
    .findAll(Button)
    .find(({ text }) => text === t('refresh'))
    ?.trigger('onClick');
  await renderer.waitFor(() => expect(titles(renderer).join()).toContain(titleOf('store_unavailable')));
  expect(titles(renderer)).toContain(t('verdict.ready'));
  expect(renderer.convert()).toBeDefined();
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
