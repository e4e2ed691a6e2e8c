/** The version of messages between a frame of ours and a page or window of ours. */
export const VERSION = 1;
const LOOK_EVERY_MS = 250;
/** What a window has told may be heard after it is seen to be closed. */
const LATE_MS = 2000;
const WINDOW = 'popup,width=520,height=640';
type Told = { backroom?: unknown; type?: unknown; theme?: unknown; proof?: unknown };
export const toldIn = (data: unknown): Told | null => {
  const told = typeof data === 'object' && data !== null ? (data as Told) : {};
  return told.backroom === VERSION ? told : null;
};

/** The sign-in opens at our own origin, goes to the identity provider and comes back with a proof. Rejects where the person closes it. */
export function signIn(page: Window, address: string): Promise<string> {
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
      // By us, since a message from a window that is gone has no source any more.
      opened.close();
      done(told.proof);
    };
    const watch = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(watch);
      setTimeout(() => {
        end();
        fail(new Error('The window of the sign-in was closed.'));
      }, LATE_MS);
    }, LOOK_EVERY_MS);
    page.addEventListener('message', heard);
  });
}
