import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, ofColours, openBrowser } from '../support/browser.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct } from '../support/product.ts';

const t = translator('en');

type Preview = { revision: string; reference: string; checks: { code: string }[] };
type ErpOrder = { number: string; reference: string | null; promisedOn: string | null };
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(browserPath === null)('the order desk in a real browser', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    page = await browser.newPage();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  /** Counted at the ERP itself. */
  const inErp = async (reference: string): Promise<ErpOrder[]> => {
    const { orders } = (await (await fetch(`${product.erpUrl}/orders`)).json()) as { orders: ErpOrder[] };
    return orders.filter((each) => each.reference === reference);
  };
  const preview = (deal: string) =>
    ask<Preview>(product.backendUrl, `/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
  async function convert(deal: string, seen: Preview, more: object = {}) {
    const { id } = await ask<{ id: string }>(product.backendUrl, '/v1/orders', {
      method: 'POST',
      body: {
        dealId: deal,
        revision: seen.revision,
        acceptedWarnings: [
          ...seen.checks.map(({ code }) => code),
          'figures_stale',
          'figure_missing',
          'erp_unavailable',
          'date_passed',
        ],
        idempotencyKey: `desk-journey-${deal}`,
        ...more,
      },
    });
    return id;
  }
  const stateOf = async (id: string) =>
    (await ask<{ state: string }>(product.backendUrl, `/v1/submissions/${id}`)).state;
  const reaches = (id: string, state: string) => expect.poll(() => stateOf(id), { timeout: 40_000 }).toBe(state);
  const desk = (path: string) => page.goto(`${product.backendUrl}/desk${path}`);
  /** In both schemes: what nobody finds in light may be unreadable in dark. */
  async function clean(): Promise<void> {
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, ofColours)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  /** By keyboard alone: on to the link, button or field of that name. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const { activeElement } = document;
        const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null;
        return `${activeElement?.getAttribute('aria-label') ?? label ?? activeElement?.textContent ?? ''}`.trim();
      });
      if (name.test(here)) return;
    }
    throw new Error(`no ${name} within sixty presses of Tab`);
  }
  /** The checks would name a date that has passed. An ERP that is away cannot, and refuses the order when it is back. */
  async function refusedOrder(deal: string): Promise<{ id: string; reference: string }> {
    const seen = await preview(deal);
    await product.switches({ outage: true });
    const id = await convert(deal, seen, { requestedDate: day(-30) });
    await product.switches({ outage: false });
    await reaches(id, 'needs_attention');
    return { id, reference: seen.reference };
  }

  test('the playground’s address opens it; what is empty says what will be there', async () => {
    await page.goto(`${product.pageUrl}/desk`);
    await page.waitForURL(/\/desk\/orders/);
    for (const [tab, words] of [
      ['attention', 'Nothing needs attention'],
      ['waiting', 'Nothing waiting'],
      ['moving', 'Nothing being sent'],
      ['confirmed', 'No orders in the ERP yet'],
      ['cancelled', 'Nothing cancelled'],
      ['all', 'No orders yet'],
    ]) {
      await desk(`/orders?tab=${tab}`);
      await page.getByText(words ?? '').waitFor();
      await clean();
    }
  }, 120_000);

  test('a refused order is found on the deal page, corrected at the desk by keyboard alone, and in the ERP once', async () => {
    const { id, reference } = await refusedOrder('5001');
    await page.goto(`${product.pageUrl}/deals/5001`);
    const card = page.locator('[data-card="backroom-deal-order"]');
    await card.getByText(t('verdict.refused')).waitFor();
    await card.getByText(t('order.erp_says', { words: 'The wanted date' })).waitFor();
    await card.getByText(t('order.field', { field: t('field.requestedDate') })).waitFor();
    expect(await card.getByText(t('order.kept')).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    const [opened] = await Promise.all([
      browser.waitForEvent('page'),
      card.getByRole('link', { name: t('order.mend_at_desk') }).click(),
    ]);
    await opened.waitForURL(`${product.backendUrl}/desk/orders/${id}`);
    await page.close();
    page = opened;
    await page.getByRole('heading', { name: 'Pump line upgrade' }).waitFor();
    await page.getByText('Check: requested delivery date').first().waitFor();
    await clean();
    await tabTo(/^Edit and resend$/);
    await page.keyboard.press('Enter');
    await page.getByText('Rejected by the ERP.').waitFor();
    await clean();
    // First what is not possible: it is told at the field, and the keyboard is there already.
    await page
      .getByRole('textbox', { name: /^Quantity/ })
      .first()
      .waitFor();
    await tabTo(/^Quantity/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('none');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('failure');
    await page.getByText('Enter a number above zero').waitFor();
    await clean();
    expect(await inErp(reference)).toEqual([]);
    await tabTo(/^Requested delivery date/);
    const [year = '', month = '', date = ''] = day(20).split('-');
    await page.keyboard.type(`${month}${date}${year}`);
    await tabTo(/^Quantity/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('2');
    await tabTo(/^Edit and resend$/);
    await page.keyboard.press('Enter');
    await page.getByText('Saved. Sending to the ERP.').waitFor();
    await page.locator('.standing', { hasText: 'Created in ERP' }).waitFor({ timeout: 20_000 });
    await clean();
    const [order, ...others] = await inErp(reference);
    expect([order?.promisedOn, others.length]).toEqual([day(20), 0]);
    // A reload says what is, not once more what was done.
    await page.reload();
    expect(await page.getByText('Saved. Sending to the ERP').count()).toBe(0);
    await page.getByText(/requested delivery date: .* → /).waitFor();
  }, 120_000);

  test('an order made by hand in the ERP is adopted: the deal gets its number, and nothing is sent', async () => {
    const { id, reference } = await refusedOrder('5003');
    const made = await fetch(`${product.erpUrl}/v1/orders/create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer demo-erp-key' },
      body: JSON.stringify({ ...(await handMade()), reference: 'BR-MADEBYHAND' }),
    });
    const { number } = (await made.json()) as ErpOrder;
    await desk(`/orders/${id}/adopt`);
    await clean();
    await page.getByLabel('ERP order number').fill('SO-1');
    await page.getByRole('button', { name: 'Link order' }).click();
    await page.getByText('ERP order not found').waitFor();
    expect(await page.getByLabel('ERP order number').inputValue()).toBe('SO-1');
    await clean();
    await page.getByLabel('ERP order number').fill(number);
    await page.getByRole('button', { name: 'Link order' }).click();
    await page.getByText('Linked to the ERP order.').waitFor();
    expect(await inErp(reference)).toEqual([]);
    await page.goto(`${product.pageUrl}/deals/5003`);
    await page.locator('[data-property="backroom_order_number"]', { hasText: number }).waitFor();
  }, 90_000);
  /** As somebody in the ERP enters it: customer and product as the ERP has them. */
  async function handMade() {
    const call = async <Answer>(path: string, body: object) =>
      (await (
        await fetch(`${product.erpUrl}/v1/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: 'Bearer demo-erp-key' },
          body: JSON.stringify(body),
        })
      ).json()) as Answer;
    const { customers } = await call<{ customers: { id: string; blocked: boolean }[] }>('customers/list', {
      cursor: null,
    });
    const { products } = await call<{ products: { id: string }[] }>('products/list', { cursor: null });
    return {
      customerId: customers.find(({ blocked }) => !blocked)?.id,
      currency: 'EUR',
      requestedDate: null,
      note: null,
      lines: [
        {
          productId: products[0]?.id,
          quantity: '1',
          unitPrice: { amount: '10.00', currency: 'EUR' },
          description: null,
        },
      ],
    };
  }

  test('with the ERP off: one that waits is followed until it is in, without a reload; another is stopped and never sent', async () => {
    const [followed, stopped] = [await preview('5011'), await preview('5002')];
    await product.switches({ outage: true });
    const id = await convert('5011', followed);
    await reaches(id, 'waiting');
    const other = await convert('5002', stopped);
    await desk('/orders?tab=waiting');
    await page.locator('.age', { hasText: 'Waiting: 1 min' }).first().waitFor();
    await clean();
    await desk(`/orders/${other}`);
    await page.getByRole('link', { name: 'Cancel order' }).click();
    await page.getByText('It hasn’t reached the ERP and won’t be sent.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await page.getByText('Cancelled. Nothing was sent.').waitFor();
    await clean();
    await desk(`/orders/${id}`);
    await page.getByText('Sent automatically when the ERP is back.').waitFor();
    await clean();
    await page.locator('header.top a', { hasText: 'Orders' }).focus();
    await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await product.switches({ outage: false });
    await page.locator('.standing', { hasText: 'Created in ERP' }).waitFor({ timeout: 40_000 });
    const after = await page.evaluate(() => ({
      same: 'notReloaded' in globalThis,
      focus: document.activeElement?.textContent,
      said: document.querySelector('#said')?.textContent ?? '',
    }));
    expect([after.same, after.focus]).toEqual([true, 'Orders']);
    expect(after.said).toContain('Created in ERP');
    expect(await inErp(followed.reference)).toHaveLength(1);
    // Whoever stopped it is named on the deal, and the quote can be converted again.
    await page.goto(`${product.pageUrl}/deals/5002`);
    const order = page.locator('[data-card="backroom-deal-order"]');
    await order
      .getByText(/pat@example\.com/)
      .first()
      .waitFor();
    expect(await inErp(stopped.reference)).toEqual([]);
    expect(await stateOf(other)).toBe('cancelled');
  }, 150_000);

  test('an answer that got lost is looked up, and meanwhile the desk offers nothing that could double it', async () => {
    const seen = await preview('5004');
    await product.switches({ latencyMs: 4000, dropAfterCommit: 1 });
    const id = await convert('5004', seen);
    await reaches(id, 'sending');
    // The create under way has its four seconds; a look-up from now on takes longer than anybody waits, until the switch is turned back.
    await product.switches({ latencyMs: 30_000, dropAfterCommit: 1 });
    await desk(`/orders/${id}`);
    await page.locator('.standing', { hasText: 'Verifying' }).waitFor({ timeout: 40_000 });
    expect(await page.getByRole('link', { name: /Resend|Cancel order|Edit/ }).count()).toBe(0);
    await clean();
    await product.switches({ latencyMs: 0, dropAfterCommit: 0 });
    await page.locator('.standing', { hasText: 'Created in ERP' }).waitFor({ timeout: 60_000 });
    expect(await inErp(seen.reference)).toHaveLength(1);
  }, 180_000);

  test('search by reference, ERP number and deal; a backend that is gone is said, and its return too', async () => {
    await desk('/orders?tab=confirmed');
    const number = await page.locator('td[data-label="ERP number"]').first().textContent();
    await page.getByRole('searchbox', { name: 'Find an order' }).fill(number ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=SO-/);
    expect(await page.locator('#rows tbody tr').count()).toBe(1);
    await page.getByRole('searchbox').fill('5002');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Conveyor drives' }).waitFor();
    await page.getByRole('searchbox').fill('nothing like it');
    await page.keyboard.press('Enter');
    await page.getByText('No results for “nothing like it”').waitFor();
    await clean();
    await desk('/orders?tab=all');
    await page.route('**/desk/orders*', (route) => route.abort());
    await page.getByText('Connection lost').waitFor({ timeout: 20_000 });
    await clean();
    await page.unroute('**/desk/orders*');
    await expect.poll(() => page.locator('#stale').isVisible(), { timeout: 20_000 }).toBe(false);
  }, 120_000);

  test('a link is for one’s own account and for admins: a rep of Salesforce gets none, an admin sees that org’s desk', async () => {
    const link = (body: object, more: object = {}) =>
      ask<{ url: string }>(product.backendUrl, '/v1/desk/link', { method: 'POST', body, ...more });
    const stranger = { submission: '00000000-0000-4000-8000-000000000001' };
    await expect(link(stranger)).rejects.toThrow('not_found');
    await expect(link({}, { portalId: 9999 })).rejects.toThrow('account_unknown');
    const fromApex = async (as: 'rep' | 'admin') => {
      const answer = await fetch(`${product.pageUrl}/__sf/apex`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ method: 'POST', path: '/v1/desk/link?locale=en&timeZone=Europe/Berlin', body: {}, as }),
      });
      return (await answer.json()) as { status: number; body: { code?: string; data?: { url: string } } };
    };
    expect(await fromApex('rep')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const admin = await fromApex('admin');
    expect(admin.status).toBe(200);
    // Somebody else sits here: a link does not put another in that place.
    await page.goto(admin.body.data?.url ?? '');
    await page.getByRole('heading', { name: 'You are signed in as someone else' }).waitFor();
    const signOut = async () => {
      await desk('/orders');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    };
    await signOut();
    await page.goto(admin.body.data?.url ?? '');
    await page.getByText('Times in Europe/Berlin · Salesforce account').waitFor();
    await desk('/orders?tab=all');
    await page.getByText('No orders yet').waitFor();
    await signOut();
    await page.goto(`${product.pageUrl}/desk`);
    await page.getByText('· HubSpot account').waitFor();
  }, 60_000);

  test('a load test is entered and started by keyboard', async () => {
    const testErp = (connectionIsTest: boolean) =>
      ask(product.backendUrl, '/v1/settings', { method: 'PUT', body: { connectionIsTest } });
    await testErp(true);
    await desk('/load');
    await page.locator('#peak').focus();
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.getByText('Orders sent: 2 of 2').waitFor();
    await page.locator('#test').getByText('Finished', { exact: true }).waitFor();
    await testErp(false);
  }, 120_000);

  test('in French and German by choice; without script everything is there; signed out nothing is', async () => {
    await desk('/orders?tab=all');
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('heading', { name: 'Aufträge' }).waitFor();
    expect(page.url()).toContain('tab=all');
    await clean();
    await page.getByLabel('Sprache').selectOption('fr');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByRole('heading', { name: 'Commandes' }).waitFor();
    await clean();
    const devtools = await browser.newCDPSession(page);
    await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
    await page.locator('.name').first().click();
    await page.waitForURL(/orders\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await devtools.send('Emulation.setScriptExecutionDisabled', { value: false });
    await page.reload();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Vous êtes déconnecté' }).waitFor();
    await clean();
    await desk('/orders');
    await page.getByRole('alert').waitFor();
    await clean();
    await desk('/enter/forged');
    await page.getByRole('alert').waitFor();
    await clean();
  }, 90_000);
});
