import { makeProblem } from '@backroom/shared/messages/problems';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { type ApexAnswer, type Ask, type Placed, startOrg } from '../support/org.ts';

// Each LWC alone in a browser, compiled as Salesforce compiles it, with base components and styles that are Salesforce's own.

const freshness = (source: 'live' | 'stale') => ({
  asOf: '2026-11-24T08:00:00.000Z',
  source,
  ...(source === 'stale' ? { reason: 'erp_unreachable' } : {}),
});
const returned = {
  id: 'ret-1',
  number: 'RET-1',
  reference: null,
  orderNumber: 'SO-7',
  status: 'received',
  requestedOn: '2026-11-20',
  reason: 'Wrong size',
  lines: [],
  creditNote: null,
  credit: null,
};
const text = (data: unknown): ApexAnswer => ({ text: JSON.stringify({ ok: true, data }) });
const panels = (results: object) =>
  text({
    record: {
      type: 'deal',
      id: '0065g0000005001AAA',
      name: 'Deal',
      currency: 'EUR',
      linesFrom: 'quote',
      revision: 'r1',
    },
    connection: { erp: 'bridge', name: 'ERP' },
    panels: results,
  });
const ready = (returns: unknown[], source: 'live' | 'stale' = 'live') =>
  panels({
    returns: {
      state: 'ready',
      data: { returns, freshness: freshness(source) },
      freshness: freshness(source),
      refreshing: false,
    },
  });
const refused = (code: Parameters<typeof makeProblem>[0]): ApexAnswer => ({
  error: { body: { message: JSON.stringify(makeProblem(code, 'en', 'ref-1')) } },
});
const money = (amount: string) => ({ amount, currency: 'EUR' });
const preview = (checks: object[]) =>
  text({
    revision: 'r1',
    reference: 'BR-ABCDEFGHIJ',
    customer: null,
    lines: Array.from({ length: 12 }, (_, index) => ({
      lineId: `line-${index}`,
      code: `PMP-${String(index).padStart(3, '0')}`,
      name: 'Pump',
      quantity: '2',
      quotedUnitPrice: money('10.50'),
      erpUnitPrice: null,
      lineTotal: money('21.00'),
      stock: 'available',
      promiseDate: '2026-12-01',
    })),
    net: money('21.00'),
    tax: money('3.99'),
    total: money('24.99'),
    quotedNet: money('21.00'),
    completeBy: '2026-12-01',
    credit: null,
    checks,
    canConvert: true,
    freshness: null,
  });
const short = { code: 'stock_short', level: 'warn', lineId: 'line-0', values: { code: 'PMP-000', available: '0' } };
const twin = {
  code: 'possible_twin',
  level: 'block',
  lineId: null,
  values: { crm: 'HubSpot', deal: 'Pumps', order: 'SO-7', reference: 'BR-KLMNOPQRST' },
};
/** The order card asks three things; one table of answers. */
const refusedOrder = () => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'order',
  state: 'needs_attention',
  record: { type: 'deal', id: '0065g0000005001AAA' },
  revision: 'r1',
  reference: 'BR-ABCDEFGHIJ',
  erpNumber: null,
  erpId: null,
  createdAt: '2026-11-24T08:00:00.000Z',
  updatedAt: '2026-11-24T08:00:00.000Z',
  createdBy: 'pat',
  writtenBack: false,
  problem: makeProblem('erp_refused', 'en', 'ref-9', { detail: 'The period is closed' }),
  nextTryAt: null,
  canCancel: true,
  canResend: true,
  canMend: true,
  canAdopt: true,
  events: [
    { at: '2026-11-24T08:00:00.000Z', state: 'queued', step: 'accepted', actor: 'pat', problem: null, words: null },
  ],
});
const order =
  (answers: { submissions?: ApexAnswer; preview?: ApexAnswer; send?: ApexAnswer }, asked: Ask[] = []) =>
  (ask: Ask): ApexAnswer => {
    asked.push(ask);
    if (ask.name === 'BackroomController.send') return answers.send ?? refused('quote_changed');
    if (ask.path?.includes('/preview')) return answers.preview ?? preview([]);
    if (ask.path?.includes('/submissions')) return answers.submissions ?? text({ submissions: [] });
    return panels({
      orders: {
        state: 'ready',
        data: { converted: null, orders: [], freshness: freshness('live') },
        freshness: freshness('live'),
        refreshing: false,
      },
    });
  };

