import assert from 'node:assert/strict';
import { compare, decimal } from '@backroom/shared';
import { type Case, callOf, line, readDeal } from '../kit.ts';
import type { DealSpec, LineSpec, Opened, Part, QuoteSpec } from '../subject.ts';

const company = { name: 'Nordwind Maschinenbau GmbH', contactEmail: 'alex@nordwind.example' };
const deal = (more: Partial<DealSpec>): DealSpec => ({ name: 'A deal', currency: 'EUR', company, ...more });
const accepted = (lines: readonly LineSpec[], more: Partial<QuoteSpec> = {}): QuoteSpec => ({
  status: 'accepted',
  lines,
  ...more,
});
const same = (left: string | null | undefined, right: string) =>
  assert(left !== null && left !== undefined && compare(decimal(left), decimal(right)) === 0, `${left} is ${right}`);
const readOnly = async (opened: Opened, spec: LineSpec) => {
  const read = await readDeal(opened, opened.deal(deal({ quotes: [accepted([spec])] })));
  const [only] = read.lines;
  assert(only);
  return { only, gaps: read.gaps ?? [] };
};

/** A part that is withheld is a gap, and what there is of the record is still given. */
const withheld = (part: Part, what: string): Case => ({
  name: `${what} that the CRM does not give is named, and the record is not taken for the whole`,
  needs: ['withhold'],
  async run(opened) {
    const quotes = [
      accepted([line('A-1'), line('B-2')], { adjustments: [{ kind: 'discount', name: 'Framework', percent: '10' }] }),
    ];
    const id = opened.deal(deal({ quotes }));
    assert.deepEqual((await readDeal(opened, id)).gaps ?? [], []);
    opened.withhold?.(id, part);
    const gaps = (await readDeal(opened, id)).gaps ?? [];
    assert(gaps.length > 0, 'no gap');
    for (const gap of gaps) assert.notEqual(gap.what, '');
  },
});

