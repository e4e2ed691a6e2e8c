import { decimal, money } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type App, codesOf, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  for (const number of ['C-1001', 'C-1003', 'C-1005']) await app.link(number);
});
afterEach(async () => {
  app.alter(null);
  await app.flowsOff();
});
afterAll(() => app.close());
const found = async (deal: string, code: string) =>
  (await app.preview(deal)).checks.filter((each) => each.code === code);

describe('what the CRM says', () => {
  test.each([
    ['a price below zero', line('PMP-001', '1', '-765.18'), 'price_invalid'],
    ['a discount of 200 %', line('PMP-001', '1', '500', { discountPercent: decimal('200') }), 'discount_invalid'],
    ['a discount below zero', line('PMP-001', '1', '500', { discountPercent: decimal('-5') }), 'discount_invalid'],
    ['an amount above the price', line('PMP-001', '1', '500', { discountAmount: decimal('501') }), 'discount_invalid'],
    ['an amount below zero', line('PMP-001', '1', '500', { discountAmount: decimal('-1') }), 'discount_invalid'],
  ])('%s blocks the order', async (_, one, code) => {
    app.deal('a17', 'C-1001', [one, line('VLV-003', '1', '40')]);
    const preview = await app.preview('a17');
    expect(preview.checks).toContainEqual(expect.objectContaining({ code, level: 'block', lineId: one.id }));
    expect(preview.canConvert).toBe(false);
    expect(await app.convert('a17')).toMatchObject({ ok: false, problem: { code: 'preview_blocked' } });
  });
  test('why a customer is blocked is told once, though the ERP says it too', async () => {
    await app.link('C-1012');
    app.deal('a23', 'C-1012', [line('VLV-003', '1', '40')]);
    const { checks } = await app.preview('a23');
    expect(checks.filter(({ values }) => JSON.stringify(values).includes('Payment dispute'))).toHaveLength(1);
    expect(checks).toContainEqual(expect.objectContaining({ code: 'customer_blocked', level: 'block' }));
  });
  test('a deal without a company is told in one way', async () => {
    app.deal('a22', 'C-1001', [line('VLV-003', '1', '40')], { company: null });
    expect(codesOf(await app.preview('a22'))).toEqual(['no_company']);
    const { customer, credit } = await app.panels('deal/a22', 'customer', 'credit');
    expect(customer).toMatchObject({ data: { state: 'no_company' } });
    expect(credit).toMatchObject({ problem: { code: 'no_company' } });
  });
  test.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['what is no character', '\u0000'],
  ])('a company whose name is %s is not created', async (_, name) => {
    app.deal('a18', 'new', [line('VLV-003', '1', '40')], {
      company: { ...app.companyOf('new'), name, domain: 'quelle.example' },
    });
    const preview = await app.preview('a18');
    expect(preview.checks).toContainEqual(expect.objectContaining({ code: 'company_without_name', level: 'block' }));
    expect(await app.convert('a18')).toMatchObject({ ok: false, problem: { code: 'preview_blocked' } });
    const link = { method: 'POST', body: { action: 'create', idempotencyKey: 'create-nameless' } };
    expect(await app.ask('/v1/records/deal/a18/link', link)).toMatchObject({
      ok: false,
      problem: { code: 'company_without_name' },
    });
    expect(await app.good('/v1/records/company/new/submissions')).toEqual({ submissions: [] });
  });
});

