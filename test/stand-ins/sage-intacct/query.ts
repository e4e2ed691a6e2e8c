import type { Call } from './call.ts';
import type { Rec, Store } from './database.ts';
import { hasDefinition } from './definitions.ts';
import { gap, invalid, type Refusal, throughArray } from './errors.ts';
import { conditionOf, expressionOf, meets, order, typed } from './filters.ts';
import { type ObjectType, objectType } from './metadata.ts';
import { hrefOf, idOf, type Path, resolve, valueAt } from './read.ts';
import { mayUse, sees } from './rights.ts';

type Asked = Record<string, unknown>;
type Parameters = { caseSensitiveComparison: boolean; includePrivate: boolean };
const known = new Set([
  'object',
  'fields',
  'filters',
  'filterExpression',
  'filterParameters',
  'orderBy',
  'start',
  'size',
]);
const knownParameters = new Set(['asOfDate', 'includeHierarchyFields', 'caseSensitiveComparison', 'includePrivate']);
/** Fields that a query may show and not filter by, seen by integrators. */
const unfilterable = new Set(['order-entry/document-line documentHeader.documentType']);

function pathOf({ faults }: Call, type: ObjectType, text: unknown, where: string): Path {
  if (typeof text !== 'string') throw invalid(`${where} must be names of fields`, where);
  if (/^(count|avg|sum|min|max):/.test(text)) throw gap('aggregate functions in queries');
  if (faults.withoutFields.includes(`${type.name}.${text}`)) throw unknownField(type, text);
  const found = resolve(type, text);
  if (found === 'list') throw throughArray(text);
  if (found === null) throw unknownField(type, text);
  return found;
}
const unknownField = (type: ObjectType, path: string): Refusal =>
  invalid(`The field ${path} is not a valid field of ${type.name}`, path);

function parametersOf(given: unknown): Parameters {
  const asked = (given ?? {}) as Asked;
  for (const name of Object.keys(asked))
    if (!knownParameters.has(name))
      throw invalid(`${name} is not a valid filter parameter`, `filterParameters.${name}`);
  return {
    caseSensitiveComparison: asked.caseSensitiveComparison !== false,
    includePrivate: asked.includePrivate === true,
  };
}
/** A whole number from 1 to a limit. */
function within(value: unknown, name: string, usual: number, most: number): number {
  if (value === undefined) return usual;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most)
    throw invalid(`${name} must be a whole number from 1 to ${most}`, name);
  return value;
}
/** Links are derived: they are shown, and neither found nor sorted by. */
const isLink = ({ field, rest }: Path): boolean => (rest ?? field.path.split('.').at(-1)) === 'href';
type Placed = ReturnType<typeof conditionOf> & { at: Path };
/** Conditions that the database can answer, so that a look-up by reference does not read every document. */
function narrowed(store: Store, { name }: ObjectType, conditions: readonly Placed[], exact: boolean): Rec[] {
  for (const { operator, value, at } of conditions) {
    if (at.through.length > 0 || (operator !== '$eq' && operator !== '$in')) continue;
    const list = Array.isArray(value) ? value : [value];
    if (list.includes(null)) continue;
    const wanted = list.map(String);
    const marks = wanted.map(() => '?').join(', ');
    const { field, rest } = at;
    if (rest === null && field.path === 'key')
      return store.select(
        `select * from records where object = ? and key in (${marks}) order by key`,
        name,
        ...wanted.map(Number),
      );
    const own = exact && rest === null && ['referenceNumber', 'customerPONumber', 'documentId'].includes(field.path);
    const reference = rest === 'key' && ['customer', 'item', 'sourceDocument', 'salesDocument'].includes(field.path);
    if (field.path === 'documentHeader' && rest === 'key')
      return store.select(
        `select * from records where object = ? and parent in (${marks}) order by key`,
        name,
        ...wanted.map(Number),
      );
    if (own || reference)
      return store.select(
        `select * from records where object = ? and json_extract(body, '$.${field.path}') in (${marks}) order by key`,
        name,
        ...wanted,
      );
  }
  return store.ofObject(name);
}

