import { diagnoses, NO_RECORD, RestRefusal } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Table, tableOf, tables } from './metadata.ts';
import { isDenied, type User } from './sign-in.ts';
import type { Row, Scalar, Store, Value } from './store.ts';
import { conditionOf } from './where.ts';

type RestCall = { store: Store; faults: Faults; user: User; address: URL; origin: string; folder: string };
const OPTIONS = ['representation', 'count', 'where', 'orderBy', 'key'];
/** Rows of a page where the request does not say. */
const USUAL = 20;

const titles: Readonly<Record<string, readonly [table: string, column: string]>> = {
  ...{ CUR: ['TABCUR', 'CURSHO'], BPCORD: ['BPCUSTOMER', 'BPCNAM'], BPCNUM: ['BPCUSTOMER', 'BPCNAM'] },
  ...{ BPR: ['BPCUSTOMER', 'BPCNAM'], ITMREF: ['ITMMASTER', 'ITMDES1'], STOFCY: ['FACILITY', 'FCYNAM'] },
};
function titleOf(store: Store, column: string, value: Value): string {
  const [table, shown] = titles[column] ?? [];
  return table && shown ? String(store.get(table, String(value))?.[shown] ?? '') : '';
}
function shownRow({ store, faults }: RestCall, table: Table, row: Row): Record<string, unknown> {
  const shown: Record<string, unknown> = { $uuid: row.$uuid, $etag: row.UPDDATTIM ?? '2026-01-01T00:00:00Z' };
  for (const { name, refers } of table.columns.values()) {
    if (faults.withoutFields.includes(`${table.name}.${name}`)) continue;
    shown[name] = row[name];
    if (refers) shown[`${name}_REF`] = { $title: titleOf(store, name, row[name] ?? null) };
  }
  return shown;
}
const sees = ({ faults }: RestCall, table: Table, row: Row): boolean =>
  !faults.hiddenRows.includes(`${table.name} ${table.key.map((column) => row[column]).join('~')}`);