describe('prices', () => {
  test('0.0056 for 200,000 is below 0.01', async () => {
    app.alter((erp) => ({
      pricing: {
        quote: async (input, call) => {
          const answer = await erp.pricing.quote(input, call);
          return {
            ...answer,
            results: answer.results.map((each) => each && { ...each, unitPrice: money('0.01', 'EUR') }),
          };
        },
      },
    }));
    app.deal('b3', 'C-1003', [line('SEA-004', '200000', '0.0056')]);
    const { pricing } = await app.panels('deal/b3', 'pricing');
    expect(pricing).toMatchObject({ data: { lines: [{ verdict: 'below', difference: { amount: '-0.0044' } }] } });
    expect(await found('b3', 'price_below')).toMatchObject([{ level: 'warn' }]);
  });
  test('a thousandth on one piece is rounding', async () => {
    app.deal('b3-one', 'C-1003', [line('PMP-001', '1', '480.4999')]);
    const { pricing } = await app.panels('deal/b3-one', 'pricing');
    expect(pricing).toMatchObject({ data: { lines: [{ verdict: 'equal' }] } });
  });
  test('a product without a price in the ERP is named as that', async () => {
    app.alter((erp) => ({
      pricing: { quote: async (input) => ({ results: input.lines.map(() => null), paymentTerms: null }) },
      stock: erp.stock,
    }));
    app.deal('no-price', 'C-1005', [line('PMP-002', '1', '500')]);
    expect(await found('no-price', 'erp_price_unknown')).toMatchObject([
      { level: 'warn', values: { code: 'PMP-002' } },
    ]);
    expect(await found('no-price', 'unknown_product')).toEqual([]);
  });
});

describe('what the ERP says', () => {
  test('each refusal of its simulation blocks, in its words and at its line', async () => {
    app.alter((erp) => ({
      orders: {
        ...erp.orders,
        simulate: async (input, call) => ({
          ...(await erp.orders.simulate(input, call)),
          refusals: [
            { field: 'lines.1.quantity', words: 'Valves are sold in boxes of ten.' },
            { field: null, words: 'The period is closed.' },
          ],
        }),
      },
    }));
    app.deal('b6', 'C-1001', [line('PMP-003', '1', '500'), line('VLV-003', '1', '40')]);
    const preview = await app.preview('b6');
    expect(preview.canConvert).toBe(false);
    expect(preview.checks.filter(({ code }) => code === 'erp_refuses')).toMatchObject([
      { level: 'block', lineId: 'line-VLV-003-1', values: { words: 'Valves are sold in boxes of ten.' } },
      { level: 'block', lineId: null, values: { words: 'The period is closed.' } },
    ]);
    expect(await app.convert('b6')).toMatchObject({ ok: false, problem: { code: 'preview_blocked' } });
  });
  test('other totals than the quote’s must be accepted', async () => {
    app.alter((erp) => ({
      orders: {
        ...erp.orders,
        simulate: async (input, call) => ({
          ...(await erp.orders.simulate(input, call)),
          net: money('1200', 'EUR'),
          lines: [{ net: money('1200', 'EUR') }],
        }),
      },
    }));
    app.deal('b4', 'C-1001', [line('PMP-003', '2', '500')]);
    expect(await found('b4', 'total_differs')).toMatchObject([
      { level: 'warn', values: { quoted: money('1000.00', 'EUR'), erp: money('1200', 'EUR') } },
    ]);
    expect(await found('b4', 'line_differs')).toMatchObject([{ level: 'warn', lineId: 'line-PMP-003-2' }]);
    const { revision } = await app.preview('b4');
    const body = { dealId: 'b4', revision, acceptedWarnings: [], idempotencyKey: 'not-accepted-1' };
    expect(await app.ask('/v1/orders', { method: 'POST', body })).toMatchObject({
      ok: false,
      problem: {
        code: 'preview_blocked',
        errors: expect.arrayContaining([{ path: 'quote', message: 'total_differs' }]),
      },
    });
  });
  test('half a piece is told before the ERP refuses it; half a metre is not', async () => {
    app.deal('t5', 'C-1001', [line('PMP-003', '1.5', '500'), line('HSE-003', '2.5', '24')]);
    const checks = await found('t5', 'quantity_decimals');
    expect(checks).toMatchObject([
      { level: 'block', lineId: 'line-PMP-003-1.5', values: { code: 'PMP-003', unit: 'pcs', places: '0' } },
    ]);
  });
});

