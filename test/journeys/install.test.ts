import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { type Product, startProduct, unhurried } from '../support/product.ts';
import { asHubSpotCard, goLive, installInHubSpot, keyboardOf, linkCompany, walkWizard } from '../support/wizard.ts';

type Opened = { product: Product; page: Page };
/** A CRM whose account does not exist yet. */
type Crm = {
  name: string;
  /** By keyboard, until the CRM's settings of Backroom lead into its console. */
  install: (opened: Opened) => Promise<void>;
  /** Asks the backend as a card does; `path` follows the deal's address. */
  askCard: (product: Product) => Parameters<typeof linkCompany>[0];
  deal: string;
  stock: string;
  convert: string;
  /** The order's number as the backend wrote it into the CRM. */
  written: string;
};

const hubspot: Crm = {
  name: 'HubSpot',
  install: ({ product, page }) => installInHubSpot(page, product),
  askCard: (product) => asHubSpotCard(product, '5001'),
  deal: '/deals/5001',
  stock: '[data-card="backroom-deal-stock-prices"]',
  convert: '[data-card="backroom-deal-order"] [data-testid="convert"]',
  written: '[data-property="backroom_order_number"]',
};
const salesforce: Crm = {
  name: 'Salesforce',
  async install({ product, page }) {
    const { tabTo, enter, fill } = keyboardOf(page);
    await page.goto(`${product.pageUrl}/appexchange`);
    await enter('button');
    const certificate = await page.locator('#certificate').inputValue();
    await enter('a[href*="/salesforce/oauth/install"]');
    await tabTo('textarea');
    await fill('textarea', certificate);
    await enter('button');
    await page.getByText('Is this your certificate?').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await enter('button');
    await page.getByText('The org is connected').first().waitFor();
    await page.goto(`${product.pageUrl}/salesforce/settings`);
    // The first to come waits until the components are built.
    const link = page.getByRole('link', { name: /Connect/ });
    await page.goto((await link.getAttribute('href', { timeout: 120_000 })) ?? '');
  },
  askCard:
    ({ pageUrl }) =>
    async (path, body) => {
      const { deals } = (await (await fetch(`${pageUrl}/__sf/context`)).json()) as {
        deals: { dealId: string; opportunityId: string }[];
      };
      const id = deals.find(({ dealId }) => dealId === '5001')?.opportunityId;
      const answer = await fetch(`${pageUrl}/__sf/apex`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          path: `/v1/records/deal/${id}/${path}`,
          ...(body ? { method: 'POST', body } : {}),
        }),
      });
      return ((await answer.json()) as { body: { data: never } }).body.data;
    },
  deal: '/salesforce/deals/5001',
  stock: '[data-lwc="c-backroom-stock-and-prices"]',
  convert: '[data-lwc="c-backroom-order"] button:has-text("Convert to order")',
  written: '[data-field="Backroom_Order_Number__c"]',
};

// That the pages are accessible is proved by console-pages.test.ts.
describe.skipIf(browserPath === null).each([{ crm: hubspot }, { crm: salesforce }])(
  'from an empty database to a pilot order in $crm.name',
  ({ crm }) => {
    let product: Product;
    let browser: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      product = await startProduct(unhurried, ['--fresh']);
      browser = await openBrowser();
      page = await browser.newPage();
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      await product?.remove();
    });

    test('it is installed as the marketplace does it, and the settings lead into the wizard', async () => {
      await crm.install({ product, page });
      await page.waitForURL(/\/desk\/setup$/);
    }, 240_000);

    test('the wizard is walked by keyboard alone', async () => {
      const access = { url: product.erpUrl, key: 'demo-erp-key' };
      await walkWizard(page, { erp: 'bridge', access, refused: { key: 'not-the-key' } });
    }, 240_000);

    test('a pilot user sees the ERP’s figures on a deal, and converts it', async () => {
      await page.setViewportSize({ width: 1360, height: 900 });
      const console = page.url();
      await page.goto(`${product.pageUrl}${crm.deal}`);
      await page
        .locator(crm.stock)
        .getByRole('row', { name: /available/i })
        .first()
        .waitFor({ timeout: 60_000 });
      await linkCompany(crm.askCard(product));
      await page.goto(`${product.pageUrl}${crm.deal}`);
      await page.locator(crm.convert).click({ timeout: 60_000 });
      await page.locator(crm.written, { hasText: /\d/ }).waitFor({ timeout: 60_000 });
      await page.goto(console);
    }, 240_000);

    test('the preflight sees the pilot order, and everybody goes live', async () => {
      await page.locator('form.act').waitFor();
      expect(await page.locator('#check-pilot[data-state=fail]').count()).toBe(0);
      await goLive(page);
    }, 120_000);
  },
);
