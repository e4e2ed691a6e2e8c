import { type ErpCustomerId, erpCustomerIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { Change } from '../contract/schemas.ts';
import type { Call } from './client.ts';
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

const row = z.looseObject({ id: z.number(), create_date: datetime, write_date: datetime.nullable() });
type Row = z.infer<typeof row>;
type Feed = {
  model: Model;
  /** The field that says whom, or what, the row is about. */
  link: string | null;
  /** A record behind the row whose change is the row's too. */
  behind?: string;
  tell: (row: Row) => readonly (readonly [kind: Change['kind'], id: string, customer: number | null])[];
};
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const idText = (value: unknown): string[] => (typeof value === 'number' ? [String(value)] : []);

/** Each with what a change of it means. A delivery or a part payment moves no order: its shipment, its invoice and its entries do. */
const feeds: readonly Feed[] = [
  { model: 'party.party', link: null, tell: ({ id }) => [['customer', String(id), id]] },
  {
    model: 'product.product',
    link: null,
    // Name and list price stand on the template.
    behind: 'template',
    tell: ({ id }) => [
      ['product', String(id), null],
      ['price', String(id), null],
    ],
  },
  {
    model: 'sale.sale',
    link: 'party',
    tell: ({ id, party }) => [
      ['order', String(id), number(party)],
      ['credit', String(party), number(party)],
    ],
  },
  { model: 'stock.move', link: 'product', tell: ({ product }) => idText(product).map((id) => ['stock', id, null]) },
  {
    model: 'account.invoice',
    link: 'party',
    tell: ({ id, party }) => [
      ['invoice', String(id), number(party)],
      ['credit', String(party), number(party)],
    ],
  },
  {
    model: 'account.move.line',
    link: 'party',
    tell: ({ party }) => idText(party).map((id) => ['credit', id, number(party)]),
  },
  { model: 'sale.complaint', link: 'customer', tell: ({ id, customer }) => [['return', String(id), number(customer)]] },
];
/** Shipments name their customer, and their orders only through the moves. */
const shipmentRow = row.extend({ customer: z.number(), 'moves.': z.array(z.object({ origin: reference.nullable() })) });

export function changesOf({ client, installation }: Tryton): NonNullable<ErpAdapter['changes']> {
  /** What was told, and until when it matters: only so that a poll does not repeat the last minutes; without it they come twice. */
  const told = new Map<string, { cursors: Set<string>; until: number }>();
  return {
    async since({ cursor }, call) {
      const there = await installation(call.signal);
      // Our clock, less the overlap: a server whose clock runs a minute late loses nothing.
      const now = new Date().toISOString();
      if (cursor === null) return { changes: [], cursor: now };
      const parsed = z.iso.datetime().safeParse(cursor);
      if (!parsed.success) throw new ErpError('refused', 'not a cursor of ours', { field: 'cursor', words: cursor });
      const since = new Date(Date.parse(parsed.data) - OVERLAP_MS).toISOString();
      const pages = await Promise.all(
        feeds.filter(({ model }) => there.may(model)).map((feed) => readFeed(feed, since, call)),
      );
      const shipped =
        there.may('stock.shipment.out') && there.may('sale.line') ? await readShipments(there, since, call) : [];
      const all = [...pages.flat(), ...shipped].sort((left, right) => left.at.localeCompare(right.at));
      return { changes: unknownTo(parsed.data, dedupe(all)), cursor: all.length === 0 ? cursor : now };
    },
  };

  async function readFeed(feed: Feed, since: string, call: Call): Promise<Change[]> {
    const { behind } = feed;
    const fields = [
      'create_date',
      'write_date',
      ...(feed.link ? [feed.link] : []),
      ...(behind ? [`${behind}.write_date`] : []),
    ];
    const changed = behind
      ? ['OR', changedSince(since), [`${behind}.write_date`, '>=', toDatetime(since)]]
      : changedSince(since);
    const changes: Change[] = [];
    for (let after = 0; ; ) {
      const domain = [changed, ['id', '>', after]];
      const asked = { domain, fields, row, order: [['id', 'ASC']] as const, limit: PAGE };
      const rows = await client.search(feed.model, asked, call);
      for (const each of rows)
        for (const [kind, id, customer] of feed.tell(each))
          changes.push({ kind, id, customerId: customerOf(customer), at: millis(changedAt(each, behind)) });
      after = rows.at(-1)?.id ?? after;
      if (rows.length < PAGE) return changes;
    }
  }
  async function readShipments({ company }: Installation, since: string, call: Call): Promise<Change[]> {
    const domain = [changedSince(since), ['company', '=', company.id]];
    const fields = ['create_date', 'write_date', 'customer', 'moves.origin'];
    const shipments = await client.search(
      'stock.shipment.out',
      { domain, fields, row: shipmentRow, limit: PAGE },
      call,
    );
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
    const now = Date.now();
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
/** The later of the row's own change and that of the record behind it. */
function changedAt(each: Row, behind: string | undefined): string {
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
