/** A condition on one field: `{ $eq: { id: 'C1' } }`. */
type Filter = Readonly<Record<`$${string}`, Readonly<Record<string, unknown>>>>;
export type Condition = Filter | { all: readonly Condition[] } | { any: readonly Condition[] };
export type Query = {
  object: string;
  fields: readonly string[];
  where?: Condition | undefined;
  orderBy?: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
};

export const equal = (field: string, value: unknown): Condition => ({ $eq: { [field]: value } });
export const among = (field: string, values: readonly string[]): Condition => ({ $in: { [field]: values } });
export const containing = (field: string, value: string): Condition => ({ $contains: { [field]: value } });
export const endingIn = (field: string, value: string): Condition => ({ $endsWith: { [field]: value } });
export const from = (field: string, value: unknown): Condition => ({ $gte: { [field]: value } });
export const above = (field: string, value: unknown): Condition => ({ $gt: { [field]: value } });
export const unlike = (field: string, value: unknown): Condition => ({ $ne: { [field]: value } });
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });

/** The query service numbers its filters and joins them in a text of their numbers. */
export function filtersOf(condition: Condition): { filters: Filter[]; filterExpression: string } {
  const filters: Filter[] = [];
  const written = (each: Condition, isOuter: boolean): string => {
    if ('all' in each) return joined(each.all as readonly Condition[], 'and', isOuter);
    if ('any' in each) return joined(each.any as readonly Condition[], 'or', isOuter);
    filters.push(each);
    return String(filters.length);
  };
  const joined = (conditions: readonly Condition[], word: string, isOuter: boolean): string => {
    const texts = conditions.map((each) => written(each, isOuter && conditions.length === 1));
    const text = texts.join(` ${word} `);
    return texts.length === 1 || isOuter ? text : `(${text})`;
  };
  const filterExpression = written(condition, true);
  return { filters, filterExpression };
}
