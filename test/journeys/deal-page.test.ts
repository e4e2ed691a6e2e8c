import { translator } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, ofColours, openBrowser } from '../support/browser.ts';
import { ask } from '../support/card.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { type Product, startProduct } from '../support/product.ts';

const t = translator('en');

type Orders = { orders: { number: string; reference: string | null }[] };
const referenceOf = async (product: Product, deal: string) =>
  (
    await ask<{ reference: string }>(product.backendUrl, `/v1/records/deal/${deal}/preview`, {
      method: 'POST',
      body: {},
    })
  ).reference;
/** Counted at the ERP itself. */
const ordersWith = async (product: Product, reference: string) =>
  ((await (await fetch(`${product.erpUrl}/orders`)).json()) as Orders).orders.filter(
    (each) => each.reference === reference,
  );
const card = (page: Page, uid: string) => page.locator(`[data-card="backroom-${uid}"]`);

describe.skipIf(browserPath === null)('the deal page in a real browser', () => {
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

  test('the panels say what the demo ERP says', async () => {
    await page.goto(`${product.pageUrl}/deals/5001`);
    const { panels } = await ask<{
      panels: Record<string, { data: { lines: { available: string; code: string }[] } }>;
    }>(product.backendUrl, '/v1/records/deal/5001/panels?only=stock,credit');
    const stock = card(page, 'deal-stock-prices');
    for (const { code, available } of panels.stock?.data.lines.slice(0, 3) ?? [])
      await stock.getByRole('row', { name: new RegExp(`${code}.* ${available} available`) }).waitFor();
    await card(page, 'deal-overview').getByText(t('verdict.ready')).waitFor();
    await card(page, 'deal-order').getByText(t('verdict.ready')).waitFor();
    await card(page, 'deal-invoices-credit').getByText('€50,000.00').first().waitFor();
    await card(page, 'deal-returns').getByText(t('returns.none_title')).waitFor();
  });
  test.each(['/deals/5003', '/companies/7001'])('next to nothing moves while %s is read', async (path) => {
    const fresh = await browser.newPage();
    await watchShifts(fresh);
    await fresh.goto(`${product.pageUrl}${path}`);
    await fresh.locator('.card dd, .card table').first().waitFor();
    const reading = fresh.locator('.card .loading, .card > h2:only-child');
    await expect.poll(() => reading.count(), { timeout: 20_000 }).toBe(0);
    const { total, moved } = await shiftsOf(fresh);
    await fresh.close();
    expect(total, moved.join('\n')).toBeLessThan(0.05);
  });
  test('axe finds nothing on it, light and dark', async () => {
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Dark').check();
    expect(await axeFindings(page, ofColours)).toEqual([]);
    await page.getByLabel('Dark').uncheck();
  });
  test('a quote is converted by keyboard alone; order and number are where they belong, after a restart too', async () => {
    const reference = await referenceOf(product, '5001');
    await card(page, 'deal-order').getByTestId('convert').waitFor();
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.getAttribute('data-testid') === 'convert')) break;
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-property="backroom_order_number"]').waitFor();
    const [order, ...others] = await ordersWith(product, reference);
    expect(others).toEqual([]);
    await page.locator('[data-property="backroom_order_number"]', { hasText: order?.number ?? 'none' }).waitFor();
    // The order is part of what the customer has used: no card takes it off a second time, or raises an alarm about it.
    await card(page, 'deal-invoices-credit').getByText(t('credit.ordered')).waitFor();
    await card(page, 'deal-overview').getByText(t('overview.credit_free'), { exact: true }).waitFor();
    expect(await page.getByText(t('overview.credit_after')).count()).toBe(0);
    expect(await card(page, 'deal-invoices-credit').getByText(t('credit.verdict.ok')).count()).toBe(1);
    await product.restart();
    await page.goto(`${product.pageUrl}/deals/5001`);
    await card(page, 'deal-order')
      .getByText(order?.number ?? 'none')
      .first()
      .waitFor();
    await page.locator('[data-property="backroom_order_number"]', { hasText: order?.number ?? 'none' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }, 90_000);
  test.each(['5002', '5004', '5005', '5006', '5007', '5010'])('axe finds nothing on deal %s', async (deal) => {
    await page.goto(`${product.pageUrl}/deals/${deal}`);
    await expect.poll(() => page.locator('.card .loading').count(), { timeout: 20_000 }).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
  test('a customer that is linked in one card is there in every card, without a reload', async () => {
    await page.goto(`${product.pageUrl}/deals/5006`);
    const order = card(page, 'deal-order');
    await order.getByText(t('verdict.blocked', { reason: t('verdict.why.customer') })).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await card(page, 'deal-overview')
      .getByRole('button', { name: t('customer.link'), exact: true })
      .click();
    for (const uid of ['deal-order', 'deal-overview']) {
      await card(page, uid).getByText(t('verdict.ready')).waitFor();
      expect(await card(page, uid).getByTestId('convert').isDisabled()).toBe(false);
    }
    await card(page, 'deal-overview').getByText(t('overview.credit_after')).waitFor();
    await card(page, 'deal-invoices-credit').getByText(t('credit.limit')).waitFor();
    await card(page, 'deal-returns').getByTestId('claim').waitFor();
    expect(await page.getByText(t('customer.unlinked_title')).count()).toBe(0);
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  });
  test.each(['/', '/companies/7001', '/settings'])('axe finds nothing on %s, and it has content', async (path) => {
    await page.goto(`${product.pageUrl}${path}`);
    await page.locator('table, .statistics, [role=switch]').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
  test('in French and German the same page has its words', async () => {
    await page.goto(`${product.pageUrl}/deals/5001`);
    await page.getByLabel('Language').selectOption('fr');
    await page.getByText('Actualiser').first().waitFor();
    await page.getByLabel('Language').selectOption('de');
    await page.getByText('Aktualisieren').first().waitFor();
    await page.getByLabel('Language').selectOption('en-gb');
  });
  test('with the ERP switched off: last known figures with age and reason; the order waits and goes through by itself', async () => {
    await page.goto(`${product.pageUrl}/deals/5003`);
    await card(page, 'deal-stock-prices').getByRole('table').waitFor();
    const preview = await ask<{ revision: string; reference: string; checks: { code: string; level: string }[] }>(
      product.backendUrl,
      '/v1/records/deal/5003/preview',
      { method: 'POST', body: {} },
    );
    await product.switches({ outage: true });
    await card(page, 'deal-stock-prices')
      .getByRole('button', { name: t('refresh') })
      .click();
    const reason = makeProblem('erp_unreachable', 'en', '').title;
    await card(page, 'deal-stock-prices').getByText(reason).first().waitFor();
    // The verdict follows, in both of its cards.
    for (const uid of ['deal-order', 'deal-overview']) await card(page, uid).getByText(reason).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const sent = await ask<{ id: string }>(product.backendUrl, '/v1/orders', {
      method: 'POST',
      body: {
        dealId: '5003',
        revision: preview.revision,
        acceptedWarnings: [
          ...preview.checks.map(({ code }) => code),
          'figures_stale',
          'figure_missing',
          'erp_unavailable',
        ],
        idempotencyKey: 'journey-outage-5003',
      },
    });
    const state = async () => (await ask<{ state: string }>(product.backendUrl, `/v1/submissions/${sent.id}`)).state;
    await expect.poll(state, { timeout: 15_000 }).toBe('waiting');
    expect(await ordersWith(product, preview.reference)).toEqual([]);
    await product.switches({ outage: false });
    await expect.poll(state, { timeout: 20_000 }).toBe('confirmed');
    expect(await ordersWith(product, preview.reference)).toHaveLength(1);
  }, 60_000);
  test('two at once from two tabs, with the answer dropped after the commit, are one order', async () => {
    const deal = '5011';
    const preview = await ask<{ revision: string; reference: string; checks: { code: string; level: string }[] }>(
      product.backendUrl,
      `/v1/records/deal/${deal}/preview`,
      { method: 'POST', body: {} },
    );
    await product.switches({ dropAfterCommit: 1 });
    const send = (key: string) =>
      ask<{ id: string }>(product.backendUrl, '/v1/orders', {
        method: 'POST',
        body: {
          dealId: deal,
          revision: preview.revision,
          acceptedWarnings: preview.checks.map(({ code }) => code),
          idempotencyKey: key,
        },
      });
    const both = await Promise.all([send('journey-tab-one'), send('journey-tab-two')]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    await expect
      .poll(async () => (await ask<{ state: string }>(product.backendUrl, `/v1/submissions/${both[0]?.id}`)).state, {
        timeout: 30_000,
      })
      .toBe('confirmed');
    expect(await ordersWith(product, preview.reference)).toHaveLength(1);
  }, 60_000);
});
