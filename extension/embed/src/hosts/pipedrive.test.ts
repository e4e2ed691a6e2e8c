// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { openHost } from './pipedrive.ts';

type Asked = { payload: { command?: string; event?: string; args?: unknown; type: string }; id: string };
/** Pipedrive's side of the SDK's protocol, in the same window. */
function pipedrive(search: string) {
  const asked: Asked[] = [];
  const listeners = new Map<string, MessagePort>();
  history.replaceState(null, '', `/embed/pipedrive/${search}`);
  // happy-dom passes no ports on.
  vi.spyOn(window, 'postMessage').mockImplementation(((message: Asked, _: string, [port]: MessagePort[] = []) => {
    asked.push(message);
    const { type, command, event } = message.payload;
    if (type === 'listener' && event && port) listeners.set(event, port);
    if (type === 'command') port?.postMessage({ data: command === 'get_signed_token' ? { token: 'fresh' } : {} });
  }) as typeof window.postMessage);
  const commands = () => asked.flatMap(({ payload }) => (payload.command ? [[payload.command, payload.args]] : []));
  return { asked, commands, say: (event: string, data: unknown) => listeners.get(event)?.postMessage({ data }) };
}
afterEach(() => vi.restoreAllMocks());
const address = '?id=frame-1&token=first&theme=dark&resource=deal&view=details&selectedIds=7&companyId=1&userId=9';

test('the SDK is initialised first, and the address holds no token afterwards', async () => {
  const vendor = pipedrive(address);
  const host = await openHost({}, window);
  expect(vendor.commands()).toEqual([['initialize', { size: { height: 320 } }]]);
  expect(vendor.asked[0]?.id).toBe('frame-1');
  expect([location.pathname, location.search]).toEqual(['/embed/pipedrive/', '']);
  expect([host.view, host.theme, host.openOrder]).toEqual(['panel', 'dark', undefined]);
  expect(host.context()).toEqual({ resource: 'deal', view: 'details', selectedIds: '7', companyId: '1', userId: '9' });
});

test('the token of the address is used once; then Pipedrive signs another', async () => {
  pipedrive(address);
  const host = await openHost({}, window);
  expect([await host.proof(), await host.proof()]).toEqual(['first', 'fresh']);
});

test('a panel keeps to Pipedrive’s heights, tells the rep, and opens the order in the modal that the app has', async () => {
  const vendor = pipedrive(address);
  const host = await openHost({ orderModal: 'action-5' }, window);
  for (const height of [40, 301, 2000]) host.resize(height);
  host.notify('Return submitted.', 'success');
  host.openRecord({ type: 'company', id: '12' });
  await host.openOrder?.();
  expect(vendor.commands().slice(1)).toEqual([
    ['resize', { height: 100 }],
    ['resize', { height: 301 }],
    ['resize', { height: 750 }],
    ['show_snackbar', { message: 'Return submitted.' }],
    ['redirect_to', { view: 'organizations', id: '12' }],
    ['open_modal', { type: 'custom_modal', action_id: 'action-5', data: { resource: 'deal', selectedIds: '7' } }],
  ]);
});

test('the modal knows its place from what the panel gave it, has no second modal, and is not resized', async () => {
  const data = JSON.stringify({ resource: 'deal', selectedIds: '7' });
  const vendor = pipedrive(`?id=frame-2&token=x&companyId=1&userId=9&data=${encodeURIComponent(data)}`);
  const host = await openHost({ orderModal: 'action-5' }, window);
  host.resize(400);
  expect([host.view, host.openOrder]).toEqual(['window', undefined]);
  expect(host.context()).toEqual({ resource: 'deal', selectedIds: '7', companyId: '1', userId: '9' });
  expect(vendor.commands().map(([command]) => command)).toEqual(['initialize']);
});

test('theme and visibility follow Pipedrive', async () => {
  const vendor = pipedrive(address);
  const host = await openHost({}, window);
  const seen = await new Promise((done) => {
    host.onTheme(done);
    vendor.say('user_settings_change', { theme: 'light' });
  });
  const isVisible = await new Promise((done) => {
    host.onVisible(done);
    vendor.say('visibility', { is_visible: false });
  });
  expect([seen, isVisible]).toEqual(['light', false]);
});

test('an address without the frame’s id fails before anything is asked', async () => {
  pipedrive('?token=x');
  await expect(openHost({}, window)).rejects.toThrow('identifier');
});
