import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, startPostgres } from '../chaos/postgres.ts';
import { browserPath, openBrowser } from '../support/browser.ts';
import { ask, signedRequest } from '../support/card.ts';
import { freePorts } from '../support/ports.ts';
import { type Product, startProduct } from '../support/product.ts';

// Bad days of what stands beside the ERP: our own database, and the CRM's API. Seen where a rep sees them, and counted at the ERP.

type Answer = {
  ok: boolean;
  data?: { panels: Record<string, { state: string }> };
  problem?: { code: string; whatToDo: string };
};
const titleOf = (code: 'store_unavailable' | 'crm_busy') => makeProblem(code, 'en', '').title;
let browser: BrowserContext;
let page: Page;
let product: Product | undefined;
const card = (uid: string) => page.locator(`[data-card="backroom-${uid}"]`);
beforeAll(async () => {
  if (browserPath === null) return;
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await page?.goto('about:blank');
  await product?.remove();
  product = undefined;
});

/** HubSpot's proxy cuts a card's request after so long. */
const CARD_MS = 15_000;
/** How a request through HubSpot's proxy went: it has to come as a 200 with our envelope, before the proxy gives it up. */
async function through(path: string, options: Parameters<typeof signedRequest>[2] = {}): Promise<Answer> {
  const began = performance.now();
  const response = await fetch(signedRequest(product?.backendUrl ?? '', path, options));
  expect(response.status).toBe(200);
  expect(performance.now() - began).toBeLessThan(CARD_MS);
  return (await response.json()) as Answer;
}
const statusOf = async (path: string) => (await fetch(`${product?.backendUrl}${path}`)).status;
async function ordersWith(reference: string): Promise<number> {
  const { orders } = (await (await fetch(`${product?.erpUrl}/orders`)).json()) as {
    orders: { reference: string | null }[];
  };
  return orders.filter((each) => each.reference === reference).length;
}

describe.skipIf(browserPath === null)('our database is gone for ten seconds', () => {
  let dir: string;
  let database: Database;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'backroom-days-'));
    // Postgres runs as another user where we are root.
    chmodSync(dir, 0o777);
    const [port = 0] = await freePorts(1);
    database = await startPostgres({ dir, port });
  }, 120_000);
  afterAll(async () => {
    // Killed, not stopped: after a failed test it may be dead already, and its stop would wait for ever.
    await database?.kill().catch(() => {});
    rmSync(dir, { recursive: true, force: true });
  });

  test('cards say so or show what they know, nothing is half-written, and all goes on by itself', async () => {
    product = await startProduct({ DATABASE_URL: database.url });
    const { pid } = product;
    const before = pid();
    await page.goto(`${product.pageUrl}/deals/5001`);
    const stock = card('deal-stock-prices');
    await stock.getByRole('row', { name: /PMP-003/ }).waitFor();
    const preview = await ask<{ revision: string; reference: string; checks: { code: string }[] }>(
      product.backendUrl,
      '/v1/records/deal/5003/preview',
      { method: 'POST', body: {} },
    );
    const order = {
      dealId: '5003',
      revision: preview.revision,
      acceptedWarnings: preview.checks.map(({ code }) => code),
      idempotencyKey: 'bad-days-database-5003',
    };
    const send = () => through('/v1/orders', { method: 'POST', body: order });
    expect(await statusOf('/readyz')).toBe(200);

    await database.kill();
    const end = Date.now() + 10_000;
    const seen = new Set<string>();
    await stock.getByRole('button', { name: 'Refresh' }).click();
    while (Date.now() < end) {
      // One the page has, and one that nobody has looked at.
      for (const deal of ['5001', '5011']) {
        const answer = await through(`/v1/records/deal/${deal}/panels?only=stock,credit`);
        seen.add(answer.ok ? 'figures' : String(answer.problem?.code));
      }
      const answer = await send();
      expect(answer).toMatchObject({ ok: false, problem: { code: 'store_unavailable', whatToDo: expect.any(String) } });
      expect(await statusOf('/readyz')).toBe(503);
      expect(await statusOf('/healthz')).toBe(200);
      // As often as a hurried rep: more often is refused before the database is asked.
      await new Promise((done) => setTimeout(done, 800));
    }
    expect([...seen].filter((each) => each !== 'figures' && each !== 'store_unavailable')).toEqual([]);
    // The figures of before the fall stay on the page, or the card says why they are not there.
    await expect
      .poll(async () => (await stock.textContent()) ?? '')
      .toMatch(new RegExp(`PMP-003|${titleOf('store_unavailable')}`));
    await page.goto(`${product.pageUrl}/deals/5002`);
    await card('deal-stock-prices').getByText(titleOf('store_unavailable')).first().waitFor();
    expect(await ordersWith(preview.reference)).toBe(0);

    await database.start();
    // Nobody reloads anything.
    await card('deal-stock-prices')
      .getByRole('row', { name: /GBX-007/ })
      .waitFor({ timeout: 25_000 });
    await expect.poll(() => statusOf('/readyz'), { timeout: 15_000 }).toBe(200);
    const written = (await ask<{ submissions: unknown[] }>(product.backendUrl, '/v1/records/deal/5003/submissions'))
      .submissions;
    expect(written).toEqual([]);
    const sent = await ask<{ id: string }>(product.backendUrl, '/v1/orders', { method: 'POST', body: order });
    await expect
      .poll(async () => (await ask<{ state: string }>(product?.backendUrl ?? '', `/v1/submissions/${sent.id}`)).state, {
        timeout: 20_000,
      })
      .toBe('confirmed');
    expect(await ordersWith(preview.reference)).toBe(1);
    expect(product.pid()).toBe(before);
  }, 150_000);
});

describe.skipIf(browserPath === null)('the CRM’s API is at its limit', () => {
  test('the card says that the CRM asks us to slow down, and goes on by itself', async () => {
    product = await startProduct({ PLAYGROUND_CRM_LIMIT: '16' });
    const deals = ['5001', '5002', '5003', '5004', '5005', '5009', '5010', '5011', '5012', '5014'];
    const answers = await Promise.all(deals.map((deal) => through(`/v1/records/deal/${deal}/panels?only=stock`)));
    const problems = answers.flatMap(({ ok, problem }) => (ok ? [] : [problem]));
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatchObject({ code: 'crm_busy', whatToDo: expect.any(String) });
    await page.goto(`${product.pageUrl}/deals/5014`);
    const stock = card('deal-stock-prices');
    await stock.getByText(titleOf('crm_busy')).first().waitFor();
    // The window is ten seconds; the card asks again by itself.
    await stock.getByRole('row', { name: /PMP-005/ }).waitFor({ timeout: 60_000 });
  }, 150_000);
});
