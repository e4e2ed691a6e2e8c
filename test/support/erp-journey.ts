import { flowSchema } from '@backroom/shared';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from './browser.ts';
import { ask } from './card.ts';
import { type Product, startProduct, unhurried } from './product.ts';
import { asHubSpotCard, goLive, installInHubSpot, linkCompany, walkWizard } from './wizard.ts';

/** What people at the ERP's own screens see and do, got without our adapter. Ids are the ERP's. */
export type ErpDesk = {
  /** Free to sell now in all warehouses, by code. */
  stockOf: (codes: readonly string[]) => Promise<Map<string, number>>;
  /** The orders that carry our reference. */
  ordersWith: (reference: string) => Promise<{ id: number; number: string; net: string; confirmed: boolean }[]>;
  /** Sends all of it. */
  deliver: (order: number) => Promise<void>;
  /** Invoices what is to invoice, or credits what came back, and posts that, dated today. */
  post: (order: number) => Promise<{ id: number; number: string }>;
  pay: (invoice: number) => Promise<void>;
  /** What an order says beside its lines, where a rep may enter that. */
  detailsOf?: (order: number) => Promise<{ poNumber: string; requestedDate: string; city: string }>;
  /** Gives the order's customer this credit limit; answers how to put the one from before back. */
  limitCredit?: (order: number, amount: string) => Promise<() => Promise<unknown>>;
  /** What a rep claimed about the order with this reason, in the ERP's own form for it. */
  claimsOf: (order: number, reason: string) => Promise<number[]>;
  /** Takes the goods of a claim back in, and posts the credit note; its number. */
  takeBack: (order: number, claim: number) => Promise<string>;
};
type Opened = {
  env: Record<string, string>;
  desk: ErpDesk;
  /** What the set-up wizard is filled with, by the names of its fields: the journey then begins with an empty installation. */
  access?: Record<string, string>;
  close: () => Promise<unknown>;
};
type Subject = {
  /** As `--erp` names it. */
  erp: string;
  /** As the page names it. */
  shown: RegExp;
  /** False: this ERP does not tell when goods were sent. */
  ships?: false;
  /** What the card says of a return that has just been claimed; null: this ERP takes none. */
  claimed: string | null;
  /** Why it cannot run here, in one line. */
  problem: string | null;
  /** Whether it begins with an empty installation, which an admin connects by the wizard. */
  byWizard?: boolean;
  open: () => Promise<Opened>;
};

/** The first lab on a machine installs an ERP; a button of an ERP's on a busy machine takes its seconds. */
const OPEN_MS = 600_000;
const STEP_MS = 60_000;

