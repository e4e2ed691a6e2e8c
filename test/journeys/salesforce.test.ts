import { translator } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
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
const t = translator('en');
/** The verdict of an order, with its number. */
const converted = new RegExp(`^${t('verdict.ordered', { number: '(.+)' })}$`);

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
    // The first to come waits until the components are built.
    await page
      .getByRole('navigation', { name: 'CRM' })
      .locator('[aria-current]', { hasText: crm })
      .waitFor({ timeout: 120_000 });
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
    // Each CRM names its records as it does itself.
    const labels = (await where.locator('dt').allInnerTexts()).map((text) => text.replace('opportunity', 'deal'));
    return [labels, await where.locator('dd').allInnerTexts()];
  };

  test.each(['5001', '5002', '5004', '5011'])(
    'deal %s: same figures, same checks, same words',
    async (deal) => {
      await page.goto(`${product.pageUrl}/deals/${deal}`);
      await hubspot('order').getByTestId('convert').waitFor();
      await hubspot('overview').locator('dd').first().waitFor();
      const told = [await rowsIn(hubspot('stock')), await figuresIn(hubspot('order'))];
      told.push(await figuresIn(hubspot('overview')), await figuresIn(hubspot('invoices')));
      const verdict = await hubspot('order').locator('.alert strong').first().textContent();
      const checks = await hubspot('order').locator('.status').allInnerTexts();
      expect(told.flat(2).length).toBeGreaterThan(40);
      await switchTo('Salesforce');
      await salesforce('order')
        .getByRole('button', { name: t('order.convert') })
        .waitFor({ timeout: 120_000 });
      await salesforce('overview').locator('dd').first().waitFor();
      const seen = [await rowsIn(salesforce('stock')), await figuresIn(salesforce('order'))];
      seen.push(await figuresIn(salesforce('overview')), await figuresIn(salesforce('invoices')));
      expect(seen).toEqual(told);
      for (const part of ['order', 'overview'] as const) {
        expect(await salesforce(part).locator('c-backroom-verdict .heading').textContent()).toBe(verdict);
        expect(await salesforce(part).locator('ul .heading').allInnerTexts()).toEqual(checks);
      }
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
      await expect.poll(() => page.getByText(t('loading')).count(), { timeout: 20_000 }).toBe(0);
      expect(await axeFindings(page), path).toEqual([]);
    }
    await page.getByLabel('Dark').uncheck();
  }, 90_000);
  test('what is converted in Salesforce is an order in HubSpot, and cannot be converted again', async () => {
    await page.goto(`${product.pageUrl}/salesforce/deals/5001`);
    await salesforce('order')
      .getByRole('button', { name: t('order.convert') })
      .click();
    const heading = salesforce('order').getByText(converted);
    await heading.waitFor({ timeout: 20_000 });
    const number = converted.exec((await heading.textContent()) ?? '')?.[1] ?? 'none';
    // The field that the backend wrote, on the page's own header.
    await page.locator('[data-field="Backroom_Order_Number__c"]', { hasText: number }).waitFor();
    await switchTo('HubSpot');
    await hubspot('order').getByText(t('verdict.ordered', { number })).waitFor();
    expect(await hubspot('order').getByTestId('convert').count()).toBe(0);
  }, 60_000);
  test('and the other way round', async () => {
    await page.goto(`${product.pageUrl}/deals/5011`);
    await hubspot('order').getByTestId('convert').click();
    const heading = hubspot('order').getByText(converted);
    await heading.waitFor({ timeout: 20_000 });
    const text = (await heading.textContent()) ?? '';
    await switchTo('Salesforce');
    await salesforce('order').getByText(text).waitFor();
    expect(
      await salesforce('order')
        .getByRole('button', { name: t('order.convert') })
        .count(),
    ).toBe(0);
  }, 60_000);
  test('the ERP’s price on a line: Salesforce takes it and gives it back, HubSpot says that the published quote is locked', async () => {
    await page.goto(`${product.pageUrl}/deals/5003`);
    const locked = t('price.published', { price: '' }).split(',')[0] ?? '';
    await hubspot('order').getByText(locked).first().waitFor();
    expect(await hubspot('order').getByText(t('price.apply')).count()).toBe(0);
    await switchTo('Salesforce');
    const order = salesforce('order');
    const below = order.getByText('FLT-001: quoted €9.90, ERP price €13.34.');
    await below.waitFor();
    const press = (name: string) => order.getByRole('button', { name, exact: true }).first().click();
    await press(t('price.apply'));
    await order.getByText('€9.90 becomes €13.34 per unit').waitFor();
    // The way back took the place of what was pressed.
    await press(t('price.apply'));
    const changed = order.getByText('€9.90 changed to €13.34 per unit.');
    await changed.waitFor();
    await below.waitFor({ state: 'detached' });
    // The button that was pressed is gone: the keyboard goes on at the verdict.
    const focused = () =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.className;
      });
    expect(await focused()).toBe('verdict');
    expect(await axeFindings(page)).toEqual([]);
    await press(t('price.undo'));
    await below.waitFor();
    expect(await changed.count()).toBe(0);
  }, 60_000);
  test('a user without the permission set is told so, in every card', async () => {
    await page.goto(`${product.pageUrl}/salesforce/deals/5002?as=none`);
    await page
      .getByText(makeProblem('forbidden', 'en', '').title)
      .nth(4)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
