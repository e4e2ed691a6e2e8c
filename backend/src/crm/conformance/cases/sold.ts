import assert from 'node:assert/strict';
import { compare, decimal } from '@backroom/shared';
import type { SoldDeal, SoldPage, SoldQuestion } from '../../contract/index.ts';
import { type Case, callOf, dealRef, kindOf } from '../kit.ts';
import type { DealSpec, Opened } from '../subject.ts';

/** A month in which nothing else was won. */
const march = { from: '2025-03-01', to: '2025-03-31', timeZone: 'Europe/Berlin' };
const deal = (more: Partial<DealSpec>): DealSpec => ({
  name: 'A deal',
  currency: 'EUR',
  company: { name: 'Nordwind Maschinenbau GmbH' },
  ...more,
});

async function everything(opened: Opened, asked: Omit<SoldQuestion, 'cursor'> = march) {
  const all: SoldDeal[] = [];
  let pages = 0;
  for (let cursor: string | null = null; ; ) {
    const page: SoldPage | undefined = await opened.crm.sold?.({ ...asked, cursor }, callOf(opened, 20_000));
    assert(page, 'the adapter has no list of what was sold');
    pages += 1;
    all.push(...page.deals);
    cursor = page.cursor;
    if (cursor === null) return { all, pages, ids: new Set(all.map(({ id }) => id)) };
    assert(pages < 100, 'the list has no end');
  }
}

export const sold: readonly Case[] = [
  {
    name: 'a deal won in the period is sold, with company, amount and day',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const id = opened.deal(deal({ name: 'Pumps', wonOn: '2025-03-14', amount: '1234567.80' }));
      const found = (await everything(opened)).all.find((each) => each.id === id);
      assert(found);
      assert.equal(found.name, 'Pumps');
      assert.equal(found.company?.name, 'Nordwind Maschinenbau GmbH');
      assert.equal(found.currency, 'EUR');
      assert.equal(found.wonOn, '2025-03-14');
      assert.equal(found.orderNumber, null);
      assert(found.amount !== null && compare(found.amount, decimal('1234567.8')) === 0);
    },
  },
  {
    name: 'the first and the last day belong to the period; before, after and not won do not',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const inside = ['2025-03-01', '2025-03-31'].map((wonOn) => opened.deal(deal({ wonOn })));
      const outside = ['2025-02-28', '2025-04-01'].map((wonOn) => opened.deal(deal({ wonOn })));
      const open = opened.deal(deal({}));
      const { ids } = await everything(opened);
      for (const id of inside) assert(ids.has(id), 'inside');
      for (const id of [...outside, open]) assert(!ids.has(id), 'outside, or open');
    },
  },
  {
    name: 'the period is of the company’s calendar',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      // Half past eleven in the evening in UTC, in summer: the next day in Berlin, and the day before in New York.
      const id = opened.deal(deal({ wonAt: '2025-03-31T22:30:00Z' }));
      assert(!(await everything(opened)).ids.has(id), 'April has begun in Berlin');
      const april = { ...march, from: '2025-04-01', to: '2025-04-30' };
      assert.equal((await everything(opened, april)).all.find((each) => each.id === id)?.wonOn, '2025-04-01');
      assert((await everything(opened, { ...march, timeZone: 'America/New_York' })).ids.has(id), 'March in New York');
    },
  },
  {
    name: 'a deal with an order number on it was sold, won or not',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const id = opened.deal(deal({}));
      assert(!(await everything(opened)).ids.has(id));
      await opened.crm.writeBack(dealRef(id), { orderNumber: 'SO-100144' }, callOf(opened));
      const found = (await everything(opened)).all.find((each) => each.id === id);
      assert.equal(found?.orderNumber, 'SO-100144');
      assert.equal(found?.wonOn, null);
    },
  },
  {
    name: 'a deal whose order is still on its way is listed with the state that was written on it',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const id = opened.deal(deal({}));
      await opened.crm.writeBack(dealRef(id), { orderStatus: 'waiting' }, callOf(opened));
      const found = (await everything(opened)).all.find((each) => each.id === id);
      assert.equal(found?.orderStatus, 'waiting');
      assert.equal(found?.orderNumber, null);
      await opened.crm.writeBack(dealRef(id), { orderStatus: null }, callOf(opened));
      assert(!(await everything(opened)).ids.has(id), 'emptied, it says nothing');
    },
  },
  {
    name: 'more sold deals than a page holds all come, each once, a few calls a page',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const made = Array.from({ length: 430 }, (_, nth) =>
        opened.deal(deal({ name: `D-${nth}`, wonOn: '2025-03-10' })),
      );
      await everything(opened, { ...march, from: '2024-01-01', to: '2024-01-02' });
      const before = opened.counts().calls;
      const { all, pages, ids } = await everything(opened);
      const calls = opened.counts().calls - before;
      assert.equal(ids.size, all.length, 'each once');
      for (const id of made) assert(ids.has(id));
      assert(pages > 1, 'one page is no page');
      assert(calls <= pages * 3, `${calls} calls for ${pages} pages`);
    },
  },
  {
    name: 'a list that cannot be read is told, not empty',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      opened.deal(deal({ wonOn: '2025-03-14' }));
      await everything(opened);
      const read = () => kindOf(everything(opened));
      opened.failNext('rate_limited');
      assert.equal(await read(), 'busy');
      opened.failNext('server_error');
      assert.equal(await read(), 'unreachable');
      opened.failNext('not_json');
      assert.equal(await read(), 'drift');
    },
  },
];
