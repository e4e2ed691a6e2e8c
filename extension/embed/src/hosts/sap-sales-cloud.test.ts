// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { openHost } from './sap-sales-cloud.ts';

const TENANT = 'https://my1000123.crm.cloud.sap';
const settings = { tenant: TENANT, signIn: '/sap-sales-cloud/sign-in' };
function opened(query: Record<string, string> = {}) {
  const place = { tenant: 'my1000123.crm.cloud.sap', opportunityId: 'r-1', ...query };
  history.replaceState(null, '', `/embed/sap-sales-cloud/?${new URLSearchParams(place)}`);
  return openHost(settings, window);
}
afterEach(() => vi.restoreAllMocks());

test('it takes its place from the address, empties that, and speaks to the tenant’s origin alone', async () => {
  const heard = vi.spyOn(window, 'postMessage').mockImplementation(() => {});
  const host = await opened();
  expect([host.view, host.theme, host.asksForClick, location.search]).toEqual(['page', 'light', true, '']);
  expect(host.context()).toEqual({ tenant: 'my1000123.crm.cloud.sap', opportunityId: 'r-1' });
  host.openRecord({ type: 'company', id: 'a-1' });
  host.refreshHost();
  expect(heard.mock.calls).toEqual([
    [{ operation: 'navigation', params: { routingKey: 'account', objectKey: 'a-1', viewType: 'details' } }, TENANT],
    [{ event: 'backroomRefresh', params: {} }, TENANT],
  ]);
});

test('without a tenant of ours it does not open', async () => {
  await expect(openHost({}, window)).rejects.toThrow('connected');
});

test('the theme is the one that the administrator chose, or the device’s where he left it to that', async () => {
  const media = { matches: true, addEventListener: vi.fn() };
  vi.spyOn(window, 'matchMedia').mockReturnValue(media as never);
  expect((await opened({ theme: 'light' })).theme).toBe('light');
  const host = await opened({ theme: 'auto' });
  expect(host.theme).toBe('dark');
  const seen = vi.fn();
  host.onTheme(seen);
  media.matches = false;
  media.addEventListener.mock.calls[0]?.[1]();
  expect(seen).toHaveBeenCalledWith('light');
});

test('a proof is what our own window of the sign-in gives', async () => {
  const host = await opened();
  const popup = { closed: false, close: vi.fn() };
  const open = vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
  const proof = host.proof();
  expect(open.mock.calls[0]?.[0]).toBe('/sap-sales-cloud/sign-in?tenant=my1000123.crm.cloud.sap');
  const say = (more: object) =>
    window.dispatchEvent(
      new MessageEvent('message', {
        data: { backroom: 1, type: 'signed-in', proof: 'sealed' },
        origin: location.origin,
        source: popup,
        ...more,
      } as unknown as MessageEventInit),
    );
  say({ origin: TENANT, data: { backroom: 1, type: 'signed-in', proof: 'forged' } });
  say({ source: window, data: { backroom: 1, type: 'signed-in', proof: 'forged' } });
  say({});
  expect(await proof).toBe('sealed');
  expect(popup.close).toHaveBeenCalledOnce();
});