/** From quote to return on the deal page with an ERP behind it, in Chromium. The tests build on one another. */
export function erpJourney(subject: Subject): void {
  const problem = browserPath === null ? 'there is no Chromium' : subject.problem;
  if (problem) console.log(`The journey through ${subject.erp} is skipped: ${problem}.`);

  describe.skipIf(problem !== null)(`from quote to return on the deal page, with ${subject.erp} behind it`, () => {
    let erp: Opened;
    let product: Product;
    let browser: BrowserContext;
    let page: Page;
    let order = { id: 0, number: '' };
    let invoice = { id: 0, number: '' };
    const record = async (type: string, id: string) =>
      (await (await fetch(`${product.pageUrl}/__crm/records/${type}/${id}`)).json()) as {
        properties: Record<string, string>;
        company: { id: string };
        lines: { code: string; name: string; quantity: string; price: string }[];
      };
    const deal = () => record('deal', '5001');
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

    /** What stands on a record in the CRM, which no page writes: the feed brings it there. A list view that filters by it has the record. */
    const inCrm = async (name: string, is: (value: string | undefined) => boolean, type = 'deal') => {
      const id = type === 'deal' ? '5001' : (await deal()).company.id;
      const inField = async () => (await record(type, id)).properties[name];
      await expect.poll(async () => is(await inField()), { timeout: STEP_MS * 1.5, interval: 1000 }).toBe(true);
      const query = new URLSearchParams({ property: name, value: (await inField()) ?? '' });
      const list = await fetch(`${product.pageUrl}/__crm/list/${type}?${query}`);
      expect(((await list.json()) as { ids: string[] }).ids).toContain(id);
    };

    beforeAll(async () => {
      erp = await subject.open();
      const fresh = subject.byWizard ? ['--fresh'] : [];
      product = await startProduct({ ...unhurried, ...erp.env, FEED_SECONDS: '3' }, [...fresh, '--erp', subject.erp]);
      browser = await openBrowser();
      page = await browser.newPage();
    }, OPEN_MS);
    afterAll(async () => {
      await browser?.close();
      await product?.remove();
      await erp?.close();
    }, STEP_MS);

    test.skipIf(!subject.byWizard)(
      'an admin installs it, connects the ERP by the wizard, and goes live',
      async () => {
        await installInHubSpot(page, product);
        await page.waitForURL(/\/desk\/setup$/);
        await walkWizard(page, { erp: subject.erp, access: erp.access ?? {}, flows: flowSchema.options });
        await goLive(page);
        await linkCompany(asHubSpotCard(product, '5001'));
      },
      STEP_MS * 4,
    );

    test(
      'the page says which ERP it is, and has no switches for it',
      async () => {
        await page.goto(product.pageUrl);
        await page.getByTestId('erp').getByText(subject.shown).waitFor();
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
      'the stock on the card is the stock in the ERP',
      async () => {
        const { lines } = await deal();
        const codes = lines.map(({ code }) => code);
        expect(codes.length).toBeGreaterThan(2);
        const held = await erp.desk.stockOf(codes);
        expect(held.size).toBeGreaterThan(0);
        for (const code of held.keys()) expect(codes).toContain(code);
        for (const [code, quantity] of held)
          await card('deal-stock-prices')
            .getByRole('row', { name: new RegExp(`${code}.* ${quantity.toLocaleString('en-GB')} `) })
            .first()
            .waitFor();
      },
      STEP_MS,
    );

    test(
      'one press makes one order in the ERP, at the preview’s sum',
      async () => {
        // A quote that no run before has had, for where the ERP is kept.
        const [first, ...others] = (await deal()).lines;
        const price = (Number(first?.price) + Math.ceil(Math.random() * 999) / 100).toFixed(2);
        const patched = await fetch(`${product.pageUrl}/__crm/deals/5001/lines`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ lines: [{ ...first, price }, ...others] }),
        });
        expect(patched.status).toBe(200);
        await page.reload();
        if (erp.desk.detailsOf) await enterDetails();
        const { reference, net } = await ask<{ reference: string; net: { amount: string } | null }>(
          product.backendUrl,
          '/v1/records/deal/5001/preview',
          { method: 'POST', body: {} },
        );
        await card('deal-order').getByTestId('convert').click();
        await page.locator('[data-property="backroom_order_number"]').waitFor();
        const orders = await erp.desk.ordersWith(reference);
        // Confirmed by the engine's own step, not left as the draft that creating makes.
        expect(orders).toMatchObject([{ confirmed: true }]);
        // An ERP without a simulation gives no sum beforehand: then it is what the quote says, in cents.
        const quoted = (await deal()).lines.reduce((sum, line) => sum + Number(line.quantity) * Number(line.price), 0);
        expect(Number(orders[0]?.net)).toBe(net ? Number(net.amount) : Number(quoted.toFixed(2)));
        order = orders[0] ?? order;
        expect(await erp.desk.detailsOf?.(order.id)).toEqual(erp.desk.detailsOf && details);
        await shows('deal-order', new RegExp(order.number));
      },
      STEP_MS * 2,
    );
    const details = {
      poNumber: 'PO-4711',
      requestedDate: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
      city: 'Bremen',
    };
    /** On the order card: the customer's own number, a date, and an address that the ERP does not know. */
    async function enterDetails(): Promise<void> {
      const field = (name: string) => card('deal-order').locator(`[name="${name}"]`);
      await field('poNumber').fill(details.poNumber);
      await field('requestedDate').fill(details.requestedDate);
      await field('deliverTo').selectOption('other');
      await field('deliverTo.street').fill('Hafenstr. 5');
      await field('deliverTo.postalCode').fill('28217');
      await field('deliverTo.city').fill(details.city);
      await field('deliverTo.country').selectOption('DE');
      await card('deal-order').getByTestId('save-details').click();
      await expect
        .poll(() => card('deal-order').getByTestId('save-details').isDisabled(), { timeout: STEP_MS })
        .toBe(true);
    }

    test(
      'what the ERP delivers, the deal’s field in the CRM says, and the card shows',
      async () => {
        await erp.desk.deliver(order.id);
        await inCrm('backroom_order_status', (value) => value === 'delivered');
        if (subject.ships !== false) await inCrm('backroom_shipped_on', (value) => value !== undefined && value !== '');
        await shows('deal-order', /Delivered/, card('deal-order').locator('.status'));
      },
      STEP_MS * 3,
    );

    test(
      'the invoice that the ERP posts is on the card, open; paid, it says so',
      async () => {
        invoice = await erp.desk.post(order.id);
        const row = card('deal-invoices-credit').getByRole('row', { name: new RegExp(invoice.number) });
        await shows('deal-invoices-credit', /Open/, row);
        await inCrm('backroom_invoiced_total', (value) => Number(value) > 0);
        await inCrm('backroom_open_total', (value) => Number(value) > 0, 'company');
        if (erp.desk.limitCredit) {
          const putBack = await erp.desk.limitCredit(order.id, '1');
          await inCrm('backroom_credit_alert', (value) => value === 'over_limit', 'company').finally(putBack);
          await inCrm('backroom_credit_alert', (value) => value !== 'over_limit', 'company');
        }
        await erp.desk.pay(invoice.id);
        await inCrm('backroom_paid_total', (value) => Number(value) > 0);
        await shows('deal-invoices-credit', /Paid/, row);
      },
      STEP_MS * 6,
    );

    test.skipIf(subject.claimed === null)(
      'a return claimed on the card is one in the ERP, and its credit note comes back to the card',
      async () => {
        const returns = card('deal-returns');
        await returns.getByTestId('claim').click();
        await returns.getByLabel('Order', { exact: true }).selectOption(order.number);
        await returns
          .getByLabel(/: quantity$/)
          .first()
          .fill('1');
        await returns.getByLabel('Reason').fill('Box arrived wet');
        expect(await axeFindings(page)).toEqual([]);
        await returns.getByRole('button', { name: 'Submit return' }).click();
        // Its only return. Not every ERP has a field for the reason.
        const row = returns.getByRole('row', { name: new RegExp(order.number) });
        await row.getByText(subject.claimed ?? '').waitFor();
        const claims = await erp.desk.claimsOf(order.id, 'Box arrived wet');
        expect(claims).toHaveLength(1);
        const note = await erp.desk.takeBack(order.id, claims[0] ?? 0);
        await inCrm('backroom_return_status', (value) => value === 'credited');
        await shows('deal-returns', /Credited/, row);
        const panel = await ask(product.backendUrl, '/v1/records/deal/5001/panels?only=returns');
        expect(JSON.stringify(panel)).toContain(note);
      },
      STEP_MS * 3,
    );
  });
}
