import type { OpenHost } from '../host.ts';

const VERSION = 1;
/** How long the widget on the form is waited for before the frame counts as opened elsewhere. */
const ANSWER_MS = 8000;
const ASK_EVERY_MS = 250;
type Told = { backroom?: unknown; type?: unknown; theme?: unknown; nonce?: unknown; token?: unknown };
const base64url = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/[+/=]/g, (char) => ({ '+': '-', '/': '_' })[char] ?? '');

/**
 * Our widget on a form of Odoo, which speaks with its frame by messages. A token is asked for with the digest of a secret of this frame, and is worth nothing
 * without that secret.
 */
export const openHost: OpenHost = async (settings, page) => {
  const { odoo = '' } = settings;
  const db = new URLSearchParams(page.location.search).get('db') ?? '';
  page.history.replaceState(null, '', page.location.pathname);
  if (odoo === '') throw new Error('The frame was not opened by an Odoo that is connected.');
  const tell = (message: object) => page.parent.postMessage({ backroom: VERSION, ...message }, odoo);
  /** The widget's next answer of this kind. `again`: it is asked until it listens. */
  const hear = (message: object, isAnswer: (told: Told) => boolean, again = false): Promise<Told> =>
    new Promise((done, fail) => {
      const end = () => {
        page.removeEventListener('message', heard);
        clearInterval(asking);
        clearTimeout(late);
      };
      const heard = ({ origin, source, data }: MessageEvent) => {
        const told = typeof data === 'object' && data !== null ? (data as Told) : {};
        if (origin !== odoo || source !== page.parent || told.backroom !== VERSION || !isAnswer(told)) return;
        end();
        done(told);
      };
      const asking = setInterval(() => again && tell(message), ASK_EVERY_MS);
      const late = setTimeout(() => {
        end();
        fail(new Error('Odoo did not answer.'));
      }, ANSWER_MS);
      page.addEventListener('message', heard);
      tell(message);
    });

  let secret = '';
  const { theme } = await hear({ type: 'ready' }, (told) => told.type === 'context', true);
  return {
    view: 'page',
    context: () => ({ db, secret }),
    async proof() {
      secret = base64url(crypto.getRandomValues(new Uint8Array(32)));
      const nonce = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
      const { token } = await hear({ type: 'token', nonce }, (told) => told.type === 'token' && told.nonce === nonce);
      return String(token);
    },
    resize: (height) => tell({ type: 'resize', height }),
    notify: (text, tone) => tell({ type: 'notify', text, tone }),
    openRecord: (record) => tell({ type: 'openRecord', record }),
    refreshHost: () => tell({ type: 'refresh' }),
    theme: theme === 'dark' ? 'dark' : 'light',
    // Odoo's colours change with a new page only.
    onTheme: () => {},
    onVisible: () => {},
  };
};
