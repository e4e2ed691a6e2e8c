// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { openHost } from './dynamics-sales.ts';

const ORG = 'https://nordlicht.crm4.dynamics.com';
const settings = { org: ORG, signIn: '/dynamics-sales/sign-in' };
const place = { org: 'nordlicht.crm4.dynamics.com', orgId: 'o-1', entity: 'opportunity', id: 'r-1' };
const say = (data: object, more: { origin?: string; source?: object } = {}) =>
  window.dispatchEvent(
    new MessageEvent('message', {
      data: { backroom: 1, ...data },
      origin: ORG,
      source: window,
      ...more,
    } as MessageEventInit),
  );
/** The form around the frame, in the same window. */
function form(answer: () => unknown = () => say({ type: 'context', ...place, theme: 'dark' })) {
  const heard: { message: { type: string }; target: string }[] = [];
  history.replaceState(null, '', `/embed/dynamics-sales/?${new URLSearchParams(place)}`);
  vi.spyOn(window, 'postMessage').mockImplementation(((message: { type: string }, target: string) => {
    heard.push({ message, target });
    if (message.type === 'ready') answer();
  }) as typeof window.postMessage);
  return heard;
}
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('it asks its form, at the organisation’s origin alone, and says what the form may do', async () => {
  const heard = form();
  const host = await openHost(settings, window);
  expect([host.view, host.theme, host.asksForClick, location.search]).toEqual(['page', 'dark', true, '']);
  expect(host.context()).toEqual(place);
  host.resize(301);
  host.openRecord({ type: 'company', id: 'a-1' });
  host.refreshHost();
  expect(heard.map(({ message }) => message)).toEqual([
    { backroom: 1, type: 'ready' },
    { backroom: 1, type: 'resize', height: 301 },
    { backroom: 1, type: 'openRecord', record: { type: 'company', id: 'a-1' } },
    { backroom: 1, type: 'refresh' },
  ]);
  expect(new Set(heard.map(({ target }) => target))).toEqual(new Set([ORG]));
});

test('another origin or another window is not heard; without an organisation, or an answer, it does not open', async () => {
  vi.useFakeTimers();
  form(() => {
    say({ type: 'context', theme: 'dark' }, { origin: 'https://evil.crm4.dynamics.com' });
    say({ type: 'context', theme: 'dark' }, { source: {} });
  });
  const opening = expect(openHost(settings, window)).rejects.toThrow('did not answer');
  await vi.advanceTimersByTimeAsync(9000);
  await opening;
  await expect(openHost({}, window)).rejects.toThrow('organisation');
});

test('the theme follows the form', async () => {
  form();
  const host = await openHost(settings, window);
  const seen = vi.fn();
  host.onTheme(seen);
  say({ type: 'theme', theme: 'light' });
  expect(seen).toHaveBeenCalledWith('light');
});

test('a proof is what our own window of the sign-in gives, and no other window', async () => {
  form();
  const host = await openHost(settings, window);
  const opened = { closed: false, close: vi.fn() };
  const open = vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window);
  const proof = host.proof();
  expect(open.mock.calls[0]?.[0]).toBe('/dynamics-sales/sign-in?orgId=o-1');
  const own = { origin: location.origin, source: opened };
  say({ type: 'signed-in', proof: 'forged' }, { ...own, source: window });
  say({ type: 'signed-in', proof: 'forged' }, { ...own, origin: ORG });
  expect(opened.close).not.toHaveBeenCalled();
  say({ type: 'signed-in', proof: 'token' }, own);
  expect(await proof).toBe('token');
  expect(opened.close).toHaveBeenCalledOnce();
});

test('a proof counts although its window was seen to be closed before it was heard', async () => {
  form();
  const host = await openHost(settings, window);
  vi.useFakeTimers();
  const opened = { closed: true, close: () => {} };
  vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window);
  const proof = host.proof();
  await vi.advanceTimersByTimeAsync(300);
  say({ type: 'signed-in', proof: 'token' }, { origin: location.origin, source: opened });
  expect(await proof).toBe('token');
});

test('a window that is closed is no sign-in', async () => {
  form();
  const host = await openHost(settings, window);
  vi.useFakeTimers();
  vi.spyOn(window, 'open').mockReturnValue({ closed: true } as Window);
  const refused = expect(host.proof()).rejects.toThrow('closed');
  await vi.advanceTimersByTimeAsync(3000);
  await refused;
});
