import { badQuery } from './errors.ts';
import { compared, fieldAt, filterOf, type Values, valuesAt } from './filter.ts';
import type { Fields } from './metadata.ts';

const MOST_ROWS = 999;
const MOST_SKIPPED = 9999;
const ofLists = ['$top', '$skip', '$search', '$orderby', '$filter', '$select', '$exclude', '$count'];
/** The documents name none for a single record; SAP's own page uses these two. */
const ofOne = ['$select', '$exclude'];
type Shape = { fields: Fields; extensions: Fields };

function optionsOf(search: URLSearchParams, known: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const [name, value] of search) {
    if (!known.includes(name)) throw badQuery(`The query option '${name}' is not supported.`, name);
    if (options.has(name)) throw badQuery(`The query option '${name}' was given twice.`, name);
    options.set(name, value);
  }
  return options;
}
const listOf = (text: string) => text.split(',').map((each) => each.trim());
function chosen(options: ReadonlyMap<string, string>, { fields }: Shape): (row: Values) => Values {
  const [select, exclude] = ['$select', '$exclude'].map((name) => {
    const names = options.has(name) ? listOf(options.get(name) ?? '') : null;
    for (const each of names ?? [])
      if (!fields.has(each)) throw badQuery(`The attribute '${each}' does not exist.`, name);
    return names;
  });
  return (row) =>
    Object.fromEntries(
      Object.entries(row).filter(([name]) => (select?.includes(name) ?? true) && !exclude?.includes(name)),
    );
}
function orderOf(text: string, { fields, extensions }: Shape): (left: Values, right: Values) => number {
  const keys = listOf(text).map((each) => {
    const [path = '', way = 'asc', ...more] = each.split(/\s+/);
    if (more.length > 0 || !['asc', 'desc'].includes(way)) throw badQuery(`'${each}' is no order.`, '$orderby');
    return {
      field: fieldAt(path, fields, extensions, '$orderby'),
      parts: path.split('/'),
      sign: way === 'asc' ? 1 : -1,
    };
  });
  return (left, right) => {
    for (const { field, parts, sign } of keys) {
      const [one, other] = [left, right].map((row) => valuesAt(row, parts)[0] ?? null);
      // What is empty comes first.
      const order =
        one === null || other === null ? Number(one !== null) - Number(other !== null) : compared(field, one, other);
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

export const oneOf = (search: URLSearchParams, shape: Shape) => chosen(optionsOf(search, ofOne), shape);
/** A page of rows, and how many there are in all where that is asked for. */
export function pageOf(search: URLSearchParams, shape: Shape, rows: readonly Values[], usual: number) {
  const options = optionsOf(search, ofLists);
  const number = (name: string, otherwise: number, most: number): number => {
    const text = options.get(name);
    if (text === undefined) return otherwise;
    if (!/^\d+$/.test(text) || Number(text) > most)
      throw badQuery(`The value '${text}' of ${name} is not between 0 and ${most}.`, name);
    return Number(text);
  };
  const [top, skip] = [number('$top', usual, MOST_ROWS), number('$skip', 0, MOST_SKIPPED)];
  const count = options.get('$count') ?? 'false';
  if (!['true', 'false'].includes(count)) throw badQuery(`The value '${count}' is no boolean.`, '$count');
  const show = chosen(options, shape);
  const filter = options.get('$filter');
  const words = options.get('$search')?.toLowerCase();
  let found = filter === undefined ? [...rows] : rows.filter(filterOf(filter, shape.fields, shape.extensions));
  if (words !== undefined)
    found = found.filter((row) => Object.values(row).some((each) => String(each).toLowerCase().includes(words)));
  const order = options.get('$orderby');
  if (order !== undefined) found.sort(orderOf(order, shape));
  return {
    value: found.slice(skip, skip + top).map(show),
    ...(count === 'true' ? { count: found.length } : {}),
  };
}
