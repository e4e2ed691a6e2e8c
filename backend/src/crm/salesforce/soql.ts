import { type Fields, ownField } from './describe.ts';

export type Related = { readonly through: string; readonly of: Fields | null; readonly fields: readonly string[] };

/** `SELECT` of those of the wanted fields that are there, each under the name it was asked by in `own`. Ids were checked by their form. */
export function select(
  from: string,
  fields: Fields,
  wanted: { own: readonly string[]; related?: readonly Related[] },
  where: string,
  tail = '',
): string {
  const own = wanted.own.flatMap((name) => ownField(fields, name) ?? []);
  const related = (wanted.related ?? []).flatMap(({ through, of, fields: names }) =>
    of ? names.flatMap((name) => ownField(of, name) ?? []).map((name) => `${through}.${name}`) : [],
  );
  return `SELECT ${[...new Set(['Id', ...own, ...related])].join(', ')} FROM ${from} WHERE ${where}${tail ? ` ${tail}` : ''}`;
}