describe.skipIf(browserPath === null)('the Lightning web components', () => {
  let org: Awaited<ReturnType<typeof startOrg>>;
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    org = await startOrg();
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await org?.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());
  const returns = (answer: (ask: Ask) => ApexAnswer | Promise<ApexAnswer>, more: Partial<Placed> = {}) =>
    org.place(page, { tag: 'c-backroom-returns', ...more }, answer);

  test('first it says that it reads; it asks for its own record and panel', async () => {
    const asked: Ask[] = [];
    let answer = (_: ApexAnswer) => {};
    await returns((ask) => {
      asked.push(ask);
      return new Promise((done) => {
        answer = done;
      });
    });
    await page.getByText('Loading ERP data…').last().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(asked[0]).toMatchObject({
      name: 'BackroomController.read',
      method: 'GET',
      path: expect.stringContaining('/v1/records/deal/0065g0000005001AAA/panels?only=returns&locale=en&timeZone=UTC'),
    });
    answer(ready([]));
    await page.getByText('No returns yet').waitFor();
  });
  test('an account is a company to the backend', async () => {
    const asked: Ask[] = [];
    await returns(
      (ask) => {
        asked.push(ask);
        return ready([]);
      },
      { objectApiName: 'Account' },
    );
    await page.getByText('No returns yet').waitFor();
    expect(asked[0]?.path).toContain('/v1/records/company/');
  });
  test.each([false, true])('what came, what is empty and what is stale: axe finds nothing (dark: %s)', async (dark) => {
    let answer = ready([returned], 'stale');
    await returns(() => answer, { dark });
    await page.getByRole('row', { name: /RET-1.*Nov 20, 2026.*Received/ }).waitFor();
    await page.getByText(/ERP not responding\. Showing figures from/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    answer = ready([]);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('This customer has no returns in the ERP.').waitFor();
    expect(await page.getByText(/ERP not responding/).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
  test.each([
    ['of Apex itself', refused('forbidden'), 'No permission'],
    [
      'of the panel',
      panels({ returns: { state: 'problem', problem: makeProblem('erp_timeout', 'en', 'ref-1') } }),
      'ERP timed out',
    ],
    [
      'of the platform',
      { error: { body: { message: 'An internal server error has occurred' } } },
      'Backroom not responding',
    ],
    ['of the network', { error: { statusText: 'Gateway Timeout' } }, 'Backroom not responding'],
    ['of the form', text({}), 'Something went wrong'],
  ] satisfies [string, ApexAnswer, string][])(
    'a failure %s is told in words, with a way on',
    async (_, failing, title) => {
      let answer: ApexAnswer = failing;
      await returns(() => answer);
      await page.getByRole('alert').getByText(title).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      answer = ready([returned]);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('RET-1').waitFor();
    },
  );
  test('a company without a link says where to make it', async () => {
    await returns(() =>
      panels({ returns: { state: 'problem', problem: makeProblem('customer_not_linked', 'en', 'ref') } }),
    );
    await page.getByText('No ERP customer linked').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
  test.each([
    ['de', 'Aktualisieren', 'Retouren'],
    ['fr', 'Actualiser', 'Retours'],
  ] as const)('in %s the org’s labels are its words', async (lang, refresh, title) => {
    await returns(() => ready([]), { lang });
    await page.getByRole('button', { name: refresh }).waitFor();
    await page.getByRole('heading', { name: title }).waitFor();
  });
  test('a warning must be seen before the order is sent, and it is sent once with its key', async () => {
    const asked: Ask[] = [];
    await org.place(page, { tag: 'c-backroom-order' }, order({ preview: preview([short]) }, asked));
    const convert = page.getByRole('button', { name: 'Convert to order' });
    await convert.waitFor();
    expect(await convert.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('I’ve reviewed the warning').click();
    await convert.click();
    await page.getByText('The quote changed after the preview').waitFor();
    const sent = asked.filter(({ name }) => name === 'BackroomController.send');
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      dealId: '0065g0000005001AAA',
      revision: 'r1',
      acceptedWarnings: ['stock_short'],
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
  test('the same sale from another CRM is named, and ordered only when somebody says that it is another', async () => {
    const asked: Ask[] = [];
    let checks: object[] = [];
    const problem = makeProblem('possible_twin', 'en', 'ref-1', { detail: 'Deal 5001 in HubSpot (SO-7).' });
    const answers = {
      get preview() {
        return preview(checks);
      },
      send: { error: { body: { message: JSON.stringify(problem) } } },
    };
    await org.place(page, { tag: 'c-backroom-order' }, (ask) => order(answers, asked)(ask));
    const convert = page.getByRole('button', { name: 'Convert to order' });
    await convert.waitFor();
    checks = [twin];
    // The other page was quicker by an instant.
    await convert.click();
    await page.getByRole('alert').getByText('Possible duplicate from another CRM').waitFor();
    await page.getByText('Deal 5001 in HubSpot (SO-7).').waitFor();
    await page.getByText(/Blocking: “Pumps” in HubSpot just ordered the same items .* \(SO-7\)/).waitFor();
    expect(await convert.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('This is a separate sale').click();
    await convert.click();
    const sent = () => asked.filter(({ name }) => name === 'BackroomController.send');
    await expect.poll(() => sent().length).toBe(2);
    expect(JSON.parse(sent()[0]?.body ?? '')).not.toHaveProperty('differentFrom');
    expect(JSON.parse(sent()[1]?.body ?? '')).toMatchObject({ differentFrom: ['BR-KLMNOPQRST'] });
  });
  test('a quote that changed after it became an order is ordered too only by somebody who asks for it', async () => {
    const done = {
      ...refusedOrder(),
      state: 'confirmed',
      revision: 'r0',
      erpNumber: 'SO-7',
      problem: null,
      writtenBack: true,
      canCancel: false,
      canMend: false,
      canAdopt: false,
    };
    const again = { code: 'order_again', level: 'warn', lineId: null, values: { number: 'SO-7' } };
    await org.place(
      page,
      { tag: 'c-backroom-order' },
      order({ submissions: text({ submissions: [done] }), preview: preview([again]) }),
    );
    const convert = page.getByRole('button', { name: 'Convert to order' });
    await page.getByText('Quote changed after order SO-7 was placed.').waitFor();
    expect(await convert.count()).toBe(0);
    await page.getByRole('button', { name: 'Create a second order' }).click();
    await page.getByText('Converting now creates a second order besides SO-7.').waitFor();
    expect(await convert.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep only SO-7' }).click();
    await expect.poll(() => convert.count()).toBe(0);
  });
  test('the settings say what this org is, and an admin says there that the ERP is a test system', async () => {
    const sent: unknown[] = [];
    const settings = (isTest: boolean) =>
      text({
        account: 'salesforce:00D5g000004Test',
        connection: {
          erp: 'odoo',
          name: 'ERP',
          url: 'erp.example.com',
          isTest,
          state: 'ok',
          checkedAt: '2026-11-24T08:00:00.000Z',
          latencyMs: 12,
          version: '1',
          problem: null,
        },
        flows: [{ flow: 'orders', on: true, supported: true, master: 'erp' }],
        writeBack: { on: true, propertiesReady: true },
      });
    const status = {
      orgId: '00D',
      instance: 'CS99',
      sandbox: true,
      certificate: 'B',
      audience: 'https://a',
      roles: [],
    };
    await org.place(page, { tag: 'c-backroom-settings', dark: true }, (ask) => {
      if (ask.name === 'BackroomSetup.status') return { text: JSON.stringify(status) };
      if (ask.name !== 'BackroomController.send') return settings(false);
      sent.push(JSON.parse(ask.body ?? ''));
      return settings(true);
    });
    const toggle = page.getByLabel('This is a test ERP');
    await toggle.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await toggle.click({ force: true });
    await expect.poll(() => toggle.isChecked()).toBe(true);
    expect(sent).toEqual([{ connectionIsTest: true }]);
  });
  test('long tables have pages and sort by keyboard', async () => {
    await org.place(page, { tag: 'c-backroom-order' }, order({}));
    await page.getByText('1 / 2').waitFor();
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    await page.getByRole('row', { name: /PMP-011/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
  });
  test('the quick action shows the same flow and closes', async () => {
    await org.place(page, { tag: 'c-backroom-convert-action' }, order({}));
    await page.getByText('Order preview').waitFor();
    const closed = page.evaluate(
      () => new Promise((done) => document.addEventListener('lightning__actionsclosescreen', () => done(true))),
    );
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await closed).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
  test('an order that needs somebody says why and can be sent again', async () => {
    const submission = refusedOrder();
    const asked: Ask[] = [];
    await org.place(
      page,
      { tag: 'c-backroom-order' },
      order({ submissions: text({ submissions: [submission] }), send: text(submission) }, asked),
    );
    await page.getByText('ERP message: The period is closed').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Resend' }).click();
    await expect
      .poll(() => asked.find(({ name }) => name === 'BackroomController.send')?.body)
      .toBe('{"action":"resend"}');
  });
  test('the way to the order desk is asked for by whoever wants it, opens once, and says who may not go', async () => {
    const link = 'https://app.backroom.example/desk/enter/token';
    const others = order({ submissions: text({ submissions: [refusedOrder()] }) });
    let answer: ApexAnswer = refused('forbidden');
    await org.place(page, { tag: 'c-backroom-order' }, (ask) =>
      ask.name === 'BackroomController.send' ? answer : others(ask),
    );
    await page.getByRole('button', { name: 'Fix in order desk' }).click();
    await page.getByText('No permission').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    answer = text({ url: link });
    await page.getByRole('button', { name: 'Fix in order desk' }).click();
    const open = page.getByRole('link', { name: 'Open in order desk' });
    expect([await open.getAttribute('href'), await open.getAttribute('target')]).toEqual([link, '_blank']);
    expect(await axeFindings(page)).toEqual([]);
  });
  test('a return is claimed for what was delivered, once, and what is missing is told first', async () => {
    const delivered = {
      id: 'so-7',
      number: 'SO-7',
      reference: null,
      status: 'delivered',
      orderedOn: '2026-11-01',
      promisedOn: null,
      total: money('21.00'),
      lines: [{ code: 'PMP-001', name: 'Pump', quantity: '3', delivered: '2', unitPrice: money('10.50') }],
      deliveries: [],
    };
    const asked: Ask[] = [];
    await returns((ask) => {
      asked.push(ask);
      if (ask.name === 'BackroomController.send') return refused('erp_refused');
      if (ask.path?.includes('only=orders'))
        return panels({
          orders: {
            state: 'ready',
            data: { converted: null, orders: [delivered], freshness: freshness('live') },
            freshness: freshness('live'),
            refreshing: false,
          },
        });
      return ready([]);
    });
    await page.getByRole('button', { name: 'New return' }).click();
    await page.getByLabel('PMP-001 Pump: quantity').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit return' }).click();
    await page.getByText('Enter a quantity for at least one product.').waitFor();
    await page.getByLabel('PMP-001 Pump: quantity').fill('1,5');
    await page.getByLabel('Reason').fill('Leaks at the seal');
    await page.getByRole('button', { name: 'Submit return' }).click();
    await page.getByRole('alert').waitFor();
    const sent = asked.filter(({ name }) => name === 'BackroomController.send');
    expect(sent.map(({ path }) => path?.split('?')[0])).toEqual(['/v1/returns']);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      record: { type: 'deal', id: '0065g0000005001AAA' },
      orderNumber: 'SO-7',
      reason: 'Leaks at the seal',
      lines: [{ code: 'PMP-001', quantity: '1.5' }],
    });
  });
});
