import { FOLLOW_MS } from './rhythm.ts';

/** What is known of one question: the last good answer, why there is no newer one, and whether it is being asked. */
export type Asked<Data> = { data: Data | null; error: Error | null; asking: boolean };
export type Question<Data> = {
  /** Questions of one key are one question, however many components ask it. */
  key: string;
  ask: () => Promise<Data>;
  /** When to ask again, in milliseconds. */
  every: (state: Asked<Data>) => number;
  /** Nothing that happens to the record changes the answer. */
  apart?: boolean;
};
type Page = { hidden: boolean };
type Entry = {
  question: Question<unknown>;
  state: Asked<unknown>;
  listeners: Set<() => void>;
  timer: ReturnType<typeof setTimeout> | undefined;
  turn: number;
};
export const nothing: Asked<never> = { data: null, error: null, asking: false };
const here: Page = (globalThis as { document?: Page }).document ?? { hidden: false };

export type PageStore = ReturnType<typeof createStore>;
/**
 * The state of a page: each question once, with all components that show its answer. An answer that a newer question overtook is dropped,
 * the last good one stays beside a failure, and a page in the background asks nothing: each question costs the CRM's quota. Written by us
 * because a store from npm is as large as all the views together, in every card and in the LWCs.
 */
export function createStore(page: Page = here) {
  const entries = new Map<string, Entry>();
  const become = (entry: Entry, next: Partial<Asked<unknown>>) => {
    entry.state = { ...entry.state, ...next };
    for (const tell of [...entry.listeners]) tell();
  };
  async function ask(entry: Entry, how: () => Promise<unknown> = entry.question.ask): Promise<void> {
    clearTimeout(entry.timer);
    entry.turn += 1;
    const { turn } = entry;
    become(entry, { asking: true });
    const next = await how().then(
      (data) => ({ data, error: null }),
      (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
    );
    if (turn !== entry.turn) return;
    become(entry, { ...next, asking: false });
    wait(entry);
  }
  function wait(entry: Entry, after = entry.question.every(entry.state)): void {
    clearTimeout(entry.timer);
    if (entry.listeners.size === 0) return;
    entry.timer = setTimeout(() => (page.hidden ? wait(entry, FOLLOW_MS) : void ask(entry)), after);
  }
  function again(entry: Entry): void {
    if (entry.listeners.size > 0 && !entry.question.apart) void ask(entry);
  }
  function entryOf(question: Question<unknown>): Entry {
    const known = entries.get(question.key);
    const entry = known ?? { question, state: nothing, listeners: new Set(), timer: undefined, turn: 0 };
    entry.question = question;
    entries.set(question.key, entry);
    return entry;
  }
  return {
    state: <Data>({ key }: Question<Data>): Asked<Data> => (entries.get(key)?.state ?? nothing) as Asked<Data>,
    /** Asks for as long as somebody listens; returns how to stop. */
    observe<Data>(question: Question<Data>, listen: () => void): () => void {
      const entry = entryOf(question as Question<unknown>);
      // Each component listens for itself, also where two bring the same function.
      const tell = () => listen();
      entry.listeners.add(tell);
      if (!entry.state.asking) void ask(entry);
      return () => {
        entry.listeners.delete(tell);
        if (entry.listeners.size === 0) clearTimeout(entry.timer);
      };
    },
    /** Asks this one time in another way, as Refresh does; then everything else, so that no card keeps an older figure. */
    async refresh<Data>(question: Question<Data>, how: () => Promise<Data>): Promise<void> {
      const entry = entryOf(question as Question<unknown>);
      await ask(entry, how);
      for (const each of entries.values()) if (each !== entry) again(each);
    },
    /** Takes over an answer that came with a write. */
    put<Data>(question: Question<Data>, data: Data): void {
      const entry = entryOf(question as Question<unknown>);
      entry.turn += 1;
      become(entry, { data, error: null, asking: false });
      wait(entry);
    },
    /** Something was written: everything on the page is asked for again. */
    changed(): void {
      for (const each of entries.values()) again(each);
    },
  };
}
