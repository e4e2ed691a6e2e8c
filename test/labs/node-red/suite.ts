import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killAmongWrites } from './kill.ts';
import { kitOver } from './kit.ts';

type Lab = Parameters<typeof kitOver>[0] & Parameters<typeof killAmongWrites>[0] & { close: () => unknown };

/** What a shipped flow has to show in its tool: the kit with faults on both sides of it, and a kill among writes. `…Ms`: how long each may take. */
export function flowSuite(options: {
  title: string;
  isAsked: boolean;
  open: () => Promise<Lab>;
  openMs: number;
  kitMs: number;
  killMs: number;
}): void {
  const { title, isAsked, open, openMs, kitMs, killMs } = options;
  describe.skipIf(!isAsked)(title, () => {
    let lab: Lab;
    beforeAll(async () => {
      lab = await open();
    }, openMs);
    afterAll(() => lab?.close());

    test.each(['before the flow', 'behind the flow'] as const)(
      'passes the kit with faults %s',
      async (where) => {
        const { failed, skipped, ok } = await kitOver(lab, where);
        console.log(`${where}: ${ok} ok, ${failed.length} failed, ${skipped.length} skipped`);
        expect(failed).toEqual([]);
        expect(ok).toBeGreaterThan(50);
      },
      kitMs,
    );

    test(
      'killed at a write and started again it has each order once, and answers it to who looks it up',
      async () => {
        await killAmongWrites(lab);
      },
      killMs,
    );
  });
}