describe('stock', () => {
  test('a stocked product without a figure is not known: no zero, no promise, and a warning', async () => {
    app.alter(() => ({ stock: { availability: async ({ productIds }) => ({ results: productIds.map(() => null) }) } }));
    app.deal('b8', 'C-1001', [line('GBX-004', '1', '1200'), line('SVC-001', '1', '118')]);
    const panels = await app.panels('deal/b8', 'stock', 'overview');
    expect(panels.stock).toMatchObject({
      data: {
        completeBy: null,
        completion: 'unknown',
        lines: [{ state: 'unknown', unit: 'pcs' }, { verdict: 'not_stocked' }],
      },
    });
    expect(JSON.stringify(panels.stock)).not.toContain('"state":"unknown","available"');
    expect(panels.overview).toMatchObject({
      data: {
        completeBy: null,
        completion: 'unknown',
        alerts: expect.arrayContaining([expect.objectContaining({ code: 'stock_unknown' })]),
      },
    });
    expect(await found('b8', 'stock_unknown')).toMatchObject([{ level: 'warn', values: { code: 'GBX-004' } }]);
  });
  test('only the warehouses that serve the order count', async () => {
    app.alter((erp) => ({
      stock: {
        availability: async (input, call) => ({
          results: (await erp.stock.availability(input, call)).results.map(
            (each) =>
              each && {
                ...each,
                available: decimal('1'),
                incoming: [{ date: '2026-12-24', quantity: decimal('50'), warehouse: 'Lyon' }],
                warehouses: [
                  { code: 'HAM', name: 'Hamburg', onHand: decimal('1'), available: decimal('1') },
                  { code: 'LYS', name: 'Lyon', onHand: decimal('4'), available: decimal('4'), serves: false },
                ],
              },
          ),
        }),
      },
    }));
    app.deal('t3', 'C-1001', [line('GBX-005', '4', '1200')]);
    expect(await found('t3', 'stock_short')).toMatchObject([{ level: 'warn', values: { available: '1' } }]);
    const { stock } = await app.panels('deal/t3', 'stock');
    expect(stock).toMatchObject({
      data: { lines: [{ warehouses: [{ code: 'HAM' }, { code: 'LYS', serves: false }] }] },
    });
  });
});

describe('what could not be looked at', () => {
  const failing = async (): Promise<never> => {
    throw new Error('no answer');
  };
  test.each([
    ['stock', () => ({ stock: { availability: failing } })],
    ['pricing', () => ({ pricing: { quote: failing } })],
    ['credit', () => ({ credit: { position: failing } })],
  ])('%s that fails is a warning that names it', async (panel, change) => {
    // Of a customer and a product that nobody has looked at yet, so that nothing is remembered.
    const number = `C-103${panel.length - 4}`;
    await app.link(number);
    app.alter(change);
    app.deal(`b7-${panel}`, number, [line(`MTR-00${panel.length}`, '1', '700')]);
    const checks = await found(`b7-${panel}`, 'figure_missing');
    expect(checks).toEqual([
      { code: 'figure_missing', level: 'warn', lineId: null, values: { panel, reason: 'internal' } },
    ]);
    expect(codesOf(await app.preview(`b7-${panel}`))).not.toContain('all_well');
  });
  test.each(['stock', 'pricing', 'credit'] as const)(
    '%s that is switched off is noted, and the order can be made',
    async (flow) => {
      await app.flowsOff(flow);
      app.deal('b7-off', 'C-1001', [line('BRG-003', '1', '10')]);
      expect(await found('b7-off', 'figure_missing')).toMatchObject([
        { level: 'info', values: { panel: flow, reason: 'flow_off' } },
      ]);
      expect((await app.preview('b7-off')).canConvert).toBe(true);
    },
  );
  test('a panel that is still being read is a warning too', async () => {
    await app.link('C-1036');
    app.alter(() => ({ credit: { position: () => new Promise<never>(() => {}) } }));
    app.deal('b7-pending', 'C-1036', [line('BRG-004', '1', '10')]);
    expect(await found('b7-pending', 'figure_missing')).toMatchObject([
      { level: 'warn', values: { panel: 'credit', reason: 'erp_timeout' } },
    ]);
  });
  test('a line that the ERP cannot take is named with stock switched off too', async () => {
    await app.flowsOff('stock', 'pricing');
    app.deal('b7-line', 'C-1001', [line('XYZ-1', '1', '10')]);
    expect(codesOf(await app.preview('b7-line'))).toContain('unknown_product');
  });
});
