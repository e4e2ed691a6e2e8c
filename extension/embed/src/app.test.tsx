// @vitest-environment happy-dom
import { type Fetcher, ProblemFailure } from '@backroom/panels';
import * as samples from '@backroom/panels/samples.test.data';
import { money, type RecordRef } from '@backroom/shared';
import { embedWords } from '@backroom/shared/messages/embed';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from './app.tsx';
import type { Host } from './host.ts';

type Name = keyof typeof samples.full;
type Call = { method: string; path: string; body: Record<string, unknown> };
// A part that is loaded when it is first shown takes a busy machine seconds.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
const [before, after] = [money('400', 'EUR'), money('504.5', 'EUR')];
const changed = { code: 'PMP-003', name: 'Pump', before, after };

/** The backend in one state, and the CRM around the frame. */
function show(
  state: {
    linked?: boolean;
    checks?: object[];
    type?: RecordRef['type'];
    asksForClick?: boolean;
    view?: Host['view'];
    modal?: boolean;
    submissions?: object[];
    desk?: boolean;
  } = {},
) {
  const { linked = true, checks = [], type = 'deal', view = 'panel', modal = true, asksForClick = false } = state;
  const { submissions = [], desk = true } = state;
  const calls: Call[] = [];
  const all = linked ? checks : [{ code: 'customer_not_linked', level: 'block', lineId: null, values: {} }];
  const preview = { ...samples.preview(), checks: all, canConvert: linked };
  const unlinked = { state: 'problem', problem: samples.problem('customer_not_linked') };
  const panel = (name: Name) =>
    name === 'customer'
      ? samples.ready(linked ? samples.full.customer : samples.unlinked.candidates)
      : linked
        ? samples.ready(samples.full[name])
        : unlinked;
  const answers: [RegExp, (url: URL) => unknown][] = [
    [
      /\/panels$/,
      ({ searchParams }) => {
        const names = (searchParams.get('only') ?? '').split(',') as Name[];
        return samples.panelsAnswer(Object.fromEntries(names.map((name) => [name, panel(name)])), type);
      },
    ],
    [
      /\/decision$/,
      () => {
        const { data } = samples.decisionOf({
          submissions: { ok: true, data: { submissions } },
          preview: { ok: true, data: preview },
        });
        return { ...(data as object), customer: panel('customer') };
      },
    ],
    [/\/submissions$/, () => ({ submissions: [] })],
    [/\/orders$/, () => samples.submission('queued')],
    [/\/prices$/, () => ({ ...changed, undo: calls.at(-1)?.body.action === 'apply' ? 'ticket' : null })],
    [/\/desk\/access$/, () => ({ requested: true })],
    [/\/desk\/link$/, () => ({ url: 'https://app.backroom.example/desk/open/one', expiresAt: '2026-12-01T00:00:00Z' })],
  ];
  const fetcher: Fetcher = async (address, { method, body = {} }) => {
    const url = new URL(address, 'https://app.backroom.example');
    calls.push({ method, path: url.pathname, body });
    if (!desk && url.pathname.endsWith('/desk/link'))
      return { ok: true, status: 200, json: async () => ({ ok: false, problem: samples.problem('forbidden') }) };
    const data = answers.find(([path]) => path.test(url.pathname))?.[1](url);
    return { ok: true, status: 200, json: async () => ({ ok: true, data }) };
  };
  const told = { visible: (_: boolean) => {} };
  const openOrder = vi.fn(async () => {});
  const host: Host = {
    ...{ view, context: () => ({}), proof: async () => '', resize: vi.fn(), notify: vi.fn() },
    ...{ asksForClick, openRecord: vi.fn(), refreshHost: vi.fn(), theme: 'light', onTheme: () => {} },
    ...(modal ? { openOrder } : {}),
    onVisible: (tell) => {
      told.visible = tell;
    },
  };
  const open = vi.fn(async () => ({ record: { type, id: '123' }, locale: 'en-GB', isAdmin: false }));
  render(<App host={host} session={{ open, fetcher }} locale="en-GB" words={embedWords.en} />);
  return { calls, host, open, openOrder, told };
}

test('a deal opens with its verdict and the one button, which orders once', async () => {
  const { calls } = show();
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Ready to order');
  const button = await screen.findByRole('button', { name: 'Convert to order' });
  await userEvent.dblClick(button);
  await waitFor(() => expect(calls.some(({ path }) => path === '/v1/orders')).toBe(true));
  const orders = calls.filter(({ path }) => path === '/v1/orders');
  expect(new Set(orders.map(({ body }) => body.idempotencyKey)).size).toBe(1);
  expect(orders[0]?.body).toMatchObject({ dealId: '123', acceptedWarnings: [] });
});

test('warnings are accepted by a tick before the button can be pressed', async () => {
  show({ checks: [{ code: 'overdue', level: 'warn', lineId: null, values: {} }] });
  const button = (await screen.findByRole('button', { name: 'Convert to order' })) as HTMLButtonElement;
  expect(button.disabled).toBe(true);
  await userEvent.click(screen.getByRole('checkbox'));
  expect(button.disabled).toBe(false);
});

test('a check that an admin solves leads to the page where it is solved', async () => {
  const { calls } = show({
    checks: [{ code: 'value_not_mapped', level: 'block', lineId: null, values: { field: 'Incoterm', value: 'DAP' } }],
  });
  const link = (await screen.findByRole('link', { name: /mapping/i })) as HTMLAnchorElement;
  expect(link.href).toBe('https://app.backroom.example/desk/open/one');
  expect(calls.find(({ path }) => path === '/v1/desk/link')?.body).toEqual({ page: 'mapping' });
});

