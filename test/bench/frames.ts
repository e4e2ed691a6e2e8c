import { embedWords } from '@backroom/shared/messages/embed';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { Product } from '../support/product.ts';
import { median, type Row, row } from './report.ts';

const ROUNDS = 7;
const MOST_MS = 1000;
type Scope = typeof globalThis & { verdictAt: number | null; pressedAt: number | null };
type Deals = { deals?: { id: number; situation: string }[]; opportunities?: { id: string; situation: string }[] };

/** Notes in each frame, by the clock that all frames share, when its first verdict is drawn and when a button of it was pressed. */
const watchFrames = (page: Page) =>
  page.addInitScript(() => {
    const scope = globalThis as Scope;
    scope.verdictAt = null;
    scope.pressedAt = null;
    const now = () => performance.timeOrigin + performance.now();
    addEventListener('click', () => (scope.pressedAt ??= now()), true);
    const look = () => {
      const told = document.querySelector('.verdict h1')?.textContent ?? '';
      if (told !== '' && !/^Checking/.test(told)) scope.verdictAt = now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
async function frameOf(page: Page, product: Product): Promise<Frame> {
  await page.locator('iframe[title="Backroom"]').waitFor();
  const isOurs = (frame: Frame) => frame.url().startsWith(`${product.backendUrl}/embed/`);
  return page.frames().find(isOurs) ?? page.waitForEvent('framenavigated', { predicate: isOurs });
}
/** When its verdict came, and when a button was pressed. */
async function verdictIn(frame: Frame) {
  await frame.waitForFunction(() => (globalThis as Scope).verdictAt !== null, null, { timeout: 120_000 });
  return frame.evaluate(() => {
    const { verdictAt, pressedAt } = globalThis as Scope;
    return { verdictAt: verdictAt ?? Number.NaN, pressedAt: pressedAt ?? Number.NaN };
  });
}
/** The CRM tells who looks. */
const opened = (pages: string) => async (page: Page, product: Product, id: string) => {
  await page.goto(`${product.pageUrl}/${pages}/${id}`);
  const { verdictAt } = await verdictIn(await frameOf(page, product));
  return verdictAt - (await page.evaluate(() => performance.timeOrigin));
};
/** Its person signs in by a window first, once in each page that is opened. */
const signedIn = (pages: string) => async (page: Page, product: Product, id: string) => {
  await page.goto(`${product.pageUrl}/${pages}/${id}`);
  const frame = await frameOf(page, product);
  await frame.getByRole('button', { name: embedWords.en.signIn }).click();
  const { verdictAt, pressedAt } = await verdictIn(frame);
  return verdictAt - pressedAt;
};

/** What a rep waits for in a frame: from opening the CRM's page, or from the press that signs in, to the verdict. */
export async function benchFrames(product: Product, browser: BrowserContext): Promise<Row[]> {
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await watchFrames(page);
  const idOf = async (path: string) => {
    const { deals, opportunities } = (await (await fetch(`${product.pageUrl}${path}`)).json()) as Deals;
    return String((deals ?? opportunities)?.find(({ situation }) => situation === 'All well')?.id);
  };
  const surfaces = [
    ['Pipedrive, deal panel, warm: opened to verdict', opened('pipedrive/deal'), '/__pipedrive/deals'],
    ['Odoo CRM, form, warm: opened to verdict', opened('odoo/opportunity'), '/__odoo/opportunities'],
    [
      'Dynamics 365 Sales, form, warm: signed in to verdict',
      signedIn('dynamics/opportunity'),
      '/__dynamics/opportunities',
    ],
    [
      'SAP Sales Cloud, mashup, warm: signed in to verdict',
      signedIn('sap-sales-cloud/opportunity'),
      '/__sap-sales-cloud/opportunities',
    ],
  ] as const;
  const rows: Row[] = [];
  for (const [what, open, list] of surfaces) {
    const id = await idOf(list);
    // The first visit reads the CRM and the ERP.
    await open(page, product, id);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // A CRM's token names the second: two openings in one carry the same token, and the second one is a replay to us.
      await page.waitForTimeout(1100);
      times.push(await open(page, product, id));
    }
    const time = median(times);
    rows.push(row(`${what} (median of ${ROUNDS})`, `${time.toFixed(0)} ms`, '≤ 1 s', time <= MOST_MS));
  }
  await page.close();
  return rows;
}
