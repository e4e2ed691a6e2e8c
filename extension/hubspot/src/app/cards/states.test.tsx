// Every list card in HubSpot's own renderer, in every state that an answer can put it in.
import * as samples from '@backroom/panels/samples.test.data';
import type { PanelName, ProblemCode } from '@backroom/shared';
import { textsOf, translator } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import { Alert, Button, EmptyState, LoadingSpinner, TableBody, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CompanyCredit } from './CompanyCredit.tsx';
import { CompanyInvoices } from './CompanyInvoices.tsx';
import { CompanyOrders } from './CompanyOrders.tsx';
import { DealInvoicesAndCredit } from './DealInvoicesAndCredit.tsx';
import { DealReturns } from './DealReturns.tsx';
import { DealStockAndPrices } from './DealStockAndPrices.tsx';

const t = translator('en');
const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
afterEach(() => vi.useRealTimers());
type Node = { text?: string | null; props?: Record<string, unknown>; childNodes?: Node[]; nodeType: string };
/** All that a rep can read: the text, and what components take as words in their props. */
const wordsIn = (node: Node): string =>
  [
    ...(node.nodeType === 'text' ? [node.text] : []),
    ...['title', 'label', 'number'].map((name) => node.props?.[name]),
    ...(node.childNodes ?? []).map(wordsIn),
  ]
    .filter((each) => each !== undefined && each !== null && each !== '')
    .join(' ')
    .replace(/\s+/gu, ' ');

const { full, empty, unlinked, fresh, stale } = samples;
type Results = Partial<Record<PanelName, unknown>>;
const ready = (panels: Results, freshness = fresh): Results =>
  Object.fromEntries(Object.entries(panels).map(([name, data]) => [name, samples.ready(data as object, freshness)]));
const failing = (names: readonly PanelName[], code: ProblemCode, detail?: string): Results =>
  Object.fromEntries(
    names.map((name) => [name, { state: 'problem', problem: samples.problem(code, detail ? { detail } : {}) }]),
  );

type ListCard = {
  name: string;
  card: () => ReactElement;
  place: 'crm.record.tab' | 'crm.record.sidebar';
  type: 'deal' | 'company';
  /** What it asks for, full. */
  full: Results;
  /** Words that stand there when all is read. */
  says: string[];
  empty?: { data: Results; title: string };
};
const cards: ListCard[] = [
  {
    name: 'deal: stock and prices',
    card: () => <DealStockAndPrices />,
    place: 'crm.record.tab',
    type: 'deal',
    full: { stock: full.stock, pricing: full.pricing },
    says: [
      'PMP-001 Product 1',
      '8 available',
      'Backorder',
      '8 of 900 available',
      'Non-stock item',
      'Not in the ERP',
      'No SKU',
      '€5,200.00',
      '€270.00 · quote €10.00 lower',
      'CHF 95.00',
      'No date yet',
    ],
    empty: { data: { stock: empty.stock, pricing: empty.pricing }, title: 'No line items' },
  },
  {
    name: 'deal: invoices and credit',
    card: () => <DealInvoicesAndCredit />,
    place: 'crm.record.tab',
    type: 'deal',
    full: { credit: full.credit, invoices: full.invoices },
    says: [
      'Invoices overdue',
      '€50,000.00',
      '€8,250.50',
      '€41,749.50',
      '€40,749.50',
      '1 to 30 days overdue',
      'Over 90 days overdue',
      'INV-4',
      '12 days overdue',
      'Partially paid',
      'Cancelled',
    ],
    empty: { data: { credit: full.credit, invoices: empty.invoices }, title: 'No invoices' },
  },
  {
    name: 'deal: returns',
    card: () => <DealReturns />,
    place: 'crm.record.tab',
    type: 'deal',
    full: { returns: full.returns },
    says: ['RET-1', 'Received', 'SO-7', 'Wrong size', '€250.00', 'New return'],
    empty: { data: { returns: empty.returns }, title: 'No returns yet' },
  },
  {
    name: 'company: credit',
    card: () => <CompanyCredit />,
    place: 'crm.record.tab',
    type: 'company',
    full: { customer: full.customer, credit: full.credit },
    says: ['Invoices overdue', '€50,000.00', '€8,250.50', '€41,749.50'],
  },
  {
    name: 'company: invoices',
    card: () => <CompanyInvoices />,
    place: 'crm.record.tab',
    type: 'company',
    full: { invoices: full.invoices },
    says: ['INV-1', 'Paid', '12 days overdue', '€1,200.00'],
    empty: { data: { invoices: empty.invoices }, title: 'No invoices' },
  },
  {
    name: 'company: orders',
    card: () => <CompanyOrders />,
    place: 'crm.record.tab',
    type: 'company',
    full: { orders: full.orders },
    says: ['SO-7', 'Partially delivered', 'Nov 20, 2026', 'Dec 4, 2026', '€1,190.00'],
    empty: { data: { orders: empty.orders }, title: 'No orders yet' },
  },
];

