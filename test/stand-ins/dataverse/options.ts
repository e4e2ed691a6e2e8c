import { badQuery } from './errors.ts';

type Expand = { name: string; options: Options };
export type Options = {
  select: readonly string[] | null;
  filter: string | null;
  orderby: string | null;
  expand: readonly Expand[];
  top: number | null;
  count: boolean;
  /** Where a page begins, of a next link; and the version after which changes are asked for. */
  skiptoken: string | null;
  deltatoken: string | null;
};
const KNOWN = ['$select', '$filter', '$orderby', '$expand', '$top', '$count', '$skiptoken', '$deltatoken'];

/** Splits at the sign where it stands outside of brackets and quotes. */
function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, from] = [0, false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}
function expandsIn(text: string): Expand[] {
  return split(text, ',').map((part) => {
    const [, name, inner] = /^(\w+)(?:\(([\s\S]*)\))?$/.exec(part) ?? [];
    if (name === undefined) throw badQuery(`Term '${part}' is not valid in a $select or $expand expression.`);
    const pairs = split(inner ?? '', ';').filter((pair) => pair !== '');
    return { name, options: fromPairs(pairs.map((pair) => pair.split(/=(.*)/s) as [string, string])) };
  });
}
/** Options as pairs of name and value. `$skip`, `$search`, `$format`, `$apply` and further ones of OData are not served. */
export function fromPairs(pairs: Iterable<[string, string]>): Options {
  const given = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (name === '$skip') throw badQuery('Skip Clause is not supported in CRM');
    if (name.startsWith('$') && !KNOWN.includes(name))
      throw badQuery(`The query parameter '${name}' is not supported.`);
    given.set(name, value);
  }
  const top = given.get('$top');
  if (top !== undefined && !/^\d+$/.test(top))
    throw badQuery(
      `Invalid value '${top}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  return {
    select:
      given
        .get('$select')
        ?.split(',')
        .map((each) => each.trim()) ?? null,
    filter: given.get('$filter') ?? null,
    orderby: given.get('$orderby') ?? null,
    expand: given.has('$expand') ? expandsIn(given.get('$expand') ?? '') : [],
    top: top === undefined ? null : Number(top),
    count: given.get('$count') === 'true',
    skiptoken: given.get('$skiptoken') ?? null,
    deltatoken: given.get('$deltatoken') ?? null,
  };
}

/** What the caller prefers: size of a page, annotations, tracked changes, the row after a write. */
export function preferencesOf(header: string | undefined) {
  const text = header ?? '';
  const size = /odata\.maxpagesize\s*=\s*"?(\d+)/.exec(text)?.[1];
  const wanted =
    /odata\.include-annotations\s*=\s*"([^"]*)"/
      .exec(text)?.[1]
      ?.split(',')
      .map((each) => each.trim()) ?? [];
  return {
    pageSize: size === undefined ? null : Number(size),
    annotated: (name: string) =>
      wanted.some(
        (each) => each === '*' || each === name || (each.endsWith('*') && name.startsWith(each.slice(0, -1))),
      ),
    annotations: wanted.length > 0 ? wanted.join(',') : null,
    trackChanges: /odata\.track-changes/.test(text),
    representation: /return\s*=\s*representation/.test(text),
    continueOnError: /odata\.continue-on-error/.test(text),
  };
}
export type Preferences = ReturnType<typeof preferencesOf>;
