import type { AccountId } from '@backroom/shared';
import type { Batch } from './queue.ts';

type Options<Item> = {
  /** Claims at most `free` due items of the account. */
  claim: (account: AccountId, free: number) => Promise<Batch<Item>>;
  /** Works one item to where it rests. What it gives is done when the item's place is free. Rejects with nothing but a fault of ours. */
  run: (item: Item) => Promise<(() => Promise<void>) | null>;
  onError: (error: unknown) => void;
};

/** So many calls one process has under way. They wait for others, not for us; more would only make the clock of each stand still. */
const CAPACITY = 64;
const AFTER_FAULT_MS = 1000;

/**
 * Draws due work of many accounts, each as fast as its lane allows. An account whose lane is full or held costs nothing, and one with a
 * thousand waiting orders takes no more places than its lane has: that is the fairness. Timers are a comfort; the sweep finds what they miss.
 */
export function createPump<Item>({ claim, run, onError }: Options<Item>) {
  let running = 0;
  let following = 0;
  let stopped = false;
  const drawing = new Set<AccountId>();
  const again = new Set<AccountId>();
  /** Accounts that found the process full, first come first served. */
  const queue = new Set<AccountId>();
  const timers = new Map<AccountId, { at: number; timer: NodeJS.Timeout }>();
  let idle: (() => void)[] = [];

  function wakeLater(account: AccountId, inMs: number): void {
    const at = performance.now() + inMs;
    const known = timers.get(account);
    if (known && known.at <= at) return;
    if (known) clearTimeout(known.timer);
    const timer = setTimeout(
      () => {
        timers.delete(account);
        wake(account);
      },
      Math.min(Math.max(0, inMs) + 1, 60_000),
    );
    timers.set(account, { at, timer });
  }
  function finished(account: AccountId): void {
    running -= 1;
    const [next] = queue;
    if (next) {
      queue.delete(next);
      wake(next);
    }
    wake(account);
  }
  const isIdle = () => running === 0 && following === 0 && drawing.size === 0;
  function rest(): void {
    if (!isIdle()) return;
    const waiting = idle;
    idle = [];
    for (const done of waiting) done();
  }
  async function work(account: AccountId, item: Item): Promise<void> {
    running += 1;
    following += 1;
    let after: (() => Promise<void>) | null = null;
    try {
      after = await run(item);
    } catch (error) {
      onError(error);
    }
    finished(account);
    await after?.().catch(onError);
    following -= 1;
    rest();
  }
  async function draw(account: AccountId): Promise<void> {
    let more: number | null = null;
    do {
      again.delete(account);
      const free = CAPACITY - running;
      if (free <= 0) {
        queue.add(account);
        return;
      }
      const { items, wakeInMs } = await claim(account, free);
      for (const item of items) {
        void work(account, item);
      }
      more = wakeInMs;
    } while (again.has(account) && !stopped);
    // A timer that is shorter than a claim would keep this drawing for ever.
    if (more !== null && !stopped) wakeLater(account, more);
  }
  function wake(account: AccountId): void {
    if (stopped) return;
    if (drawing.has(account)) {
      again.add(account);
      return;
    }
    drawing.add(account);
    void draw(account)
      .catch((error: unknown) => {
        onError(error);
        wakeLater(account, AFTER_FAULT_MS);
      })
      .finally(() => {
        drawing.delete(account);
        if (again.delete(account)) wake(account);
        rest();
      });
  }
  /** Resolves when nothing runs and nothing is being drawn. */
  const settled = () => new Promise<void>((done) => (isIdle() ? done() : idle.push(done)));
  return {
    wake,
    settled,
    /** Takes nothing new and waits for what runs, at most so long: leases hand the rest to others. */
    async stop(withinMs: number): Promise<void> {
      stopped = true;
      for (const { timer } of timers.values()) clearTimeout(timer);
      timers.clear();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        settled(),
        new Promise<void>((done) => {
          timer = setTimeout(done, withinMs);
        }),
      ]);
      clearTimeout(timer);
    },
  };
}
