import { FILTER_MOST } from './facts.ts';

/** A condition of the subset of OData that Sage 200 reads. */
export type Condition = string;
export type Query = {
  resource: string;
  where?: Condition | undefined;
  expand?: readonly string[];
  select?: readonly string[];
  orderBy?: string;
};

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const equal = (field: string, value: string): Condition => `${field} eq ${text(value)}`;
/** Ids, amounts and flags stand without quotation marks. */
export const bare = (field: string, value: string): Condition => `${field} eq ${value}`;
export const above = (field: string, value: string): Condition => `${field} gt ${value}`;
export const from = (field: string, value: string): Condition => `${field} ge ${value}`;
export const unlike = (field: string, value: string): Condition => `${field} ne ${value}`;
export const containing = (field: string, value: string): Condition => `contains(${field}, ${text(value)})`;
export const startingWith = (field: string, value: string): Condition => `startswith(${field}, ${text(value)})`;
export const endingIn = (field: string, value: string): Condition => `endswith(${field}, ${text(value)})`;
export const all = (...conditions: readonly Condition[]): Condition =>
  conditions.length === 1 ? (conditions[0] ?? '') : conditions.map((each) => `(${each})`).join(' and ');
export const any = (...conditions: readonly Condition[]): Condition => conditions.join(' or ');

/** Alternatives in as many conditions as an address has room for. Each stands once. */
export function alternatives(conditions: readonly Condition[]): Condition[] {
  const made: Condition[][] = [];
  let room = 0;
  for (const each of new Set(conditions)) {
    const length = encodeURIComponent(` or ${each}`).length;
    const last = made.at(-1);
    if (last && length <= room) {
      last.push(each);
      room -= length;
    } else {
      made.push([each]);
      room = FILTER_MOST - length;
    }
  }
  return made.map((each) => any(...each));
}
/** Conditions for the rows of which a field is one of these ids. */
export const among = (field: string, ids: readonly string[]): Condition[] =>
  alternatives(ids.map((id) => bare(field, id)));
/** Conditions for the rows of which a field is one of these texts. */
export const amongTexts = (field: string, values: readonly string[]): Condition[] =>
  alternatives(values.map((value) => equal(field, value)));

/** Written with `%20`: a plus sign is not a blank to every server behind it. */
export function addressOf({ resource, where, expand, select, orderBy }: Query, top?: number): string {
  const parameters = [
    where === undefined ? '' : `$filter=${encodeURIComponent(where)}`,
    expand === undefined ? '' : `$expand=${expand.join(',')}`,
    select === undefined ? '' : `$select=${select.join(',')}`,
    orderBy === undefined ? '' : `$orderby=${encodeURIComponent(orderBy)}`,
    top === undefined ? '' : `$top=${top}`,
  ].filter(Boolean);
  return parameters.length === 0 ? resource : `${resource}?${parameters.join('&')}`;
}
