import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { type ChangedRow, changesByTime } from '../transport/changes-by-time.ts';
import { OBJECT } from './facts.ts';
import { from } from './query.ts';
import type { Session } from './session.ts';
import { blank, key, optionalKey } from './values.ts';

const CHANGED = 'audit.modifiedDateTime';
const row = z.object({
  key,
  [CHANGED]: blank,
  documentType: blank.optional(),
  'customer.key': optionalKey.optional(),
  'item.key': optionalKey.optional(),
});
type Row = z.output<typeof row>;
type Told = ChangedRow['told'];
type Feed = { object: string; more: readonly string[]; told: (row: Row, session: Session) => Told };

const ofCustomer = (changed: Row): Told => [['credit', changed['customer.key']]];
/** What a change of each makes stale. An allocation or a receipt changes stock without any of them: stock is stale by its age. Deletions are told by nothing. */
const feeds: readonly Feed[] = [
  {
    object: OBJECT.document,
    more: ['documentType', 'customer.key'],
    told: (changed, { settings }) => [
      changed.documentType === settings.returnType ? ['return', changed.key] : ['order', changed.key],
      ...ofCustomer(changed),
    ],
  },
  {
    object: OBJECT.invoice,
    more: ['customer.key'],
    told: (changed) => [['invoice', changed.key], ...ofCustomer(changed)],
  },
  {
    object: OBJECT.adjustment,
    more: ['customer.key'],
    told: (changed) => [['invoice', changed.key], ...ofCustomer(changed)],
  },
  {
    object: OBJECT.advance,
    more: ['customer.key'],
    told: (changed) => [['invoice', changed.key], ...ofCustomer(changed)],
  },
  {
    object: OBJECT.payment,
    more: ['customer.key'],
    told: (changed) => [['invoice', changed.key], ...ofCustomer(changed)],
  },
  {
    object: OBJECT.customer,
    more: [],
    told: (changed) => [
      ['customer', changed.key],
      ['credit', changed.key],
      ['price', changed.key],
    ],
  },
  {
    object: OBJECT.item,
    more: [],
    told: (changed) => [
      ['product', changed.key],
      ['stock', changed.key],
      ['price', changed.key],
    ],
  },
  { object: OBJECT.priceEntry, more: ['item.key'], told: (changed) => [['price', changed['item.key'] ?? changed.key]] },
];
const written = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');

/** No cursor: from now on. */
export function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const lists = feeds.map(({ object, more, told }) => ({
    name: object,
    async since(instant: number) {
      const asked = { object, fields: ['key', CHANGED, ...more], where: from(CHANGED, written(instant)) };
      return (await session.client.query(row, asked, signal)).map((each) => ({
        key: each.key,
        time: Date.parse(each[CHANGED] ?? ''),
        customerId: each['customer.key'] ?? (object === OBJECT.customer ? each.key : null),
        told: told(each, session),
      }));
    },
  }));
  return changesByTime(lists, cursor, () => session.now());
}
