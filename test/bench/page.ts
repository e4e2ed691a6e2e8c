import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { type Product, startProduct } from '../support/product.ts';
import { benchFrames } from './frames.ts';
import { median, type Row, row } from './report.ts';

const ROUNDS = 7;
/** A rep opens a record after another: the processes have ended what the one before made them do. */
const PAUSE_MS = 1200;
const pages = { HubSpot: '/deals/5001', Salesforce: '/salesforce/deals/5001' } as const;
const widths = [1440, 320];
type Scope = typeof globalThis & { verdictAt: number | null; pageAt: number | null };

/** Notes when the CRM's own part of the page is drawn, and when the first headline other than "Checking…" is. */
const watchVerdict = (page: Page) =>
  page.addInitScript(() => {
    const scope = globalThis as Scope;
    scope.verdictAt = null;
    scope.pageAt = null;
    const shown = (root: Document | ShadowRoot): boolean =>
      [...root.querySelectorAll('.alert strong, .verdict c-backroom-note')].some(
        (each) => !/^Checking/.test(each.shadowRoot?.querySelector('.heading')?.textContent ?? each.textContent ?? ''),
      ) || [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && shown(shadowRoot));
    const look = () => {
      if (scope.pageAt === null && document.querySelector('h1')) scope.pageAt = performance.now();
      if (document.body && shown(document)) scope.verdictAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
/** Milliseconds from opening to the CRM's own page, and to the verdict on it. */
async function open(page: Page, url: string): Promise<{ own: number; verdict: number }> {
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as Scope).verdictAt !== null, null, { timeout: 120_000 });
  return page.evaluate(() => {
    const { pageAt, verdictAt } = globalThis as Scope;
    return { own: pageAt ?? Number.NaN, verdict: verdictAt ?? Number.NaN };
  });
}
/** Until nothing more comes: what moves after the verdict counts as well. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('[data-lwc]:empty, .card > h2:only-child').length === 0);
  await page.getByText('Loading ERP data…').first().waitFor({ state: 'detached' });
}

async function benchOf(product: Product, page: Page, crm: keyof typeof pages): Promise<Row[]> {
  const url = `${product.pageUrl}${pages[crm]}`;
  // The first visit builds the components and reads the ERP.
  await open(page, url);
  await settled(page);
  const times: Awaited<ReturnType<typeof open>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.waitForTimeout(PAUSE_MS);
    times.push(await open(page, url));
    // Cards of the page before would still be asking.
    await settled(page);
  }
  const shifts: Row[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, url);
    await settled(page);
    const { total } = await shiftsOf(page);
    shifts.push(row(`${crm}, deal page at ${width} px, layout shift`, total.toFixed(3), '≤ 0.05', total <= 0.05));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  const time = median(times.map(({ verdict }) => verdict));
  const own = median(times.map((each) => each.own));
  const what = `${crm}, deal page, warm: opened to verdict (median of ${ROUNDS}; the CRM's own page beside: ${own.toFixed(0)} ms)`;
  return [row(what, `${time.toFixed(0)} ms`, '≤ 300 ms', time <= 300), ...shifts];
}

/** What a rep waits for and what jumps under the hand, in a real browser on the pages of the CRMs. */
export async function benchPage(): Promise<Row[]> {
  const product = await startProduct({ PLAYGROUND_CRMS: 'pipedrive,dynamics-sales,sap-sales-cloud,odoo-crm' });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await watchShifts(page);
    await watchVerdict(page);
    const rows: Row[] = [];
    for (const crm of ['HubSpot', 'Salesforce'] as const) rows.push(...(await benchOf(product, page, crm)));
    rows.push(...(await benchFrames(product, browser)));
    return rows;
  } finally {
    await browser.close();
    await product.remove();
  }
}
