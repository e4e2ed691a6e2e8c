import {
  canonical,
  currencySchema,
  decimal,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpProductIdSchema,
  referenceSchema,
} from '@backroom/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FoundOrder, foundOrderSchema } from '../erp/contract/schemas.ts';
import { compareDeal, type Deal, type Sent } from './compare.ts';

const EUR = currencySchema.parse('EUR');
const USD = currencySchema.parse('USD');
const referenceOf = (nth: number) => referenceSchema.parse(`BR-TEST${String(nth).padStart(6, '0')}`);
const line = fc.record({ product: fc.constantFrom('p1', 'p2', 'p3'), quantity: fc.integer({ min: 1, max: 999 }) });
type Line = { product: string; quantity: number };

function sent(nth: number, lines: readonly Line[], more: Partial<Sent> = {}): Sent {
  return {
    id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    state: 'confirmed',
    reference: referenceOf(nth),
    erpId: `o${nth}`,
    erpNumber: `SO-${nth}`,
    status: 'confirmed',
    customerId: 'c1',
    currency: EUR,
    total: { amount: decimal('119.00'), currency: EUR },
    lines: lines.map(({ product, quantity }) => ({
      productId: product,
      name: product,
      quantity: decimal(`${quantity}.500`),
    })),
    ...more,
  };
}
/** What the ERP makes of it, in its own way: other trailing zeros, one line in two. */
function order(of: Sent, more: Partial<FoundOrder> = {}, nth = of.erpId ?? ''): FoundOrder {
  const [first, ...rest] = of.lines;
  const split = first
    ? [
        { ...first, quantity: decimal('0.250') },
        { ...first, quantity: decimal('0.25') },
      ]
    : [];
  const whole = first ? [{ ...first, quantity: decimal(String(Number(first.quantity) - 0.5)) }] : [];
  const currency = of.total?.currency ?? EUR;
  return foundOrderSchema.parse({
    id: erpOrderIdSchema.parse(nth),
    number: nth.replace('o', 'SO-'),
    reference: of.reference,
    status: 'confirmed',
    orderedOn: '2026-11-25',
    promisedOn: null,
    total: { amount: canonical(of.total?.amount ?? decimal('119')), currency },
    customer: { id: erpCustomerIdSchema.parse('c1'), number: 'C-1', name: 'Nordwind' },
    lines: [...split, ...whole, ...rest].map(({ productId, quantity }) => ({
      productId: erpProductIdSchema.parse(productId),
      code: productId,
      name: productId,
      quantity,
      delivered: '0',
      unitPrice: { amount: '1', currency },
    })),
    ...more,
  });
}
const deal = (sentOnes: readonly Sent[], more: Partial<Deal> = {}): Deal => ({
  id: '5001',
  name: 'Pumps',
  company: 'Nordwind',
  wonOn: '2026-11-20',
  orderNumber: sentOnes.find(({ state }) => state === 'confirmed')?.erpNumber ?? null,
  orderStatus: null,
  currency: EUR,
  customerId: 'c1',
  sent: sentOnes,
  ...more,
});
const codes = (of: Deal, orders: readonly FoundOrder[]) => compareDeal(of, orders).findings.map(({ code }) => code);
const lines = fc.array(line, { minLength: 1, maxLength: 8 });

test.each([
  ['a product of its own', 'freight'],
  ['a product that was ordered as well', 'p1'],
])('a charge that the ERP has as a line of %s is no finding; another line is', (_, product) => {
  const charge = { amount: decimal('25.00'), currency: EUR };
  const one = sent(1, [{ product: 'p1', quantity: 2 }], { charges: [charge] });
  const own = order(one).lines;
  const asLine = (amount: string) => {
    const net = { amount: decimal(amount), currency: EUR };
    const id = erpProductIdSchema.parse(product);
    return {
      productId: id,
      code: product,
      name: product,
      quantity: decimal('1'),
      delivered: decimal('0'),
      unitPrice: net,
      net,
    };
  };
  expect(codes(deal([one]), [order(one, { lines: [...own, asLine('25')] })])).toEqual([]);
  expect(codes(deal([one]), [order(one, { lines: [...own, asLine('20')] })])).toEqual(['differs']);
});
test('an order that stands as it was sent is no finding, however the ERP writes it and wherever it got to', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('confirmed', 'partly_delivered', 'delivered', 'invoiced'), (all, status) => {
      const one = sent(1, all);
      const { findings, claims } = compareDeal(deal([one]), [order(one, { status })]);
      expect(findings).toEqual([]);
      expect(claims).toEqual([{ erpId: 'o1', number: 'SO-1', own: true }]);
    }),
  );
});

