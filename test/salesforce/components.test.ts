import { translator } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, openBrowser } from '../support/browser.ts';
import { type ApexAnswer, type Ask, type Placed, startOrg } from '../support/org.ts';

// Each LWC alone in a browser, compiled as Salesforce compiles it, with base components and styles that are Salesforce's own.

const t = translator('en');
const titleOf = (code: Parameters<typeof makeProblem>[0]) => makeProblem(code, 'en', '').title;
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
const preview = (checks: object[], more: object = {}) =>
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
    ...more,
  });
const short = { code: 'stock_short', level: 'warn', lineId: 'line-0', values: { code: 'PMP-000', available: '0' } };
const twin = {
  code: 'possible_twin',
  level: 'block',
  lineId: null,
  values: { crm: 'HubSpot', deal: 'Pumps', order: 'SO-7', reference: 'BR-KLMNOPQRST' },
};
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
/** The decision as the backend makes it of what it finds: the writes of the deal, and a preview where one is left to make. */
function decided(answers: { submissions?: ApexAnswer; preview?: ApexAnswer; converted?: object }): ApexAnswer {
  const dataOf = (answer: ApexAnswer) => ('text' in answer ? JSON.parse(answer.text).data : null);
  const { submissions } = dataOf(answers.submissions ?? text({ submissions: [] })) as {
    submissions: { state: string; revision: string }[];
  };
  const [latest] = submissions;
  const isOrder = latest !== undefined && (latest.state !== 'confirmed' || latest.revision === 'r1');
  const shown = (data: object) => ({ state: 'ready', data, freshness: freshness('live'), refreshing: false });
  const customer = {
    ...{ id: 'c-1', number: 'C-1', name: 'Sommer', city: null, country: null, vatId: null, currency: null },
    ...{ paymentTerms: null, blocked: false },
  };
  return text({
    version: JSON.stringify(submissions).length.toString(),
    revision: 'r1',
    customer: shown({ state: 'linked', customer, linkedAt: '2026-11-24T08:00:00.000Z', freshness: freshness('live') }),
    preview: isOrder ? null : shown(dataOf(answers.preview ?? preview([]))),
    order: shown({ converted: answers.converted ?? null }),
    submissions,
  });
}
/** Asked without a press. */
const isDeskLink = ({ path }: Ask) => path?.startsWith('/v1/desk/link') ?? false;
const order =
  (answers: Parameters<typeof decided>[0] & { send?: ApexAnswer; desk?: ApexAnswer }, asked: Ask[] = []) =>
  (ask: Ask): ApexAnswer => {
    if (isDeskLink(ask)) return answers.desk ?? refused('forbidden');
    asked.push(ask);
    if (ask.path?.startsWith('/v1/desk/access')) return text({ requested: true });
    if (ask.name === 'BackroomController.send') return answers.send ?? refused('quote_changed');
    if (ask.path?.includes('/decision')) return decided(answers);
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
    await page.getByText(t('loading')).last().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(asked[0]).toMatchObject({
      name: 'BackroomController.read',
      method: 'GET',
      path: expect.stringContaining('/v1/records/deal/0065g0000005001AAA/panels?only=returns&locale=en&timeZone=UTC'),
    });
    answer(ready([]));
    await page.getByText(t('returns.none_title')).waitFor();
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
    await page.getByText(t('returns.none_title')).waitFor();
    expect(asked[0]?.path).toContain('/v1/records/company/');
  });
  test.each([false, true])('what came, what is empty and what is stale: axe finds nothing (dark: %s)', async (dark) => {
    let answer = ready([returned], 'stale');
    await returns(() => answer, { dark });
    await page.getByRole('row', { name: /RET-1.*Nov 20, 2026.*Received/ }).waitFor();
    const outdated = page.getByText(makeProblem('erp_unreachable', 'en', '').title);
    await outdated.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    answer = ready([]);
    await page.getByRole('button', { name: t('refresh') }).click();
    await page.getByText(t('returns.none_text')).waitFor();
    expect(await outdated.count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
  test.each([
    ['of Apex itself', refused('forbidden'), titleOf('forbidden')],
    [
      'of the panel',
      panels({ returns: { state: 'problem', problem: makeProblem('erp_timeout', 'en', 'ref-1') } }),
      titleOf('erp_timeout'),
    ],
    [
      'of the platform',
      { error: { body: { message: 'An internal server error has occurred' } } },
      titleOf('backroom_unreachable'),
    ],
    ['of the network', { error: { statusText: 'Gateway Timeout' } }, titleOf('backroom_unreachable')],
    ['of the form', text({}), titleOf('internal')],
  ] satisfies [string, ApexAnswer, string][])(
    'a failure %s is told in words, with a way on',
    async (_, failing, title) => {
      let answer: ApexAnswer = failing;
      await returns(() => answer);
      await page.getByRole('alert').getByText(title).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      answer = ready([returned]);
      await page.getByRole('button', { name: t('retry') }).click();
      await page.getByText('RET-1').waitFor();
    },
  );
  test('a company without a link says where to make it', async () => {
    await returns(() =>
      panels({ returns: { state: 'problem', problem: makeProblem('customer_not_linked', 'en', 'ref') } }),
    );
    await page.getByText(t('customer.unlinked_title')).waitFor();
    await page.getByRole('button', { name: t('action.link') }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
  test('after unlinking and linking a customer the keyboard goes on where the answer stands', async () => {
    const about = { asOf: '2026-11-24T08:00:00.000Z', source: 'live' };
    const customer = {
      ...{ id: 'cust-1', number: 'C-1001', name: 'Nordwind', vatId: null, registrationNumber: null, email: null },
      ...{ phone: null, street: null, postalCode: null, city: 'Kiel', country: 'DE', currency: 'EUR' },
      ...{ paymentTerms: null, taxStatus: null, blocked: false, blockedReason: null },
    };
    const states = {
      linked: { state: 'linked', customer, linkedAt: about.asOf, freshness: about },
      candidates: { state: 'candidates', candidates: [{ customer, score: 92, why: ['name'] }], freshness: about },
    };
    let now: keyof typeof states = 'linked';
    await org.place(page, { tag: 'c-backroom-overview', objectApiName: 'Account' }, ({ name, body }) => {
      if (name === 'BackroomController.send') {
        now = body?.includes('unlink') ? 'candidates' : 'linked';
        return text({ panel: states[now] });
      }
      const overview = {
        ...{ customer: states[now], completeBy: null, credit: null, openInvoices: null, converted: null },
        ...{ submission: null, alerts: [], freshness: about, missing: [] },
      };
      return panels({ overview: { state: 'ready', data: overview, freshness: about, refreshing: false } });
    });
    const focused = () =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.textContent;
      });
    const press = (label: string) => page.getByRole('button', { name: label, exact: true }).last().click();
    await press(t('customer.unlink'));
    await press(t('customer.unlink'));
    await expect.poll(focused).toBe(t('customer.candidates_title'));
    await press(t('customer.link'));
    await expect.poll(focused).toBe(t('customer.linked_to', { customer: 'Nordwind (C-1001)' }));
    expect(await axeFindings(page)).toEqual([]);
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
    const convert = page.getByRole('button', { name: t('order.convert') });
    await convert.waitFor();
    expect(await convert.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText(t('order.accept', { count: '1' })).click();
    await convert.click();
    await page.getByText(makeProblem('quote_changed', 'en', '').title).waitFor();
    const sent = asked.filter(({ name }) => name === 'BackroomController.send');
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      dealId: '0065g0000005001AAA',
      revision: 'r1',
      acceptedWarnings: ['stock_short'],
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
  test('order details are entered in their fields, kept, and go along with the order', async () => {
    const asked: Ask[] = [];
    const details = {
      takes: ['poNumber', 'requestedDate', 'contact', 'deliverTo', 'partialDelivery', 'note'],
      values: {
        ...{ poNumber: null, requestedDate: null, note: null, contact: null },
        ...{ deliverTo: null, invoiceTo: null, partialDelivery: null },
      },
      ...{ entered: [], oneOff: { deliverTo: true, invoiceTo: false }, addresses: null, contacts: [], charges: [] },
      longest: { poNumber: 10, note: null },
    };
    await org.place(page, { tag: 'c-backroom-order' }, order({ preview: preview([], { details }) }, asked));
    const convert = page.getByRole('button', { name: t('order.convert') });
    const save = page.getByRole('button', { name: t('order.details_save') });
    await save.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel(t('order.po_number')).fill('PO-4711-4712');
    await page.getByText(t('entry.too_long', { max: '10', now: '12' })).waitFor();
    expect([await save.isDisabled(), await convert.isDisabled()]).toEqual([true, true]);
    await page.getByLabel(t('order.po_number')).fill('PO-4711');
    await page.getByLabel(t('order.deliver_to')).selectOption({ label: t('entry.address.other') });
    await page.getByLabel(t('entry.address.street')).fill('Am Hafen 1');
    await page.getByLabel(t('entry.address.city')).fill('Bremen');
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel(t('entry.address.country')).selectOption('DE');
    expect(await axeFindings(page)).toEqual([]);
    await save.click();
    const sent = () =>
      asked.flatMap(({ name, body, path }) =>
        name === 'BackroomController.send' ? [{ path: path?.split('?')[0], body: JSON.parse(body ?? '{}') }] : [],
      );
    const deliverTo = {
      kind: 'one_off',
      address: { name: null, street: 'Am Hafen 1', postalCode: null, city: 'Bremen', country: 'DE' },
    };
    await expect
      .poll(sent)
      .toEqual([
        { path: '/v1/records/deal/0065g0000005001AAA/preview', body: { entries: { poNumber: 'PO-4711', deliverTo } } },
      ]);
    await expect.poll(() => convert.isDisabled()).toBe(false);
    await convert.click();
    await expect.poll(() => sent()[1]?.body.entries).toEqual({ poNumber: 'PO-4711', deliverTo });
  });
  test.each([900, 320])('at %i px a chosen address can be read to its end', async (width) => {
    const values = { poNumber: null, requestedDate: null, note: null, contact: null, partialDelivery: null };
    const address = {
      ...{ name: 'Nordwind Maschinenbau GmbH', street: 'Am Hafen 1', postalCode: '28195', city: 'Bremen' },
      ...{ country: 'DE', id: 'a-1', uses: ['delivery'], usual: ['delivery'] },
    };
    const details = {
      ...{ takes: ['poNumber', 'deliverTo'], values: { ...values, deliverTo: null, invoiceTo: null }, entered: [] },
      ...{ oneOff: { deliverTo: true, invoiceTo: false }, addresses: [address], contacts: [], charges: [] },
      longest: { poNumber: 10, note: null },
    };
    await page.setViewportSize({ width, height: 900 });
    await org.place(page, { tag: 'c-backroom-order' }, order({ preview: preview([], { details }) }));
    const select = page.getByLabel(t('order.deliver_to'));
    await select.waitFor();
    const isCut = await select.evaluate((element) => {
      const { selectedOptions, clientWidth } = element as HTMLSelectElement;
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      pen.font = getComputedStyle(element).font;
      // The arrow and the padding stand beside the text.
      return pen.measureText(selectedOptions[0]?.label ?? '').width > clientWidth - 40;
    });
    const written = page.locator('p:visible', { hasText: 'Am Hafen 1' });
    expect([isCut, await written.count()]).toEqual(width === 320 ? [true, 1] : [false, 0]);
    expect(await axeFindings(page)).toEqual([]);
  });
  test('after the press the focus stays with what became of it', async () => {
    let submissions: object[] = [];
    const sent = { ...refusedOrder(), state: 'sending', problem: null, canCancel: false, canResend: false };
    const answers = {
      get submissions() {
        return text({ submissions });
      },
      send: text(sent),
    };
    await org.place(page, { tag: 'c-backroom-order' }, (ask) => {
      if (ask.name === 'BackroomController.send') submissions = [sent];
      return order(answers)(ask);
    });
    await page.getByRole('button', { name: t('order.convert') }).press('Enter');
    await page.getByText(t('verdict.sending')).waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => {
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return at?.className;
        }),
      )
      .toBe('verdict');
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
    const convert = page.getByRole('button', { name: t('order.convert') });
    await convert.waitFor();
    checks = [twin];
    // The other page was quicker by an instant.
    await convert.click();
    await page
      .getByRole('alert')
      .getByText(makeProblem('possible_twin', 'en', '').title)
      .waitFor();
    await page.getByText('Deal 5001 in HubSpot (SO-7).').waitFor();
    await page.getByText(t('verdict.duplicate')).waitFor();
    await page
      .getByText(/“Pumps” in HubSpot/)
      .first()
      .waitFor();
    expect(await convert.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText(t('order.different_sale')).click();
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
    const convert = page.getByRole('button', { name: t('order.convert') });
    await page.getByText(t('verdict.changed', { number: 'SO-7' })).waitFor();
    expect(await convert.count()).toBe(0);
    await page.getByRole('button', { name: t('order.once_more') }).click();
    await page.getByText(t('check.order_again', { number: 'SO-7' })).waitFor();
    expect(await convert.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: t('order.once_more_not', { number: 'SO-7' }) }).click();
    await expect.poll(() => convert.count()).toBe(0);
  });
  test('the order is changed and cancelled by keyboard; what was refused is shown anew, and each opening starts afresh', async () => {
    const made = {
      ...refusedOrder(),
      ...{ state: 'confirmed', revision: 'r0', erpNumber: 'SO-7', problem: null, writtenBack: true },
      ...{ canCancel: false, canResend: false, canMend: false, canAdopt: false },
    };
    const side = (quantity: string) => ({ quantity, unitPrice: money('10.50') });
    const change = (quantity: string) => ({
      ...{ submission: made.id, erpNumber: 'SO-7', revision: 'r1', fingerprint: `${quantity}.b` },
      lines: [{ code: 'PMP-1', name: 'Pump', before: side(quantity), after: side('3'), isChanged: true }],
      ...{ details: [], changedInErp: [], closed: null, checks: [], canChange: true },
      net: { before: money('21.00'), after: money('31.50') },
      total: { before: money('24.99'), after: money('37.49') },
    });
    const cancel = (closed: string | null) => ({
      ...{ submission: made.id, erpNumber: 'SO-7', fingerprint: 'b', total: money('24.99'), changedInErp: [] },
      ...{ closed, canCancel: closed === null },
    });
    const act = {
      ...{ id: '00000000-0000-4000-8000-000000000002', kind: 'change', state: 'sending', submission: made.id },
      ...{ record: made.record, erpNumber: 'SO-7', revision: 'r1', reason: null, createdBy: 'pat', problem: null },
      ...{ createdAt: made.createdAt, updatedAt: made.updatedAt, nextTryAt: null, events: [] },
      ...{ canWithdraw: false, canResend: false, canClose: false },
    };
    let [quantity, closed, isOff] = ['2', null as string | null, false];
    const sent: { path: string | undefined; body: { fingerprint: string } }[] = [];
    const others = order({ submissions: text({ submissions: [made] }) });
    await org.place(page, { tag: 'c-backroom-order' }, (ask) => {
      if (ask.path?.includes('/order/change/preview'))
        return isOff ? refused('erp_unreachable') : text(change(quantity));
      if (ask.path?.includes('/order/cancel/preview')) return text(cancel(closed));
      if (ask.name === 'BackroomController.send' && !isDeskLink(ask)) {
        sent.push({ path: ask.path?.split('?')[0], body: JSON.parse(ask.body ?? '') });
        // A colleague changed the order after it was shown.
        if (quantity === '2') {
          quantity = '5';
          return refused('order_changed_in_erp');
        }
        return text(act);
      }
      const answer = others(ask);
      if (!ask.path?.includes('/decision') || !('text' in answer)) return answer;
      const decision = JSON.parse(answer.text).data as object;
      // What the backend says after the act was accepted never comes.
      if (sent.length > 1) return new Promise(() => {});
      return text({ ...decision, offers: ['change', 'cancel'] });
    });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const number = { number: 'SO-7' };
    const keep = button(t('act.keep'));

    // What could not be read leaves the way back.
    isOff = true;
    await button(t('act.change_button')).press('Enter');
    await page.getByText(titleOf('erp_unreachable')).waitFor();
    await keep.press('Enter');
    await button(t('act.change_button')).and(page.locator(':focus')).waitFor();
    isOff = false;

    // What the ERP closed wants no reason.
    closed = 'The order is delivered.';
    await button(t('act.cancel_button')).press('Enter');
    await page.getByText(t('order.erp_says', { words: closed })).waitFor();
    expect(await page.getByLabel(t('act.reason')).count()).toBe(0);
    await keep.press('Enter');
    closed = null;
    await button(t('act.cancel_button')).press('Enter');
    await page.getByLabel(t('act.reason')).fill('Project stopped');
    expect(await button(t('act.confirm_cancel', number)).isEnabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await keep.press('Enter');
    // The keyboard goes on where the dialogue was opened.
    await button(t('act.cancel_button')).and(page.locator(':focus')).waitFor();

    await button(t('act.change_button')).press('Enter');
    await page.getByRole('row', { name: /PMP-1.*2 × .*3 × / }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(t('act.confirm_change', number)).press('Enter');
    await page.getByText(titleOf('order_changed_in_erp')).waitFor();
    await page.getByRole('row', { name: /PMP-1.*5 × .*3 × / }).waitFor();
    await keep.press('Enter');
    expect(await page.getByText(titleOf('order_changed_in_erp')).count()).toBe(0);

    await button(t('act.change_button')).press('Enter');
    await page.getByRole('row', { name: /PMP-1.*5 × .*3 × / }).waitFor();
    await button(t('act.confirm_change', number)).press('Enter');
    // Progress is there at once, and no button that would send it again.
    await page.getByText(t('act.next.sending')).waitFor();
    expect(await button(t('act.change_button')).count()).toBe(0);
    expect(sent.map(({ path, body }) => [path, body.fingerprint])).toEqual([
      ['/v1/orders/change', '2.b'],
      ['/v1/orders/change', '5.b'],
    ]);
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
      if (isDeskLink(ask)) return refused('forbidden');
      if (ask.name !== 'BackroomController.send') return settings(false);
      sent.push(JSON.parse(ask.body ?? ''));
      return settings(true);
    });
    const toggle = page.getByLabel(t('settings.test_erp'));
    await toggle.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await toggle.click({ force: true });
    await expect.poll(() => toggle.isChecked()).toBe(true);
    expect(sent).toEqual([{ connectionIsTest: true }]);
  });
  test('long tables have pages and sort by keyboard', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...returned, id: `ret-${at}`, number: `RET-${at}` }));
    await returns(() => ready(many));
    await page.getByText('1 / 2').waitFor();
    await page.getByRole('button', { name: t('pages.next') }).press('Enter');
    await page.getByRole('row', { name: /RET-11/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
  });
  test('the quick action shows the same flow and closes', async () => {
    await org.place(page, { tag: 'c-backroom-convert-action' }, order({}));
    await page.getByText(t('verdict.ready')).waitFor();
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
    await page.getByText(t('order.erp_says', { words: 'The period is closed' })).waitFor();
    await page.getByText(t('verdict.refused')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: t('order.resend') }).click();
    await expect
      .poll(() => asked.find(({ name }) => name === 'BackroomController.send')?.body)
      .toBe('{"action":"resend"}');
  });
  const changedOrder = { ...refusedOrder(), state: 'confirmed', revision: 'r0', erpNumber: 'SO-7', problem: null };
  const leading = [
    ['refused', refusedOrder(), 'order.mend_at_desk'],
    ['changed', changedOrder, 'change.request'],
  ] as const;
  /** How often the way to the desk was asked for. */
  async function placeOrder(made: object, desk: ApexAnswer, others: Ask[] = []): Promise<() => number> {
    const answer = order({ submissions: text({ submissions: [made] }), converted: delivered, desk }, others);
    let asked = 0;
    await org.place(page, { tag: 'c-backroom-order' }, (ask) => {
      asked += Number(isDeskLink(ask));
      return answer(ask);
    });
    return () => asked;
  }
  test.each(leading)('a %s order leads to the order desk in one press', async (_, made, label) => {
    const url = 'https://app.backroom.example/desk/enter/token';
    await placeOrder(made, text({ url }));
    const way = page.getByRole('link', { name: t(label) });
    await way.waitFor();
    expect([await way.getAttribute('href'), await way.getAttribute('target')]).toEqual([url, '_blank']);
    expect(await axeFindings(page)).toEqual([]);
  });
  test.each(leading)(
    'of a %s order a person without access has no way to the desk, reads who can act, and requests access by pressing',
    async (_, made) => {
      const others: Ask[] = [];
      const asked = await placeOrder(made, refused('forbidden'), others);
      await page.getByText(t('who.order_desk')).waitFor();
      await expect.poll(asked).toBe(1);
      expect([await page.getByRole('link').count(), await page.getByRole('alert').count()]).toEqual([0, 0]);
      const requests = () => others.filter(({ path }) => path?.startsWith('/v1/desk/access')).length;
      const button = page.getByRole('button', { name: t('order.request_access') });
      await button.waitFor();
      expect([requests(), await axeFindings(page)]).toEqual([0, []]);
      await button.click();
      await page.getByText(t('order.access_requested')).waitFor();
      expect([requests(), await axeFindings(page)]).toEqual([1, []]);
    },
  );
  test('a return is claimed for what was delivered, once, and what is missing is told first', async () => {
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
    await page.getByRole('button', { name: t('returns.claim') }).click();
    await page.getByLabel(t('returns.quantity_of', { product: 'PMP-001 Pump' })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: t('returns.claim_send') }).click();
    await page.getByText(t('returns.need_quantity')).waitFor();
    // More than was delivered is refused where it is typed; nothing is sent.
    const quantity = page.getByLabel(t('returns.quantity_of', { product: 'PMP-001 Pump' }));
    await quantity.fill('9999');
    await page.getByLabel('Reason').fill('Leaks at the seal');
    await page.getByRole('button', { name: t('returns.claim_send') }).click();
    await page
      .getByText(t('returns.returnable', { quantity: '2' }))
      .first()
      .waitFor();
    expect(asked.filter(({ name }) => name === 'BackroomController.send')).toEqual([]);
    await quantity.fill('1,5');
    await page.getByLabel('Reason').fill('Leaks at the seal');
    await page.getByRole('button', { name: t('returns.claim_send') }).click();
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
