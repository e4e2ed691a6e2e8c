import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
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
type Told = readonly (readonly [kind: Change['kind'], id: string | null | undefined])[];
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
/** What was being committed when a list was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 180_000;

/** How far each list was read, and what of the overlap was told: a cursor stands still when nothing is new. */
const cursorSchema = z.object({
  at: z.record(z.string(), z.iso.datetime()),
  seen: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorSchema>;
const written = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');

/** No cursor: from now on. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before: Cursor | null = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const start = written(session.now());
  const at = Object.fromEntries(feeds.map(({ object }) => [object, before?.at[object] ?? start]));
  const lists = await Promise.all(
    feeds.map(({ object, more }) => {
      const since = written(Date.parse(at[object] ?? start) - OVERLAP_MS);
      const fields = ['key', CHANGED, ...more];
      return session.client.query(row, { object, fields, where: from(CHANGED, since) }, signal);
    }),
  );
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  for (const [index, { object, told }] of feeds.entries())
    for (const each of lists[index] ?? []) {
      const time = Date.parse(each[CHANGED] ?? '');
      if (Number.isNaN(time)) continue;
      const changed = written(time);
      const name = `${object} ${each.key}`;
      seen[name] = changed;
      if (changed > (at[object] ?? '')) at[object] = changed;
      // What there was before the feed began is no change.
      if (!before || before.seen[name] === changed) continue;
      const instant = new Date(Math.min(time, session.now())).toISOString();
      for (const [kind, id] of told(each, session))
        if (id) {
          const customerId = each['customer.key'] ?? (object === OBJECT.customer ? each.key : null);
          changes.push(fit(changeSchema, { kind, id, customerId, at: instant }, object));
        }
    }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at, seen } satisfies Cursor) };
}
