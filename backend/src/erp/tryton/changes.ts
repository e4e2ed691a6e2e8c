import { type ErpCustomerId, erpCustomerIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { Change } from '../contract/schemas.ts';
import type { Call } from './client.ts';
import { type Feed, type FeedRow, feedRow, feeds } from './feeds.ts';
import type { Installation, Model } from './installation.ts';
import type { Tryton } from './support.ts';
import { datetime, reference, toDatetime } from './wire.ts';

/**
 * A row carries the time at which its transaction began and is seen once that has ended: the last minutes are asked for again every time.
 * Two minutes outlast every call Tryton's own clients make; what was told already is known by id and time.
 */
const OVERLAP_MS = 120_000;
/** Rows of one model in one answer; what is left comes with the next. */
const PAGE = 500;
/** Told changes are remembered for as long as they may come again, twice over. */
const MEMORY_MS = 2 * OVERLAP_MS;

const shipmentModels: readonly Model[] = ['stock.shipment.out', 'sale.line'];
/** Shipments name their customer, and their orders only through the moves. */
const shipmentRow = feedRow.extend({
  customer: z.number(),
  'moves.': z.array(z.object({ origin: reference.nullable() })),
});

export function changesOf({ client, installation }: Tryton): NonNullable<ErpAdapter['changes']> {
  /** What was told, and until when it matters: only so that a poll does not repeat the last minutes; without it they come twice. */
  const told = new Map<string, { cursors: Set<string>; until: number }>();
  /** What was readable before: without it the feed is not quieter, it is blind. */
  const seen = new Set<string>();
  async function readable(there: Installation, call: Call): Promise<Feed[]> {
    const wanted = [...feeds.map(({ model }) => model), ...shipmentModels].filter((model) => there.has(model));
    const access = await client.rights(wanted, call.signal);
    const gone = wanted.find((model) => !access[model]?.read && seen.has(model));
    if (gone)
      throw new ErpError('unauthorised', `no right to read ${gone} any more`, {
        words: `The Tryton user may no longer read ${gone}.`,
        field: gone,
      });
    for (const model of wanted) if (access[model]?.read) seen.add(model);
    if (seen.size === 0) throw new ErpError('unauthorised', 'no right to read anything', { field: wanted[0] ?? null });
    return feeds.filter(({ model }) => seen.has(model));
  }
  return {
    async since({ cursor }, call) {
      const there = await installation(call.signal);
      // Our clock, less the overlap: a server whose clock runs a minute late loses nothing.
      const now = new Date(client.now()).toISOString();
      if (cursor === null) {
        await readable(there, call);
        return { changes: [], cursor: now };
      }
      const parsed = z.iso.datetime().safeParse(cursor);
      if (!parsed.success) throw new ErpError('refused', 'not a cursor of ours', { field: 'cursor', words: cursor });
      const since = new Date(Date.parse(parsed.data) - OVERLAP_MS).toISOString();
      const pages = await Promise.all((await readable(there, call)).map((feed) => readFeed(feed, since, call)));
      const shipped = shipmentModels.every((model) => seen.has(model)) ? await readShipments(there, since, call) : [];
      const all = [...pages.flat(), ...shipped].sort((left, right) => left.at.localeCompare(right.at));
      return { changes: unknownTo(parsed.data, dedupe(all)), cursor: all.length === 0 ? cursor : now };
    },
  };

  async function readFeed(feed: Feed, since: string, call: Call): Promise<Change[]> {
    const { behind } = feed;
    if (feed.single) {
      const counted = await client.call(`model.${feed.model}.search_count`, [[changedSince(since)]], call);
      return counted === 0
        ? []
        : toChanges(feed, { id: 1, create_date: new Date(client.now()).toISOString(), write_date: null });
    }
    const fields = ['create_date', 'write_date', ...(feed.links ?? []), ...(behind ? [`${behind}.write_date`] : [])];
    const changed = behind
      ? ['OR', changedSince(since), [`${behind}.write_date`, '>=', toDatetime(since)]]
      : changedSince(since);
    const changes: Change[] = [];
    for (let after = 0; ; ) {
      const domain = [changed, ['id', '>', after]];
      const asked = { domain, fields, row: feedRow, order: [['id', 'ASC']] as const, limit: PAGE };
      const rows = await client.search(feed.model, asked, call);
      changes.push(...rows.flatMap((each) => toChanges(feed, each)));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < PAGE) return changes;
    }
  }
  async function readShipments({ company }: Installation, since: string, call: Call): Promise<Change[]> {
    const fields = ['create_date', 'write_date', 'customer', 'moves.origin'];
    const shipments: z.infer<typeof shipmentRow>[] = [];
    for (let after = 0; ; after = shipments.at(-1)?.id ?? after) {
      const domain = [changedSince(since), ['company', '=', company.id], ['id', '>', after]];
      const asked = { domain, fields, row: shipmentRow, order: [['id', 'ASC']] as const, limit: PAGE };
      const page = await client.search('stock.shipment.out', asked, call);
      shipments.push(...page);
      if (page.length < PAGE) break;
    }
    const lineIds = shipments.flatMap((each) =>
      each['moves.'].flatMap(({ origin }) => (origin?.model === 'sale.line' ? [origin.id] : [])),
    );
    if (lineIds.length === 0) return [];
    const lineRow = z.object({ id: z.number(), sale: z.number() });
    const lines = await client.search(
      'sale.line',
      { domain: [['id', 'in', lineIds]], fields: ['sale'], row: lineRow },
      call,
    );
    const saleOf = new Map(lines.map(({ id, sale }) => [id, sale]));
    return shipments.flatMap((each) => {
      const orders = new Set(each['moves.'].map(({ origin }) => (origin ? saleOf.get(origin.id) : undefined)));
      orders.delete(undefined);
      const at = millis(each.write_date ?? each.create_date);
      return [...orders].map((id) => ({
        kind: 'order' as const,
        id: String(id),
        customerId: customerOf(each.customer),
        at,
      }));
    });
  }
  /** What this cursor's poll has told already. Asking again from an old cursor is asking to hear it again. */
  function unknownTo(cursor: string, changes: readonly Change[]): Change[] {
    return changes.filter((change) => !heard(cursor, change));
  }
  function heard(cursor: string, { kind, id, at }: Change): boolean {
    const key = `${kind}|${id}|${at}`;
    const now = client.now();
    for (const [old, { until }] of told) if (until < now) told.delete(old);
    const known = told.get(key);
    // Told to a later poll's forerunner: its cursor is older than this one.
    const before = known !== undefined && [...known.cursors].some((earlier) => earlier < cursor);
    const cursors = known?.cursors ?? new Set<string>();
    cursors.add(cursor);
    told.set(key, { cursors, until: now + MEMORY_MS });
    return before;
  }
}

