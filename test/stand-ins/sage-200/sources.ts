import { stored } from './computed.ts';
import { usual } from './enums.ts';
import type { Field } from './metadata.ts';
import { entityOf } from './metadata.ts';
import type { Row, Store, Value } from './store.ts';
import { views } from './views.ts';

export type Compute = (store: Store, row: Row) => Value;
/**
 * Where the rows of an entity come from. `fields`: the field of the table where it has another name, or how the value is computed; every
 * other field has the name of the table's.
 */
export type Source = {
  entity: string;
  table: string;
  fields: Readonly<Record<string, string | Compute>>;
  order: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** Whether a row of the table is one of the entity. */
  belongs?: (store: Store, row: Row) => boolean;
};
/** Orders and returns are in one table, as in Sage 200. */
const isOrder = (_store: Store, row: Row): boolean => row.kind === 'order';
const plain = (entity: string): Source => ({
  ...{ entity, table: entity, fields: stored[entity] ?? {}, order: [['id', 'asc']] },
  ...(entity === 'sop_order' ? { belongs: isOrder } : {}),
});
const known = new Map<string, Source>();
export function sourceOf(entity: string): Source {
  const source = known.get(entity) ?? views[entity] ?? plain(entity);
  known.set(entity, source);
  return source;
}
const moments: Readonly<Record<string, keyof Row>> = { date_time_created: 'created', date_time_updated: 'updated' };
/** The field of the table that a field of the entity shows as it is; null where it is computed. */
export function columnOf(source: Source, field: string): string | null {
  const mapped = source.fields[field] ?? moments[field] ?? field;
  return typeof mapped === 'string' ? mapped : null;
}
const empty = ({ kind, of, size }: Field): Value => {
  if (kind === 'text') return '';
  if (kind === 'bool') return false;
  if (kind === 'dec') return 0n;
  if (kind === 'enum') return usual(of);
  return kind === 'int' && size < 64 ? 0 : null;
};
/** The value of a plain field, as it is compared and shown. */
export function cellOf(store: Store, source: Source, row: Row, field: Field): Value {
  const mapped = source.fields[field.name] ?? moments[field.name] ?? field.name;
  const value = typeof mapped === 'function' ? mapped(store, row) : (row[mapped as string] as Value | undefined);
  return value ?? empty(field);
}
/** Lists: the entity's own children, by the field of the child that names its owner. */
const owners: Readonly<Record<string, string>> = {
  customer_contact: 'customer_id',
  customer_email: 'customer_contact_id',
  customer_telephone: 'customer_contact_id',
  customer_contact_role: 'customer_contact_id',
  product_unit: 'product_id',
  warehouse_holding: 'product_id',
  sop_order_line: 'sop_order_id',
  sop_order_memo: 'sop_order_return_id',
};
export function childrenOf(store: Store, row: Row, field: Field): { source: Source; row: Row }[] {
  const source = sourceOf(field.of);
  const owner = owners[field.of];
  return owner
    ? store
        .table(source.table)
        .by(owner, row.id)
        .map((child) => ({ source, row: child }))
    : [];
}
export function referred(store: Store, source: Source, row: Row, field: Field): { source: Source; row: Row } | null {
  const key = entityOf(source.entity).fields.get(`${field.name}_id`);
  const id = key ? cellOf(store, source, row, key) : null;
  const target = sourceOf(field.of);
  const found = store.table(target.table).find(id);
  return found ? { source: target, row: found } : null;
}
