import assert from 'node:assert/strict';
import type { RecordRef } from '@backroom/shared';
import { crmEventSchema } from '../../contract/index.ts';
import { type Case, callOf } from '../kit.ts';
import type { Opened } from '../subject.ts';

/** Two of the kind, the second merged into the first; nothing where the CRM cannot merge such records. */
function merged(opened: Opened, type: RecordRef['type']) {
  if (!opened.mergers?.includes(type) || !opened.merge) return null;
  const make = (name: string) =>
    type === 'company' ? opened.company({ name }) : opened.deal({ name, currency: 'EUR', company: { name } });
  const [kept, lost] = [make('Kept'), make('Lost')];
  const survivor = opened.merge(type, kept, lost);
  return { kept, lost, survivor, ended: [kept, lost].filter((id) => id !== survivor).sort() };
}
const types = ['deal', 'company'] as const;

export const merges: readonly Case[] = [
  {
    name: 'a record that was merged away answers the survivor, under the survivor’s own id',
    needs: ['merge', 'mergers'],
    async run(opened) {
      for (const type of types) {
        const found = merged(opened, type);
        if (!found) continue;
        for (const id of [found.kept, found.lost, found.survivor]) {
          const read = await opened.crm.record({ type, id }, callOf(opened));
          assert.equal(read.id, found.survivor);
          assert.equal(read.name, 'Kept');
          // Where the CRM tells them: an event may have been missed.
          const { mergedIds } = read.type === 'deal' ? read : read.company;
          if (mergedIds) assert.deepEqual([...mergedIds].sort(), found.ended);
        }
      }
    },
  },
  {
    name: 'a write-back to a record that was merged away lands on the survivor',
    needs: ['merge', 'mergers'],
    async run(opened) {
      await opened.crm.prepare(callOf(opened));
      for (const type of types) {
        const found = merged(opened, type);
        if (!found) continue;
        await opened.crm.writeBack({ type, id: found.lost }, { creditAlert: 'ok' }, callOf(opened));
        assert.equal(opened.stored({ type, id: found.survivor }, 'creditAlert'), 'ok');
      }
    },
  },
  {
    name: 'a delivery that tells of a merge names each id that ended, and the one that stays',
    needs: ['merge', 'mergers', 'mergeDelivery'],
    async run(opened) {
      for (const type of types) {
        const found = merged(opened, type);
        if (!found) continue;
        const { kept, lost, survivor, ended } = found;
        const events = await opened.parse(opened.mergeDelivery?.(type, kept, lost, survivor));
        for (const event of events) crmEventSchema.parse(event);
        const moves = events.filter(({ kind }) => kind === 'records_merged');
        assert.deepEqual(moves.map(({ record }) => record?.id).sort(), ended);
        for (const { record, into } of moves) assert.deepEqual([record?.type, into], [type, survivor]);
      }
    },
  },
];
