import Module, { Command, Event, Modal, View } from '@pipedrive/app-extensions-sdk';
import type { Host, OpenHost } from '../host.ts';

// The package is CommonJS, whose default is the whole module to an ES module.
const { default: Sdk = Module } = Module as unknown as { default?: typeof Module };

/** Pipedrive's own bounds of a panel. */
const SHORTEST = 100;
const TALLEST = 750;
const FIRST_HEIGHT = 320;
/** What the address carries beside the place: how the SDK finds its frame, and the token. */
const apart = new Set(['id', 'theme', 'token']);
const views = { deal: View.DEALS, company: View.ORGANIZATIONS } as const;

/** Reads what the address says and takes it away from there. A window that the SDK opened has the place of its panel in `data`. */
function readAddress(page: Window): { token: string | null; place: Record<string, string>; isWindow: boolean } {
  const query = new URLSearchParams(page.location.search);
  const data = query.get('data');
  const told: unknown = data ? JSON.parse(data) : {};
  const given = Object.entries(typeof told === 'object' && told !== null ? told : {});
  const place = Object.fromEntries([
    ...given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ...[...query].filter(([name]) => name !== 'data' && !apart.has(name)),
  ]) as Record<string, string>;
  return { token: query.get('token'), place, isWindow: data !== null };
}

/** Pipedrive's panel and modal, by its SDK. It hides a frame whose SDK does not answer within ten seconds: initialise first, ask afterwards. */
export const openHost: OpenHost = async (settings, page) => {
  let { token, place, isWindow } = readAddress(page);
  // It reads the address itself, so that the address is emptied after this.
  const sdk = new Sdk();
  page.history.replaceState(null, '', page.location.pathname);
  await sdk.initialize(isWindow ? {} : { size: { height: FIRST_HEIGHT } });
  const host: Host = {
    view: isWindow ? 'window' : 'panel',
    context: () => place,
    async proof() {
      const given = token;
      // Each is taken once.
      token = null;
      return given ?? (await sdk.execute(Command.GET_SIGNED_TOKEN)).token;
    },
    resize(height) {
      if (!isWindow) void sdk.execute(Command.RESIZE, { height: Math.min(TALLEST, Math.max(SHORTEST, height)) });
    },
    notify: (message) => void sdk.execute(Command.SHOW_SNACKBAR, { message }),
    openRecord: ({ type, id }) => void sdk.execute(Command.REDIRECT_TO, { view: views[type], id }),
    // Pipedrive offers none; what we write shows when the page is opened again.
    refreshHost: () => {},
    theme: sdk.userSettings.theme,
    onTheme: (tell) => void sdk.listen(Event.USER_SETTINGS_CHANGE, ({ data }) => data && tell(data.theme)),
    onVisible(tell) {
      sdk.listen(Event.VISIBILITY, ({ data }) => data && tell(data.is_visible));
    },
  };
  const action = settings.orderModal;
  if (isWindow || !action) return host;
  return {
    ...host,
    async openOrder() {
      const data = Object.fromEntries(
        Object.entries(place).filter(([name]) => name === 'resource' || name === 'selectedIds'),
      );
      await sdk.execute(Command.OPEN_MODAL, { type: Modal.CUSTOM_MODAL, action_id: action, data });
    },
  };
};