test('a refused order leads to the order desk; a person without access has no link and reads who can act', async () => {
  const problem = samples.problem('erp_refused', { detail: 'The period is closed' });
  const submissions = [samples.submission('needs_attention', { problem, canMend: true, canResend: true })];
  show({ submissions });
  await screen.findByRole('link', { name: 'Fix in order desk' });
  cleanup();
  const { calls } = show({ submissions, desk: false });
  await screen.findByText(/Ask the order desk/);
  await waitFor(() => expect(calls.some(({ path }) => path === '/v1/desk/link')).toBe(true));
  await screen.findByRole('button', { name: 'Resend' });
  expect(screen.queryByRole('link')).toBeNull();
  const request = await screen.findByRole('button', { name: 'Request access' });
  expect(calls.some(({ path }) => path === '/v1/desk/access')).toBe(false);
  await userEvent.click(request);
  await screen.findByText('Access requested. An admin can grant it.');
  expect(calls.filter(({ path }) => path === '/v1/desk/access')).toHaveLength(1);
});

test('where the CRM takes a price from here, the ERP’s is set after its consequence was named, and taken back', async () => {
  const [line] = samples.preview().lines;
  const below = {
    code: 'price_below',
    level: 'warn',
    lineId: line?.lineId,
    values: { code: 'PMP-003', quoted: before, erp: after },
  };
  show({ checks: [below] });
  await screen.findByRole('button', { name: 'Convert to order' });
  expect(screen.queryByRole('button', { name: 'Use ERP price' })).toBeNull();
  cleanup();
  const { calls, host } = show({ checks: [{ ...below, price: 'open' }] });
  await userEvent.click(await screen.findByRole('button', { name: 'Use ERP price' }));
  await screen.findByText(/€400.00 becomes €504.50 per unit/);
  await userEvent.click(screen.getByRole('button', { name: 'Use ERP price' }));
  await userEvent.click(await screen.findByTestId('undo-price'));
  await waitFor(() => expect(screen.queryByTestId('undo-price')).toBeNull());
  const sent = calls.filter(({ path }) => path.endsWith('/prices')).map(({ body }) => body);
  expect(sent).toMatchObject([
    { action: 'apply', line: line?.lineId, expected: after },
    { action: 'undo', undo: 'ticket' },
  ]);
  expect(host.refreshHost).toHaveBeenCalledTimes(2);
});

test('the tabs are one stop for the keyboard, and arrows move between them; a tab asks when it is first shown', async () => {
  const { calls } = show();
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
  expect(calls.some(({ path, method }) => method === 'GET' && path.endsWith('/submissions'))).toBe(false);
  tabs[0]?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.textContent).toBe('Stock');
  const table = await screen.findByRole('table', { name: 'Stock and prices' });
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(1);
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(document.activeElement?.textContent).toBe('Returns');
});

test('a line’s product opens a dialogue that names it', async () => {
  show();
  await userEvent.click((await screen.findAllByRole('tab'))[1] as HTMLElement);
  const table = await screen.findByRole('table', { name: 'Stock and prices' });
  await userEvent.click(within(table).getByRole('button', { name: /PMP-001/ }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.getAttribute('aria-labelledby')).toBe(within(dialog).getByRole('heading').id);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('details open in the CRM’s own window, or unfold where it has none', async () => {
  const { openOrder } = show();
  await userEvent.click(await screen.findByRole('button', { name: 'Details' }));
  expect(openOrder).toHaveBeenCalledOnce();
  cleanup();
  show({ modal: false });
  await userEvent.click(await screen.findByRole('button', { name: 'Details' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Details' })).toBeNull());
});

test('a deal without a customer offers the candidates, on the other tabs too', async () => {
  show({ linked: false });
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('no ERP customer linked');
  expect((await screen.findAllByRole('button', { name: 'Link' })).length).toBeGreaterThan(0);
  await userEvent.click((await screen.findAllByRole('tab'))[1] as HTMLElement);
  await userEvent.click(await screen.findByRole('button', { name: 'Link customer' }));
  expect((await screen.findAllByRole('button', { name: 'Link' })).length).toBeGreaterThan(0);
});

test('a company has its credit, invoices and orders', async () => {
  show({ type: 'company' });
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map(({ textContent }) => textContent)).toEqual(['Credit', 'Invoices', 'Orders']);
  await screen.findByText('Credit limit');
});

test('a frame that gets no session says why and can be tried again', async () => {
  const { host } = show();
  cleanup();
  const open = vi.fn(async () => {
    throw new ProblemFailure(samples.problem('account_unknown'));
  });
  render(<App host={host} session={{ open, fetcher: vi.fn() }} locale="en-GB" words={embedWords.en} />);
  expect((await screen.findByRole('alert')).textContent).toContain('Backroom is not installed in this account');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(open).toHaveBeenCalledTimes(2));
});

test('who comes back to a frame that was folded away sees figures of now', async () => {
  const { calls, told } = show();
  await screen.findByRole('button', { name: 'Convert to order' });
  told.visible(false);
  const before = calls.length;
  told.visible(true);
  await waitFor(() => expect(calls.length).toBeGreaterThan(before));
});

test('where a token takes a click, a person signs in first', async () => {
  const { open } = show({ asksForClick: true });
  expect(open).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { level: 1 });
  expect(open).toHaveBeenCalledOnce();
});
