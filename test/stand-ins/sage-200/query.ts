import { bad, gap } from './errors.ts';
import { type Condition, comparedBy, holds, musts, parseFilter } from './filter.ts';
import type { Entity, Field } from './metadata.ts';
import { entityOf } from './metadata.ts';
import type { Wish } from './show.ts';
import { cellOf, columnOf, type Source } from './sources.ts';
import type { Row, Store } from './store.ts';

const MOST = 5000;
const USUAL = 500;
const known = ['$select', '$filter', '$orderby', '$top', '$skip', '$expand', '$count', '$metadata'];
type Query = {
  wish: Wish;
  filter: Condition | null;
  order: readonly { field: Field; down: boolean }[];
  top: number;
  skip: number;
};
const invalid = (problem: string) => bad(`The query specified in the URI is not valid. ${problem}`);
const names = (list: string | null): string[] =>
  list === null || list === '' ? [] : list.split(',').map((name) => name.trim());

function fieldIn(entity: Entity, name: string): Field {
  const field = entity.fields.get(name);
  if (!field || field.kind === 'gap')
    throw invalid(`Could not find a property named '${name}' on type '${entity.name}'.`);
  return field;
}
const isChild = ({ kind }: Field): boolean => ['ref', 'list', 'group'].includes(kind);
/** Names that $expand takes beside those of lists and references. */
const extras: Readonly<Record<string, readonly string[]>> = {
  sop_order: ['is_to_lock', 'available_document_discount'],
  product: ['units', 'nominal_codes', 'sop_status'],
};
export function wishOf(entity: Entity, query: URLSearchParams): Wish {
  const expand = new Set(names(query.get('$expand')));
  for (const name of expand) {
    const field = entity.fields.get(name);
    if (field?.kind === 'gap') throw gap(`${name} of ${entity.name}`);
    if (!(field && isChild(field)) && !extras[entity.name]?.includes(name))
      throw invalid(`The property '${name}' on type '${entity.name}' cannot be expanded.`);
  }
  const selected = names(query.get('$select'));
  for (const name of selected) {
    const [first = '', inner] = name.split('.');
    const field = fieldIn(entity, first);
    if (isChild(field) && !expand.has(first)) throw invalid(`'${first}' is selected but not expanded.`);
    if (inner !== undefined)
      fieldIn(field.kind === 'group' ? { name: first, fields: field.fields } : entityOf(field.of), inner);
  }
  return { expand, select: selected.length === 0 ? null : new Set(selected) };
}
function count(query: URLSearchParams, name: string, most: number, least: number): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d+$/.test(text) || Number(text) > most || Number(text) < least)
    throw invalid(`The value '${text}' of ${name} must be a whole number from ${least} to ${most}.`);
  return Number(text);
}
/** `most`: rows of a page, which a bad day makes few. `own`: options of one path only. */
export function queryOf(entity: Entity, query: URLSearchParams, own: readonly string[] = []): Query {
  for (const name of query.keys()) {
    if (!known.includes(name) && !own.includes(name)) throw invalid(`The query parameter '${name}' is not supported.`);
    if (query.getAll(name).length > 1) throw invalid(`The query parameter '${name}' is given more than once.`);
  }
  if (query.has('$count')) throw gap('$count: what its answer looks like is not documented');
  if (query.has('$metadata')) throw gap('$metadata');
  const order = names(query.get('$orderby')).map((part) => {
    const [name = '', direction = 'asc', ...rest] = part.split(/\s+/);
    if (!['asc', 'desc'].includes(direction) || rest.length > 0) throw invalid(`Syntax error in '${part}'.`);
    const field = fieldIn(entity, name);
    if (isChild(field)) throw invalid(`'${name}' cannot be used in $orderby.`);
    return { field, down: direction === 'desc' };
  });
  const skip = count(query, '$skip', Number.MAX_SAFE_INTEGER, 0);
  if (skip !== null && order.length === 0) throw invalid('$skip can only be used with $orderby.');
  const filter = query.get('$filter');
  return {
    wish: wishOf(entity, query),
    filter: filter === null ? null : parseFilter(filter, entity),
    order,
    top: count(query, '$top', MOST, 1) ?? USUAL,
    skip: skip ?? 0,
  };
}
/** Rows that may meet the filter: by an index where an equality has one, else all of them. */
function candidates(
  store: Store,
  source: Source,
  filter: Condition | null,
  within: { field: string; value: string } | null,
): Iterable<Row> {
  const table = store.table(source.table);
  const must = musts(filter).map(({ field, value }) => ({ field: field.name, value }));
  for (const { field, value } of within ? [within, ...must] : must) {
    const column = columnOf(source, field);
    if (column !== null && value !== null && value !== '' && table.isIndexed(column)) return table.by(column, value);
  }
  return table.all();
}
/** The rows of a page. `within`: a field that the path itself fixes, such as the customer of `/customers/1/sop_orders`. */
export function found(
  store: Store,
  source: Source,
  query: Query,
  within: { field: string; value: string } | null = null,
): Row[] {
  const entity = entityOf(source.entity);
  const owner = within ? entity.fields.get(within.field) : undefined;
  const rows: Row[] = [];
  for (const row of candidates(store, source, query.filter, within)) {
    if (source.belongs && !source.belongs(store, row)) continue;
    if (owner && cellOf(store, source, row, owner) !== within?.value) continue;
    if (!query.filter || holds(query.filter, (field) => cellOf(store, source, row, field))) rows.push(row);
  }
  const own = source.order.map(([name, direction]) => ({ field: entity.fields.get(name), down: direction === 'desc' }));
  const order = [...query.order, ...own].flatMap(({ field, down }) => (field ? [{ field, down }] : []));
  const keyed = rows.map((row) => ({ row, keys: order.map(({ field }) => cellOf(store, source, row, field)) }));
  keyed.sort((one, other) => {
    for (const [nth, { field, down }] of order.entries()) {
      const sign = comparedBy(field, one.keys[nth] ?? null, other.keys[nth] ?? null);
      if (sign !== 0) return down ? -sign : sign;
    }
    return 0;
  });
  return keyed.slice(query.skip, query.skip + query.top).map(({ row }) => row);
}
