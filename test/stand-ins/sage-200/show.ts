import { num } from '../numbers.ts';
import { written } from './amounts.ts';
import { usual } from './enums.ts';
import type { Entity, Field } from './metadata.ts';
import { entityOf } from './metadata.ts';
import { cellOf, childrenOf, referred, type Source } from './sources.ts';
import type { Group, Row, Store, Value } from './store.ts';

/** Which fields an answer has. `expand`: names of lists, references and groups. `select`: names, `child.name` for those of an expanded one. */
export type Wish = { select: ReadonlySet<string> | null; expand: ReadonlySet<string> };
const everything: Wish = { select: null, expand: new Set() };

/** A value as JSON of its declared type. Amounts keep the digits that recorded answers show: two or six, else as many as they need. */
function jsonOf(field: Field, value: Value | undefined): unknown {
  switch (field.kind) {
    case 'text':
      return value ?? '';
    case 'moment':
      return value ?? null;
    case 'bool':
      return value ?? false;
    case 'enum':
      return value ?? usual(field.of);
    case 'int':
      if (field.size === 64) return value === null || value === undefined ? null : num(String(value));
      return value ?? 0;
    case 'dec':
      return num(
        written(
          typeof value === 'bigint' ? value : 0n,
          field.size,
          field.size === 2 || field.size === 6 ? field.size : 1,
        ),
      );
    default:
      return null;
  }
}
function groupOf(field: Field, group: Group | undefined, { select }: Wish): unknown {
  if (!group) return null;
  const wanted = [...field.fields.values()].filter(({ name }) => select === null || select.has(name));
  return Object.fromEntries(wanted.map((inner) => [inner.name, jsonOf(inner, group[inner.name])]));
}
/** What an expanded name stands for: rows of a list, a referred record, or a group of fields. */
function expanded(store: Store, source: Source, row: Row, field: Field, wish: Wish): unknown {
  if (field.kind === 'group') return groupOf(field, row[field.name] as Group | undefined, wish);
  if (field.kind === 'list')
    return childrenOf(store, row, field).map((child) => shown(store, child.source, child.row, wish));
  const target = referred(store, source, row, field);
  return target ? shown(store, target.source, target.row, wish) : null;
}
const within = (name: string, { select }: Wish): Wish => {
  const inner = select === null || select.has(name) ? null : [...select].filter((each) => each.startsWith(`${name}.`));
  return { select: inner && new Set(inner.map((each) => each.slice(name.length + 1))), expand: new Set() };
};
const isWanted = ({ select }: Wish, name: string): boolean =>
  select === null || select.has(name) || [...select].some((each) => each.startsWith(`${name}.`));

export function shown(store: Store, source: Source, row: Row, wish: Wish = everything): Record<string, unknown> {
  const entity: Entity = entityOf(source.entity);
  const body: Record<string, unknown> = {};
  for (const field of entity.fields.values()) {
    if (field.kind === 'gap' || !isWanted(wish, field.name)) continue;
    if (!['ref', 'list', 'group'].includes(field.kind))
      body[field.name] = jsonOf(field, cellOf(store, source, row, field));
    else if (wish.expand.has(field.name))
      body[field.name] = expanded(store, source, row, field, within(field.name, wish));
  }
  return body;
}
