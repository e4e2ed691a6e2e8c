import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { type Context, contextOf, runCase } from './kit.ts';
import type { Subject } from './subject.ts';

/** A real ERP on a busy machine may need its time for a case of 500 lines or a dozen orders. */
const CASE_MS = 180_000;
/** A lab that has to be brought up first. */
const OPEN_MS = 600_000;

/** Registers the whole suite over a subject. A skipped case prints its reason. */
export function conformance(subject: Subject): void {
  describe(`${subject.name} keeps the ERP contract`, () => {
    let context: (Context & { close: () => Promise<void> }) | null = null;
    let unavailable = '';
    beforeAll(async () => {
      const opened = await subject.open();
      if ('unavailable' in opened) unavailable = opened.unavailable;
      else context = await contextOf(opened);
    }, OPEN_MS);
    const skipped: string[] = [];
    afterAll(async () => {
      await context?.close();
      // The short reporter counts skips without their reasons.
      if (!context) console.log(`${subject.name} did not run: ${unavailable}`);
      else if (skipped.length > 0) console.log(`${subject.name} skips\n${skipped.join('\n')}`);
    });
    test('declared lacks name cases', () => {
      const names = cases.map(({ name }) => name);
      expect(Object.keys(context?.opened.lacks ?? {}).filter((name) => !names.includes(name))).toEqual([]);
    });
    for (const each of cases)
      test(
        each.name,
        async ({ skip }) => {
          if (!context) return skip(unavailable);
          const outcome = await runCase(each, context);
          if (outcome.state === 'skip') {
            skipped.push(`- ${each.name}: ${outcome.reason}`);
            return skip(outcome.reason);
          }
          if (outcome.state === 'fail') throw outcome.error;
        },
        CASE_MS,
      );
  });
}