/** A record that was never changed has no `write_date`. */
const changedSince = (since: string): readonly unknown[] => [
  'OR',
  ['write_date', '>=', toDatetime(since)],
  [
    ['write_date', '=', null],
    ['create_date', '>=', toDatetime(since)],
  ],
];
const toChanges = (feed: Feed, each: FeedRow): Change[] =>
  feed.tell(each).map(([kind, id, customer]) => ({
    kind,
    id,
    customerId: customerOf(customer),
    at: millis(changedAt(each, feed.behind)),
  }));
/** The later of the row's own change and that of the record behind it. */
function changedAt(each: FeedRow, behind: string | undefined): string {
  const own = each.write_date ?? each.create_date;
  const other = z.object({ write_date: datetime.nullable() }).safeParse(behind ? each[`${behind}.`] : null);
  const at = other.success ? other.data.write_date : null;
  return at !== null && at > own ? at : own;
}
const customerOf = (id: number | null): ErpCustomerId | null =>
  id === null ? null : erpCustomerIdSchema.parse(String(id));
const millis = (at: string): string => new Date(at).toISOString();
/** One order's ten lines are one change of its customer's credit: the latest stands. */
function dedupe(changes: readonly Change[]): Change[] {
  const latest = new Map<string, Change>();
  for (const change of changes) latest.set(`${change.kind}|${change.id}`, change);
  return [...latest.values()];
}
