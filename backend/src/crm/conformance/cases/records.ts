import assert from 'node:assert/strict';
import { compare, decimal } from '@backroom/shared';
import { dealIdIn } from '../../kit/deal-address.ts';
import { type Case, callOf, dealRef, kindOf, line, readDeal } from '../kit.ts';
import type { DealSpec } from '../subject.ts';

const company = {
  name: 'Nordwind Maschinenbau GmbH',
  domain: 'nordwind.example',
  vatId: 'DE811000000',
  street: 'Hauptstraße 3',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'DE',
  phone: '+49 40 1234',
  contactEmail: 'alex@nordwind.example',
};
const deal = (more: Partial<DealSpec>): DealSpec => ({ name: 'A deal', currency: 'EUR', company, ...more });
const accepted = (lines: DealSpec['lines'] = []) => ({ status: 'accepted' as const, lines: lines ?? [] });
const same = (left: string | null | undefined, right: string) =>
  assert(left !== null && left !== undefined && compare(decimal(left), decimal(right)) === 0, `${left} is ${right}`);

export const records: readonly Case[] = [
  {
    name: 'a deal with an accepted quote: its lines in their order, with codes, quantities and prices',
    async run(opened) {
      const id = opened.deal(
        deal({
          quotes: [{ ...accepted([line('A-1', '4', '504.5'), line('B-2', '0.125', '9.90')]), expiresOn: '2026-12-31' }],
        }),
      );
      const read = await readDeal(opened, id);
      assert.equal(read.id, id);
      assert.equal(read.name, 'A deal');
      assert.equal(read.currency, 'EUR');
      assert.equal(read.linesFrom, 'quote');
      assert.equal(read.quote?.accepted, true);
      assert.equal(read.quote?.expiresOn, '2026-12-31');
      assert.deepEqual(
        read.lines.map(({ code, name }) => [code, name]),
        [
          ['A-1', 'Product A-1'],
          ['B-2', 'Product B-2'],
        ],
      );
      same(read.lines[0]?.quantity, '4');
      same(read.lines[1]?.quantity, '0.125');
      same(read.lines[0]?.unitPrice, '504.50');
      same(read.lines[1]?.unitPrice, '9.9');
    },
  },
  {
    name: 'the address of a deal’s page leads back to the deal',
    async run({ crm, account, unknown: { deal: id } }) {
      const address = (await crm.pages(account))({ type: 'deal', id });
      assert.equal(dealIdIn(crm, `  ${address} `), id);
      assert.equal(dealIdIn(crm, id), id);
    },
  },
  {
    name: 'numbers keep every digit, large ones too',
    async run(opened) {
      const id = opened.deal(deal({ quotes: [accepted([line('A-1', '12000000', '1234567890123456.78')])] }));
      const [only] = (await readDeal(opened, id)).lines;
      same(only?.quantity, '12000000');
      same(only?.unitPrice, '1234567890123456.78');
    },
  },
  {
    name: 'a discount in percent',
    async run(opened) {
      const id = opened.deal(deal({ quotes: [accepted([{ ...line('A-1'), discountPercent: '12.5' }])] }));
      same((await readDeal(opened, id)).lines[0]?.discountPercent, '12.5');
    },
  },
  {
    name: 'a line without a product code, and one without a price',
    async run(opened) {
      const id = opened.deal(deal({ quotes: [accepted([line(null), line('B-2', '1', null)])] }));
      const { lines } = await readDeal(opened, id);
      assert.equal(lines[0]?.code, null);
      assert.equal(lines[0]?.name, 'Product without a code');
      assert.equal(lines[1]?.unitPrice, null, 'no price is not a price of zero');
    },
  },
  {
    name: 'an accepted quote counts before an approved and a shown one',
    async run(opened) {
      const id = opened.deal(
        deal({
          quotes: [
            { status: 'shown', lines: [line('SHOWN')] },
            { status: 'accepted', lines: [line('ACCEPTED')], synced: false },
            { status: 'approved', lines: [line('APPROVED')] },
          ],
        }),
      );
      const read = await readDeal(opened, id);
      assert.deepEqual(
        read.lines.map(({ code }) => code),
        ['ACCEPTED'],
      );
      assert.equal(read.quote?.accepted, true);
    },
  },
  {
    name: 'a quote that was only shown counts, and is not accepted',
    async run(opened) {
      const id = opened.deal(deal({ quotes: [{ status: 'shown', lines: [line('SHOWN')] }] }));
      const read = await readDeal(opened, id);
      assert.equal(read.quote?.accepted, false);
      assert.equal(read.linesFrom, 'quote');
    },
  },
  {
    name: 'drafts and rejected quotes promise nothing: the deal’s own lines are used',
    async run(opened) {
      const id = opened.deal(
        deal({
          lines: [line('OWN')],
          quotes: [
            { status: 'draft', lines: [line('DRAFT')] },
            { status: 'rejected', lines: [line('REJECTED')] },
          ],
        }),
      );
      const read = await readDeal(opened, id);
      assert.equal(read.quote, null);
      assert.equal(read.linesFrom, 'deal');
      assert.deepEqual(
        read.lines.map(({ code }) => code),
        ['OWN'],
      );
    },
  },
  {
    name: 'a quote that is kept in step with the deal counts although nobody accepted it',
    async run(opened) {
      const quotes = [
        { status: 'approved' as const, lines: [line('APPROVED')] },
        { status: 'draft' as const, lines: [line('SYNCED')], synced: true },
      ];
      const read = await readDeal(opened, opened.deal(deal({ quotes })));
      assert.deepEqual(
        read.lines.map(({ code }) => code),
        ['SYNCED'],
      );
      assert.equal(read.quote?.accepted, false);
    },
  },
  {
    name: 'a deal without lines, and one without quote and lines',
    async run(opened) {
      const withQuote = await readDeal(opened, opened.deal(deal({ quotes: [accepted()] })));
      assert.equal(withQuote.linesFrom, 'none');
      assert.deepEqual(withQuote.lines, []);
      const bare = await readDeal(opened, opened.deal(deal({})));
      assert.equal(bare.quote, null);
      assert.equal(bare.linesFrom, 'none');
    },
  },
  {
    name: 'a deal without a company',
    async run(opened) {
      const { company: _, ...spec } = deal({ quotes: [accepted([line('A-1')])] });
      const read = await readDeal(opened, opened.deal(spec));
      assert.equal(read.company, null);
      assert.equal(read.lines.length, 1);
    },
  },
  {
    name: 'the quote’s currency counts before the deal’s',
    async run(opened) {
      const quotes = [{ ...accepted([line('A-1')]), currency: 'CHF' }];
      assert.equal((await readDeal(opened, opened.deal(deal({ quotes })))).currency, 'CHF');
    },
  },
  {
    name: 'where the CRM has one currency, it is that one',
    needs: ['oneCurrency'],
    async run(opened) {
      await opened.oneCurrency?.('SEK');
      const read = await readDeal(opened, opened.deal(deal({ quotes: [accepted([line('A-1')])] })));
      assert.equal(read.currency, 'SEK');
    },
  },
  {
    name: 'more lines than one answer holds all come, in their order',
    async run(opened) {
      const lines = Array.from({ length: opened.manyLines }, (_, nth) => line(`L-${String(nth).padStart(4, '0')}`));
      const read = await readDeal(opened, opened.deal(deal({ quotes: [accepted(lines)] })));
      assert.deepEqual(
        read.lines.map(({ code }) => code),
        lines.map(({ code }) => code),
      );
    },
  },
  {
    name: 'a deal of fifty lines is read in few calls',
    async run(opened) {
      const lines = Array.from({ length: 50 }, (_, nth) => line(`L-${nth}`));
      const id = opened.deal(deal({ quotes: [accepted(lines)] }));
      await readDeal(opened, id);
      const before = opened.counts().calls;
      await readDeal(opened, id);
      const calls = opened.counts().calls - before;
      assert(calls <= 6, `${calls} calls for one deal`);
    },
  },
  {
    name: 'a company with everything that finds its customer',
    async run(opened) {
      const id = opened.company(company);
      const read = await opened.crm.record({ type: 'company', id }, callOf(opened));
      assert(read.type === 'company');
      const { name, domain, vatId, street, postalCode, city, country, phone } = read.company;
      const { contactEmail, ...expected } = company;
      assert.deepEqual({ name, domain, vatId, street, postalCode, city, country, phone }, expected);
      assert.deepEqual(
        read.contacts.map(({ email }) => email),
        [contactEmail],
      );
      // The same company, seen from a deal.
      const ofDeal = await readDeal(opened, opened.deal(deal({})));
      assert.equal(ofDeal.company?.vatId, company.vatId);
      assert.deepEqual(
        ofDeal.contacts.map(({ email }) => email),
        [contactEmail],
      );
    },
  },
  {
    name: 'a company that is a person has the person’s name and e-mail',
    async run(opened) {
      const person = { name: 'Alex Moreau', person: true, contactEmail: 'alex@moreau.example' };
      const read = await readDeal(opened, opened.deal(deal({ company: person })));
      assert.equal(read.company?.name, 'Alex Moreau');
      assert(read.contacts.some(({ email }) => email === 'alex@moreau.example'));
    },
  },
  {
    name: 'amounts that the user may not see are not known, never zero',
    needs: ['hideAmounts'],
    async run(opened) {
      const id = opened.deal(deal({ quotes: [accepted([line('A-1', '4', '504.5')])] }));
      await readDeal(opened, id);
      // Also when it was described before they were hidden.
      opened.hideAmounts?.();
      const [only] = (await readDeal(opened, id)).lines;
      assert.equal(only?.unitPrice, null);
      same(only?.quantity, '4');
    },
  },
  {
    name: 'what is not there is not found, and an id that is none reaches no query',
    async run(opened) {
      const read = (type: 'deal' | 'company', id: string) => kindOf(opened.crm.record({ type, id }, callOf(opened)));
      assert.equal(await read('deal', opened.unknown.deal), 'not_found');
      assert.equal(await read('company', opened.unknown.company), 'not_found');
      for (const id of opened.unknown.malformed) assert.equal(await read('deal', id), 'not_found', id);
    },
  },
  {
    name: 'an account that is not connected reads nothing',
    async run(opened) {
      const id = opened.deal(deal({}));
      const call = { ...callOf(opened), account: opened.stranger };
      assert.equal(await kindOf(opened.crm.record(dealRef(id), call)), 'unauthorised');
    },
  },
];
