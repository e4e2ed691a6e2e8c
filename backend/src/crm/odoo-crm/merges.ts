import type { RecordRef } from '@backroom/shared';
import type { CrmCall } from '../contract/index.ts';
import type { OdooClient, Row } from './client.ts';
import type { Describer } from './describe.ts';
import { MERGED_IDS, models } from './names.ts';
import { text } from './rows.ts';
import { recordIdIn } from './unproved.ts';

const MERGES = 'backroom.merge';
const MOST = 50;
/** A winner may have lost later. */
const LONGEST_CHAIN = 10;

/** Ids of the records that went into this one. */
export const mergedIdsOf = (row: Row): string[] =>
  (text(row, MERGED_IDS) ?? '').split(',').filter((id) => /^\d{1,10}$/.test(id));

/** Which record went into which. Odoo deletes the ones that end and keeps no trace of them; the addon does. */
export function mergeReader(client: OdooClient, describe: Describer) {
  const fields = ['lost_id', 'into_id'];
  async function rows(type: RecordRef['type'], condition: unknown[], call: CrmCall): Promise<Row[]> {
    if ((await describe.columns(MERGES, call)) === null) return [];
    const domain = [['model', '=', models[type]], condition];
    return client.search({ model: MERGES, domain, fields, order: 'id', limit: MOST }, call);
  }
  const survivor = async (type: RecordRef['type'], lost: number, call: CrmCall): Promise<number | null> =>
    recordIdIn((await rows(type, ['lost_id', '=', lost], call)).at(-1)?.into_id);
  return {
    survivor,
    /** Reads the record that the lost one went into; null where it went into none. */
    async follow<Found>(
      type: RecordRef['type'],
      lost: number,
      read: (id: number) => Promise<Found | null>,
      call: CrmCall,
    ): Promise<Found | null> {
      let at: number | null = lost;
      for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
        at = await survivor(type, at, call);
        if (at === null) return null;
        const found = await read(at);
        if (found !== null) return found;
      }
      return null;
    },
  };
}
export type Merges = ReturnType<typeof mergeReader>;
