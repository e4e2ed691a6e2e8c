import { type Turnstile, turnstile } from '../transport/turnstile.ts';

/** Requests in a row that NetSuite took before one more at once is tried again. */
const QUIET = 30;
const TRIES = 3;
const PAUSE_MS = 120;

/**
 * Requests of one account at once, over all connections of this process. NetSuite counts them over all processes and integrations of the account and refuses what is
 * too much, unexecuted: then fewer are sent at once, and after a quiet while one more. So processes that do not know of each other share what there is.
 */
function governorOf(most: number) {
  let allowed = most;
  let quiet = 0;
  const gate: Turnstile = turnstile(() => allowed);
  const judge = (wasRefused: boolean): void => {
    quiet = wasRefused ? 0 : quiet + 1;
    if (wasRefused) allowed = Math.max(1, allowed - 1);
    else if (quiet % QUIET === 0) allowed = Math.min(most, allowed + 1);
  };
  return {
    /** What was refused because of the limit is sent again, a few times and after a while that differs, as long as there is time. */
    async run<Value>(
      signal: AbortSignal,
      work: () => Promise<Value>,
      isRefused: (value: Value) => boolean,
    ): Promise<Value> {
      for (let tries = 1; ; tries += 1) {
        const value = await gate(signal, work);
        const wasRefused = isRefused(value);
        judge(wasRefused);
        if (!wasRefused || tries === TRIES) return value;
        if (!(await paused(PAUSE_MS * tries * (0.5 + Math.random()), signal))) return value;
      }
    },
  };
}
export type Governor = ReturnType<typeof governorOf>;

const known = new Map<string, Governor>();
/** One for each account and limit: two connections may go to two subsidiaries of one account. */
export function governorFor(account: string, most: number): Governor {
  const key = `${account} ${most}`;
  const found = known.get(key) ?? governorOf(most);
  known.set(key, found);
  return found;
}

/** False where the time of the caller ends before. */
const paused = (ms: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((done) => {
    if (signal.aborted) return done(false);
    const cut = () => {
      clearTimeout(timer);
      done(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cut);
      done(true);
    }, ms);
    signal.addEventListener('abort', cut, { once: true });
  });