const tampering: Record<string, (of: Sent) => { orders: FoundOrder[]; codes: string[]; fields: string[] }> = {
  deleted: () => ({ orders: [], codes: ['order_gone'], fields: ['number'] }),
  cancelled: (of) => ({
    orders: [order(of, { status: 'cancelled' })],
    codes: ['cancelled_in_erp'],
    fields: ['status'],
  }),
  doubled: (of) => ({ orders: [order(of), order(of, {}, 'o77')], codes: ['same_reference'], fields: [] }),
  'doubled and the first cancelled is one order': (of) => ({
    orders: [order(of, { status: 'cancelled' }), order(of, {}, 'o77')],
    codes: [],
    fields: [],
  }),
  'moved to another customer': (of) => ({
    orders: [order(of, { customer: { id: erpCustomerIdSchema.parse('c2'), number: 'C-2', name: 'Else' } })],
    codes: ['differs'],
    fields: ['customer'],
  }),
  'given another currency': (of) => ({
    orders: [order(of, { total: { amount: decimal('119.00'), currency: USD } })],
    codes: ['differs'],
    fields: ['currency'],
  }),
  'given another total': (of) => ({
    orders: [order(of, { total: { amount: decimal('119.01'), currency: EUR } })],
    codes: ['differs'],
    fields: ['total'],
  }),
  'taken a line from': (of) => {
    const whole = order(of);
    const gone = whole.lines[0]?.productId;
    return {
      orders: [{ ...whole, lines: whole.lines.filter(({ productId }) => productId !== gone) }],
      codes: ['differs'],
      fields: ['quantity'],
    };
  },
  'given a line more': (of) => {
    const whole = order(of);
    const [first] = whole.lines;
    if (!first) throw new Error('no lines');
    const more = { ...first, productId: erpProductIdSchema.parse('p9'), code: 'p9' };
    return { orders: [{ ...whole, lines: [...whole.lines, more] }], codes: ['differs'], fields: ['quantity'] };
  },
  'changed by a thousandth': (of) => {
    const whole = order(of);
    const [first, ...rest] = whole.lines;
    if (!first) throw new Error('no lines');
    const changed = { ...first, quantity: decimal('0.251') };
    return { orders: [{ ...whole, lines: [changed, ...rest] }], codes: ['differs'], fields: ['quantity'] };
  },
  'made a draft again': (of) => ({
    orders: [order(of, { status: 'draft' })],
    codes: ['still_draft'],
    fields: ['status'],
  }),
};
test.each(Object.keys(tampering))('an order that was %s', (name) => {
  fc.assert(
    fc.property(lines, (all) => {
      const one = sent(1, all);
      const expected = tampering[name]?.(one);
      const { findings } = compareDeal(deal([one]), expected?.orders ?? []);
      expect(findings.map(({ code }) => code)).toEqual(expected?.codes);
      expect([...new Set(findings.flatMap(({ differences }) => differences.map(({ field }) => field)))]).toEqual(
        expected?.fields,
      );
    }),
  );
});
test('an ERP that keeps its drafts, because it knows no confirming, is right', () => {
  const one = sent(1, [{ product: 'p1', quantity: 1 }], { status: 'draft' });
  expect(codes(deal([one]), [order(one, { status: 'draft' })])).toEqual([]);
});
test('a difference names both values, and the line by the ERP’s code', () => {
  const one = sent(1, [{ product: 'p1', quantity: 4 }]);
  const changed = order(one, { total: { amount: decimal('240'), currency: EUR } });
  const more = { ...changed, lines: changed.lines.map((each) => ({ ...each, quantity: decimal('3') })) };
  expect(compareDeal(deal([one]), [more]).findings[0]?.differences).toEqual([
    { field: 'total', line: null, ours: one.total, erp: { amount: '240', currency: 'EUR' } },
    { field: 'quantity', line: 'p1 p1', ours: '4.5', erp: '9' },
  ]);
});

