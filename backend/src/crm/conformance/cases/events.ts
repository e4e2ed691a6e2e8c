import assert from 'node:assert/strict';
import { crmEventSchema } from '../../contract/index.ts';
import { type Case, dealRef } from '../kit.ts';

const spec = { name: 'A deal', currency: 'EUR' };

export const events: readonly Case[] = [
  {
    name: 'a change names its account and its record',
    async run(opened) {
      const ref = dealRef(opened.deal(spec));
      const [event, ...more] = await opened.parse(opened.delivery(ref, false));
      assert.deepEqual(more, []);
      crmEventSchema.parse(event);
      assert.equal(event?.account, opened.account);
      assert.equal(event?.kind, 'record_changed');
      assert.deepEqual(event?.record, ref);
    },
  },
  {
    name: 'a deletion is told apart',
    async run(opened) {
      const ref = dealRef(opened.deal(spec));
      const [event] = await opened.parse(opened.delivery(ref, true));
      assert.equal(event?.kind, 'record_deleted');
    },
  },
  {
    name: 'what is no delivery is refused whole',
    async run(opened) {
      for (const rubbish of [null, {}, 'x', [{}], [1]]) await assert.rejects(async () => opened.parse(rubbish));
    },
  },
];
