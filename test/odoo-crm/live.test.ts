import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '@backroom/backend/api/server';
import { compose, registered } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { startDemoErp } from '@backroom/demo-erp/start';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestStore } from '../../backend/test/databases.ts';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { frameWalk } from '../support/frame-walk.ts';
import { freePorts } from '../support/ports.ts';
import { type Hands, handsOf } from './hands.ts';
import { realOdoo, type Source, sourceOf } from './recording.ts';

const t = translator('en');
const LONG = { timeout: 120_000 };
const messageSchema = z.object({ changes: z.array(z.object({ type: z.string(), kind: z.string() })).default([]) });
const built = join(import.meta.dirname, '..', '..', 'extension', 'embed', '.build');
const real = realOdoo();
const why =
  real === null
    ? 'ODOO_CRM_URL and its keys name no server'
    : browserPath === null
      ? 'no browser'
      : existsSync(built)
        ? null
        : 'the page for frames is not built';
if (why !== null) console.log(`The journey in Odoo did not run: ${why}`);
/** Where screens are put for somebody to look at. */
const {
  ODOO_CRM_SCREENS: screens,
  ODOO_CRM_LOGIN: login = 'admin',
  ODOO_CRM_PASSWORD: password = 'admin',
} = process.env;

describe.skipIf(why !== null)('Backroom in a real Odoo, in a real browser', () => {
  const ends: (() => unknown)[] = [];
  let backend: Awaited<ReturnType<typeof compose>>;
  let erp: Awaited<ReturnType<typeof startDemoErp>>;
  let address: string;
  let browser: BrowserContext;
  let page: Page;
  let panel: FrameLocator;
  let source: Source;
  let hands: Hands;
  let lead: number;
  let company: number;
  let account: AccountId;
  /** Another sale to the same company, quoted below the ERP's price. */
  let cheap: number;
  /** Messages of changes: what Backroom answered, and what each named. */
  const told: [status: number, ...changes: string[]][] = [];
  const odoo = real?.url ?? '';
  const shot = async (name: string) => {
    if (screens) await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
  };
  /** The form of a record, on our page. */
  async function open(model: string, id: number): Promise<void> {
    await page.goto(`${odoo}/web#id=${id}&model=${model}&view_type=form`);
    await page.locator('.o_notebook a[name="backroom"]').click();
    panel = page.frameLocator('iframe[title="Backroom"]');
  }
  /**
   * Records of Odoo, read without blocking: the hands stop this process while they wait, and the backend in it has to answer Odoo meanwhile.
   */
  async function rows(model: string, domain: unknown[], fields: string[]): Promise<Record<string, unknown>[]> {
    const headers = {
      'content-type': 'application/json',
      authorization: `bearer ${real?.admin}`,
      'x-odoo-database': real?.database ?? '',
    };
    const asked = { method: 'POST', headers, body: JSON.stringify({ domain, fields }) };
    const response = await fetch(`${odoo}/json/2/${model}/search_read`, asked);
    return z.array(z.record(z.string(), z.unknown())).parse(await response.json());
  }
  const accounts = () => rows('ir.config_parameter', [['key', '=', 'backroom.account']], ['value']);
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    // Another host than Odoo's, as it is in life: cookies know no ports.
    address = `http://localhost:${port}`;
    const env = {
      ...{ HUBSPOT_CLIENT_ID: 'test', HUBSPOT_CLIENT_SECRET: 'test-secret-of-hubspot', ODOO_CRM: 'on' },
      ...{ EMBED_DIR: built, PUBLIC_ORIGIN: address, ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') },
      ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
    };
    erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'odoo-crm-test' });
    const store = await openTestStore();
    const quiet = () => {};
    const logger = { error: console.error, warn: quiet, info: quiet, debug: quiet, trace: quiet, fatal: quiet };
    backend = await compose(readConfig(env, []), store, logger as never, undefined, registered);
    await backend.startWorker();
    const fetched = async (request: Request) => {
      const copy = request.clone();
      const response = await backend.app.fetch(request);
      if (new URL(request.url).pathname === '/odoo-crm/events') {
        const { changes } = messageSchema.parse(await copy.json());
        told.push([response.status, ...changes.map(({ type, kind }) => `${type} ${kind}`)]);
      }
      return response;
    };
    const server = listen({ fetch: fetched }, { port, hostname: '127.0.0.1' });
    source = sourceOf('live', 'the journey');
    hands = handsOf(source);
    const spec = { name: 'Nordwind Maschinenbau GmbH', country: 'DE', city: 'Hamburg', postalCode: '20095' };
    const lines = [{ code: 'PMP-001', name: 'Centrifugal pump PMP1', quantity: '2', price: '480.50' }];
    lead = hands.deal({
      name: 'Pumps for Hamburg',
      currency: 'EUR',
      company: spec,
      quotes: [{ status: 'accepted', lines }],
    });
    const leads = z.array(z.object({ partner_id: z.tuple([z.number(), z.string()]) })).length(1);
    const [row] = leads.parse(hands.search('crm.lead', [['id', '=', lead]], ['partner_id']));
    company = row?.partner_id[0] ?? 0;
    const below = [{ code: 'PMP-001', name: 'Centrifugal pump PMP1', quantity: '2', price: '400' }];
    cheap = hands.deal(
      { name: 'Pumps for Kiel', currency: 'EUR', quotes: [{ status: 'shown', lines: below }] },
      company,
    );
    browser = await openBrowser();
    page = await browser.newPage();
    ends.push(
      () => browser.close(),
      () => server.close(),
      backend.stop,
      erp.close,
      source.close,
    );
  }, 120_000);
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test('an administrator connects the database in its settings', LONG, async () => {
    await page.goto(`${odoo}/web/login`);
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill(password);
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL(/\/odoo/);
    await page.goto(`${odoo}/odoo/settings`);
    await page.locator('[data-key="backroom"]').first().click();
    await page.getByPlaceholder('https://erp.example.com').fill(address);
    await shot('settings-before');
    await page
      .getByRole('button', { name: /^Connect/ })
      .first()
      .click();
    await expect.poll(accounts).toHaveLength(1);
    await page.goto(`${odoo}/odoo/settings`);
    await page.locator('[data-key="backroom"]').first().click();
    await page.getByText('Connected as').waitFor();
    await shot('settings-after');
    account = accountIdSchema.parse((await accounts())[0]?.value);
    await backend.accounts.connect(account, {
      ...{ erp: 'bridge', name: 'Demo ERP', url: erp.url, credentials: { key: erp.key } },
      settings: { timeZone: 'Europe/Berlin' },
    });
    await backend.accounts.saveSettings(account, { flowsOff: [], writeBack: true, propertiesReady: true });
    const adapter = await backend.services.erpFor(account);
    const signal = AbortSignal.timeout(5000);
    const found = await adapter.customers?.search({ queries: [{ erpNumber: 'C-1001' }] }, { signal } as never);
    const [customer] = found?.results[0] ?? [];
    if (!customer) throw new Error('no customer');
    await backend.links.put(account, { type: 'company', id: String(company) }, customer, 'the journey', new Date());
  });
  test('the opportunity shows what the ERP knows of this sale', LONG, async () => {
    await open('crm.lead', lead);
    await panel.getByRole('heading', { level: 1 }).waitFor();
    await shot('opportunity');
    await panel.getByRole('tab', { name: t('stock'), exact: true }).click();
    await panel.getByText('PMP-001').first().waitFor();
    await expect.poll(() => panel.locator('.skeleton').count()).toBe(0);
    await shot('stock');
    const frame = page.frames().find((each) => each.url().startsWith(address));
    expect(frame?.url()).toBe(`${address}/embed/odoo-crm/`);
    expect(await browser.cookies(address)).toEqual([]);
    // What Odoo itself draws is Odoo's.
    expect(await axeFindings(page, undefined, '.o_backroom_panel')).toEqual([]);
  });
  test('quote, order, delivery and return by keyboard alone; the number stands on the opportunity', LONG, async () => {
    await panel.getByRole('tab', { name: t('order'), exact: true }).click();
    const walk = frameWalk({ page, panel, erpUrl: erp.url });
    const number = await walk.ordered();
    await shot('ordered');
    const written = async () =>
      (await rows('crm.lead', [['id', '=', lead]], ['backroom_order_number']))[0]?.backroom_order_number;
    await expect.poll(written).toBe(number);
    // The form shows it without being opened anew.
    await page.locator('[name="backroom_order_number"]', { hasText: number }).waitFor();
    await walk.delivered(number);
    await shot('delivered');
    await walk.returned(number);
    await shot('returned');
    await open('crm.lead', lead);
    await page.locator('[name="backroom_order_number"]', { hasText: number }).waitFor();
    await panel.getByRole('heading', { level: 1, name: number }).waitFor();
    await shot('written-back');
  });
  test('the ERP’s price is put on a line of a quotation that nobody has accepted', LONG, async () => {
    const priceOf = async () => (await rows('sale.order.line', [['id', '=', line]], ['price_unit']))[0]?.price_unit;
    const [order] = await rows('sale.order', [['opportunity_id', '=', cheap]], ['order_line']);
    const [line] = z.array(z.number()).parse(order?.order_line);
    await open('crm.lead', cheap);
    const { press } = frameWalk({ page, panel, erpUrl: erp.url });
    const offer = panel.getByRole('button', { name: 'Use ERP price' });
    await offer.first().waitFor();
    await shot('price');
    await offer.first().press('Enter');
    await press('.button.primary:enabled');
    await expect.poll(priceOf).not.toBe(400);
    await expect.poll(() => offer.count()).toBe(0);
    await shot('price-used');
  });
  test('quotation and contact show theirs, each in its own frame', LONG, async () => {
    const [order] = await rows('sale.order', [['opportunity_id', '=', lead]], ['name']);
    await open('sale.order', Number(order?.id));
    await panel.getByRole('heading', { level: 1, name: /Ordered as/ }).waitFor();
    await shot('quotation');
    await open('res.partner', company);
    await panel.getByText(t('credit.limit')).waitFor();
    await shot('contact');
  });
  test('forms of every width show it whole, with one scroll bar, light and dark', { timeout: 400_000 }, async () => {
    const frame = () => page.frames().find((each) => each.url().startsWith(address));
    const cut = () =>
      frame()?.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [Math.max(0, scrollWidth - innerWidth), Math.max(0, scrollHeight - innerHeight)];
      });
    for (const theme of ['light', 'dark']) {
      // Odoo draws dark forms in its Enterprise edition only; the widget goes by what is drawn.
      if (theme === 'dark')
        await page.addInitScript(() => {
          const dark = '.o_web_client * { background-color: #262a36 !important; color: #e4e4e4 !important; }';
          addEventListener('DOMContentLoaded', () => {
            document.head.append(Object.assign(document.createElement('style'), { textContent: dark }));
          });
        });
      for (const width of [320, 768, 1920]) {
        await page.setViewportSize({ width, height: width === 320 ? 2400 : 900 });
        await open('crm.lead', cheap);
        await panel.locator(`html[data-theme="${theme}"]`).waitFor();
        for (const tab of ['order', 'stock', 'invoices', 'returns'] as const) {
          await panel.getByRole('tab', { name: t(tab), exact: true }).click();
          await expect.poll(() => panel.locator('.skeleton').count()).toBe(0);
          await expect.poll(cut, { message: `${tab}, ${width} px, ${theme}` }).toEqual([0, 0]);
          await shot(`${tab}-${width}-${theme}`);
        }
        expect(await axeFindings(page, undefined, '.o_backroom_panel iframe')).toEqual([]);
      }
    }
  });
  test('a change in Odoo is told, signed, after it was committed', async () => {
    // Neither reading nor our own writing was one.
    expect(told).toEqual([]);
    hands.write('crm.lead', lead, { name: 'Pumps for Bremen' });
    await expect.poll(() => told.splice(0)).toEqual([[200, 'deal changed']]);
    const [order] = await rows('sale.order', [['opportunity_id', '=', cheap]], ['order_line']);
    const [line] = z.array(z.number()).parse(order?.order_line);
    hands.write('sale.order.line', line ?? 0, { discount: 5 });
    await expect.poll(() => told.splice(0)).toEqual([[200, 'quote changed', 'deal changed', 'line_item changed']]);
    // A draft that goes takes neither the opportunity nor its customer with it.
    const draft = hands.create('sale.order', { partner_id: company, opportunity_id: cheap });
    await expect.poll(() => told.splice(0)).toEqual([[200, 'deal changed', 'quote changed']]);
    hands.call(z.unknown(), 'sale.order', 'unlink', { ids: [draft] });
    await expect.poll(() => told.splice(0)).toEqual([[200, 'deal changed', 'quote deleted']]);
  });
  test('the connection ends on both sides, and the form says so', LONG, async () => {
    await page.goto(`${odoo}/odoo/settings`);
    await page.locator('[data-key="backroom"]').first().click();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    const reloaded = page.waitForEvent('load');
    await page.locator('.modal-dialog .btn-primary').click();
    await reloaded;
    expect(await accounts()).toEqual([]);
    await open('crm.lead', lead);
    await page.locator('.o_backroom_panel', { hasText: 'Backroom is not connected yet.' }).waitFor();
    await expect.poll(() => backend.accounts.get(account)).toBe(null);
  });
});