test('won and never sent, on its way, or stuck: not converted, and each says which', () => {
  const all = [{ product: 'p1', quantity: 1 }];
  const without = { orderNumber: null };
  const unsent = (state: Sent['state']) => sent(1, all, { state, erpId: null, erpNumber: null, total: null });
  expect(codes(deal([], without), [])).toEqual(['never_sent']);
  expect(codes(deal([unsent('cancelled')], without), [])).toEqual(['never_sent']);
  for (const state of ['queued', 'sending', 'checking', 'waiting'] as const)
    expect(codes(deal([unsent(state)], without), [])).toEqual(['under_way']);
  expect(codes(deal([unsent('needs_attention')], without), [])).toEqual(['needs_attention']);
  // The CRM does not call it won: nothing was sold yet.
  expect(codes(deal([unsent('waiting')], { orderNumber: null, wonOn: null }), [])).toEqual([]);
  // The ERP has it already: our look-up finds it by itself.
  expect(codes(deal([unsent('checking')], without), [order(unsent('checking'), {}, 'o5')])).toEqual([]);
});
test('a deal that says its order is on its way, of which nobody here knows, is found, won or not', () => {
  const all = [{ product: 'p1', quantity: 1 }];
  const says = (orderStatus: string, wonOn: string | null = null): Partial<Deal> => ({
    orderNumber: null,
    orderStatus,
    wonOn,
  });
  for (const state of ['queued', 'sending', 'checking', 'waiting', 'needs_attention'])
    expect(codes(deal([], says(state)), [])).toEqual(['forgotten']);
  expect(codes(deal([], says('waiting', '2026-11-20')), [])).toEqual(['forgotten']);
  // What was stopped says so, and the ERP's own words are about an order that it has.
  for (const other of ['cancelled', 'confirmed', 'delivered']) expect(codes(deal([], says(other)), [])).toEqual([]);
  expect(codes(deal([sent(1, all, { state: 'waiting' })], says('waiting')), [])).toEqual([]);
});
test('what was stopped here and stands in the ERP is told, unless another submission of the deal accounts for it', () => {
  const all = [{ product: 'p1', quantity: 1 }];
  const stopped = sent(1, all, { state: 'cancelled', erpId: null, erpNumber: null, total: null });
  const adopted = sent(2, all, { erpId: 'o9', erpNumber: 'SO-9' });
  const standing = order(stopped, {}, 'o9');
  expect(codes(deal([stopped], { orderNumber: null, wonOn: null }), [standing])).toEqual(['stands_though_cancelled']);
  expect(codes(deal([stopped, adopted], { orderNumber: 'SO-9' }), [standing])).toEqual([]);
});
test('an order number on the record that nobody here sent', () => {
  const all = [{ product: 'p1', quantity: 1 }];
  const elsewhere = order(sent(7, all), { reference: 'PO 4711' });
  const foreign = (more: Partial<Deal> = {}) => deal([], { orderNumber: 'SO-7', wonOn: null, ...more });
  expect(codes(foreign(), [elsewhere])).toEqual([]);
  expect(compareDeal(foreign(), [elsewhere]).claims).toEqual([{ erpId: 'o7', number: 'SO-7', own: false }]);
  expect(codes(foreign(), [])).toEqual(['number_unknown']);
  expect(codes(foreign(), [{ ...elsewhere, status: 'cancelled' }])).toEqual(['cancelled_in_erp']);
  expect(codes(foreign({ currency: USD, customerId: 'c5' }), [elsewhere])).toEqual(['differs']);
  // Not linked, and no currency on the deal: not known, so nothing to hold against the order.
  expect(codes(foreign({ currency: null, customerId: null }), [elsewhere])).toEqual([]);
  // Sent by us and ordered once more by another way.
  const own = sent(1, all);
  expect(codes(deal([own], { orderNumber: 'SO-7' }), [order(own), elsewhere])).toEqual(['same_deal']);
  expect(codes(deal([own], { orderNumber: 'SO-8' }), [order(own)])).toEqual(['other_number']);
});
test('a deal ordered once more by a person’s word has two orders and no finding', () => {
  const all = [{ product: 'p1', quantity: 1 }];
  const [first, again] = [sent(1, all), sent(2, all)];
  expect(codes(deal([first, again]), [order(first), order(again)])).toEqual([]);
});
test('whatever the ERP answers, each finding names the deal and nothing throws', () => {
  const anyOrder = fc
    .record({
      nth: fc.integer({ min: 1, max: 4 }),
      reference: fc.constantFrom(referenceOf(1), referenceOf(2), null, 'PO 1'),
      status: fc.constantFrom('draft' as const, 'confirmed' as const, 'cancelled' as const, 'invoiced' as const),
      all: lines,
    })
    .map(({ nth, all, ...more }) => order(sent(nth, all), more));
  const anySent = fc
    .record({
      nth: fc.integer({ min: 1, max: 2 }),
      state: fc.constantFrom('queued' as const, 'confirmed' as const, 'cancelled' as const, 'needs_attention' as const),
      all: lines,
    })
    .map(({ nth, state, all }) => sent(nth, all, state === 'confirmed' ? { state } : { state, erpNumber: null }));
  const orders = fc.uniqueArray(anyOrder, { selector: ({ id }) => id });
  fc.assert(
    fc.property(fc.array(anySent, { maxLength: 3 }), orders, fc.constantFrom(null, 'SO-1', 'SO-3'), (all, found, n) => {
      const { findings, claims } = compareDeal(deal(all, { orderNumber: n }), found);
      for (const finding of findings) expect(finding.deal?.id).toBe('5001');
      const standing = found.filter(({ status }) => status !== 'cancelled').map(({ id }) => String(id));
      for (const { erpId } of claims) expect(standing).toContain(erpId);
    }),
  );
});

test('an ERP that made other prices of what was sent: its net is listed, a cent of rounding a line is not', () => {
  const one = sent(1, [{ product: 'p1', quantity: 10 }], { net: { amount: decimal('1000'), currency: EUR } });
  const deal: Deal = {
    id: 'd1',
    name: null,
    company: null,
    wonOn: null,
    orderNumber: 'SO-1',
    orderStatus: 'confirmed',
    currency: EUR,
    customerId: 'c1',
    sent: [one],
  };
  const found = (net: string) =>
    compareDeal(deal, [order(one, { net: { amount: decimal(net), currency: EUR } })]).findings.flatMap(
      ({ differences }) => differences,
    );
  expect(found('1000.01')).toEqual([]);
  expect(found('1200')).toEqual([
    {
      field: 'net',
      line: null,
      ours: { amount: '1000', currency: 'EUR' },
      erp: { amount: '1200', currency: 'EUR' },
    },
  ]);
});
