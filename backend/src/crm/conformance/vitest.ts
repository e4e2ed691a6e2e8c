import { afterAll, describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import type { Subject } from './subject.ts';

/** Registers the whole suite over a CRM. Each case has a CRM of its own; a skipped one prints its reason. */
export function conformance(subject: Subject): void {
  if (subject.unavailable) {
    console.log(`${subject.name} did not run: ${subject.unavailable}`);
    describe.skip(`${subject.name} keeps the CRM contract`, () => test('not run', () => {}));
    return;
  }
  describe(`${subject.name} keeps the CRM contract`, () => {
    const skipped: string[] = [];
    // The short reporter counts skips without their reasons.
    afterAll(() => {
      if (skipped.length > 0) console.log(`${subject.name} skips\n${skipped.join('\n')}`);
    });
    test('declared lacks name cases', async () => {
      const { lacks, close } = await subject.open('declared lacks name cases');
      await close();
      const names = cases.map(({ name }) => name);
      expect(Object.keys(lacks).filter((name) => !names.includes(name))).toEqual([]);
    });
    for (const { name, needs = [], run } of cases)
      test(name, async ({ skip }) => {
        const opened = await subject.open(name);
        try {
          const missing = needs.find((each) => opened[each] === undefined);
          const reason = opened.lacks[name] ?? (missing === undefined ? null : `no way to show it: ${missing}`);
          if (reason !== null) {
            skipped.push(`- ${name}: ${reason}`);
            return skip(reason);
          }
          await run(opened);
        } finally {
          await opened.close();
        }
      });
  });
}
