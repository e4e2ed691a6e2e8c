import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { fit } from './faults.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { id, instantOf, maybe } from './values.ts';

/**
 * A record's time is the start of its transaction, and one that takes long commits with a time already passed: each question goes back so
 * far. A confirm under load was seen to take 7 s, imports take longer.
 */
const OVERLAP_MS = 120_000;
const PAGE = 500;

type Row = { id: number; write_date: string } & Record<string, unknown>;
type Feed = {
  model: string;
  domain: unknown[];
  spec: Spec;
  row: z.ZodType<Row>;
  changes: (row: never) => Omit<Change, 'at'>[];
};
const stamped = { id, write_date: z.string() };
const partner = maybe(z.object({ commercial_partner_id: maybe(id) }));
const asText = (value: number | null | undefined) => (value ? String(value) : null);
const commercial: Spec[string] = { fields: { commercial_partner_id: {} } };
const owner = (row: { partner_id: z.output<typeof partner> }) => asText(row.partner_id?.commercial_partner_id);

function feed<Shape extends z.ZodRawShape>(
  model: string,
  domain: unknown[],
  spec: Spec,
  shape: Shape,
  changes: (
    row: z.output<z.ZodObject<typeof stamped & Shape>>,
  ) => { kind: Change['kind']; id: string; customerId: string | null }[],
): Feed {
  return { model, domain, spec, row: z.object({ ...stamped, ...shape }) as never, changes: changes as never };
}

/** What is followed, and what a change of it means. A product's own date does not move with its stock: the quants are followed. */
const feeds: readonly Feed[] = [
  feed(
    'res.partner',
    [['partner_share', '=', true]],
    { commercial_partner_id: {} },
    { commercial_partner_id: maybe(id) },
    (row) => {
      const customer = asText(row.commercial_partner_id);
      return customer ? [{ kind: 'customer', id: customer, customerId: customer }] : [];
    },
  ),
  feed('product.template', [], { product_variant_ids: {} }, { product_variant_ids: z.array(id) }, (row) =>
    row.product_variant_ids.flatMap((product) =>
      (['product', 'price'] as const).map((kind) => ({ kind, id: String(product), customerId: null })),
    ),
  ),
  feed('product.pricelist.item', [], { pricelist_id: {} }, { pricelist_id: maybe(id) }, (row) => [
    { kind: 'price', id: String(row.pricelist_id ?? row.id), customerId: null },
  ]),
  feed('sale.order', [], { partner_id: commercial }, { partner_id: partner }, (row) => [
    { kind: 'order', id: String(row.id), customerId: owner(row) },
  ]),
  feed(
    'stock.quant',
    [['location_id.usage', '=', 'internal']],
    { product_id: {} },
    { product_id: maybe(id) },
    (row) => [{ kind: 'stock', id: String(row.product_id), customerId: null }],
  ),
  // What is planned to come in, which no quant knows yet.
  feed('stock.move', [['picking_code', '=', 'incoming']], { product_id: {} }, { product_id: maybe(id) }, (row) => [
    { kind: 'stock', id: String(row.product_id), customerId: null },
  ]),
  feed(
    'stock.picking',
    [['picking_type_code', 'in', ['incoming', 'outgoing']]],
    { partner_id: commercial, picking_type_code: {}, sale_id: {} },
    { partner_id: partner, picking_type_code: z.string(), sale_id: maybe(id).optional() },
    (row) =>
      row.picking_type_code === 'incoming'
        ? [{ kind: 'return', id: String(row.id), customerId: owner(row) }]
        : row.sale_id
          ? [{ kind: 'order', id: String(row.sale_id), customerId: owner(row) }]
          : [],
  ),
  feed(
    'account.move',
    [['move_type', 'in', ['out_invoice', 'out_refund']]],
    { partner_id: commercial },
    { partner_id: partner },
    (row) => [
      { kind: 'invoice', id: String(row.id), customerId: owner(row) },
      ...(owner(row) ? [{ kind: 'credit' as const, id: owner(row) ?? '', customerId: owner(row) }] : []),
    ],
  ),
];

/** Per model: how far it was read (`at`), and which records of the overlap were given out with which date. */
const cursorSchema = z.record(z.string(), z.object({ at: z.string(), seen: z.record(z.string(), z.string()) }));
type Cursor = z.output<typeof cursorSchema>;
function readCursor(cursor: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch (error) {
    throw new ErpError('refused', 'not a cursor of ours', {
      field: 'cursor',
      words: 'This is no cursor of the Odoo feed.',
      cause: error,
    });
  }
}
const stampOf = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const back = (at: string) => stampOf(Date.parse(`${at.replace(' ', 'T')}Z`) - OVERLAP_MS);

async function rowsOf(session: Session, each: Feed, since: string, signal: AbortSignal): Promise<Row[]> {
  try {
    const rows = await readTree(session, each.row, {
      model: each.model,
      domain: [['write_date', '>=', since], ...each.domain],
      spec: { ...each.spec, write_date: {} },
      order: 'write_date asc, id asc',
      limit: PAGE,
      signal,
    });
    return rows ?? [];
  } catch (error) {
    // What the key may not read is not followed; the flow that needs it says so itself.
    if (error instanceof ErpError && error.kind === 'unauthorised') return [];
    throw error;
  }
}
/** The server's own clock: the latest date there is. Ours may differ from it. */
async function latest(session: Session, each: Feed, signal: AbortSignal): Promise<string> {
  try {
    const rows = await session.ask(z.array(z.object(stamped)), {
      model: each.model,
      method: 'search_read',
      args: { domain: each.domain, fields: ['write_date'], order: 'write_date desc', limit: 1 },
      context: { active_test: false },
      signal,
    });
    return rows[0]?.write_date ?? stampOf(Date.now());
  } catch (error) {
    if (error instanceof ErpError && ['unauthorised', 'unsupported'].includes(error.kind)) return stampOf(Date.now());
    throw error;
  }
}

/** What changed after the cursor; null means from now on. Odoo keeps no trace of what was deleted. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before = cursor === null ? null : readCursor(cursor);
  const next: Cursor = {};
  const changes: Change[] = [];
  for (const each of feeds) {
    if (!(await session.fields(each.model, signal))) continue;
    const known = before?.[each.model] ?? { at: await latest(session, each, signal), seen: {} };
    let at = known.at;
    let seen: Record<string, string> = { ...known.seen };
    // A page full of what was seen already says nothing of what stands behind it: it begins where the page ended.
    for (let since = back(known.at); ; ) {
      const rows = await rowsOf(session, each, since, signal);
      const fresh = rows.filter((row) => seen[row.id] !== row.write_date);
      for (const row of fresh) {
        if (before)
          for (const change of each.changes(row as never))
            changes.push(fit(changeSchema, { ...change, at: instantOf(row.write_date) }, each.model));
        seen[row.id] = row.write_date;
        if (row.write_date > at) at = row.write_date;
      }
      const last = rows.at(-1)?.write_date;
      if (rows.length < PAGE || (before && fresh.length > 0) || last === undefined || last === since) break;
      since = last;
    }
    const horizon = back(at);
    seen = Object.fromEntries(Object.entries(seen).filter(([, stamp]) => stamp >= horizon));
    next[each.model] = { at, seen };
  }
  const once = new Map(changes.map((change) => [`${change.kind}|${change.id}|${change.at}`, change]));
  const sorted = [...once.values()].sort((left, right) => left.at.localeCompare(right.at));
  return { changes: sorted, cursor: JSON.stringify(next) };
}
