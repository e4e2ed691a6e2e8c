import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';

const t = translator('en');
/** Axe looks at a page and its frame for a second or two each time; a busy machine takes longer. */
const LONG = { timeout: 120_000 };
type Deal = { id: number; situation: string; organization: number };
type Orders = { orders: { number: string; reference: string | null }[] };

describe.skipIf(browserPath === null)('the panel in Pipedrive, in a real browser', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  let deals: Deal[];
  let panel: FrameLocator;
  const ordersOf = async () => ((await (await fetch(`${product.erpUrl}/orders`)).json()) as Orders).orders;
  const dealOf = (situation: string) => deals.find((deal) => deal.situation === situation)?.id ?? 0;
  async function open(path: string): Promise<void> {
    await page.goto(`${product.pageUrl}/pipedrive/${path}`);
    panel = page.frameLocator('iframe[title="Backroom"]');
    await panel.getByRole('tab').first().waitFor();
  }
  /** Whether the focus is in the frame, on an element with this test id. */
  const isFocused = (name: string) =>
    panel
      .locator(':focus')
      .evaluateAll((all, wanted) => all.some((each) => each.getAttribute('data-testid') === wanted), name);
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await browser.newPage();
    ({ deals } = (await (await fetch(`${product.pageUrl}/__pipedrive/deals`)).json()) as { deals: Deal[] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  test('it shows what stands against the order; its address keeps no token, its origin no cookie and no storage', async () => {
    await open(`deal/${dealOf('Short stock')}`);
    await panel.getByRole('heading', { level: 1, name: /warning/ }).waitFor();
    await open(`deal/${dealOf('All well')}`);
    await panel.getByRole('heading', { level: 1, name: t('verdict.ready') }).waitFor();
    const frame = page.frames().find((each) => each.url().startsWith(product.backendUrl));
    expect(frame?.url()).toBe(`${product.backendUrl}/embed/pipedrive/`);
    expect(await browser.cookies(product.backendUrl)).toEqual([]);
    expect(await frame?.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });
  test('a page of another origin may not hold it', async () => {
    const other = await browser.newPage();
    await other.goto(`${product.pageUrl.replace('127.0.0.1', 'localhost')}/pipedrive/deal/${dealOf('All well')}`);
    const refused = await other.waitForEvent('console', {
      predicate: (told) => told.text().includes('frame-ancestors'),
    });
    expect(refused.text()).toContain(product.pageUrl);
    await other.close();
  });
  test.each([
    ['narrow', 352],
    ['beside the record', 1280],
  ])('axe finds nothing on it, %s, light and dark, on each tab', LONG, async (_, width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const isDark of [false, true]) {
      await page.getByLabel('Dark').setChecked(isDark);
      for (const tab of ['order', 'stock', 'invoices', 'returns'] as const) {
        await panel.getByRole('tab', { name: t(tab), exact: true }).click();
        await expect.poll(() => panel.locator('.skeleton, .shell').count()).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      }
    }
    await page.getByLabel('Dark').setChecked(false);
  });
  test('nothing is cut, and the frame has no scroll bar of its own', async () => {
    await panel.getByRole('tab', { name: t('order'), exact: true }).click();
    const cut = () =>
      panel.locator('html').evaluate((html) => [html.scrollWidth - innerWidth, html.scrollHeight - innerHeight]);
    await expect.poll(cut).toEqual([0, 0]);
  });
  test('the window of the order shows what would be sent, and axe finds nothing on it', LONG, async () => {
    await panel.getByRole('button', { name: t('details') }).click();
    const order = page.frameLocator('iframe[title="Backroom order"]');
    await order.getByText(t('order.details_title')).waitFor();
    await order.getByTestId('convert').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
  });
  test('a quote is ordered by keyboard alone, once, and the deal has the number', LONG, async () => {
    await open(`deal/${dealOf('All well')}`);
    await panel.getByTestId('convert').waitFor();
    for (let presses = 0; presses < 60 && !(await isFocused('convert')); presses += 1) await page.keyboard.press('Tab');
    expect(await isFocused('convert')).toBe(true);
    await page.keyboard.press('Enter');
    const told = panel.getByRole('heading', { level: 1, name: /^Ordered as / });
    await told.waitFor();
    const number = (await told.textContent())?.replace('Ordered as ', '') ?? '';
    const orders = await ordersOf();
    const order = orders.find((each) => each.number === number);
    expect(orders.filter(({ reference }) => reference === order?.reference)).toEqual([order]);
    const shown = page.locator('[data-field="ERP order number"]', { hasText: number });
    await expect
      .poll(async () => {
        await page.reload();
        await panel.getByRole('tab').first().waitFor();
        return shown.count();
      })
      .toBe(1);
    await panel.getByRole('heading', { level: 1, name: number }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
  test('the organisation has its credit, invoices and orders', async () => {
    await open(`organization/${deals.find(({ situation }) => situation === 'All well')?.organization}`);
    await panel.getByText(t('credit.limit')).waitFor();
    await panel.getByRole('tab', { name: t('orders'), exact: true }).press('Enter');
    await panel.getByRole('table', { name: t('orders') }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