/** What hubspot.fetch answers next; one after the other, the last one for ever. */
function answering(...bodies: unknown[]) {
  const hsFetch = vi.fn(async (_url: string) => {
    const body = bodies.length > 1 ? bodies.shift() : bodies[0];
    const given = await body;
    return given instanceof Response ? given.clone() : new Response(JSON.stringify(given));
  });
  scope.hsFetch = hsFetch;
  return hsFetch;
}
/** Longer than the renderer's second: a busy machine is no failure. */
const patience = { timeoutInMs: 10_000 };
function show({ card, place }: ListCard) {
  const renderer = createRenderer(place);
  renderer.render(card());
  const words = () => wordsIn(renderer.getRootNode() as unknown as Node);
  const says = (text: string | RegExp) =>
    renderer.waitFor(
      () => (text instanceof RegExp ? expect(words()).toMatch(text) : expect(words()).toContain(text)),
      patience,
    );
  return { ...renderer, words, says };
}
const titleOf = (code: ProblemCode) => makeProblem(code, 'en', '').title;

describe.each(cards)('$name', (card) => {
  const names = Object.keys(card.full) as PanelName[];
  const answer = (panels: Results) => ({ ok: true, data: samples.panelsAnswer(panels, card.type) });

  test('first says that it reads, and asks for its own record and panels only', async () => {
    const hsFetch = answering(new Promise(() => {}));
    const renderer = show(card);
    expect(renderer.find(LoadingSpinner).props.label).toBe(t('loading'));
    await vi.waitFor(() => expect(hsFetch).toHaveBeenCalled());
    const url = new URL(hsFetch.mock.calls[0]?.[0] ?? '');
    expect(url.pathname).toBe(`/v1/records/${card.type}/123/panels`);
    expect(url.searchParams.get('only')).toBe(names.join(','));
  });
  test('keeps saying so while the backend still reads, and shows what came then', async () => {
    let come = (_: unknown) => {};
    const later = new Promise((done) => {
      come = done;
    });
    const pending = Object.fromEntries(names.map((name) => [name, { state: 'pending', pollAfterMs: 10 }]));
    const hsFetch = answering(answer(pending), later);
    const renderer = show(card);
    await vi.waitFor(() => expect(hsFetch.mock.calls.length).toBeGreaterThan(1), 10_000);
    expect(renderer.maybeFind(LoadingSpinner)).not.toBeNull();
    come(answer(ready(card.full)));
    await renderer.waitFor(() => expect(renderer.words()).toContain(card.says[0]), patience);
  });
  test('shows each figure, and how old it is', async () => {
    answering(answer(ready(card.full)));
    const renderer = show(card);
    await renderer.says(card.says[0] ?? '');
    const words = renderer.words();
    expect(card.says.filter((each) => !words.includes(each))).toEqual([]);
    expect(words).toMatch(/Updated .* ago|Updated yesterday/);
    expect(renderer.findAll(Button).map(({ text }) => text)).toContain('Refresh');
  });
  test('figures that come before the words of the viewer’s language wait for them', async () => {
    const german = Promise.withResolvers<unknown>();
    const hsFetch = vi.fn(async (url: string) => {
      const body = url.includes('/v1/texts') ? await german.promise : answer(ready(card.full));
      return new Response(JSON.stringify(body));
    });
    scope.hsFetch = hsFetch;
    const renderer = createRenderer(card.place);
    renderer.mocks.context.user.locale = 'de';
    renderer.render(card.card());
    const words = () => wordsIn(renderer.getRootNode() as unknown as Node);
    await vi.waitFor(() => expect(hsFetch.mock.calls.length).toBeGreaterThan(1), patience.timeoutInMs);
    await new Promise((done) => setTimeout(done, 50));
    expect(renderer.maybeFind(LoadingSpinner)?.props.showLabel).toBe(false);
    expect(words().trim()).toBe(t('loading'));
    german.resolve({ ok: true, data: JSON.parse(JSON.stringify(textsOf('de'))) });
    await renderer.waitFor(() => expect(words()).toContain(translator('de')('refresh')), patience);
    expect(words()).not.toContain(t('refresh'));
  });
  test('past figures are marked with their age and the reason', async () => {
    answering(answer(ready(card.full, stale)));
    const renderer = show(card);
    await renderer.says(/ERP not responding\. Showing figures from/);
    expect(renderer.words()).toContain(card.says.at(-1));
    expect(renderer.findAll(Alert).some(({ props }) => props.variant === 'warning')).toBe(true);
  });
  if (card.empty) {
    const { data, title } = card.empty;
    test('with nothing in it, it says so', async () => {
      answering(answer(ready(data)));
      const renderer = show(card);
      await renderer.waitFor(() =>
        expect(renderer.findAll(EmptyState).map(({ props }) => props.title)).toEqual([title]),
      );
      expect(renderer.findAll(TableBody)).toEqual([]);
    });
  }
  test.each<ProblemCode>([
    'erp_unreachable',
    'erp_timeout',
    'erp_busy',
    'erp_refused',
    'erp_unauthorised',
    'erp_drift',
    'erp_not_connected',
    'flow_off',
    'flow_unsupported',
    'record_not_found',
    'internal',
  ])('%s is told in words, with who can act and the number to quote', async (code) => {
    answering(answer(failing(names, code)));
    const renderer = show(card);
    await renderer.says(titleOf(code));
    // Once, however many panels failed by it.
    expect(renderer.findAll(Alert)).toHaveLength(1);
    expect(renderer.words()).toContain(makeProblem(code, 'en', '').whatToDo);
    expect(renderer.words()).toContain('ref-1');
    const { retryable } = makeProblem(code, 'en', '');
    expect(renderer.findAll(Button).some(({ text }) => text === 'Try again')).toBe(retryable);
  });
  test.each<[of: string, body: unknown, title: string]>([
    ['signature', { ok: false, problem: samples.problem('signature_expired') }, titleOf('signature_expired')],
    ['account', { ok: false, problem: samples.problem('account_unknown') }, titleOf('account_unknown')],
    ['CRM at its limit', { ok: false, problem: samples.problem('crm_busy') }, titleOf('crm_busy')],
    ['store', { ok: false, problem: samples.problem('store_unavailable') }, titleOf('store_unavailable')],
    [
      'proxy’s time limit',
      new Response('{"status":"error","category":"GATEWAY_TIMEOUT"}', { status: 504 }),
      titleOf('backroom_unreachable'),
    ],
    ['proxy’s own HTML', new Response('<html>Bad gateway</html>', { status: 502 }), titleOf('backroom_unreachable')],
    ['answer that is empty', new Response(''), titleOf('backroom_unreachable')],
    ['answer of another form', { ok: true, data: { panels: {} } }, titleOf('internal')],
    ['answer without an envelope', [], titleOf('internal')],
  ])('a failure of the whole request (%s) is told, and trying again mends it', async (_, body, title) => {
    answering(body, answer(ready(card.full)));
    const renderer = show(card);
    await renderer.says(title);
    expect(renderer.findAll(TableBody)).toEqual([]);
    const retry = renderer.findAll(Button).find(({ text }) => text === 'Try again');
    retry?.trigger('onClick');
    await renderer.says(card.says[0] ?? '');
    expect(renderer.words()).not.toContain(title);
  });
  test('a figure that does not fit the contract is not shown at all', async () => {
    // A wire that lost its decimal strings: a number where text is due.
    const spoilt = JSON.parse(
      JSON.stringify(answer(ready(card.full)))
        .replaceAll(/"amount":"([\d.-]+)"/g, '"amount":$1')
        .replaceAll(/"requestedOn":"[^"]*"/g, '"requestedOn":0'),
    );
    answering(spoilt);
    const renderer = show(card);
    await renderer.says(titleOf('internal'));
    expect(renderer.words()).not.toContain('€');
  });
  test('a company without a link is no failure: the link is made right there', async () => {
    const own = names.filter((name) => name !== 'customer');
    const customer = unlinked.candidates;
    answering(
      answer({
        ...failing(own, 'customer_not_linked'),
        ...ready({
          ...(names.includes('customer') ? { customer } : {}),
        }),
      }),
    );
    const renderer = show(card);
    // The link is made right there, where the card does not show the candidates already.
    if (!names.includes('customer')) {
      await renderer.says(t('customer.unlinked_title'));
      answering(answer(ready({ customer })));
      renderer
        .findAll(Button)
        .find(({ text }) => text === t('action.link'))
        ?.trigger('onClick');
    }
    await renderer.says(t('customer.candidates_title'));
    expect(renderer.findAll(Alert)).toEqual([]);
  });
  if (names.length > 1)
    test.each(names)('only %s is there: it is shown, and what happened to the rest', async (name) => {
      const others = names.filter((each) => each !== name);
      answering(answer({ ...ready({ [name]: card.full[name] }), ...failing(others, 'erp_timeout') }));
      const renderer = show(card);
      await renderer.says(titleOf('erp_timeout'));
      const words = renderer.words();
      const shown: Partial<Record<PanelName, string>> = {
        stock: 'PMP-001',
        pricing: 'PMP-001',
        credit: '€50,000.00',
        invoices: 'INV-4',
      };
      if (shown[name]) expect(words).toContain(shown[name]);
      for (const other of others) if (other === 'credit') expect(words).not.toContain('€50,000.00');
      // What could not be read is missing, never zero.
      if (name === 'stock') {
        expect(words).not.toContain('€');
      }
    });
});

