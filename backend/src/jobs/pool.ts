type Options<Item> = {
  /** Items that one process works on at once. */
  size: number;
  /** Claims at most `free` due items, whose ever they are. */
  claim: (free: number) => Promise<readonly Item[]>;
  /** Works one item to where it rests. Notes its own failures; rejects with nothing but a fault of ours. */
  run: (item: Item) => Promise<void>;
  onError: (error: unknown) => void;
};

/** Draws due work of all accounts together. For slow work that needs no place of its own for each account; see `pump.ts` for work that does. */
export function createPool<Item>({ size, claim, run, onError }: Options<Item>) {
  let stopped = false;
  let drawing: Promise<void> | null = null;
  let again = false;
  const active = new Set<Promise<void>>();

  function work(item: Item): void {
    const working: Promise<void> = run(item)
      .catch(onError)
      .then(() => {
        active.delete(working);
        return draw();
      });
    active.add(working);
  }
  async function drawAll(): Promise<void> {
    do {
      again = false;
      const free = size - active.size;
      if (free <= 0 || stopped) return;
      for (const item of await claim(free)) work(item);
    } while (again);
  }
  /** Resolves when everything that is due and fits in is under way. */
  function draw(): Promise<void> {
    again = true;
    drawing ??= drawAll()
      .catch(onError)
      .finally(() => {
        drawing = null;
      });
    return drawing;
  }
  async function settled(): Promise<void> {
    while (active.size > 0 || drawing) await Promise.all([...active, drawing]);
  }
  return {
    draw,
    /** When nothing is under way. */
    settled,
    /** Takes nothing new and waits for what runs; the caller tells the work under way to end. */
    async stop(): Promise<void> {
      stopped = true;
      await settled();
    },
  };
}