export const complete: readonly Case[] = [
  withheld('line', 'a line'),
  withheld('quote', 'a quote'),
  withheld('company', 'the company'),
  withheld('adjustment', 'a discount of the quote'),
  {
    name: 'the deal’s own company is its customer, whoever else is listed',
    async run(opened) {
      const partners = [{ name: 'Partner One' }, { name: 'Partner Two' }];
      const read = await readDeal(opened, opened.deal(deal({ partners })));
      assert.equal(read.company?.name, company.name);
    },
  },
  {
    name: 'more lines on the deal itself than one answer holds all come, in their order',
    async run(opened) {
      const lines = Array.from({ length: opened.manyLines }, (_, nth) => line(`L-${String(nth).padStart(4, '0')}`));
      const read = await readDeal(opened, opened.deal(deal({ lines })));
      assert.equal(read.linesFrom, 'deal');
      assert.deepEqual(
        read.lines.map(({ code }) => code),
        lines.map(({ code }) => code),
      );
    },
  },
  {
    name: 'numbers of many decimals are read to the twelfth, never dropped',
    async run(opened) {
      const long = {
        ...line('A-1', '2.1234567890123', '0.0056000000000000049'),
        discountPercent: '33.333333333333336',
      };
      const { only, gaps } = await readOnly(opened, long);
      same(only.quantity, '2.123456789012');
      same(only.unitPrice, '0.0056');
      same(only.discountPercent, '33.333333333333');
      assert.deepEqual(gaps, []);
    },
  },
  {
    name: 'a number that nothing can hold is named, and is not taken for none',
    async run(opened) {
      const { only, gaps } = await readOnly(opened, line('A-1', '1', `1${'0'.repeat(30)}`));
      assert.equal(only.unitPrice, null);
      assert.deepEqual(gaps.map(({ kind, lineId }) => [kind, lineId]).slice(0, 1), [['unreadable', only.id]]);
    },
  },
  {
    name: 'a line keeps its own currency, whatever the quote’s is',
    async run(opened) {
      const quotes = [accepted([{ ...line('A-1'), currency: 'EUR' }], { currency: 'USD' })];
      const read = await readDeal(opened, opened.deal(deal({ currency: 'USD', quotes })));
      assert.deepEqual([read.currency, read.lines[0]?.currency], ['USD', 'EUR']);
    },
  },
  {
    name: 'the total of a deal without a quote is that of its own lines',
    async run(opened) {
      const read = await readDeal(
        opened,
        opened.deal(deal({ lines: [line('A-1', '3', '504.50'), line('B-2', '1', '10')] })),
      );
      same(read.lines[0]?.total, '1513.50');
      // Where the CRM has one that can be relied on.
      if (read.total !== undefined) same(read.total, '1523.50');
    },
  },
  {
    name: 'a field that the connected user may not see is named, and noticed within a minute when it is given',
    needs: ['hideCodes', 'passTime'],
    async run(opened) {
      const id = opened.deal(deal({ quotes: [accepted([line('A-1'), line('B-2')])] }));
      assert.equal((await readDeal(opened, id)).lines[0]?.code, 'A-1');
      const give = opened.hideCodes?.();
      const hidden = await readDeal(opened, id);
      assert.deepEqual(
        hidden.lines.map(({ code }) => code),
        [null, null],
      );
      assert.deepEqual(
        hidden.gaps?.map(({ kind, lineId }) => [kind, lineId]),
        [['hidden', null]],
      );
      assert.match(hidden.gaps?.[0]?.what ?? '', /product code/i);
      give?.();
      opened.passTime?.(60_000);
      const seen = await readDeal(opened, id);
      assert.equal(seen.lines[0]?.code, 'A-1');
      assert.deepEqual(seen.gaps ?? [], []);
    },
  },
  {
    name: 'money off each unit is read, with a long tail of decimals too',
    async run(opened) {
      const { only } = await readOnly(opened, { ...line('A-1', '3', '504.50'), discountAmount: '10.000000000000014' });
      same(only.discountAmount, '10');
      assert.equal(only.discountPercent, null);
    },
  },
  {
    name: 'a line comes with the total that the CRM shows for it',
    async run(opened) {
      same((await readOnly(opened, line('A-1', '3', '504.50'))).only.total, '1513.50');
      const third = { ...line('A-1', '10', '234.56'), discountPercent: '20' };
      same((await readOnly(opened, third)).only.total, '1876.48');
    },
  },
  {
    name: 'a line that is billed more than once is named',
    async run(opened) {
      const { only, gaps } = await readOnly(opened, { ...line('A-1', '1', '118'), payments: 12 });
      assert.deepEqual(
        gaps.map(({ kind, lineId }) => [kind, lineId]),
        [['recurring', only.id]],
      );
    },
  },
  {
    name: 'a price by tiers is what the CRM’s own total comes to, or it is named',
    async run(opened) {
      const tiers = [
        { from: '100', price: '31' },
        { from: '500', price: '28' },
      ];
      const { only, gaps } = await readOnly(opened, { ...line('A-1', '150', '36.50'), tiers });
      if (gaps.some(({ kind }) => kind === 'tiered')) return;
      same(only.total, '4650');
      same(only.unitPrice, '31');
    },
  },
  {
    name: 'a discount on the whole quote lowers its total',
    async run(opened) {
      const adjustments = [{ kind: 'discount' as const, name: 'Framework', percent: '10' }];
      const quotes = [accepted([line('A-1', '4', '504.50')], { adjustments })];
      const read = await readDeal(opened, opened.deal(deal({ quotes })));
      const [only, ...more] = read.adjustments ?? [];
      assert.deepEqual(more, []);
      assert.equal(only?.kind, 'discount');
      assert.equal(only?.name, 'Framework');
      same(only?.percent, '10');
      same(read.total, '1816.20');
    },
  },
  {
    name: 'freight and tax of a quote are told apart from its net total',
    async run(opened) {
      const adjustments = [
        { kind: 'shipping' as const, name: 'Freight', amount: '250' },
        { kind: 'tax' as const, name: 'VAT', amount: '19.50' },
      ];
      const quotes = [accepted([line('A-1', '1', '100')], { adjustments })];
      const read = await readDeal(opened, opened.deal(deal({ quotes })));
      const amounts = (read.adjustments ?? []).map(({ kind, amount }) => `${kind} ${Number(amount)}`);
      // HubSpot has no freight of its own: it is one of the fees.
      assert.deepEqual(
        amounts.map((each) => each.replace('fee', 'shipping')),
        ['shipping 250', 'tax 19.5'],
      );
      if (read.total !== undefined) same(read.total, '100');
    },
  },
  {
    name: 'texts come without characters that no store takes',
    async run(opened) {
      const bad = '\u0000 \uD83D\u0007';
      const spec = deal({
        name: `Deal${bad}`,
        company: { ...company, name: `Nordwind${bad} GmbH` },
        quotes: [accepted([{ ...line('A-1'), name: `Pump${bad}`, code: `A-1${bad}` }])],
      });
      const read = await readDeal(opened, opened.deal(spec));
      const text = JSON.stringify(read);
      assert(!/\\u0000|\\u0007|\\ud83d/i.test(text), text);
      assert.equal(read.company?.name, 'Nordwind  GmbH');
      const found = await opened.crm.record({ type: 'company', id: read.company?.id ?? '' }, callOf(opened));
      assert.equal(found.name, 'Nordwind  GmbH');
    },
  },
];
