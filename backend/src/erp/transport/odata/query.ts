/** OData's own spelling of values, and the query of a request. */

/** A text: what stands between quotes, where a quote is doubled. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** One field that has one of several values. The caller keeps the list short: a URL has an end. */
export const oneOf = (field: string, literals: readonly string[]): string =>
  literals.map((literal) => `${field} eq ${literal}`).join(' or ');
export const all = (...conditions: readonly (string | null)[]): string =>
  conditions
    .filter((each) => each !== null)
    .map((each) => (/ or /.test(each) ? `(${each})` : each))
    .join(' and ');

export type Query = {
  filter?: string;
  select?: readonly string[];
  expand?: string;
  orderby?: string;
  top?: number;
  /** Options that are the service's own, as they are. */
  more?: Readonly<Record<string, string>>;
};
/** `?$filter=…`, or nothing. */
export function queryOf({ filter, select, expand, orderby, top, more }: Query): string {
  const options = {
    $filter: filter,
    $select: select?.join(','),
    $expand: expand,
    $orderby: orderby,
    $top: top?.toString(),
    ...more,
  };
  const parts = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