function details(call: RestCall, table: Table, key: string): unknown {
  const row = call.store.get(table.name, key);
  if (!row || !sees(call, table, row)) return diagnoses(NO_RECORD);
  const lines = Object.fromEntries(
    table.collections.map(({ name, table: of, column }) => [
      name,
      call.store
        .where(of, column, row[column] as Scalar)
        .sort(byKey(tableOf(of), []))
        .map((line) => shownRow(call, tableOf(of), line)),
    ]),
  );
  return { $actxFolder: call.folder, $actxLan: 'ENG', ...shownRow(call, table, row), ...lines };
}
type Sort = { column: string; down: boolean };
function sortOf(table: Table, text: string): Sort[] {
  return text.split(',').map((part) => {
    const [, column = '', direction] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
    if (!table.columns.has(column)) throw new RestRefusal(500, `Property ${column || part} not found in ${table.name}`);
    return { column, down: direction === 'desc' };
  });
}
const order = (a: Value, b: Value): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};
function byKey(table: Table, sort: readonly Sort[]): (a: Row, b: Row) => number {
  const all = [...sort, ...table.key.map((column) => ({ column, down: false }))];
  return (a, b) => {
    for (const { column, down } of all) {
      const way = order(a[column] ?? null, b[column] ?? null);
      if (way !== 0) return down ? -way : way;
    }
    return 0;
  };
}
function typed(table: Table, column: string, text: string): Scalar {
  const { type, size } = table.columns.get(column)?.kind ?? { type: 'A', size: 0 };
  if (type === 'A') return text;
  if (type === 'M' && size === 1) return text === 'true';
  if (type === 'D' || type === 'T') return text === '' ? null : text;
  return Number(text);
}
/** Rows behind, or before, a key in the order of the list: the way in which Syracuse pages. */
function beyond(table: Table, sort: readonly Sort[], key: string): (row: Row) => boolean {
  const [, operator = '', given = ''] = /^(gt|ge|lt|le)\.(.*)$/.exec(key) ?? [];
  if (operator === '') throw new RestRefusal(400, `Incorrect key: ${key}`);
  const columns = [...sort, ...table.key.map((column) => ({ column, down: false }))];
  const parts = given.split('~').map((text, nth) => typed(table, columns[nth]?.column ?? '', text));
  return (row) => {
    for (const [nth, part] of parts.entries()) {
      const { column, down } = columns[nth] ?? { column: '', down: false };
      const way = order(row[column] ?? null, part) * (down ? -1 : 1);
      if (way !== 0) return way > 0 === operator.startsWith('g');
    }
    return operator.endsWith('e');
  };
}
function listed(call: RestCall, table: Table): unknown {
  const { store, faults, address, origin } = call;
  const query = address.searchParams;
  const asked = query.get('count') ?? String(USUAL);
  if (!/^\d+$/.test(asked) || asked === '0') throw new RestRefusal(400, `Incorrect count: ${asked}`);
  const count = Math.min(Number(asked), faults.pageSize);
  const where = query.get('where');
  let condition: ReturnType<typeof conditionOf> | null = null;
  try {
    condition = where === null ? null : conditionOf(table, where);
  } catch (error) {
    throw new RestRefusal(500, error instanceof Error ? error.message : String(error));
  }
  const sort = query.get('orderBy') ? sortOf(table, query.get('orderBy') ?? '') : [];
  const found = condition?.among ? store.among(table.name, condition.among) : store.all(table.name);
  const key = query.get('key');
  const after = key === null ? null : beyond(table, sort, key);
  const rows = found
    .filter((row) => (condition?.test(row) ?? true) && (after?.(row) ?? true) && sees(call, table, row))
    .sort(byKey(table, sort));
  const page = rows.slice(0, count);
  const url = (values: Record<string, string | null>): string => {
    const next = new URL(address.pathname, origin);
    for (const [name, value] of Object.entries({ ...Object.fromEntries(query), ...values }))
      if (value !== null) next.searchParams.set(name, value);
    return next.href;
  };
  const last = page.at(-1);
  const keyOf = (row: Row): string =>
    [...sort.map(({ column }) => column), ...table.key].map((column) => String(row[column] ?? '')).join('~');
  const feed = { $type: 'application/json;vnd.sage=syracuse' };
  return {
    ...{ $url: url({}), $itemsPerPage: count, $resources: page.map((row) => shownRow(call, table, row)) },
    $links: {
      ...(key === null ? {} : { $first: { ...feed, $url: url({ key: null }) } }),
      ...(rows.length > count && last ? { $next: { ...feed, $url: url({ key: `gt.${keyOf(last)}` }) } } : {}),
    },
  };
}
/** `GET /api1/x3/erp/FOLDER/CLASS` and `CLASS('key')`: the body, or a refusal. */
export function readRest(call: RestCall, path: string): unknown {
  const [, name = '', , quoted] = /^([A-Z][A-Z0-9]*)(\('([^']*(?:''[^']*)*)'\))?$/.exec(path) ?? [];
  const table = tables.get(name);
  if (!table) throw new RestRefusal(404, `Class ${path} not found`);
  for (const option of call.address.searchParams.keys())
    if (!OPTIONS.includes(option)) throw new RestRefusal(400, `Unknown parameter ${option}`);
  const [, representation = '', facet = ''] =
    /^([A-Z0-9]+)\.\$(\w+)$/.exec(call.address.searchParams.get('representation') ?? '') ?? [];
  if (representation === '') throw new RestRefusal(400, 'Missing representation');
  if (representation !== name)
    throw new RestRefusal(400, `${representation} is not a representation of the class ${name}`);
  if (isDenied(call.user, call.faults, name)) throw new RestRefusal(403, `Access denied: ${name}`);
  if (quoted === undefined && (facet === 'query' || facet === 'lookup')) return listed(call, table);
  if (quoted !== undefined && (facet === 'details' || facet === 'summary'))
    return details(call, table, quoted.replaceAll("''", "'"));
  throw new RestRefusal(400, `Facet $${facet} is not supported here`);
}
