import type { Problem } from '@backroom/shared';

/** What a component draws: the last answer, and why there is no newer one. A problem beside data is not shown; the data tell their age. */
type Watched<Data> = { data: Data | null; problem: Problem | null; asking: boolean };
type Watch<Data> = {
  /** Asks now; `once` asks this one time in another way, as Refresh does. */
  ask: (once?: () => Promise<Data>) => Promise<void>;
  stop: () => void;
};
type Page = { hidden: boolean };
const here: Page = typeof document === 'undefined' ? { hidden: false } : document;

const watches = new Set<() => void>();
/** Something was written: everything on the page is asked for again. A module stands once on a page, so all components hear it. */
export const announce = (): void => {
  for (const again of watches) again();
};

/**
 * Asks one question for as long as its component stands on the page. It is what React Query does for the HubSpot cards: an answer that
 * was overtaken by a newer question is dropped, the last good answer stays while a newer one fails, and the next question comes after
 * `every` milliseconds. A page in the background asks nothing: Salesforce keeps many tabs open, and each question is a callout of the org.
 */
export function watch<Data>(options: {
  ask: () => Promise<Data>;
  every: (state: Watched<Data>) => number;
  tell: (state: Watched<Data>) => void;
  problemOf: (error: unknown) => Problem;
  page?: Page;
}): Watch<Data> {
  const page = options.page ?? here;
  let state: Watched<Data> = { data: null, problem: null, asking: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let question = 0;
  let stopped = false;
  const become = (next: Partial<Watched<Data>>) => {
    state = { ...state, ...next };
    options.tell(state);
  };
  async function ask(how: () => Promise<Data> = options.ask): Promise<void> {
    if (stopped) return;
    clearTimeout(timer);
    question += 1;
    const mine = question;
    const isOld = () => stopped || mine !== question;
    become({ asking: true });
    try {
      const data = await how();
      if (isOld()) return;
      become({ data, problem: null, asking: false });
    } catch (error) {
      if (isOld()) return;
      become({ problem: options.problemOf(error), asking: false });
    }
    timer = setTimeout(next, options.every(state));
  }
  const next = (): void => {
    if (!page.hidden) void ask();
    else timer = setTimeout(next, options.every(state));
  };
  const again = (): void => void ask();
  watches.add(again);
  void ask();
  return {
    ask,
    stop() {
      stopped = true;
      clearTimeout(timer);
      watches.delete(again);
    },
  };
}
