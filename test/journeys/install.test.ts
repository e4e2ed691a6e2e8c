import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';

describe.skipIf(browserPath === null)('from an empty database to a pilot order', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    product = await startProduct({}, ['--fresh']);
    browser = await openBrowser();
    page = await browser.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  /** Presses Tab until the wanted control has the focus. */
  async function tabTo(selector: string): Promise<void> {
    await page.locator(selector).first().waitFor();
    for (let presses = 0; presses < 120; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not get to ${selector}`);
  }
  const enter = async (selector: string): Promise<void> => {
    await tabTo(selector);
    await page.keyboard.press('Enter');
  };
  const arrive = (step: string) => page.waitForURL(new RegExp(`/desk/setup/${step}`), { timeout: 60_000 });
  async function isAccessible(): Promise<void> {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }

  test('it is installed from the marketplace, and the settings lead into the wizard', async () => {
    await page.goto(`${product.pageUrl}/marketplace`);
    await enter('button');
    await page.waitForURL(/marketplace\/installed/);
    await page.goto(`${product.pageUrl}/settings`);
    const link = page.getByRole('link', { name: /Connect/ });
    await link.waitFor({ timeout: 60_000 });
    await page.goto((await link.getAttribute('href')) ?? '');
    await page.waitForURL(/\/desk\/setup$/);
    await isAccessible();
  }, 120_000);

  test('the wizard is walked by keyboard alone; each page is accessible on a phone and a desktop', async () => {
    await enter('a.first');
    await arrive('erp');
    await isAccessible();
    await tabTo('input[name=erp]');
    for (let presses = 0; presses < 12; presses += 1) {
      if (await page.evaluate(() => document.activeElement?.matches('input[value=bridge]') ?? false)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Space');
    await enter('form.act button.first');
    await arrive('access');
    await tabTo('#url');
    await page.keyboard.type(product.erpUrl);
    await tabTo('#key');
    await page.keyboard.type('not-the-key');
    await tabTo('input[name=test]');
    await page.keyboard.press('Space');
    await enter('form.act button.first');
    await page.locator('#failure').waitFor();
    await isAccessible();
    expect(await page.locator('#url').inputValue()).toBe(product.erpUrl);
    await tabTo('#key');
    await page.keyboard.type('demo-erp-key');
    await enter('form.act button.first');
    await arrive('test');
    await page.locator('#check-connection[data-state=pass]').waitFor();
    await isAccessible();
    await enter('a.first');
    await arrive('flows');
    for (const flow of ['customers', 'orders', 'stock', 'pricing']) {
      await tabTo(`input[value=${flow}]`);
      await page.keyboard.press('Space');
    }
    await isAccessible();
    await enter('form.act button.first');
    await arrive('fields');
    await isAccessible();
    await enter('form.act button.first');
    await arrive('duplicates');
    await enter('form.act button.first');
    await page.locator('#state .tag').first().waitFor();
    await isAccessible();
    await enter('form:last-of-type button.first');
    await arrive('preflight');
    await isAccessible();
    await enter('form.act button.first');
    await arrive('pilot');
    await isAccessible();
    await enter('form.act button.first');
    await arrive('live');
    await page.locator('#check-pilot[data-state=fail]').waitFor();
    await isAccessible();
  }, 240_000);

  test('a pilot user sees the ERP’s figures on a deal, and converts it', async () => {
    await page.setViewportSize({ width: 1360, height: 900 });
    await page.goto(`${product.pageUrl}/deals/5001`);
    const card = (uid: string) => page.locator(`[data-card="backroom-${uid}"]`);
    await card('deal-stock-prices')
      .getByRole('row', { name: /available/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await linkCompany();
    await page.goto(`${product.pageUrl}/deals/5001`);
    await card('deal-order').getByTestId('convert').click({ timeout: 60_000 });
    await page.locator('[data-property="backroom_order_number"]').waitFor({ timeout: 60_000 });
  }, 240_000);
  /** As the customer card does when a candidate is chosen. */
  async function linkCompany(): Promise<void> {
    const { ask } = await import('../support/card.ts');
    type Candidates = { panels: { customer: { data: { candidates: { customer: { id: string } }[] } } } };
    const found = await ask<Candidates>(product.backendUrl, '/v1/records/deal/5001/panels?only=customer');
    const customerId = found.panels.customer.data.candidates[0]?.customer.id;
    await ask(product.backendUrl, '/v1/records/deal/5001/link', {
      method: 'POST',
      body: { action: 'link', customerId },
    });
  }

  test('the preflight sees the pilot order, and everybody goes live', async () => {
    await page.goto(`${product.pageUrl}/settings`);
    await page.goto(`${product.pageUrl}/desk`);
    await page.goto(new URL('/desk/setup/live', page.url()).href);
    await page.locator('form.act').waitFor();
    expect(await page.locator('#check-pilot[data-state=fail]').count()).toBe(0);
    const anyway = page.locator('input[name=anyway]');
    if ((await anyway.count()) > 0) {
      await tabTo('input[name=anyway]');
      await page.keyboard.press('Space');
    }
    await enter('form.act button.first');
    await page.waitForURL(/\/desk\/setup$/);
    await page.getByText('Everything is set up').waitFor();
    for (const path of [
      'connections',
      'connections/main',
      'connections/main/access',
      'flows',
      'policies',
      'approvals',
    ]) {
      await page.goto(new URL(`/desk/${path}`, page.url()).href);
      await isAccessible();
    }
  }, 120_000);
});
