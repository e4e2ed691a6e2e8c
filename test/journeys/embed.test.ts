import { embedWords } from '@backroom/shared/messages/embed';
import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, ofColours, openBrowser } from '../support/browser.ts';
import { frameWalk, SOON } from '../support/frame-walk.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { type Product, startProduct } from '../support/product.ts';

const t = translator('en');
/** Axe looks at a page and its frame for a second or two each time; a busy machine takes longer. */
const LONG = { timeout: 120_000 };
type Deal = { id: number; situation: string; organization: number };
type Fields = { fields: { name: string; value: string | null }[] };
const isNumber = ({ name }: { name: string }) => name === 'ERP order number';
type Opportunity = { id: string; situation: string };

describe.skipIf(browserPath === null)('the frame in CRMs, in a real browser', () => {
  let product: Product;
  let browser: BrowserContext;
  let page: Page;
  let panel: FrameLocator;
  const read = async <Body>(path: string) => (await (await fetch(`${product.pageUrl}${path}`)).json()) as Body;
  const soldByKeyboard = () => frameWalk({ page, panel, erpUrl: product.erpUrl }).sold();
  /** On each tab, light, and the colours in dark. `turned`: what a person does then, where another theme is another frame. */
  async function axeOnTabs(
    width: number,
    turned = async (): Promise<void> => {},
    tabs: readonly ('order' | 'stock' | 'invoices' | 'returns')[] = ['order', 'stock', 'invoices', 'returns'],
  ): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    for (const isDark of [false, true]) {
      await page.getByLabel('Dark').setChecked(isDark);
      if (isDark) await turned();
      for (const tab of tabs) {
        await panel.getByRole('tab', { name: t(tab), exact: true }).click();
        await expect.poll(() => panel.locator('.skeleton').count(), SOON).toBe(0);
        expect(await axeFindings(page, isDark ? ofColours : undefined)).toEqual([]);
      }
    }
    await page.getByLabel('Dark').setChecked(false);
    await turned();
  }
  const cut = () =>
    panel.locator('html').evaluate((html) => [html.scrollWidth - innerWidth, html.scrollHeight - innerHeight]);
  beforeAll(async () => {
    product = await startProduct({ PLAYGROUND_CRMS: 'pipedrive,dynamics-sales,sap-sales-cloud,odoo-crm' });
    browser = await openBrowser();
    page = await browser.newPage();
    panel = page.frameLocator('iframe[title="Backroom"]');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  describe('Pipedrive', () => {
    let deals: Deal[];
    const dealOf = (situation: string) => deals.find((deal) => deal.situation === situation)?.id ?? 0;
    async function open(path: string): Promise<void> {
      await page.goto(`${product.pageUrl}/pipedrive/${path}`);
      await panel.getByRole('tab').first().waitFor();
    }
    beforeAll(async () => {
      ({ deals } = await read<{ deals: Deal[] }>('/__pipedrive/deals'));
    });

    test('it shows what stands against the order; its address keeps no token, its origin no cookie and no storage', async () => {
      await open(`deal/${dealOf('Short stock')}`);
      await panel.getByRole('heading', { level: 1, name: /warning/ }).waitFor();
      await open(`deal/${dealOf('All well')}`);
      await panel.getByRole('heading', { level: 1, name: t('verdict.ready') }).waitFor();
      const frame = page.frames().find((each) => each.url().startsWith(product.backendUrl));
      expect(frame?.url()).toBe(`${product.backendUrl}/embed/pipedrive/`);
      expect(await browser.cookies(product.backendUrl)).toEqual([]);
      expect(await frame?.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    });
    test('a page of another origin may not hold it', async () => {
      const other = await browser.newPage();
      await other.goto(`${product.pageUrl.replace('127.0.0.1', 'localhost')}/pipedrive/deal/${dealOf('All well')}`);
      const refused = await other.waitForEvent('console', {
        predicate: (told) => told.text().includes('frame-ancestors'),
      });
      expect(refused.text()).toContain(product.pageUrl);
      await other.close();
    });
    // Its column is as wide on a large screen.
    test('axe finds nothing on it, light and dark, on each tab', LONG, () => axeOnTabs(352));
    test('nothing is cut, and the frame has no scroll bar of its own', LONG, async () => {
      await panel.getByRole('tab', { name: t('order'), exact: true }).click();
      await expect.poll(cut, SOON).toEqual([0, 0]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expect.poll(cut, SOON).toEqual([0, 0]);
    });
    test('the window of the order shows what would be sent, and axe finds nothing on it', LONG, async () => {
      await panel.getByRole('button', { name: t('details') }).click();
      const order = page.frameLocator('iframe[title="Backroom order"]');
      await order.getByText(t('order.details_title')).waitFor();
      await order.getByTestId('convert').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).click();
    });
    test('quote, order, delivery and return by keyboard alone; the deal has the number', LONG, async () => {
      const id = dealOf('All well');
      await open(`deal/${id}`);
      const number = await soldByKeyboard();
      const numberInCrm = async () =>
        (await read<Fields>(`/__pipedrive/records/deal/${id}`)).fields.find(isNumber)?.value;
      await expect.poll(numberInCrm, SOON).toBe(number);
      await page.reload();
      await page.locator('[data-field="ERP order number"]', { hasText: number }).waitFor();
      await panel.getByRole('heading', { level: 1, name: number }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
    test('the organisation has its credit, invoices and orders', async () => {
      await open(`organization/${deals.find(({ situation }) => situation === 'All well')?.organization}`);
      await panel.getByText(t('credit.limit')).waitFor();
      await panel.getByRole('tab', { name: t('orders'), exact: true }).press('Enter');
      await panel.getByRole('table', { name: t('orders') }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  /** By a window, which goes by itself; then what stands against the order is there. */
  async function signsIn(): Promise<void> {
    const button = panel.getByRole('button', { name: embedWords.en.signIn });
    await button.waitFor();
    const [window] = await Promise.all([page.waitForEvent('popup'), button.press('Enter')]);
    if (!window.isClosed()) await window.waitForEvent('close');
    await panel.getByRole('heading', { level: 1, name: /warning|Ready/ }).waitFor();
  }
  async function goTo(crm: string, pages: string, situation: string, on = page): Promise<void> {
    const { opportunities } = await read<{ opportunities: Opportunity[] }>(`/__${crm}/opportunities`);
    const { id } = opportunities.find((each) => each.situation.startsWith(situation)) ?? { id: '' };
    await on.goto(`${product.pageUrl}/${crm}/${pages}/${id}`);
  }
  async function openIn(crm: string, pages: string, situation: string): Promise<void> {
    await goTo(crm, pages, situation);
    await signsIn();
  }

  describe('Dynamics 365 Sales', () => {
    test('a person signs in by a window, which goes by itself; axe finds nothing on the form', LONG, async () => {
      await openIn('dynamics', 'opportunity', 'Price below');
      await axeOnTabs(1280);
      await panel.getByRole('tab', { name: t('order'), exact: true }).click();
      await expect.poll(cut, SOON).toEqual([0, 0]);
    });
    test(
      'quote, order, delivery and return by keyboard alone; the form has the number without a reload',
      LONG,
      async () => {
        const number = await soldByKeyboard();
        await page.locator('[data-field="ERP order number"]', { hasText: number }).waitFor();
        await page.getByRole('tab', { name: 'Quotes' }).click();
        await page.getByRole('tab', { name: 'Summary' }).click();
        await panel.getByRole('heading', { level: 1, name: number }).waitFor();
        expect(await axeFindings(page)).toEqual([]);
      },
    );
  });

  describe('SAP Sales Cloud', () => {
    test('a person signs in by a window, which goes by itself; axe finds nothing in the mashup', LONG, async () => {
      await openIn('sap-sales-cloud', 'opportunity', 'Big deal');
      await axeOnTabs(1280, signsIn);
      // A mashup has the height that it is given, and scrolls by itself.
      await expect.poll(async () => (await cut())[0], SOON).toBe(0);
    });
    test('quote, order, delivery and return by keyboard alone; the object has the number', LONG, async () => {
      const number = await soldByKeyboard();
      await page.getByRole('tab', { name: 'Overview' }).click();
      await page.locator('[data-field="BackroomOrderNumber"]', { hasText: number }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  describe('Odoo CRM', () => {
    const opened = () => panel.getByRole('heading', { level: 1, name: /warning|Ready/ }).waitFor();
    test('the widget of the app shows it on the form; axe finds nothing there, light and dark', LONG, async () => {
      await goTo('odoo', 'opportunity', 'Foreign currency');
      await opened();
      // Another theme is another page of Odoo's. Colours are all that its tabs have of their own.
      const turned = async () => {
        const isDark = await page.getByLabel('Dark').isChecked();
        await panel.locator(`html[data-theme=${isDark ? 'dark' : 'light'}]`).waitFor();
      };
      await axeOnTabs(1280, turned, ['order', 'stock']);
      await panel.getByRole('tab', { name: t('order'), exact: true }).click();
      await expect.poll(cut, SOON).toEqual([0, 0]);
    });
    test('what stands below it on the form does not move while it loads', LONG, async () => {
      const fresh = await browser.newPage();
      await watchShifts(fresh);
      await goTo('odoo', 'opportunity', 'Foreign currency', fresh);
      const frame = fresh.frameLocator('iframe[title="Backroom"]');
      await frame.getByRole('heading', { level: 1, name: /warning|Ready/ }).waitFor();
      await expect.poll(() => frame.locator('.skeleton').count(), SOON).toBe(0);
      const { total, moved } = await shiftsOf(fresh);
      await fresh.close();
      expect(total, moved.join('\n')).toBeLessThan(0.05);
    });
    test('quote, order, delivery and return by keyboard alone; the form has the number by itself', LONG, async () => {
      await opened();
      const number = await soldByKeyboard();
      await page.locator('[data-field="ERP order"]', { hasText: number }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
  });
});
