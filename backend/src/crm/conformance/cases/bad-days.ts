import assert from 'node:assert/strict';
import { type Case, callOf, dealRef, errorOf, kindOf, readDeal } from '../kit.ts';

const spec = { name: 'A deal', currency: 'EUR' };

export const badDays: readonly Case[] = [
  {
    name: 'too many calls at once: busy, for a few seconds',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      opened.failNext('rate_limited');
      const error = await errorOf(readDeal(opened, id));
      assert.equal(error.kind, 'busy');
      assert(error.retryAfterMs !== null && error.retryAfterMs > 0 && error.retryAfterMs <= 15_000);
      await readDeal(opened, id);
    },
  },
  {
    name: 'the day’s calls are spent: busy, for minutes',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      opened.failNext('day_is_spent');
      const error = await errorOf(readDeal(opened, id));
      assert.equal(error.kind, 'busy');
      assert((error.retryAfterMs ?? 0) >= 60_000);
    },
  },
  {
    name: 'a server error is unreachable, asked once, and the next call works',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      const before = opened.counts().calls;
      opened.failNext('server_error');
      assert.equal(await kindOf(readDeal(opened, id)), 'unreachable');
      // One call that failed: whether to ask again is decided elsewhere.
      assert.equal(opened.counts().calls - before, 1);
      await readDeal(opened, id);
    },
  },
  {
    name: 'an answer that is none is drift',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      opened.failNext('not_json');
      assert.equal(await kindOf(readDeal(opened, id)), 'drift');
    },
  },
  {
    name: 'a CRM that does not answer is unreachable when the time is over',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      opened.failNext('hangs');
      const began = performance.now();
      assert.equal(await kindOf(opened.crm.record(dealRef(id), callOf(opened, 300))), 'unreachable');
      assert(performance.now() - began < 3000);
    },
  },
  {
    name: 'a session that ended is renewed once, however many notice',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      opened.endSession();
      const before = opened.counts().sessions;
      await Promise.all(Array.from({ length: 10 }, () => readDeal(opened, id)));
      assert.equal(opened.counts().sessions - before, 1);
    },
  },
  {
    name: 'an app that was removed is unauthorised, and the account is disconnected',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      assert.equal(await opened.connected(), true);
      opened.revoke();
      assert.equal(await kindOf(readDeal(opened, id)), 'unauthorised');
      assert.equal(await opened.connected(), false);
    },
  },
  {
    name: 'a wrong secret of our own disconnects nobody, and is no fault of the account',
    async run(opened) {
      const id = opened.deal(spec);
      await readDeal(opened, id);
      opened.endSession();
      opened.misconfigure();
      assert.equal(await kindOf(readDeal(opened, id)), 'unreachable');
      assert.equal(await opened.connected(), true);
    },
  },
  {
    name: 'a record that somebody else holds for a moment: busy, for a few seconds',
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      const ref = dealRef(opened.deal(spec));
      await readDeal(opened, ref.id);
      const tell = () => opened.crm.writeBack(ref, { orderNumber: 'SO-1' }, callOf(opened));
      await tell();
      opened.failNext('locked');
      const error = await errorOf(tell());
      assert.equal(error.kind, 'busy');
      assert(error.retryAfterMs !== null && error.retryAfterMs > 0 && error.retryAfterMs <= 15_000);
      await tell();
    },
  },
  {
    name: 'after uninstall nothing can be read',
    async run(opened) {
      const id = opened.deal(spec);
      await opened.crm.uninstall(callOf(opened));
      assert.equal(await kindOf(readDeal(opened, id)), 'unauthorised');
    },
  },
];
