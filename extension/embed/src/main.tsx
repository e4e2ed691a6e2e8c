import './theme/base.css';
import './theme/tokens.css';
import type { EmbedWords } from '@backroom/shared/messages/embed';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { Host, OpenHost, PageSettings } from './host.ts';
import { openSession } from './session.ts';

const hosts = import.meta.glob<{ openHost: OpenHost }>(['./hosts/*.ts', '!./hosts/*.test.ts']);
const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="backroom-${name}"]`)?.content ?? '';

/** The CRM's language. The browser's is more precise where it is the same: it names a region for dates and amounts. */
const languageOf = (told: string, own: string): string =>
  told === '' || own.slice(0, 2) === told.slice(0, 2) ? own : told;

/** Which CRM holds the frame stands in the path alone: `/embed/<crm>/`. */
const crm = location.pathname.split('/')[2] ?? '';
function show(host: Host): void {
  const { documentElement: html } = document;
  const paint = (theme: Host['theme']) => {
    html.dataset.theme = theme;
  };
  html.dataset.crm = crm;
  html.dataset.view = host.view;
  paint(host.theme);
  host.onTheme(paint);
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  const open = hosts[`./hosts/${crm}.ts`];
  if (!root || !open) return;
  const settings = JSON.parse(meta('settings') || '{}') as PageSettings;
  const { openHost } = await open();
  // Before anything is asked of the backend: a CRM may hide a frame that does not answer.
  const host = await openHost(settings, window);
  show(host);
  const language = languageOf(meta('locale'), navigator.language);
  const session = openSession({
    host,
    crm,
    page: meta('page'),
    locale: language,
    fetch: (...asked) => fetch(...asked),
    now: () => Date.now(),
  });
  const words = JSON.parse(meta('words')) as EmbedWords;
  createRoot(root).render(<App host={host} session={session} locale={language} words={words} />);
}
void start();
