// What the views say where a figure is missing, counts in another way, or is part of something already.
import {
  type Check,
  type CreditPanel,
  currencySchema,
  type Invoice,
  invoicesPanelSchema,
  money,
  panelSchemas,
} from '@backroom/shared';
import { translator, wordsFor } from '@backroom/shared/messages/languages';
import { problemsDe } from '@backroom/shared/messages/problems.de';
import { problemsEn } from '@backroom/shared/messages/problems.en';
import { problemsFr } from '@backroom/shared/messages/problems.fr';
import { describe, expect, test } from 'vitest';
import { creditCard, panelsView, previewView, stockFigures } from './cards.ts';
import { checkView } from './checks.ts';
import { invoicesView } from './invoices.ts';
import { orderFacts } from './order.ts';
import { overviewView } from './overview.ts';
import * as samples from './samples.test.data.ts';
import { invoiceTable, lineDetails, stockAndPriceTable } from './tables.ts';
import { lineViews } from './views.ts';

const words = wordsFor({ locale: 'en', timeZone: 'UTC' });
const today = '2026-11-24';
const check = (code: Check['code'], values: Check['values'], level: Check['level'] = 'warn'): Check => ({
  code,
  level,
  lineId: null,
  values,
});

describe('checks', () => {
  test('a figure that was not looked at is named with its panel and the reason', () => {
    expect(checkView(words, check('figure_missing', { panel: 'credit', reason: 'erp_timeout' })).text).toBe(
      'Not checked: credit. ERP timed out.',
    );
    expect(checkView(words, check('products_not_known', { reason: 'erp_unreachable' }, 'block')).text).toContain(
      'ERP not responding.',
    );
  });
  test('prices are not rounded: 0.0056 is not a cent', () =>
    expect(
      checkView(words, check('price_below', { code: 'S', quoted: money('0.0056', 'EUR'), erp: money('0.01', 'EUR') }))
        .text,
    ).toBe('S: quoted €0.0056, ERP price €0.01.'));
  test('a preview says each sentence once', () => {
    const preview = {
      ...samples.preview('warn'),
      checks: [check('erp_unavailable', {}), check('erp_unavailable', {})],
    };
    expect(previewView(words, preview).checks).toHaveLength(1);
  });
  test.each([
    ['en', problemsEn],
    ['de', problemsDe],
    ['fr', problemsFr],
  ] as const)('a deal without a company is told in the same words everywhere (%s)', (locale, problems) => {
    const t = translator(locale);
    const said = `${t('customer.no_company_title')}. ${t('customer.no_company_text')}`;
    expect(t('check.no_company')).toBe(said);
    expect(problems.no_company.join('. ')).toBe(said);
  });
});

describe('what is not known', () => {
  const unread = {
    ...samples.full.overview,
    completeBy: null,
    completion: 'unknown' as const,
    converted: null,
    submission: null,
  };
  const facts = (overview: Parameters<typeof overviewView>[1]) =>
    Object.fromEntries(overviewView(words, overview, 'deal', today).facts.map(({ label, value }) => [label, value]));
  test('the day that an order was promised for is said as it is, also once it has passed', () => {
    const { credit } = samples.full.overview as Parameters<typeof overviewView>[1];
    if (!credit) throw new Error('the sample has no credit');
    const ordered = { ...unread, completeBy: '2026-11-20' as never, credit: { ...credit, ordered: true } };
    expect(facts(ordered)['Promised date']).toBe('Nov 20, 2026');
  });
  test('an overview whose stock and orders could not be read says "not known"', () => {
    const day = (overview: Parameters<typeof overviewView>[1]) => facts(overview)[words.t('overview.complete_by')];
    expect(day({ ...unread, missing: ['orders', 'stock'] })).toBe(words.t('unknown'));
    expect(day({ ...unread, completion: 'never' })).toBe(words.t('overview.complete_never'));
  });
  test('credit after a deal that cannot be judged is not known, not what is free without it', () => {
    const credit = { ...samples.full.credit, deal: null, freeAfterDeal: null, unjudged: 'total' as const };
    expect(facts({ ...unread, credit })).toMatchObject({ 'Available after this deal': 'Not available' });
    expect(facts({ ...unread, credit: { ...credit, unjudged: null, ordered: true } })).toMatchObject({
      'Available credit': '€41,749.50',
    });
  });
  test('stock that the ERP does not give is neither zero nor a promise', () => {
    const stock = panelSchemas.stock.parse({
      lines: [
        {
          lineId: '1',
          code: 'P',
          name: 'Pump',
          quantity: '4',
          state: 'unknown',
          unit: 'pcs',
          freshness: samples.fresh,
        },
      ],
      completeBy: null,
      completion: 'unknown',
    });
    const { rows } = stockAndPriceTable(words, { stock }, '2026-11-24');
    expect(rows[0]?.cells).toMatchObject({
      quantity: { text: '4\u00a0pcs' },
      stock: { text: 'Stock unknown' },
      promise: { text: 'Not available' },
    });
  });
});

test('totals are shown where they differ, with the difference, and not a second time where they do not', () => {
  const pricing = (erpTotal: string | null) => ({
    pricing: {
      ...samples.full.pricing,
      quotedTotal: money('100', 'EUR'),
      erpTotal: erpTotal ? money(erpTotal, 'EUR') : null,
    },
  });
  expect(stockFigures(words, pricing('100.00'))).toEqual([]);
  expect(stockFigures(words, pricing('103.50')).map(({ value }) => value)).toEqual(['€100.00', '€103.50', '-€3.50']);
  expect(stockFigures(words, pricing(null)).map(({ value }) => value)).toEqual(['€100.00', words.t('unknown')]);
});

