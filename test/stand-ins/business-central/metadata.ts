import { readFileSync } from 'node:fs';
import { z } from 'zod';

const fileSchema = z.object({
  enums: z.record(z.string(), z.array(z.string())),
  sets: z.record(
    z.string(),
    z.object({
      entity: z.string(),
      table: z.string(),
      /** Of `i`nsert, `m`odify and `d`elete, those that the page allows. */
      allowed: z.string(),
      fields: z.record(z.string(), z.string()),
      parts: z.record(z.string(), z.object({ entity: z.string(), many: z.boolean() })),
      relations: z.record(z.string(), z.object({ set: z.string(), by: z.string() })),
      actions: z.array(z.string()),
    }),
  ),
});
const file = fileSchema.parse(JSON.parse(readFileSync(new URL('metadata.json', import.meta.url), 'utf8')));

type Kind = 'guid' | 'code' | 'text' | 'date' | 'datetime' | 'decimal' | 'int' | 'bool' | 'enum' | 'stream';
export type Field = {
  name: string;
  kind: Kind;
  /** Characters that it holds; null where that is no question. */
  length: number | null;
  members: readonly string[];
  readOnly: boolean;
  /** A variable of the page and no field of the table: Business Central cannot filter by it. */
  variable: boolean;
};
type Part = { entity: string; many: boolean };
export type EntitySet = {
  name: string;
  entity: string;
  table: string;
  can: (what: 'i' | 'm' | 'd') => boolean;
  fields: ReadonlyMap<string, Field>;
  parts: ReadonlyMap<string, Part>;
  relations: ReadonlyMap<string, { set: string; by: string }>;
  actions: readonly string[];
};

function fieldOf(name: string, described: string): Field {
  const [type = '', ...marks] = described.split(' ');
  const [, kind = type, length] = /^(\w+)\((\d+)\)$/.exec(type) ?? [];
  const [base = '', members] = kind.split(':');
  return {
    name,
    kind: base as Kind,
    length: length ? Number(length) : null,
    members: members ? (file.enums[members] ?? []) : [],
    readOnly: marks.includes('readonly'),
    variable: marks.includes('variable'),
  };
}

/** Every entity set of this double, as Microsoft's source of API v2.0 has it. */
export const sets: ReadonlyMap<string, EntitySet> = new Map(
  Object.entries(file.sets).map(([name, { entity, table, allowed, fields, parts, relations, actions }]) => [
    name,
    {
      name,
      entity,
      table,
      can: (what) => allowed.includes(what),
      fields: new Map(Object.entries(fields).map(([field, described]) => [field, fieldOf(field, described)])),
      parts: new Map(Object.entries(parts)),
      relations: new Map(Object.entries(relations)),
      actions,
    },
  ]),
);
const byEntity = new Map([...sets.values()].map((set) => [set.entity, set]));
export const setOfEntity = (entity: string): EntitySet | undefined => byEntity.get(entity);
export const setNamed = (name: string): EntitySet => {
  const found = sets.get(name);
  if (!found) throw new Error(`metadata.json has no ${name}`);
  return found;
};
export const typeOf = ({ entity }: EntitySet): string => `Microsoft.NAV.${entity}`;

export const NO_GUID = '00000000-0000-0000-0000-000000000000';
export const NO_DATE = '0001-01-01';
/** What a field holds in which nothing was entered. */
export const blankOf = ({ kind, members }: Field): string | number => {
  if (kind === 'guid') return NO_GUID;
  if (kind === 'date') return NO_DATE;
  if (kind === 'datetime') return '0001-01-01T00:00:00Z';
  if (kind === 'decimal') return '0';
  if (kind === 'int' || kind === 'bool') return 0;
  return kind === 'enum' ? (members[0] ?? '') : '';
};
