import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { CLASS } from './facts.ts';
import type { Session } from './session.ts';
import { blank } from './values.ts';
import { since } from './where.ts';

const CHANGED = 'UPDDATTIM';
const row = z.looseObject({ [CHANGED]: blank });
type Row = z.output<typeof row>;
const textIn = (changed: Row, field: string): string | null => blank.safeParse(changed[field]).data ?? null;
type Feed = {
  of: string;
  key: readonly string[];
  customer: string | null;
  told: readonly (readonly [kind: Change['kind'], id: string])[];
};

/** What a change of each makes stale, by the field that names it. Deletions are told by nothing. */
const feeds: readonly Feed[] = [
  {
    of: CLASS.order,
    key: ['SOHNUM'],
    customer: 'BPCORD',
    told: [
      ['order', 'SOHNUM'],
      ['credit', 'BPCORD'],
    ],
  },
  {
    of: CLASS.invoice,
    key: ['NUM'],
    customer: 'BPR',
    told: [
      ['invoice', 'NUM'],
      ['credit', 'BPR'],
    ],
  },
  {
    of: CLASS.due,
    key: ['TYP', 'NUM', 'DUDLIG'],
    customer: 'BPR',
    told: [
      ['invoice', 'NUM'],
      ['credit', 'BPR'],
    ],
  },
  {
    of: CLASS.customer,
    key: ['BPCNUM'],
    customer: 'BPCNUM',
    told: [
      ['customer', 'BPCNUM'],
      ['credit', 'BPCNUM'],
      ['price', 'BPCNUM'],
    ],
  },
  {
    of: CLASS.item,
    key: ['ITMREF'],
    customer: null,
    told: [
      ['product', 'ITMREF'],
      ['price', 'ITMREF'],
    ],
  },
  { of: CLASS.stock, key: ['ITMREF', 'STOFCY'], customer: null, told: [['stock', 'ITMREF']] },
];
/** What was being committed when a list was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 180_000;

/** How far each list was read, and what of the overlap was told: a cursor stands still when nothing is new. */
const cursorSchema = z.object({ at: z.record(z.string(), z.iso.datetime()), seen: z.record(z.string(), z.string()) });
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
  const at = Object.fromEntries(feeds.map(({ of }) => [of, before?.at[of] ?? start]));
  const lists = await Promise.all(
    feeds.map(({ of }) => {
      const from = written(Date.parse(at[of] ?? start) - OVERLAP_MS);
      return session.rest.all(row, { of, where: since(CHANGED, from) }, signal);
    }),
  );
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  for (const [index, { of, key, customer, told }] of feeds.entries())
    for (const each of lists[index] ?? []) {
      const time = Date.parse(each[CHANGED] ?? '');
      if (Number.isNaN(time)) continue;
      const changed = written(time);
      const name = [of, ...key.map((field) => String(each[field] ?? ''))].join(' ');
      seen[name] = changed;
      // A server whose clock is ahead of ours would have us pass over what comes until then.
      if (changed > (at[of] ?? '') && changed <= start) at[of] = changed;
      // What there was before the feed began is no change.
      if (!before || before.seen[name] === changed) continue;
      const instant = new Date(Math.min(time, session.now())).toISOString();
      const customerId = customer === null ? null : textIn(each, customer);
      for (const [kind, field] of told) {
        const id = textIn(each, field);
        if (id !== null) changes.push(fit(changeSchema, { kind, id, customerId, at: instant }, of));
      }
    }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at, seen } satisfies Cursor) };
}
