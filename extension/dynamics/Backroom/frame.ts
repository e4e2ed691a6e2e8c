import { frameAddress, type Place } from './place.ts';

/** What the frame may ask of the form. */
export type Wishes = {
  openRecord: (entity: string, id: string) => void;
  /** Shows the record as it is now. */
  refresh: (place: Place) => void;
};
export type Theme = 'light' | 'dark';
const SHORTEST = 120;
const TALLEST = 4000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const tables: Readonly<Record<string, string>> = { deal: 'opportunity', company: 'account' };
type Told = { backroom?: unknown; type?: unknown; height?: unknown; record?: { type?: unknown; id?: unknown } };

/** Backroom's page on the form, and the messages between the two. Both sides know the other's origin; nothing secret is in a message. */
export function openFrame(options: {
  container: HTMLElement;
  page: Window;
  origin: string;
  place: Place;
  title: string;
  theme: Theme;
  wishes: Wishes;
}) {
  const { container, page, origin, place, wishes } = options;
  let { theme } = options;
  const frame = page.document.createElement('iframe');
  frame.title = options.title;
  frame.setAttribute('referrerpolicy', 'no-referrer');
  // Its own origin and scripts; sign-in opens a window, which has to go on by itself.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
  );
  Object.assign(frame.style, { border: '0', width: '100%', height: '320px', display: 'block' });
  const tell = (message: object): void => frame.contentWindow?.postMessage({ backroom: 1, ...message }, origin);
  const context = () => tell({ type: 'context', ...place, theme });

  function heard(event: MessageEvent<unknown>): void {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    const told = (typeof event.data === 'object' && event.data !== null ? event.data : {}) as Told;
    if (told.backroom !== 1) return;
    if (told.type === 'ready') context();
    if (told.type === 'resize' && typeof told.height === 'number' && Number.isFinite(told.height))
      frame.style.height = `${Math.min(TALLEST, Math.max(SHORTEST, Math.ceil(told.height)))}px`;
    if (told.type === 'openRecord') {
      const { type, id } = told.record ?? {};
      const table = typeof type === 'string' ? tables[type] : undefined;
      if (table && typeof id === 'string' && GUID.test(id)) wishes.openRecord(table, id);
    }
    if (told.type === 'refresh') wishes.refresh(place);
  }
  page.addEventListener('message', heard);
  frame.src = frameAddress(origin, place);
  container.replaceChildren(frame);
  return {
    place,
    origin,
    setTheme(next: Theme): void {
      if (next === theme) return;
      theme = next;
      tell({ type: 'theme', theme });
    },
    close(): void {
      page.removeEventListener('message', heard);
      frame.remove();
    },
  };
}
export type Frame = ReturnType<typeof openFrame>;
