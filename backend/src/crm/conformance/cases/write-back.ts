import assert from 'node:assert/strict';
import { decimal, money } from '@backroom/shared';
import { type Case, callOf, dealRef, errorOf, kindOf, readDeal } from '../kit.ts';
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
