import assert from 'node:assert/strict';
import { compare, decimal, money } from '@backroom/shared';
import { netUnitPrice } from '../../../deals/line-net.ts';
import type { LinePrice } from '../../contract/index.ts';
import { type Case, callOf, dealRef, errorOf, kindOf, line, readDeal } from '../kit.ts';
import type { Opened } from '../subject.ts';

const spec = { name: 'A deal', currency: 'EUR' };
async function prepared(opened: Opened) {
  await opened.crm.prepare(callOf(opened));
  return dealRef(opened.deal(spec));
}

export const writeBack: readonly Case[] = [
  {
    name: 'prepare may be repeated',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      await opened.crm.prepare(callOf(opened));
    },
  },
  {
    name: 'a write-back stands on the record, and the same again changes nothing',
    async run(opened) {
      const ref = await prepared(opened);
      const fields = {
        orderNumber: 'SO-100144',
        orderStatus: 'confirmed',
        orderTotal: money('1234567.80', 'EUR'),
        promiseDate: '2026-12-07',
        creditAlert: 'near_limit' as const,
        creditFree: decimal('-12.50'),
      };
      for (let nth = 0; nth < 2; nth += 1) {
        await opened.crm.writeBack(ref, fields, callOf(opened));
        assert.equal(opened.stored(ref, 'orderNumber'), 'SO-100144');
        assert.equal(opened.stored(ref, 'orderStatus'), 'confirmed');
        assert.equal(opened.stored(ref, 'orderTotal'), '1234567.80');
        assert.equal(opened.stored(ref, 'promiseDate'), '2026-12-07');
        assert.equal(opened.stored(ref, 'creditAlert'), 'near_limit');
        assert.equal(opened.stored(ref, 'creditFree'), '-12.50');
      }
      assert.equal((await readDeal(opened, ref.id)).orderNumber, 'SO-100144');
    },
  },
  {
    name: 'what is absent is left, what is null is emptied',
    async run(opened) {
      const ref = await prepared(opened);
      await opened.crm.writeBack(ref, { orderNumber: 'SO-1', orderStatus: 'confirmed' }, callOf(opened));
      await opened.crm.writeBack(ref, { orderNumber: null }, callOf(opened));
      assert.equal(opened.stored(ref, 'orderNumber'), null);
      assert.equal(opened.stored(ref, 'orderStatus'), 'confirmed');
      assert.equal((await readDeal(opened, ref.id)).orderNumber, null);
    },
  },
  {
    name: 'the customer’s number stands on the company',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const ref = { type: 'company' as const, id: opened.company({ name: 'Nordwind' }) };
      await opened.crm.writeBack(ref, { erpCustomerNumber: 'C-1001' }, callOf(opened));
      assert.equal(opened.stored(ref, 'erpCustomerNumber'), 'C-1001');
      const read = await opened.crm.record(ref, callOf(opened));
      assert(read.type === 'company');
      assert.equal(read.company.erpNumber, 'C-1001');
    },
  },
  {
    name: 'a write-back to a record that is gone is not found',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const gone = opened.crm.writeBack(dealRef(opened.unknown.deal), { orderNumber: 'SO-1' }, callOf(opened));
      assert.equal(await kindOf(gone), 'not_found');
    },
  },
  {
    name: 'many records are written in few calls, and each says how it went',
    async run(opened) {
      const { crm } = opened;
      assert(crm.writeMany);
      await crm.prepare(callOf(opened));
      const companies = ['A', 'B', 'C'].map((name) => ({ type: 'company' as const, id: opened.company({ name }) }));
      const deals = ['X', 'Y'].map((name) => dealRef(opened.deal({ ...spec, name })));
      const entries = [
        ...companies.map((ref, nth) => ({
          ref,
          fields: {
            openTotal: money(`12345678${nth}.10`, 'EUR'),
            nextDue: '2026-12-24',
            blocked: nth === 0,
            paymentTerms: '30 days',
            erpCurrency: 'EUR',
          },
        })),
        ...deals.map((ref) => ({
          ref,
          fields: {
            orderStatus: 'delivered',
            shippedOn: '2026-11-25',
            tracking: 'JJD 01',
            paidTotal: money('0', 'EUR'),
          },
        })),
      ];
      // Fields are described first.
      await crm.writeMany(entries, callOf(opened));
      const before = opened.counts().calls;
      assert.deepEqual(
        await crm.writeMany(entries, callOf(opened)),
        entries.map(() => ({ error: null, missing: [] })),
      );
      assert(opened.counts().calls - before <= 2, `${opened.counts().calls - before} calls`);
      companies.forEach((ref, nth) => {
        assert.equal(opened.stored(ref, 'openTotal'), `12345678${nth}.10`);
        assert.equal(opened.stored(ref, 'blocked'), nth === 0 ? 'true' : 'false');
        assert.equal(opened.stored(ref, 'nextDue'), '2026-12-24');
      });
      for (const ref of deals) {
        assert.equal(opened.stored(ref, 'orderStatus'), 'delivered');
        assert.equal(opened.stored(ref, 'shippedOn'), '2026-11-25');
        assert.equal(opened.stored(ref, 'paidTotal'), '0');
      }
      const [first] = deals;
      assert(first);
      const mixed = [dealRef(opened.unknown.deal), first].map((ref) => ({ ref, fields: { tracking: null } }));
      const written = await crm.writeMany(mixed, callOf(opened));
      assert.deepEqual(
        written.map(({ error }) => error?.kind ?? null),
        ['not_found', null],
      );
      assert.equal(opened.stored(first, 'tracking'), null);
    },
  },
  {
    name: 'of many fields the one that was taken away is named, and the others are written',
    needs: ['takeAway'],
    async run(opened) {
      const { crm } = opened;
      assert(crm.writeMany);
      const ref = await prepared(opened);
      opened.takeAway?.('orderNumber');
      const entry = { ref, fields: { orderNumber: 'SO-1', tracking: 'JJD 01' } };
      assert.deepEqual(await crm.writeMany([entry], callOf(opened)), [{ error: null, missing: ['orderNumber'] }]);
      assert.equal(opened.stored(ref, 'tracking'), 'JJD 01');
    },
  },
  {
    name: 'the price of an open line is set, and set back with its discount; nothing else of the deal changes',
    needs: ['writesPrices'],
    async run(opened) {
      assert(opened.crm.setLinePrice);
      const [first, other] = [{ ...line('A-1', '3', '10.50'), discountPercent: '20' }, line('B-2', '1', '7.25')];
      const lines = [first, other];
      const from = opened.writesPrices ?? 'deal';
      const id = opened.deal({ ...spec, ...(from === 'deal' ? { lines } : { quotes: [{ status: 'shown', lines }] }) });
      const read = await readDeal(opened, id);
      const open = read.lines.find(({ code }) => code === 'A-1');
      assert.equal(open?.priceEdit, 'open');
      const at = { deal: id, from, id: open.id };
      const set = async (price: LinePrice) => {
        await opened.crm.setLinePrice?.(at, price, callOf(opened));
        return readDeal(opened, id);
      };
      const after = await set({ unitPrice: decimal('12.40'), discountPercent: null, discountAmount: null });
      const changed = after.lines.find(({ code }) => code === 'A-1');
      assert.equal(changed && netUnitPrice(changed), '12.4');
      assert.equal(changed?.total && compare(changed.total, decimal('37.2')), 0);
      assert.deepEqual(
        after.lines.filter(({ code }) => code !== 'A-1'),
        read.lines.filter(({ code }) => code !== 'A-1'),
      );
      const { unitPrice, discountPercent, discountAmount } = open;
      assert.deepEqual((await set({ unitPrice, discountPercent, discountAmount })).lines, read.lines);
    },
  },
  {
    name: 'a property that was taken away is named, by the write-back and by prepare',
    needs: ['takeAway'],
    async run(opened) {
      const ref = await prepared(opened);
      opened.takeAway?.('orderNumber');
      for (const work of [
        () => opened.crm.writeBack(ref, { orderNumber: 'SO-1' }, callOf(opened)),
        () => opened.crm.prepare(callOf(opened)),
      ]) {
        const error = await errorOf(work());
        assert.equal(error.kind, 'refused');
        assert.match(error.words ?? '', /order.?number/i);
      }
    },
  },
];
