import type { Preview, Submission } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAsApex } from '../support/apex.ts';
import { browserPath, openBrowser } from '../support/browser.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct } from '../support/product.ts';

// The tasks of docs/design.md, each on the page where a rep meets it: at most two presses, and no other page.

const t = translator('en');
type ErpOrder = { number: string; reference: string | null; poNumber?: string | null; lines: { quantity: string }[] };
type Crm = 'HubSpot' | 'Salesforce';
const placeOf = { HubSpot: '/deals', Salesforce: '/salesforce/deals' } as const;
const partOf = {
  HubSpot: {
    order: '[data-card="backroom-deal-order"]',
    stock: '[data-card="backroom-deal-stock-prices"]',
    returns: '[data-card="backroom-deal-returns"]',
  },
  Salesforce: {
    order: '[data-lwc="c-backroom-order"]',
    stock: '[data-lwc="c-backroom-stock-and-prices"]',
    returns: '[data-lwc="c-backroom-returns"]',
  },
} as const;
const both: Crm[] = ['HubSpot', 'Salesforce'];

describe.skipIf(browserPath === null)('the tasks of a rep', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(12_000);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.addInitScript(() => {
      let presses = 0;
      const count = () => Object.assign(globalThis, { presses: presses++ });
      count();
      addEventListener('pointerdown', count, true);
    });
    // The first Lightning page waits until its components are built.
    await page.goto(`${product.pageUrl}/salesforce/deals/5001`);
    await page.locator('[data-lwc] dd').first().waitFor({ timeout: 120_000 });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  const part = (crm: Crm, name: keyof (typeof partOf)[Crm]) => page.locator(partOf[crm][name]);
  const button = (where: Locator, name: string) => where.getByRole('button', { name, exact: true }).first();
  const ordersInErp = async (): Promise<ErpOrder[]> =>
    ((await (await fetch(`${product.erpUrl}/orders`)).json()) as { orders: ErpOrder[] }).orders;
  const open = (crm: Crm, deal: string) => page.goto(`${product.pageUrl}${placeOf[crm]}/${deal}`);
  /** The desk's page Access, as an admin of Salesforce sees it. */
  async function openAccess(): Promise<Page> {
    const { data } = await askAsApex<{ url: string }>(product.pageUrl, '/v1/desk/link?locale=en&timeZone=UTC', {
      method: 'POST',
      body: {},
      as: 'admin',
    });
    const access = await browser.newPage();
    await access.goto(data.url);
    await access.waitForURL(/\/desk\/orders/);
    await access.goto(`${product.backendUrl}/desk/access`);
    return access;
  }
  const pressed = () => page.evaluate(() => (globalThis as unknown as { presses: number }).presses);
  /** How often the mouse is pressed for a task, whose end can be read on the page that it began on. */
  async function pressesFor(task: () => Promise<unknown>): Promise<number> {
    const [before, address] = [await pressed(), page.url()];
    await task();
    expect(page.url()).toBe(address);
    return (await pressed()) - before;
  }
  /** Goes on by keyboard, as somebody does who fills a form. */
  async function tabTo(field: Locator): Promise<void> {
    for (let keys = 0; keys < 12; keys += 1) {
      if (await field.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('no such field within twelve keys');
  }
  const convert = (crm: Crm) => button(part(crm, 'order'), t('order.convert'));
  async function ordered(crm: Crm): Promise<string> {
    const verdict = new RegExp(`^${t('verdict.ordered', { number: '(SO-\\d+)' })}$`);
    const told = part(crm, 'order').getByText(verdict);
    await told.waitFor();
    return verdict.exec((await told.textContent()) ?? '')?.[1] ?? '';
  }

  test.each(both)('%s: what a rep asks before the sale', async (crm) => {
    const [order, stock] = [part(crm, 'order'), part(crm, 'stock')];
    await open(crm, '5003');
    const canBeOrdered = await pressesFor(async () => {
      await order.getByText('3 warnings', { exact: true }).waitFor();
      const box = await convert(crm).boundingBox();
      expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(900);
    });
    const isPriceRight = await pressesFor(() => stock.getByText('€13.34 · quote €3.44 lower').waitFor());
    const lineThreeByFriday = await pressesFor(async () => {
      const line = stock.getByRole('row').nth(3);
      await line.getByText(t('stock.now')).waitFor();
      await line.getByRole('button').click();
      await stock.getByText(t('stock.incoming_none')).waitFor();
    });
    expect([canBeOrdered, isPriceRight, lineThreeByFriday]).toEqual([0, 0, 1]);
    const atErpPrice = await pressesFor(async () => {
      // Lines of a published quote are locked in HubSpot: the page says how they are changed.
      if (crm === 'HubSpot')
        return order
          .getByText(/^The published quote is locked/)
          .first()
          .waitFor();
      await button(order, t('price.apply')).click();
      await order.getByText('€9.90 becomes €13.34 per unit').waitFor();
      await button(order, t('price.apply')).click();
      await order.getByText('€9.90 changed to €13.34 per unit.').waitFor();
    });
    expect(atErpPrice).toBe(crm === 'HubSpot' ? 0 : 2);
  });
  test.each([
    ['HubSpot', '5006', '5006'],
    // The other account has ordered for the first of these two already.
    ['Salesforce', '5007', '5010'],
  ] as const)(
    '%s: who is this customer in the ERP? Order it with the customer’s PO number',
    async (crm, unlinked, deal) => {
      await open(crm, unlinked);
      const link = await pressesFor(async () => {
        await button(part(crm, 'order'), t('customer.link')).click();
        const blocked = t('verdict.blocked', { reason: t('verdict.why.customer') });
        await part(crm, 'order').getByText(blocked).waitFor({ state: 'detached' });
      });
      if (deal !== unlinked) await open(crm, deal);
      let number = '';
      const order = await pressesFor(async () => {
        await part(crm, 'order').getByLabel(t('order.po_number')).click();
        await page.keyboard.type(`PO-${deal}`);
        await convert(crm).click();
        number = await ordered(crm);
      });
      expect([link, order]).toEqual([1, 2]);
      expect((await ordersInErp()).find((each) => each.number === number)?.poNumber).toBe(`PO-${deal}`);
    },
  );
  test.each([
    ['HubSpot', '5004'],
    ['Salesforce', '5002'],
  ] as const)('%s: order it although there are warnings', async (crm, deal) => {
    await open(crm, deal);
    const presses = await pressesFor(async () => {
      await part(crm, 'order')
        .getByText(/^I’ve reviewed/)
        .first()
        .click();
      await convert(crm).click();
      await ordered(crm);
    });
    expect(presses).toBe(2);
  });
  test.each(both)('%s: the customer changed the quantity', async (crm) => {
    const deal = crm === 'HubSpot' ? '5006' : '5010';
    const address = `${product.pageUrl}/__crm/records/deal/${deal}`;
    const { lines } = (await (await fetch(address)).json()) as { lines: { quantity: string }[] };
    const [first, ...others] = lines;
    const now = String(Number(first?.quantity) + 1);
    await fetch(`${product.pageUrl}/__crm/deals/${deal}/lines`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines: [{ ...first, quantity: now }, ...others] }),
    });
    const order = part(crm, 'order');
    await open(crm, deal);
    const presses = await pressesFor(async () => {
      await order.getByText(t('change.changed'), { exact: true }).waitFor();
      await button(order, t('act.change_button')).click();
      const confirm = order.getByRole('button', { name: /^Change order SO-/ });
      await confirm.click();
      await order
        .getByText(/revision 2/i)
        .first()
        .waitFor();
    });
    expect(presses).toBe(2);
    expect((await ordersInErp()).some((each) => each.lines[0]?.quantity === now)).toBe(true);
  });
  test.each(both)('%s: why was it refused, and what now?', async (crm) => {
    const [deal, record] = crm === 'HubSpot' ? ['5011', '5011'] : ['5001', '0065g0000005001AAA'];
    const send = <Data>(path: string, body: object): Promise<Data> =>
      crm === 'HubSpot'
        ? ask<Data>(product.backendUrl, path, { method: 'POST', body })
        : askAsApex<Data>(product.pageUrl, path, { method: 'POST', body }).then(({ data }) => data);
    const seen = await send<Preview>(`/v1/records/deal/${record}/preview`, {});
    await product.switches({ outage: true });
    await send<Submission>('/v1/orders', {
      dealId: record,
      revision: seen.revision,
      requestedDate: '2020-01-02',
      acceptedWarnings: [
        ...seen.checks.map(({ code }) => code),
        'figures_stale',
        'figure_missing',
        'erp_unavailable',
        'date_passed',
      ],
      idempotencyKey: `ten-tasks-${crm}`,
    });
    await product.switches({ outage: false });
    // The desk is opened for the account of this page, not for that of the page before.
    await browser.clearCookies();
    const order = part(crm, 'order');
    const way = order.getByRole('link', { name: t('order.mend_at_desk') });
    if (crm === 'Salesforce') {
      // A rep without access to the desk.
      const answered = page.waitForResponse(
        (response) => response.request().postData()?.includes('/v1/desk/link') ?? false,
      );
      await open(crm, deal);
      await order.getByText(t('who.order_desk')).waitFor();
      expect(await (await answered).json()).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await way.count()).toBe(0);
      // A look requests nothing: the rep has to press.
      const admins = await openAccess();
      const requested = () => admins.reload().then(() => admins.getByText('Requested access').count());
      expect(await requested()).toBe(0);
      await button(order, t('order.request_access')).click();
      await order.getByText(t('order.access_requested')).waitFor();
      expect(await requested()).toBe(1);
      await admins.close();
    }
    await open(crm, crm === 'HubSpot' ? deal : `${deal}?as=admin`);
    const presses = await pressesFor(async () => {
      await order.getByText(t('verdict.refused')).waitFor();
      await order.getByText('The wanted date 2020-01-02 has passed').first().waitFor();
      await order.getByText(t('order.field', { field: t('field.requestedDate') })).waitFor();
      const [desk] = await Promise.all([browser.waitForEvent('page'), way.click()]);
      await desk.waitForURL(/\/desk\/orders\//);
      await desk.close();
    });
    expect(presses).toBe(1);
  });
  test.each(both)('%s: something came broken, and goes back', async (crm) => {
    const returns = part(crm, 'returns');
    await open(crm, '5009');
    const presses = await pressesFor(async () => {
      await button(returns, t('returns.claim')).click();
      await tabTo(returns.getByLabel(/: quantity$/).first());
      await page.keyboard.type('1');
      await tabTo(returns.getByLabel(t('reason')));
      await page.keyboard.type(`${crm}: one came broken`);
      await button(returns, t('returns.claim_send')).click();
      await returns
        .getByRole('row')
        .filter({ hasText: `${crm}: one came broken` })
        .waitFor();
    });
    expect(presses).toBe(2);
  });
});
