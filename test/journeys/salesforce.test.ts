import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';

// The same deal on its HubSpot page and on its Salesforce page, in one browser: HubSpot's cards and the real LWCs.

const cardOf = {
  stock: 'deal-stock-prices',
  order: 'deal-order',
  invoices: 'deal-invoices-credit',
  overview: 'deal-overview',
};
const lwcOf = {
  stock: 'c-backroom-stock-and-prices',
  order: 'c-backroom-order',
  invoices: 'c-backroom-invoices-and-credit',
  overview: 'c-backroom-overview',
};
type Part = keyof typeof cardOf;

describe.skipIf(browserPath === null)('one deal on the pages of two CRMs', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await browser.newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  const hubspot = (part: Part) => page.locator(`[data-card="backroom-${cardOf[part]}"]`);
  const salesforce = (part: Part) => page.locator(`[data-lwc="${lwcOf[part]}"]`);
  const switchTo = async (crm: 'HubSpot' | 'Salesforce') => {
    await page.getByRole('navigation', { name: 'CRM' }).getByRole('link', { name: crm }).click();
    await page.getByRole('navigation', { name: 'CRM' }).locator('[aria-current]', { hasText: crm }).waitFor();
  };
  /** The words of each row and figure, without what a CRM draws around them. */
  const rowsIn = async (where: Locator) => {
    await where.getByRole('row').nth(1).waitFor();
    const rows = await where.getByRole('row').all();
    return Promise.all(
      rows.map(async (row) =>
        (await row.locator('th, td').allInnerTexts()).map((text) =>
          text.replace(/[↕↑↓]/g, '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
  };
  const figuresIn = async (where: Locator) => {
    await where.locator('dd').first().waitFor();
    return [await where.locator('dt').allInnerTexts(), await where.locator('dd').allInnerTexts()];
  };

  test.each(['5001', '5002', '5004', '5011'])(
    'deal %s: same figures, same checks, same words',
    async (deal) => {
      await page.goto(`${product.pageUrl}/deals/${deal}`);
      await hubspot('order').getByTestId('convert').waitFor();
      await hubspot('overview').locator('dd').first().waitFor();
      const told = [];
      for (const part of ['stock', 'order'] as const)
        told.push(await rowsIn(hubspot(part)), await figuresIn(hubspot(part)));
      told.push(await figuresIn(hubspot('overview')), await figuresIn(hubspot('invoices')));
      const checks = await hubspot('order').locator('.status').allInnerTexts();
      expect(checks.length).toBeGreaterThan(0);
      expect(told.flat(2).length).toBeGreaterThan(40);
      await switchTo('Salesforce');
      // The first to come waits until the components are built.
      await salesforce('order').getByRole('button', { name: 'Convert to order' }).waitFor({ timeout: 120_000 });
      await salesforce('overview').locator('dd').first().waitFor();
      const seen = [];
      for (const part of ['stock', 'order'] as const)
        seen.push(await rowsIn(salesforce(part)), await figuresIn(salesforce(part)));
      seen.push(await figuresIn(salesforce('overview')), await figuresIn(salesforce('invoices')));
      expect(seen).toEqual(told);
      expect(await salesforce('order').locator('ul .heading').allInnerTexts()).toEqual(checks);
      expect(await axeFindings(page)).toEqual([]);
    },
    180_000,
  );
  test('axe finds nothing on it in the dark, on an account, on a quote, on the settings', async () => {
    await page.getByLabel('Dark').check();
    for (const path of [
      '/salesforce/deals/5004',
      '/salesforce/companies/7004',
      '/salesforce/deals/5001/quote',
      '/salesforce/settings',
    ]) {
      await page.goto(`${product.pageUrl}${path}`);
      await page.locator('[data-lwc] dd').first().waitFor();
      await expect.poll(() => page.getByText('Loading ERP data').count(), { timeout: 20_000 }).toBe(0);
      expect(await axeFindings(page), path).toEqual([]);
    }
    await page.getByLabel('Dark').uncheck();
  }, 90_000);
  test('what is converted in Salesforce is an order in HubSpot, and cannot be converted again', async () => {
    await page.goto(`${product.pageUrl}/salesforce/deals/5001`);
    await salesforce('order').getByRole('button', { name: 'Convert to order' }).click();
    const heading = salesforce('order').getByRole('heading', { name: /^ERP order / });
    await heading.waitFor({ timeout: 20_000 });
    const number = ((await heading.textContent()) ?? '').replace('ERP order ', '');
    // The field that the backend wrote, on the page's own header.
    await page.locator('[data-field="Backroom_Order_Number__c"]', { hasText: number }).waitFor();
    await switchTo('HubSpot');
    await hubspot('order').getByText(`ERP order ${number}`).waitFor();
    expect(await hubspot('order').getByTestId('convert').count()).toBe(0);
  }, 60_000);
  test('and the other way round', async () => {
    await page.goto(`${product.pageUrl}/deals/5011`);
    await hubspot('order').getByTestId('convert').click();
    const heading = hubspot('order').getByRole('heading', { name: /^ERP order / });
    await heading.waitFor({ timeout: 20_000 });
    const text = (await heading.textContent()) ?? '';
    await switchTo('Salesforce');
    await salesforce('order').getByRole('heading', { name: text }).waitFor();
    expect(await salesforce('order').getByRole('button', { name: 'Convert to order' }).count()).toBe(0);
  }, 60_000);
  test('a user without the permission set is told so, in every card', async () => {
    await page.goto(`${product.pageUrl}/salesforce/deals/5002?as=none`);
    await page.getByText('No permission').nth(4).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
