import type { Page } from 'playwright-core';

type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
};
type Scope = typeof globalThis & { shifts: { value: number; what: string[] }[] };

/** Counts from the next page on what moves without anybody's doing, as the browser itself judges it. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const scope = globalThis as Scope;
    scope.shifts = [];
    const nameOf = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return element ? `${element.tagName.toLowerCase()}.${element.className}` : 'gone';
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        if (!entry.hadRecentInput)
          scope.shifts.push({
            value: entry.value,
            what: entry.sources.map(
              ({ node, previousRect, currentRect }) =>
                `${nameOf(node)} ${Math.round(previousRect.y)}→${Math.round(currentRect.y)}`,
            ),
          });
    }).observe({ type: 'layout-shift', buffered: true });
  });
/** The sum, which is no less than what browsers report as the score, and what moved. */
export async function shiftsOf(page: Page): Promise<{ total: number; moved: string[] }> {
  const shifts = await page.evaluate(() => (globalThis as Scope).shifts);
  return {
    total: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.map(({ value, what }) => `${value.toFixed(3)}: ${what.join(', ')}`),
  };
}
