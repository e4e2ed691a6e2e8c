// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { openHost } from './odoo-crm.ts';

const ODOO = 'https://odoo.nordwind.example';
const DB = '7a9f3c52-5b1e-4d0a-9c1d-2f6b8e4a1c30';
type Message = { type: string; nonce?: string };
const say = (data: object, more: { origin?: string; source?: object } = {}) =>
  window.dispatchEvent(
    new MessageEvent('message', {
      data: { backroom: 1, ...data },
      ...{ origin: ODOO, source: window, ...more },
    } as MessageEventInit),
  );
/** The widget around the frame, in the same window. */
function widget(answer: (message: Message) => void = signs) {
  const heard: Message[] = [];
  const targets = new Set<string>();
  history.replaceState(null, '', `/embed/odoo-crm/?db=${DB}`);
  vi.spyOn(window, 'postMessage').mockImplementation(((message: Message, target: string) => {
    heard.push(message);
    targets.add(target);
    answer(message);
  }) as typeof window.postMessage);
  return { heard, targets };
}
const signs = ({ type, nonce }: Message) => {
  if (type === 'ready') say({ type: 'context', theme: 'dark' });
  if (type === 'token') say({ type: 'token', nonce, token: `signed ${nonce}` });
};
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a token is asked for with the digest of a secret, which goes with it to the backend', async () => {
  const { heard, targets } = widget();
  const host = await openHost({ odoo: ODOO }, window);
  expect([location.search, host.theme, host.view]).toEqual(['', 'dark', 'page']);
  const [first, second] = [await host.proof(), host.context()];
  const digest = createHash('sha256')
    .update(second.secret ?? '')
    .digest('base64url');
  expect([first, second.db]).toEqual([`signed ${digest}`, DB]);
  // Each token has a secret of its own.
  await host.proof();
  expect(host.context().secret).not.toBe(second.secret);
  expect([...targets]).toEqual([ODOO]);
  expect(JSON.stringify(heard)).not.toContain(second.secret);
});
test('what happens in the frame is told to the widget', async () => {
  const { heard } = widget();
  const host = await openHost({ odoo: ODOO }, window);
  host.resize(301);
  host.notify('Order created.', 'success');
  host.openRecord({ type: 'company', id: '12' });
  host.refreshHost();
  expect(heard.slice(1)).toEqual([
    { backroom: 1, type: 'resize', height: 301 },
    { backroom: 1, type: 'notify', text: 'Order created.', tone: 'success' },
    { backroom: 1, type: 'openRecord', record: { type: 'company', id: '12' } },
    { backroom: 1, type: 'refresh' },
  ]);
});
test('another origin, another window or another nonce is not heard', async () => {
  vi.useFakeTimers();
  let host: Awaited<ReturnType<typeof openHost>> | undefined;
  let late: Promise<void> | undefined;
  await new Promise<void>((asked) => {
    widget(({ type, nonce }) => {
      if (type === 'ready') say({ type: 'context', theme: 'light' });
      if (type !== 'token') return;
      say({ type: 'token', nonce: 'another', token: 'forged' });
      say({ type: 'token', nonce, token: 'forged' }, { origin: 'https://evil.example' });
      say({ type: 'token', nonce, token: 'forged' }, { source: {} });
      asked();
    });
    void openHost({ odoo: ODOO }, window).then((opened) => {
      host = opened;
      late = expect(opened.proof()).rejects.toThrow('did not answer');
    });
  });
  await vi.advanceTimersByTimeAsync(9000);
  await late;
  expect(host?.context().secret).toMatch(/^[\w-]{43}$/);
});
test('a frame that no connected Odoo holds does not open', async () => {
  widget();
  await expect(openHost({}, window)).rejects.toThrow('not opened by an Odoo');
});
test('a form that is slow is asked again', async () => {
  vi.useFakeTimers();
  const { heard } = widget(() => {});
  const opening = openHost({ odoo: ODOO }, window);
  await vi.advanceTimersByTimeAsync(600);
  say({ type: 'context', theme: 'light' });
  await opening;
  expect(heard.length).toBeGreaterThan(1);
});
