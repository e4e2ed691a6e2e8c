import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { KIND, kinds } from './documents.ts';
import { LIST } from './facts.ts';
import type { Session } from './session.ts';
import { id, link, moment } from './values.ts';

const row = z.object({ id, contact: link, updated_at: moment });
type Row = z.output<typeof row>;
type Told = readonly (readonly [kind: Change['kind'], id: string])[];
type Feed = { list: string; fields: string; told: (row: Row) => Told; customerOf: (row: Row) => string | null };

const OWN = 'updated_at';
const OF_CONTACT = 'contact,updated_at';
const credit = ({ contact }: Row): Told => (contact === null ? [] : [['credit', contact]]);
const contactOf = ({ contact }: Row) => contact;
const nobody = () => null;
/** What a change of each makes stale. Stock has no date of its own: it is stale by its age. Deletions are told by nothing. */
const feeds: readonly Feed[] = [
  ...kinds.map(
    (kind): Feed => ({
      list: KIND[kind].list,
      fields: OF_CONTACT,
      told: (changed) => [
        ['order', `${KIND[kind].mark}${changed.id}`],
        ...(kind === 'invoice' ? ([['invoice', changed.id]] as const) : []),
        ...credit(changed),
      ],
      customerOf: contactOf,
    }),
  ),
  {
    list: LIST.creditNotes,
    fields: OF_CONTACT,
    told: (changed) => [['invoice', changed.id], ...credit(changed)],
    customerOf: contactOf,
  },
  {
    list: LIST.contacts,
    fields: OWN,
    told: ({ id: own }) => [
      ['customer', own],
      ['credit', own],
      ['price', own],
    ],
    customerOf: ({ id: own }) => own,
  },
  ...[LIST.products, LIST.services].map(
    (list): Feed => ({
      list,
      fields: OWN,
      told: ({ id: own }) => [
        ['product', own],
        ['price', own],
      ],
      customerOf: nobody,
    }),
  ),
];
/** What was being committed when a list was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 180_000;
/** How long the lists count, unless we write ourselves. Requests of a business are limited a day. */
const READ_MS = 300_000;
const FEED = 'feed';

/** How far everything was read, and what of the overlap was told: a cursor stands still when nothing is new. */
const cursorSchema = z.object({ at: z.iso.datetime(), seen: z.record(z.string(), z.string()) });
type Cursor = z.output<typeof cursorSchema>;
const written = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');

type Lists = { since: string; lists: readonly Row[][] };
/** Has the lists read again after a write of ours. */
export const forgetChanges = ({ remember }: Session): void => remember.forget(FEED);
async function listsSince(session: Session, since: string, signal: AbortSignal): Promise<Lists> {
  const load = async (): Promise<Lists> => ({
    since,
    lists: await Promise.all(
      feeds.map(({ list, fields }) => {
        const query = { updated_or_created_since: since, attributes: fields };
        return session.client.all(row, list, query, signal);
      }),
    ),
  });
  const kept = await session.remember(FEED, load, READ_MS);
  if (kept.since <= since) return kept;
  forgetChanges(session);
  return session.remember(FEED, load, READ_MS);
}

/** No cursor: from now on. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  if (cursor === null)
    return { changes: [], cursor: JSON.stringify({ at: written(session.now()), seen: {} } satisfies Cursor) };
  const before = cursorOf(cursorSchema, cursor);
  const { lists } = await listsSince(session, written(Date.parse(before.at) - OVERLAP_MS), signal);
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  let { at } = before;
  for (const [index, { list, told, customerOf }] of feeds.entries())
    for (const each of lists[index] ?? []) {
      if (each.updated_at === null) continue;
      const changed = written(Date.parse(each.updated_at));
      const name = `${list} ${each.id}`;
      seen[name] = changed;
      if (changed > at) at = changed;
      if (before.seen[name] === changed) continue;
      const instant = new Date(Math.min(Date.parse(each.updated_at), session.now())).toISOString();
      for (const [kind, own] of told(each))
        changes.push(fit(changeSchema, { kind, id: own, customerId: customerOf(each), at: instant }, list));
    }
  if (changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at, seen } satisfies Cursor) };
}