test('a table sorts by its column over all of its pages', async () => {
  const invoices = cards.find(({ name }) => name === 'deal: invoices and credit');
  const many = {
    ...full.invoices,
    invoices: Array.from({ length: 23 }, (_, at) => ({
      ...full.invoices.invoices[0],
      id: `i-${at}`,
      number: `INV-${100 + at}`,
    })),
  };
  answering({ ok: true, data: samples.panelsAnswer(ready({ credit: full.credit, invoices: many })) });
  const renderer = show(invoices as ListCard);
  await renderer.says('INV-100');
  expect(renderer.find(TableBody).findAll(TableRow)).toHaveLength(10);
  const [header] = renderer.findAll(TableHeader);
  (header as { props: { onSortChange?: (direction: string) => void } } | undefined)?.props.onSortChange?.('descending');
  await renderer.waitFor(() =>
    expect(wordsIn(renderer.find(TableBody).findAll(TableRow)[0] as unknown as Node)).toContain('INV-122'),
  );
});
test('the number of an invoice opens its document, in a frame with a one-time link', async () => {
  const answer = { ok: true, data: samples.panelsAnswer(ready({ credit: full.credit, invoices: full.invoices })) };
  scope.hsFetch = vi.fn(
    async (url: string) =>
      new Response(
        JSON.stringify(
          url.includes('/invoices/')
            ? { ok: true, data: { url: 'https://app.backroom.example/documents/once' } }
            : answer,
        ),
      ),
  );
  const renderer = show(cards.find(({ name }) => name === 'deal: invoices and credit') as ListCard);
  const openIframeModal = vi.fn();
  Object.assign(renderer.mocks.actions, { openIframeModal });
  await renderer.says('INV-4');
  // What has no document is no button.
  expect(renderer.findAll(Button).map(({ text }) => text)).not.toContain('INV-5');
  renderer
    .findAll(Button)
    .find(({ text }) => text === 'INV-4')
    ?.trigger('onClick');
  await vi.waitFor(() =>
    expect(openIframeModal.mock.calls[0]?.[0]).toMatchObject({
      uri: 'https://app.backroom.example/documents/once',
      title: 'INV-4',
    }),
  );
});
test('a cut list of invoices has the ERP’s totals above it and says that there is more', async () => {
  const totals = [
    {
      open: { amount: '90000.00', currency: 'EUR' },
      overdue: { amount: '1200.00', currency: 'EUR' },
      nextDue: '2026-12-05',
    },
  ];
  const [first, ...rest] = full.invoices.invoices;
  const invoices = { ...full.invoices, invoices: [{ ...first, kind: 'credit_note' }, ...rest], totals, more: true };
  answering({ ok: true, data: samples.panelsAnswer(ready({ invoices }), 'company') });
  const renderer = show(cards.find(({ name }) => name === 'company: invoices') as ListCard);
  await renderer.says('Balance due €90,000.00');
  for (const words of ['Next due Dec 5, 2026', 'Credit note: Paid', 'Only the most recent invoices are shown.'])
    expect(renderer.words()).toContain(words);
});
test('a deal whose credit cannot be judged says why', async () => {
  const credit = { ...full.credit, deal: null, freeAfterDeal: null, unjudged: 'total', verdict: 'not_judged' };
  answering({ ok: true, data: samples.panelsAnswer(ready({ credit, invoices: full.invoices })) });
  const renderer = show(cards.find(({ name }) => name === 'deal: invoices and credit') as ListCard);
  await renderer.says('Credit limit not checked: the ERP gives no gross total for this order.');
  expect(renderer.words()).toContain('Available after this deal Not available');
});
