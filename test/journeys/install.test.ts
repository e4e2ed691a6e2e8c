import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct } from '../support/product.ts';
import { goLive, keyboardOf, walkWizard } from '../support/wizard.ts';

type Candidates = { panels: { customer: { data: { candidates: { customer: { id: string } }[] } } } };
type Opened = { product: Product; page: Page };
/** A CRM whose account does not exist yet. */
type Crm = {
  name: string;
  /** By keyboard, until Backroom knows the account. */
  install: (opened: Opened) => Promise<void>;
  /** From the CRM's settings of Backroom to its console. */
  enterConsole: (opened: Opened) => Promise<void>;
  /** Asks the backend as a card does; `path` follows the deal's address. */
  askCard: <Data>(product: Product, path: string, body?: object) => Promise<Data>;
  deal: string;
  stock: string;
  convert: string;
  /** The order's number as the backend wrote it into the CRM. */
  written: string;
};

const hubspot: Crm = {
  name: 'HubSpot',
  async install({ product, page }) {
    await page.goto(`${product.pageUrl}/marketplace`);
    await keyboardOf(page).enter('button');
    await page.waitForURL(/marketplace\/installed/);
  },
  async enterConsole({ product, page }) {
    await page.goto(`${product.pageUrl}/settings`);
    const link = page.getByRole('link', { name: /Connect/ });
    await link.waitFor({ timeout: 60_000 });
    await page.goto((await link.getAttribute('href')) ?? '');
  },
  askCard: ({ backendUrl }, path, body) =>
    ask(backendUrl, `/v1/records/deal/5001/${path}`, body ? { method: 'POST', body } : {}),
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
  },
  async enterConsole({ product, page }) {
    await page.goto(`${product.pageUrl}/salesforce/settings`);
    // The first to come waits until the components are built.
    await page.getByRole('button', { name: /Connect/ }).click({ timeout: 120_000 });
    await page.goto((await page.getByRole('link', { name: 'Open connection' }).getAttribute('href')) ?? '');
  },
  async askCard({ pageUrl }, path, body) {
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

// Salesforce walks the same pages of the console, which HubSpot has proved to be accessible.
describe.skipIf(browserPath === null).each([
  { crm: hubspot, isChecked: true },
  { crm: salesforce, isChecked: false },
])('from an empty database to a pilot order in $crm.name', ({ crm, isChecked }) => {
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

  async function isAccessible(): Promise<void> {
    if (!isChecked) return;
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }

  test('it is installed as the marketplace does it, and the settings lead into the wizard', async () => {
    await crm.install({ product, page });
    await crm.enterConsole({ product, page });
    await page.waitForURL(/\/desk\/setup$/);
    await isAccessible();
  }, 240_000);

  test('the wizard is walked by keyboard alone', async () => {
    const access = { url: product.erpUrl, key: 'demo-erp-key' };
    await walkWizard(page, { erp: 'bridge', access, refused: { key: 'not-the-key' }, each: isAccessible });
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
    // As the customer card does when a candidate is chosen.
    const { panels } = await crm.askCard<Candidates>(product, 'panels?only=customer');
    const customerId = panels.customer.data.candidates[0]?.customer.id;
    await crm.askCard(product, 'link', { action: 'link', customerId });
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
});