describe('an order that is there already', () => {
  test('its line is ordered, for the day of the order', () => {
    const [line] = samples.full.stock.lines;
    if (line?.state !== 'known') throw new Error('the sample has no stock');
    const [view] = lineViews(words, [{ ...line, verdict: 'ordered', promiseDate: '2026-12-04' }], null, '2026-11-24');
    expect(view).toMatchObject({ stock: { text: 'Ordered', tone: 'default' }, promise: 'Dec 4, 2026' });
  });
  test('what holds it in the ERP stands first, with the code that people there know', () => {
    const blocks = [
      { kind: 'delivery' as const, code: '01' },
      { kind: 'credit' as const, code: null },
    ];
    const [order] = samples.converted.orders;
    if (!order) throw new Error('the sample has no order');
    const [first] = orderFacts(words, { ...order, blocks });
    expect(first).toMatchObject({ label: 'On hold in the ERP' });
    expect(first?.value).toMatch(/^Delivery blocked \(01\).+Credit check not passed$/);
    expect(orderFacts(words, { ...order, blocks: [] })).toEqual(orderFacts(words, order));
  });
  test('each delivery of an order has its number, its status and its tracking code', () => {
    const [order] = samples.converted.orders;
    if (!order) throw new Error('the sample has no order');
    const deliveries = [
      { number: 'DN-3', date: '2026-11-22', status: 'shipped', tracking: '1Z999' },
      { number: 'DN-4', date: '2026-12-02', status: 'planned', tracking: null },
    ] as const;
    const shown = orderFacts(words, { ...order, deliveries: [...deliveries] });
    expect(shown.find(({ label }) => label === 'Deliveries')?.value).toBe('DN-3 (Shipped, 1Z999) and DN-4 (Planned)');
  });
  test('its own day counts before the one that was promised with it', () => {
    const [order] = samples.converted.orders;
    if (!order) throw new Error('the sample has no order');
    const promised = (promisedOn: string | null, ours: string | null) =>
      orderFacts(words, { ...order, promisedOn }, ours).find(({ label }) => label === 'Promised date')?.value;
    expect(promised(null, '2026-11-28')).toBe('Nov 28, 2026');
    expect(promised('2026-12-01', '2026-11-28')).toBe('Dec 1, 2026');
    expect(promised(null, null)).toBe('Not available');
  });
  test('a warehouse that does not serve it says so', () => {
    const [line] = samples.full.stock.lines;
    if (line?.state !== 'known') throw new Error('the sample has no stock');
    const warehouses = line.warehouses.map((each) => ({ ...each, serves: false }));
    const [view] = lineViews(words, [{ ...line, warehouses }], null, '2026-11-24');
    expect(view && lineDetails(words, view).warehouses.rows[0]?.cells.warehouse?.text).toBe(
      'Hamburg (not for these orders)',
    );
  });
});

describe('credit', () => {
  const card = (more: Partial<CreditPanel>) => creditCard(words, { ...samples.full.credit, ...more });
  test('an order in a currency without a rate says why it is not judged', () => {
    const view = card({ deal: money('500', 'USD'), freeAfterDeal: null, unjudged: 'currency', verdict: 'not_judged' });
    expect(view.tag).toEqual({ text: 'Not checked', tone: 'warning' });
    expect(view.note).toMatch(/limit in EUR, order in USD, no exchange rate/);
    expect(view.figures.at(-1)).toEqual({ label: 'Available after this deal', value: 'Not available' });
  });
  test('an order that is part of the exposure says so, and nothing is taken off again', () => {
    const view = card({ deal: null, freeAfterDeal: null, ordered: true });
    expect(view.note).toBe('This deal’s order is included in the used amount.');
    expect(view.figures.map(({ label }) => label)).not.toContain('Available after this deal');
  });
});

describe('invoices', () => {
  const panel = (more: object) => invoicesPanelSchema.parse({ ...samples.full.invoices, ...more });
  const EUR = currencySchema.parse('EUR');
  test('the ERP’s totals stand above the list, which says that there is more', () => {
    const totals = [{ open: money('9000', EUR), overdue: money('1200', EUR), nextDue: '2026-12-05' }];
    expect(invoicesView(words, panel({ totals, more: true }))).toMatchObject({
      figures: [{ value: '€9,000.00' }, { value: '€1,200.00' }, { value: 'Dec 5, 2026' }],
      more: 'Only the most recent invoices are shown.',
    });
  });
  test('totals that nobody knows are not known', () =>
    expect(invoicesView(words, panel({ totals: null, more: true })).figures.map(({ value }) => value)).toEqual([
      'Not available',
      'Not available',
    ]));
  test('a credit note is marked, and its amounts take off', () => {
    const [first] = samples.full.invoices.invoices;
    const note = { ...first, kind: 'credit_note', status: 'open', open: money('120.50', EUR) } as Invoice;
    expect(invoiceTable(words, [note]).rows[0]?.cells).toMatchObject({
      status: { text: 'Credit note: Open' },
      total: { text: '-€1,200.00' },
      open: { text: '-€120.50' },
    });
  });
});

test('the age of a card is that of its figures: a link has none', () => {
  const linked = { ...samples.ready(samples.full.customer), freshness: null };
  const view = panelsView(
    ['customer', 'credit'],
    samples.panelsAnswer({ customer: linked, credit: samples.ready(samples.full.credit) }) as never,
  );
  expect(view).toMatchObject({ freshness: samples.fresh });
});
