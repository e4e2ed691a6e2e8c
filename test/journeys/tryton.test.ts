import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labProblem, openTrytonLab, type TrytonLab } from '../labs/tryton/lab.ts';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type TrytonDesk, trytonDesk } from '../support/tryton-desk.ts';

/** The first lab on a machine installs Tryton; a button of Tryton's on a busy machine takes its seconds. */
const LAB_MS = 600_000;
const STEP_MS = 60_000;
const problem = browserPath === null ? 'there is no Chromium' : labProblem();
if (problem) console.log(`The journey through a real Tryton is skipped: ${problem}.`);

describe.skipIf(problem !== null)('from quote to return on the deal page, with a real Tryton behind it', () => {
  let lab: TrytonLab;
  let desk: TrytonDesk;
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  let sale = 0;
  let number = '';
  let invoice = { id: 0, number: '' };
  const card = (uid: string) => page.locator(`[data-card="backroom-${uid}"]`);
  /** A rep presses Refresh until the card (or a part of it) says what the ERP has; a figure is read anew once in a few seconds. */
  const shows = (uid: string, what: RegExp, part = card(uid)) =>
    expect
      .poll(
        async () => {
          const refresh = card(uid).getByRole('button', { name: 'Refresh' });
          if ((await refresh.count()) > 0 && (await refresh.isEnabled())) await refresh.click();
          return (await part.count()) > 0 ? part.first().textContent() : '';
        },
        { timeout: STEP_MS, interval: 2000 },
      )
      .toMatch(what);

  beforeAll(async () => {
    lab = await openTrytonLab();
    const { url, database, user, password, admin } = lab.settings;
    desk = await trytonDesk(lab.settings, admin);
    product = await startProduct(
      { TRYTON_URL: url, TRYTON_DB: database, TRYTON_USER: user, TRYTON_PASSWORD: password },
      ['--erp', 'tryton'],
    );
    browser = await openBrowser();
    page = await browser.newPage();
  }, LAB_MS);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
    await lab?.remove();
  }, STEP_MS);

  test(
    'the page says which ERP it is, and has no switches for it',
    async () => {
      await page.goto(product.pageUrl);
      await page.getByTestId('erp').getByText('Tryton 6.0').waitFor();
      expect(await page.getByLabel('The ERP').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await page
        .getByRole('row', { name: /All well/ })
        .getByRole('link')
        .first()
        .click();
      await card('deal-stock-prices').getByRole('table').first().waitFor();
    },
    STEP_MS,
  );

  test(
    'the stock on the card is the stock in Tryton',
    async () => {
      const { lines } = (await (await fetch(`${product.pageUrl}/__crm/records/deal/5001`)).json()) as {
        lines: { code: string }[];
      };
      const codes = lines.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(2);
      const held = await desk.stockOf(codes);
      const stock = card('deal-stock-prices');
      for (const [code, quantity] of held)
        await stock
          .getByRole('row', { name: new RegExp(`${code}.* ${quantity.toLocaleString('en-GB')} `) })
          .first()
          .waitFor();
    },
    STEP_MS,
  );

  test(
    'one press makes one order in Tryton, with the quote’s lines',
    async () => {
      const { reference, net } = await ask<{ reference: string; net: { amount: string } }>(
        product.backendUrl,
        '/v1/records/deal/5001/preview',
        { method: 'POST', body: {} },
      );
      await card('deal-order').getByTestId('convert').click();
      await page.locator('[data-property="backroom_order_number"]').waitFor();
      const sales = await desk.salesWith(reference);
      expect(sales).toHaveLength(1);
      const [made] = sales;
      expect(Number(desk.amountOf(made?.untaxed_amount))).toBe(Number(net.amount));
      sale = made?.id ?? 0;
      // Confirmed by the engine's own step, not left as the draft that creating makes.
      expect(made?.state).toBe('processing');
      number = String(made?.number);
      await shows('deal-order', new RegExp(number));
    },
    STEP_MS,
  );

  test(
    'what Tryton delivers, the card shows delivered',
    async () => {
      await desk.deliver(sale);
      await shows('deal-order', /Delivered/, card('deal-order').locator('.status'));
    },
    STEP_MS * 2,
  );

  test(
    'the invoice that Tryton posts is on the card, open; paid, it says so',
    async () => {
      invoice = await desk.post(sale);
      const row = card('deal-invoices-credit').getByRole('row', { name: new RegExp(invoice.number) });
      await shows('deal-invoices-credit', /Open/, row);
      await desk.pay(invoice.id);
      await shows('deal-invoices-credit', /Paid/, row);
    },
    STEP_MS * 2,
  );

  test(
    'a return claimed on the card is a complaint in Tryton, and its credit note comes back to the card',
    async () => {
      const returns = card('deal-returns');
      await returns.getByTestId('claim').click();
      await returns.getByLabel('From which order?').selectOption(number);
      await returns
        .getByLabel(/^Quantity of/)
        .first()
        .fill('1');
      await returns.getByLabel('Reason').fill('Box arrived wet');
      expect(await axeFindings(page)).toEqual([]);
      await returns.getByRole('button', { name: 'Send to the ERP' }).click();
      const row = returns.getByRole('row', { name: /Box arrived wet/ });
      await row.getByText('Requested').waitFor();
      const complaints = await desk.search(
        'sale.complaint',
        [['description', '=', 'Box arrived wet']],
        ['state', 'origin'],
      );
      expect(complaints).toMatchObject([{ state: 'waiting', origin: `sale.sale,${sale}` }]);
      await desk.takeBack(complaints[0]?.id ?? 0);
      await shows('deal-returns', /Credited/, row);
    },
    STEP_MS * 2,
  );
});
