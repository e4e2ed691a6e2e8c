import { etagOf, type Row, type Store, type Value } from './database.ts';
import { badQuery, noProperty } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Condition, conditionOf } from './filter.ts';
import { type EntitySet, type Field, setNamed } from './metadata.ts';
import { shownValue } from './values.ts';

export type Options = {
  filter: string | null;
  select: readonly string[] | null;
  orderby: string | null;
  expand: string | null;
  top: number | null;
  skip: number;
  from: number;
  count: boolean;
  crossCompany: boolean;
};
const KNOWN = new Set([
  '$filter',
  '$select',
  '$orderby',
  '$expand',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  'cross-company',
  '$format',
]);
export function optionsOf(query: string): Options {
  const raw = new URLSearchParams(query);
  for (const name of raw.keys())
    if (name.startsWith('$') && !KNOWN.has(name)) throw badQuery(`The query parameter '${name}' is not supported.`);
  const whole = (name: string): number | null => {
    const text = raw.get(name);
    if (text === null) return null;
    if (!/^\d+$/.test(text)) throw badQuery(`Invalid value '${text}' for ${name} query option found.`);
    return Number(text);
  };
  return {
    filter: raw.get('$filter'),
    select:
      raw
        .get('$select')
        ?.split(',')
        .map((each) => each.trim()) ?? null,
    orderby: raw.get('$orderby'),
    expand: raw.get('$expand'),
    top: whole('$top'),
    skip: whole('$skip') ?? 0,
    from: whole('$skiptoken') ?? 0,
    count: raw.get('$count') === 'true',
    crossCompany: raw.get('cross-company')?.toLowerCase() === 'true',
  };
}

export type Reading = { store: Store; faults: Faults; company: string; compatible: boolean };
export const hiddenIn = ({ withoutFields }: Faults): ReadonlySet<string> => new Set(withoutFields);
function fieldOf({ faults }: Reading, set: EntitySet, name: string): Field {
  const found = set.fields.get(name);
  if (!found || hiddenIn(faults).has(`${set.name}.${name}`)) throw noProperty(name, set.type);
  return found;
}
/** Without `cross-company` a question sees the user's own company only, whatever its filter names. */
const scopeOf = (reading: Reading, set: EntitySet, options: Options): Condition | null =>
  set.fields.has('dataAreaId') && !options.crossCompany ? { sql: '"dataAreaId" = ?', values: [reading.company] } : null;

export function pageOf(reading: Reading, set: EntitySet, options: Options) {
  const { store, faults } = reading;
  for (const name of options.select ?? []) fieldOf(reading, set, name);
  expandsOf(set, options);
  const asked = options.filter
    ? conditionOf(options.filter, set, { plainEnums: faults.plainEnums, hidden: hiddenIn(faults) })
    : null;
  const parts = [scopeOf(reading, set, options), asked].filter((part) => part !== null);
  const where = parts.length > 0 ? `where ${parts.map(({ sql }) => sql).join(' and ')}` : '';
  const values: Value[] = parts.flatMap((part) => part.values);
  const from = options.skip + options.from;
  const most = Math.min(options.top === null ? Number.MAX_SAFE_INTEGER : options.top - options.from, faults.pageSize);
  const rows = store.all(
    `select * from "${set.name}" ${where} order by ${orderOf(reading, set, options.orderby)} limit ? offset ?`,
    ...values,
    most,
    from,
  );
  const total = Number(store.one(`select count(*) as n from "${set.name}" ${where}`, ...values)?.n ?? 0);
  const left = Math.min(total - options.skip, options.top ?? Number.MAX_SAFE_INTEGER) - options.from - rows.length;
  return { rows, total, next: left > 0 && rows.length > 0 ? options.from + rows.length : null };
}
function orderOf(reading: Reading, set: EntitySet, orderby: string | null): string {
  if (orderby === null) return set.keys.map((key) => `"${key}"`).join(', ');
  return orderby
    .split(',')
    .map((part) => {
      const [name = '', way = 'asc', more] = part.trim().split(/\s+/);
      const field = fieldOf(reading, set, name);
      if (!['asc', 'desc'].includes(way) || more !== undefined) throw badQuery(`Syntax error in '${orderby}'.`);
      return `${field.kind === 'decimal' ? `cast("${name}" as real)` : `"${name}"`} ${way}`;
    })
    .concat('_seq')
    .join(', ');
}

/** Navigations that are known: one level, as the service has it. */
const EXPANDS: Readonly<Record<string, Readonly<Record<string, { set: string; by: string }>>>> = {
  ReturnOrderHeadersV2: { ReturnOrderLines: { set: 'ReturnOrderLinesV2', by: 'ReturnOrderNumber' } },
};
function expandsOf(set: EntitySet, { expand }: Options) {
  return (expand ?? '')
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      const found = EXPANDS[set.name]?.[name];
      if (!found) throw noProperty(name, set.type);
      return [name, found] as const;
    });
}
export function shown(reading: Reading, set: EntitySet, row: Row, options: Options): object {
  const hidden = hiddenIn(reading.faults);
  const fields = options.select
    ? options.select.map((name) => fieldOf(reading, set, name))
    : [...set.fields.values()].filter(({ name }) => !hidden.has(`${set.name}.${name}`));
  const values = fields.map((field) => {
    const value = row[field.name] ?? '';
    const strange = reading.faults.strangeStatus && field.type === 'SalesOrderProcessingStatus';
    return [field.name, strange ? 'PartiallyAllocated' : shownValue(field, value, reading.compatible)] as const;
  });
  const expanded = expandsOf(set, options).map(([name, found]) => {
    const rows = reading.store.rows(found.set, { dataAreaId: row.dataAreaId ?? '', [found.by]: row[found.by] ?? '' });
    const plain = { ...options, select: null, expand: null };
    return [name, rows.map((each) => shown(reading, setNamed(found.set), each, plain))] as const;
  });
  return { '@odata.etag': etagOf(row), ...Object.fromEntries([...values, ...expanded]) };
}
