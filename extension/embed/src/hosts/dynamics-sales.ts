import type { Host, OpenHost } from '../host.ts';

const VERSION = 1;
/** How long the control on the form is asked for before the frame counts as opened elsewhere. */
const CONTEXT_MS = 8000;
const ASK_EVERY_MS = 250;
const WINDOW = 'popup,width=520,height=640';
type Theme = Host['theme'];
type Told = { backroom?: unknown; type?: unknown; theme?: unknown; proof?: unknown };
const toldIn = (data: unknown): Told | null => {
  const told = typeof data === 'object' && data !== null ? (data as Told) : {};
  return told.backroom === VERSION ? told : null;
};
const themeOf = ({ theme }: Told): Theme => (theme === 'dark' ? 'dark' : 'light');

/** The sign-in opens at our own origin, goes to Entra ID and comes back with its token. Rejects where the person closes it. */
function signIn(page: Window, address: string): Promise<string> {
  const opened = page.open(address, '_blank', WINDOW);
  if (!opened) return Promise.reject(new Error('The browser did not open the window of the sign-in.'));
  return new Promise((done, fail) => {
    const end = () => {
      page.removeEventListener('message', heard);
      clearInterval(watch);
    };
    const heard = ({ origin, source, data }: MessageEvent) => {
      const told = origin === page.location.origin && source === opened ? toldIn(data) : null;
      if (told?.type !== 'signed-in' || typeof told.proof !== 'string') return;
      end();
      done(told.proof);
    };
    const watch = setInterval(() => {
      if (!opened.closed) return;
      end();
      fail(new Error('The window of the sign-in was closed.'));
    }, ASK_EVERY_MS);
    page.addEventListener('message', heard);
  });
}

/** Our control on a form of Dynamics 365 Sales, which speaks with its frame by messages. Both sides know the other's origin; nothing secret is in one. */
export const openHost: OpenHost = async (settings, page) => {
  const { org = '', signIn: door = '' } = settings;
  const place = Object.fromEntries(new URLSearchParams(page.location.search));
  page.history.replaceState(null, '', page.location.pathname);
  const tell = (message: object) => page.parent.postMessage({ backroom: VERSION, ...message }, org);
  let onTheme: (theme: Theme) => void = () => {};
  const theme = await new Promise<Theme>((done, fail) => {
    if (org === '')
      return fail(new Error('The frame was not opened by the control of an organisation that is connected.'));
    page.addEventListener('message', ({ origin, source, data }) => {
      const told = origin === org && source === page.parent ? toldIn(data) : null;
      if (told?.type === 'context') done(themeOf(told));
      if (told?.type === 'context' || told?.type === 'theme') onTheme(themeOf(told));
    });
    // The control listens from its beginning; a form that is slow is asked again.
    const asking = setInterval(() => tell({ type: 'ready' }), ASK_EVERY_MS);
    setTimeout(() => {
      clearInterval(asking);
      fail(new Error('The form did not answer.'));
    }, CONTEXT_MS);
    tell({ type: 'ready' });
    page.addEventListener('message', ({ origin }) => origin === org && clearInterval(asking));
  });
  return {
    view: 'page',
    context: () => place,
    asksForClick: true,
    proof: () => signIn(page, `${door}?${new URLSearchParams({ orgId: place.orgId ?? '' })}`),
    resize: (height) => tell({ type: 'resize', height: Math.ceil(height) }),
    // The form has no messages of its own for a control; the page says what happened.
    notify: () => {},
    openRecord: (record) => tell({ type: 'openRecord', record }),
    refreshHost: () => tell({ type: 'refresh' }),
    theme,
    onTheme: (listener) => {
      onTheme = listener;
    },
    onVisible: () => {},
  };
};
