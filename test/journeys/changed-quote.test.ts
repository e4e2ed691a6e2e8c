import type { Preview, Submission } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct } from '../support/product.ts';

const t = translator('en');
const deal = '5001';
type Order = { number: string; reference: string | null; lines: { quantity: string }[] };

describe.skipIf(browserPath === null)('a quote that is changed after it became an order', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  let first: Order;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await browser.newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });
  const preview = () =>
    ask<Preview>(product.backendUrl, `/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
  const convert = (seen: Preview, key: string, without: string | null = null) =>
    ask<Submission>(product.backendUrl, '/v1/orders', {
      method: 'POST',
      body: {
        dealId: deal,
        revision: seen.revision,
        acceptedWarnings: seen.checks.map(({ code }) => code).filter((code) => code !== without),
        idempotencyKey: key,
      },
    });
  /** Counted at the ERP itself. */
  const ordersIn = async (): Promise<Order[]> =>
    ((await (await fetch(`${product.erpUrl}/orders`)).json()) as { orders: Order[] }).orders;
  const ordersOf = async (references: readonly string[]) =>
    (await ordersIn()).filter(({ reference }) => reference !== null && references.includes(reference));
  const card = () => page.locator('[data-card="backroom-deal-order"]');

  test('it is shown as changed, with the order it was; and that order is not touched', async () => {
    const seen = await preview();
    const { id } = await convert(seen, 'changed-quote-first');
    await expect
      .poll(async () => (await ask<Submission>(product.backendUrl, `/v1/submissions/${id}`)).state, { timeout: 20_000 })
      .toBe('confirmed');
    [first] = (await ordersOf([seen.reference])) as [Order];
    await fetch(`${product.pageUrl}/__crm/deals/${deal}/lines`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines: [{ code: 'PMP-003', name: 'Centrifugal pump', quantity: '7', price: '432.00' }] }),
    });
    await page.goto(`${product.pageUrl}/deals/${deal}`);
    await card()
      .getByText(t('verdict.changed', { number: first.number }))
      .waitFor();
    await card()
      .getByRole('row', { name: /PMP-003/ })
      .first()
      .getByText(t('change.changed'))
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await ordersOf([seen.reference])).toEqual([first]);
  }, 60_000);

  test('nobody orders once more in passing: without that very warning accepted it is refused', async () => {
    const before = (await ordersIn()).length;
    const seen = await preview();
    expect(seen.reference).not.toBe(first.reference);
    expect(seen.checks).toContainEqual(
      expect.objectContaining({ code: 'order_again', level: 'warn', values: { number: first.number } }),
    );
    await expect(convert(seen, 'changed-quote-passing', 'order_again')).rejects.toThrow('preview_blocked');
    expect((await ordersIn()).length).toBe(before);
    // The page of before the change knows no better, and changes nothing.
    await expect(convert({ ...seen, revision: 'as it was' }, 'changed-quote-stale')).rejects.toThrow('quote_changed');
    expect((await ordersIn()).length).toBe(before);
  });

  test('a person who says so gets a second order; the first one stays as it is', async () => {
    const { reference } = await preview();
    expect(await card().getByTestId('convert').count()).toBe(0);
    await card()
      .getByRole('button', { name: t('order.once_more') })
      .click();
    await card()
      .getByText(t('check.order_again', { number: first.number }))
      .waitFor();
    await card()
      .getByRole('button', { name: t('order.once_more_not', { number: first.number }) })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const press = card().getByTestId('convert');
    expect(await press.isDisabled()).toBe(true);
    await card().getByRole('checkbox').first().check();
    await press.click();
    await expect.poll(async () => (await ordersOf([reference])).length, { timeout: 20_000 }).toBe(1);
    const [second] = (await ordersOf([reference])) as [Order];
    expect(second.lines.map(({ quantity }) => quantity)).toEqual(['7']);
    await page.locator('[data-property="backroom_order_number"]', { hasText: second.number }).waitFor();
    expect(await ordersOf([first.reference ?? ''])).toEqual([first]);
    // Pressed twice it is still this one.
    await convert(await preview(), 'changed-quote-twice');
    expect(await ordersOf([reference])).toHaveLength(1);
  }, 60_000);

  test('the ERP’s order becomes what the quote says, or is cancelled, once a person has seen what that does', async () => {
    const { reference } = await preview();
    const [second] = (await ordersOf([reference])) as [Order];
    await fetch(`${product.pageUrl}/__crm/deals/${deal}/lines`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines: [{ code: 'PMP-003', name: 'Centrifugal pump', quantity: '9', price: '432.00' }] }),
    });
    await card().getByTestId('change-order').click();
    await card()
      .getByRole('heading', { name: t('act.change_title', { number: second.number }) })
      .waitFor();
    await card()
      .getByRole('row', { name: /PMP-003/ })
      .first()
      .getByText('9 × €432.00')
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const accept = card().getByRole('checkbox');
    if ((await accept.count()) > 0) await accept.first().check();
    await card().getByTestId('confirm-change').click();
    await card()
      .getByText(t('act.revision', { number: second.number, revision: '2' }))
      .waitFor();
    const now = (await ordersIn()).find(({ number }) => number === second.number);
    expect(now?.lines.map(({ quantity }) => quantity)).toEqual(['9']);
    await card().getByTestId('cancel-order').click();
    await card()
      .getByRole('heading', { name: t('act.cancel_title', { number: second.number }) })
      .waitFor();
    const press = card().getByTestId('confirm-cancel');
    expect(await press.isDisabled()).toBe(true);
    await card().getByLabel(t('act.reason')).fill('Project stopped');
    expect(await axeFindings(page)).toEqual([]);
    await press.click();
    await expect
      .poll(async () => (await ordersIn()).find(({ number }) => number === second.number), { timeout: 20_000 })
      .toMatchObject({ status: 'cancelled' });
    await card().getByText(t('act.next.cancel')).waitFor();
  }, 60_000);
});
