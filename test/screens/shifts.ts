import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { type Product, startProduct } from '../support/product.ts';
import {
  type Crm,
  crms,
  deals,
  orderWithoutErp,
  pagesOf,
  prepare,
  type Screen,
  settled,
  withoutErp,
} from './states.ts';

const widths = [1440, 320];
const GOAL = 0.05;

/** The shift of one page at each width. Says what moved where it is more than the goal. */
async function shiftsAt(page: Page, product: Product, { name, path }: Screen): Promise<number[]> {
  const totals: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${product.pageUrl}${path}`);
    await settled(page);
    // What follows the figures: the way to the desk, fonts, a second answer.
    await page.waitForTimeout(1000);
    const { total, moved } = await shiftsOf(page);
    if (total > GOAL) process.stderr.write(`${name} at ${width} px: ${total.toFixed(3)}\n  ${moved.join('\n  ')}\n`);
    totals.push(total);
  }
  return totals;
}

/** In one CRM, with orders of its own: the shifts by the name of the page. */
async function measureIn(browser: BrowserContext, crm: Crm): Promise<Map<string, number[]>> {
  const product = await startProduct();
  const page = await browser.newPage();
  await watchShifts(page);
  const found = new Map<string, number[]>();
  const measure = async (named: Record<string, string>) => {
    for (const screen of pagesOf(crm, named)) {
      await page.goto(`${product.pageUrl}${screen.path}`);
      await settled(page);
      found.set(screen.name, await shiftsAt(page, product, screen));
    }
  };
  try {
    await prepare(product, crm);
    await measure(deals);
    await product.switches({ outage: true });
    await orderWithoutErp(product, crm, withoutErp.waiting);
    await measure(withoutErp);
  } finally {
    await page.close();
    await product.remove();
  }
  return found;
}

/** `npm run screens -- --shifts`: how much each state of a deal moves while its page loads, after one visit. */
export async function measureShifts(): Promise<void> {
  const browser = await openBrowser();
  const found = new Map<string, number[]>();
  try {
    for (const crm of crms) for (const [name, totals] of await measureIn(browser, crm)) found.set(name, totals);
  } finally {
    await browser.close();
  }
  const heads = ['HubSpot', 'Salesforce'].flatMap((crm) => widths.map((width) => `${crm}, ${width} px`));
  const rows = Object.keys({ ...deals, ...withoutErp }).map((state) => [
    state,
    ...crms.flatMap((crm) => found.get(`${crm}-${state}`)?.map((each) => each.toFixed(3)) ?? []),
  ]);
  for (const row of [['state', ...heads], Array(heads.length + 1).fill('---'), ...rows])
    process.stdout.write(`| ${row.join(' | ')} |\n`);
}
