import * as samples from '@backroom/panels/samples.test.data';
import { makeProblem } from '@backroom/shared/messages/problems';
import { Alert, Button, LoadingSpinner, StatusTag, Text, Toggle } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, test, vi } from 'vitest';
import { Settings } from './Settings.tsx';

const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
type Options = { method?: string; body?: unknown };
function show(answer: (method: string, body: unknown) => unknown) {
  const hsFetch = vi.fn(async (_url: string, { method = 'GET', body }: Options) => {
    const given = answer(method, typeof body === 'string' ? JSON.parse(body) : body);
    if (given instanceof Promise) return given as Promise<Response>;
    return new Response(JSON.stringify(given));
  });
  scope.hsFetch = hsFetch;
  const renderer = createRenderer('settings');
  renderer.render(<Settings />);
  // Longer than the renderer's second: a busy machine is no failure.
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 10_000 });
  return { ...renderer, waitFor, hsFetch };
}
const settings = (state: Parameters<typeof samples.settings>[0]) => ({ ok: true, data: samples.settings(state) });

test('first it says that it reads', () =>
  expect(show(() => new Promise(() => {})).find(LoadingSpinner).props.label).toContain('Loading'));
test.each([
  ['ok', 'Connected', 'success', null],
  ['down', 'Not responding', 'warning', 'erp_unreachable'],
  ['unauthorised', 'Access denied', 'danger', 'erp_unauthorised'],
  ['unknown', 'Not checked', 'default', null],
] as const)(
  'a connection that is %s says so, and the cause; nobody is sent to the admin',
  async (state, words, tone, problem) => {
    const renderer = show(() => settings(state));
    await renderer.waitFor(() => renderer.find(StatusTag));
    expect(renderer.find(StatusTag).text).toBe(words);
    expect(renderer.find(StatusTag).props.variant).toBe(tone);
    const texts = renderer.findAll(Text).map(({ text }) => text);
    if (problem) expect(texts).toContain(makeProblem(problem, 'en', '').title);
    expect(texts.join()).not.toMatch(/your admin/i);
    expect(texts).toContain('https://erp.example.com');
    // What could not be measured is not zero.
    expect(texts).toContain(state === 'ok' ? '12 ms' : 'Not available');
  },
);
test('each flow can be switched on alone; what the ERP does not offer is said', async () => {
  const sent: unknown[] = [];
  const renderer = show((method, body) => {
    if (method === 'PUT') sent.push(body);
    return settings('ok');
  });
  await renderer.waitFor(() => renderer.find(Toggle));
  expect(renderer.findAll(Toggle).map(({ props }) => [props.label, props.checked])).toEqual([
    ['Orders', true],
    ['Returns', false],
    ['Save order number, status and promised date to the deal', true],
  ]);
  expect(renderer.findAll(Text).map(({ text }) => text)).toContain('Not supported by this ERP');
  renderer.findAll(Toggle)[1]?.props.onChange?.(true);
  await vi.waitFor(() => expect(sent).toEqual([{ flows: { returns: true } }]));
});
test('checking the connection asks again', async () => {
  const renderer = show(() => settings('ok'));
  await renderer.waitFor(() => renderer.find(Button));
  renderer.find(Button).trigger('onClick');
  const asked = () => renderer.hsFetch.mock.calls.filter(([url]) => String(url).includes('/v1/settings'));
  await vi.waitFor(() => expect(asked()).toHaveLength(2));
});
test.each(['forbidden', 'account_unknown', 'store_unavailable'] as const)('%s is told in words', async (code) => {
  const renderer = show(() => ({ ok: false, problem: samples.problem(code) }));
  await renderer.waitFor(() => renderer.find(Alert));
  expect(renderer.find(Alert).props.title).toBe(makeProblem(code, 'en', '').title);
  expect(renderer.find(Alert).text).toBe(makeProblem(code, 'en', '').whatToDo);
});
test('a change that is refused says why', async () => {
  const renderer = show((method) =>
    method === 'PUT' ? { ok: false, problem: samples.problem('forbidden') } : settings('ok'),
  );
  await renderer.waitFor(() => renderer.find(Toggle));
  renderer.find(Toggle).props.onChange?.(false);
  await renderer.waitFor(() => expect(renderer.find(Alert).props.title).toBe('No permission'));
});

test('without a connection it says so and leads an admin to the page that connects one', async () => {
  const asked: unknown[] = [];
  const renderer = show((method, body) => {
    if (method === 'POST') {
      asked.push(body);
      return {
        ok: true,
        data: { url: 'https://app.backroom.example/desk/enter/abc', expiresAt: '2026-11-25T10:00:00Z' },
      };
    }
    return { ok: true, data: { ...samples.settings('ok'), connection: null } };
  });
  await renderer.waitFor(() => renderer.find(Button));
  expect(renderer.findAll(Text).map(({ text }) => text)).toContain(
    'No ERP connected. An admin can connect one in Backroom.',
  );
  expect(renderer.find(Button).text).toBe('Connect an ERP');
  expect(renderer.find(Button).props.href).toEqual({
    url: 'https://app.backroom.example/desk/enter/abc',
    external: true,
  });
  expect(asked).toEqual([{ page: 'connection' }]);
  expect(renderer.findAll(Toggle).length).toBeGreaterThan(0);
});