/** The query service: fields, filters, order and pages over one object. */
export function runQuery(call: Call, body: unknown): unknown {
  const { store, faults } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('A query must be an object');
  const asked = body as Asked;
  for (const name of Object.keys(asked))
    if (!known.has(name)) throw invalid(`${name} is not a valid property of a query`, name);
  const [name = '', ofType] = String(asked.object ?? '').split('::');
  const type = objectType(name);
  if (!type || (ofType !== undefined && !hasDefinition(name, ofType)))
    throw invalid(`The object ${String(asked.object)} is not valid`, 'object');
  mayUse(call, type.name);
  if (!Array.isArray(asked.fields) || asked.fields.length === 0) throw invalid('fields is required', 'fields');
  const fields = asked.fields.map((text) => [text as string, pathOf(call, type, text, 'fields')] as const);
  const filters = asked.filters ?? [];
  if (!Array.isArray(filters)) throw invalid('filters must be an array', 'filters');
  const conditions = filters.map((filter) => {
    const condition = conditionOf(filter);
    const at = pathOf(call, type, condition.path, 'filters');
    if (at.field.unfilterable || isLink(at) || unfilterable.has(`${type.name} ${condition.path}`))
      throw invalid(`The field ${condition.path} cannot be used in filters`, condition.path);
    return { ...typed(at, condition), at };
  });
  const expression = asked.filterExpression ?? 'and';
  const test = expressionOf(String(expression), conditions.length);
  const { caseSensitiveComparison, includePrivate } = parametersOf(asked.filterParameters);
  const sorts = ((asked.orderBy ?? []) as unknown[]).map((each) => {
    const [path, direction] = Object.entries((each ?? {}) as Asked)[0] ?? [];
    if (direction !== 'asc' && direction !== 'desc') throw invalid('orderBy takes asc or desc', 'orderBy');
    const at = pathOf(call, type, path, 'orderBy');
    if (isLink(at)) throw invalid(`The field ${String(path)} cannot be used in orderBy`, 'orderBy');
    return { at, sign: direction === 'asc' ? 1 : -1 };
  });
  const start = within(asked.start, 'start', 1, Number.MAX_SAFE_INTEGER);
  const size = Math.min(within(asked.size, 'size', 100, 4000), faults.pageSize);
  const candidates =
    expression === 'and' ? narrowed(store, type, conditions, caseSensitiveComparison) : store.ofObject(type.name);
  const found = candidates.filter(
    (rec) =>
      sees(call, rec, includePrivate) &&
      (ofType === undefined || rec.body.documentType === ofType) &&
      test((nth) => {
        const condition = conditions[nth - 1];
        return (
          condition !== undefined &&
          meets(condition.at, valueAt(store, rec, condition.at), condition, caseSensitiveComparison)
        );
      }),
  );
  if (sorts.length > 0) found.sort((one, other) => compared(store, sorts, one, other));
  const page = found.slice(start - 1, start - 1 + size);
  return {
    'ia::result': page.map((rec) => Object.fromEntries(fields.map(([text, at]) => [text, valueAt(store, rec, at)]))),
    'ia::meta': pages(found.length, start, size),
  };
}
function compared(store: Store, sorts: readonly { at: Path; sign: number }[], one: Rec, other: Rec): number {
  for (const { at, sign } of sorts) {
    const [left, right] = [valueAt(store, one, at), valueAt(store, other, at)];
    const by =
      left === null || right === null
        ? Number(right === null) - Number(left === null)
        : order(at.field, at.rest, left, right);
    if (by !== 0) return by * sign;
  }
  return 0;
}
const pages = (totalCount: number, start: number, pageSize: number) => ({
  totalCount,
  start,
  pageSize,
  next: start + pageSize <= totalCount ? start + pageSize : null,
  previous: start > 1 ? Math.max(1, start - pageSize) : null,
});
/** The list of an object's records: key, id and link, and nothing else. */
export function listed(call: Call, name: string, documentType: string | null): unknown {
  const start = Number(call.query.get('start') ?? 1);
  const size = Math.min(Number(call.query.get('size') ?? 100), call.faults.pageSize);
  const all = call.store
    .ofObject(name)
    .filter((rec) => sees(call, rec, false) && (documentType === null || rec.body.documentType === documentType));
  return {
    'ia::result': all
      .slice(start - 1, start - 1 + size)
      .map((rec) => ({ key: String(rec.key), id: idOf(rec), href: hrefOf(rec) })),
    'ia::meta': pages(all.length, start, size),
  };
}
