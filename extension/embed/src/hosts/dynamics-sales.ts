import type { Host, OpenHost } from '../host.ts';
import { signIn, toldIn, VERSION } from '../sign-in-window.ts';

/** How long the control on the form is asked for before the frame counts as opened elsewhere. */
const CONTEXT_MS = 8000;
const ASK_EVERY_MS = 250;
type Theme = Host['theme'];
const themeOf = ({ theme }: { theme?: unknown }): Theme => (theme === 'dark' ? 'dark' : 'light');

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
    page.addEventListener('message', ({ origin }) => origin === org && clearInterval(asking));
    tell({ type: 'ready' });
  });
  return {
    view: 'page',
    context: () => place,
    asksForClick: true,
    proof: () => signIn(page, `${door}?${new URLSearchParams({ orgId: place.orgId ?? '' })}`),
    resize: (height) => tell({ type: 'resize', height }),
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
