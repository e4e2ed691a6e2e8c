import { z } from 'zod';
import { fit } from '../transport/json.ts';
import type { Session } from './session.ts';

/** Which fields to read, nested through links: `{ name: {}, order_line: { fields: { product_id: {} } } }`. */
export type Spec = { readonly [field: string]: { readonly fields?: Spec } };
type Row = Record<string, unknown>;
type Query = {
  model: string;
  domain: unknown[];
  spec: Spec;
  order?: string;
  limit?: number;
  context?: Record<string, unknown>;
  signal: AbortSignal;
};
const rowsSchema = z.array(z.looseObject({ id: z.number().int() }));
const everything = { active_test: false };

/** Drops the fields that this Odoo lacks: 16 and 19 differ, and some belong to modules. */
async function trimmed(session: Session, model: string, spec: Spec, signal: AbortSignal): Promise<Spec | null> {
  const known = await session.fields(model, signal);
  if (!known) return null;
  const kept: Record<string, { fields?: Spec }> = {};
  for (const [name, each] of Object.entries(spec)) {
    const field = known.get(name);
    if (!field) continue;
    if (!each.fields) kept[name] = {};
    else {
      const below = field.relation && (await trimmed(session, field.relation, each.fields, signal));
      if (below) kept[name] = { fields: below };
    }
  }
  return kept;
}

/** 16 reads no tree: one read a level, joined here. Links come as `[id, name]` there. */
async function joined(session: Session, query: Query, spec: Spec): Promise<Row[]> {
  const { model, domain, order, limit, signal } = query;
  const rows = await session.ask(rowsSchema, {
    model,
    method: 'search_read',
    args: { domain, fields: Object.keys(spec), ...(order ? { order } : {}), ...(limit ? { limit } : {}) },
    context: { ...everything, ...query.context },
    signal,
  });
  const fields = await session.fields(model, signal);
  const out: Row[] = rows.map((row) => ({ ...row }));
  for (const [name, each] of Object.entries(spec)) {
    const field = fields?.get(name);
    if (!field?.relation) continue;
    const single = field.type === 'many2one';
    const idsOf = (row: Row): number[] => {
      const value = row[name];
      if (!Array.isArray(value)) return [];
      return (single ? value.slice(0, 1) : value).filter((item): item is number => typeof item === 'number');
    };
    if (!each.fields) {
      if (single) for (const row of out) row[name] = idsOf(row)[0] ?? false;
      continue;
    }
    const ids = [...new Set(out.flatMap(idsOf))];
    const below: Query = { model: field.relation, domain: [['id', 'in', ids]], spec: each.fields, signal };
    const found = new Map(
      (ids.length > 0 ? await joined(session, below, each.fields) : []).map((row) => [row.id, row]),
    );
    for (const row of out) {
      const mine = idsOf(row).flatMap((id) => found.get(id) ?? []);
      row[name] = single ? (mine[0] ?? false) : mine;
    }
  }
  return out;
}

/**
 * Reads records with what hangs on them, archived ones too: one call from 17 on. Null where the model's module is missing. A link is
 * `{ id, … }` or `false`, a list of links an array of those; without `fields` the bare ids.
 */
export async function readTree<Schema extends z.ZodType>(
  session: Session,
  schema: Schema,
  query: Query,
): Promise<z.output<Schema>[] | null> {
  const { model, domain, order, limit, signal } = query;
  const spec = await trimmed(session, model, query.spec, signal);
  if (!spec) return null;
  const rows = z.array(schema);
  if (session.transport.major < 17) return fit(rows, await joined(session, query, spec), model);
  const { records } = await session.ask(z.object({ records: rows }), {
    model,
    method: 'web_search_read',
    args: { domain, specification: spec, ...(order ? { order } : {}), ...(limit ? { limit } : {}) },
    context: { ...everything, ...query.context },
    signal,
  });
  return records;
}
