import assert from 'node:assert/strict';
import { type Case, callOf, dealRef, line, readDeal } from '../kit.ts';
import type { Opened, QuoteSpec } from '../subject.ts';

const quote = (code: string, more: Partial<QuoteSpec> = {}): QuoteSpec => ({
  status: 'accepted',
  lines: [line(code)],
  synced: false,
  ...more,
});
const dealWith = (opened: Opened, ...quotes: QuoteSpec[]) => opened.deal({ name: 'A deal', currency: 'EUR', quotes });
async function choose(opened: Opened, deal: string, chosen: string | null) {
  const read = await opened.crm.record(dealRef(deal), { ...callOf(opened), quote: chosen });
  assert(read.type === 'deal');
  return read;
}

export const choice: readonly Case[] = [
  {
    name: 'of two accepted quotes one is used, and the other is named',
    async run(opened) {
      const id = dealWith(opened, quote('FIRST'), quote('SECOND'), quote('DRAFT', { status: 'draft' }));
      const read = await readDeal(opened, id);
      assert.equal(read.lines[0]?.code, 'SECOND');
      assert.equal(read.otherQuotes?.length, 1);
      assert.notEqual(read.otherQuotes?.[0]?.id, read.quote?.id);
      assert.notEqual(read.otherQuotes?.[0]?.number, null);
    },
  },
  {
    name: 'the quote that a person chose is used, and nothing is left to choose',
    async run(opened) {
      const id = dealWith(opened, quote('FIRST'), quote('SECOND'));
      const other = (await readDeal(opened, id)).otherQuotes?.[0];
      assert(other);
      const chosen = await choose(opened, id, other.id);
      assert.equal(chosen.quote?.id, other.id);
      assert.equal(chosen.lines[0]?.code, 'FIRST');
      assert.deepEqual(chosen.otherQuotes ?? [], []);
    },
  },
  {
    name: 'a choice that is none of the deal’s accepted quotes is no choice',
    async run(opened) {
      const stranger = (await readDeal(opened, dealWith(opened, quote('STRANGER')))).quote?.id ?? '';
      const id = dealWith(opened, quote('FIRST'), quote('SECOND'));
      for (const no of [stranger, 'rubbish', '', null]) {
        const read = await choose(opened, id, no);
        assert.equal(read.lines[0]?.code, 'SECOND');
        assert.equal(read.otherQuotes?.length, 1);
      }
    },
  },
  {
    name: 'one accepted quote leaves nothing to choose, whatever else was shown',
    async run(opened) {
      const id = dealWith(opened, quote('ACCEPTED'), quote('APPROVED', { status: 'approved' }));
      assert.deepEqual((await readDeal(opened, id)).otherQuotes ?? [], []);
    },
  },
];
