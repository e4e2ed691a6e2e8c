import type { Objects } from './objects.ts';
import type { SRow, Value } from './org.ts';
import { Malformed, parseWhere, type Where } from './where.ts';

/** Salesforce's error envelope: an array, also for one error. */
export class ApiError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[];
  constructor(status: number, errorCode: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }
}
const grammar =
  /^SELECT\s+(?<select>[\w.,\s]+?)\s+FROM\s+(?<from>\w+)(?:\s+WHERE\s+(?<where>.+?))?(?:\s+ORDER\s+BY\s+(?<order>[\w,\s]+?))?(?:\s+LIMIT\s+(?<limit>\d+))?\s*$/i;

function conditionOf(text: string | undefined): Where {
  if (text === undefined) return { paths: [], fits: () => true };
  try {
    return parseWhere(text);
  } catch (error) {
    if (error instanceof Malformed) throw new ApiError(400, 'MALFORMED_QUERY', `unexpected token in: ${text}`);
    throw error;
  }
}

/** The part of SOQL that is used: fields and one step of relationship, conditions, order, limit. Fields are checked as Salesforce checks them. `all`: the recycle bin too. */
export function query(objects: Objects, soql: string, all = false): SRow[] {
  const parsed = grammar.exec(soql)?.groups;
  if (!parsed) throw new ApiError(400, 'MALFORMED_QUERY', `unexpected token in: ${soql}`);
  const from = parsed.from ?? '';
  if (!objects.fields(from))
    throw new ApiError(
      400,
      'INVALID_TYPE',
      `sObject type '${from}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`,
    );
  const check = (path: string): void => {
    const [first = '', second] = path.split('.');
    const sobject = second === undefined ? from : objects.relations[first];
    const fields = sobject ? objects.fields(sobject) : null;
    const name = second ?? first;
    if (!fields?.has(name))
      throw new ApiError(
        400,
        'INVALID_FIELD',
        `\nNo such column '${name}' on entity '${sobject ?? first}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
      );
  };
  const read = (row: SRow, path: string): Value => {
    const [first = '', second] = path.split('.');
    return (second === undefined ? row.fields[first] : row.related[first]?.fields[second]) ?? null;
  };
  const paths = (parsed.select ?? '').split(',').map((path) => path.trim());
  const order = (parsed.order ?? '')
    .split(',')
    .map((each) => each.trim().split(/\s+/))
    .filter(([path]) => path !== '')
    .map(([path = '', direction = 'ASC']) => ({ path, sign: /^DESC$/i.test(direction) ? -1 : 1 }));
  const where = conditionOf(parsed.where);
  for (const path of [...paths, ...order.map(({ path }) => path), ...where.paths]) check(path);
  const key = (row: SRow) =>
    order.map(({ path }) => {
      const value = read(row, path);
      return value !== null && typeof value === 'object' ? Number(value.double) : String(value);
    });
  const rows = objects
    .rows(from)
    .filter((row) => (all || row.fields.IsDeleted !== true) && where.fits(row, read))
    .sort((left, right) => {
      const [a, b] = [key(left), key(right)];
      const at = a.findIndex((each, index) => each !== b[index]);
      return at < 0 ? 0 : ((a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1) * (order[at]?.sign ?? 1);
    });
  return rows.slice(0, Number(parsed.limit ?? rows.length)).map((row) => project(row, paths, from));
}

function project(row: SRow, paths: readonly string[], from: string): SRow {
  const own = paths.filter((path) => !path.includes('.'));
  const related = [...new Set(paths.filter((path) => path.includes('.')).map((path) => path.split('.')[0] ?? ''))];
  return {
    fields: { '#type': from, ...Object.fromEntries(own.map((name) => [name, row.fields[name] ?? null])) },
    related: Object.fromEntries(
      related.map((name) => {
        const target = row.related[name];
        const fields = paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
        return [name, target ? project(target, fields, name) : null];
      }),
    ),
  };
}
