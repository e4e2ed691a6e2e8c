import type { RecordRef } from '@backroom/shared';
import type { Host, OpenHost } from '../host.ts';
import { signIn } from '../sign-in-window.ts';

type Theme = Host['theme'];
/** Words of Sales Cloud's own UI events. The administrator declares the event in Mashup Authoring and binds it to the refresh of the object. */
const REFRESH = 'backroomRefresh';
const routingKeys: Readonly<Record<RecordRef['type'], string>> = { deal: 'opportunity', company: 'account' };

/** A mashup of SAP Sales Cloud. It tells its frame parameters in the address and nothing else, and hears UI events. */
export const openHost: OpenHost = async (settings, page) => {
  const { tenant = '', signIn: door = '' } = settings;
  const place = Object.fromEntries(new URLSearchParams(page.location.search));
  page.history.replaceState(null, '', page.location.pathname);
  if (tenant === '') throw new Error('The frame was not opened by a mashup of a tenant that is connected.');
  const tell = (message: object) => page.parent.postMessage(message, tenant);
  const dark = page.matchMedia('(prefers-color-scheme: dark)');
  const ofDevice = (): Theme => (dark.matches ? 'dark' : 'light');
  return {
    view: 'page',
    context: () => place,
    asksForClick: true,
    proof: () => signIn(page, `${door}?${new URLSearchParams({ tenant: place.tenant ?? '' })}`),
    // The tab gives the frame its whole height; what is longer scrolls within.
    resize: () => {},
    notify: () => {},
    openRecord: ({ type, id }) =>
      tell({ operation: 'navigation', params: { routingKey: routingKeys[type], objectKey: id, viewType: 'details' } }),
    refreshHost: () => tell({ event: REFRESH, params: {} }),
    // Sales Cloud tells its frames no theme: the administrator says which one it has.
    theme: place.theme === 'auto' ? ofDevice() : place.theme === 'dark' ? 'dark' : 'light',
    onTheme: (listener) => {
      if (place.theme === 'auto') dark.addEventListener('change', () => listener(ofDevice()));
    },
    onVisible: () => {},
  };
};
