/** A condition of a list, in the language of Syracuse. */
export type Condition = string & { readonly condition: true };
const as = (text: string): Condition => text as Condition;

/** A quote within a text is written twice. */
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const equal = (field: string, value: string): Condition => as(`${field} eq ${literal(value)}`);
export const is = (field: string, value: number): Condition => as(`${field} eq ${value}`);
export const isNot = (field: string): Condition => as(`${field} eq false`);
/** Whatever the case: `pattern` has its own wildcards. */
const like = (field: string, pattern: string): Condition =>
  as(`upper(${field}) like ${literal(pattern.toUpperCase())}`);
/** A wildcard that somebody typed would find everything. */
const plain = (value: string): string => value.replace(/[%_]/g, '');
export const same = (field: string, value: string): Condition =>
  as(`upper(${field}) eq ${literal(value.toUpperCase())}`);
export const containing = (field: string, value: string): Condition => like(field, `%${plain(value)}%`);
export const endingIn = (field: string, value: string): Condition => like(field, `%${plain(value)}`);
export const since = (field: string, instant: string): Condition => as(`${field} ge @${instant}@`);
const joined = (conditions: readonly Condition[], by: 'or' | 'and'): Condition =>
  as(conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(` ${by} `)})`);
export const any = (...conditions: readonly Condition[]): Condition => joined(conditions, 'or');
export const all = (...conditions: readonly Condition[]): Condition => joined(conditions, 'and');
export const among = (field: string, values: readonly string[]): Condition =>
  values.length === 1 ? equal(field, values[0] ?? '') : as(`${field} in (${values.map(literal).join(', ')})`);
/** Below the top of an order by this field. */
export const above = (field: string, value: string): Condition => as(`${field} gt ${literal(value)}`);
