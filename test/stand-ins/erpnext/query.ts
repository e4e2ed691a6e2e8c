import { doctypes, STANDARD } from './doctypes.ts';
import { Refusal, unknownField } from './errors.ts';
import type { Doc } from './store.ts';

type Condition = readonly [field: string, operator: string, value: unknown];
const json = (text: string | null): unknown => {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(500, 'JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)');
  }
};
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value)).toLowerCase();
/** As MariaDB compares: texts without case, numbers as numbers. */
function holds([, operator, wanted]: Condition, value: unknown): boolean {
  const both =
    typeof value === 'number' && !Number.isNaN(Number(wanted)) ? [value, Number(wanted)] : [text(value), text(wanted)];
  const [left, right] = both as [string, string];
  switch (operator.toLowerCase()) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case 'like': {
      const pattern = text(wanted)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('%', '.*')
        .replaceAll('_', '.');
      return new RegExp(`^${pattern}$`, 's').test(text(value));
    }
    case 'in':
      return (Array.isArray(wanted) ? wanted : String(wanted).split(',')).map(text).includes(text(value));
    case 'not in':
      return !(Array.isArray(wanted) ? wanted : String(wanted).split(',')).map(text).includes(text(value));
    default:
      throw new Refusal(417, 'ValidationError', `Operator must be one of =, !=, >, <, >=, <=, like, in, not in`);
  }
}
/** `/api/resource/DOCTYPE?…`: filters, fields, order and page; without `fields` only the name. */
export function listed(doctype: string, docs: readonly Doc[], query: URLSearchParams): Doc[] {
  const known = (name: string) => {
    if (!STANDARD.includes(name) && (!doctypes.get(doctype)?.has(name) || doctypes.get(doctype)?.get(name)?.child))
      throw unknownField(name);
    return name;
  };
  const filters = (json(query.get('filters')) ?? []) as unknown[];
  const conditions = (
    Array.isArray(filters) ? filters : Object.entries(filters).map(([name, value]) => [name, '=', value])
  ).map((each) => {
    const [field, operator, value] = (each as unknown[]).slice(-3);
    return [known(String(field)), String(operator), value] as const;
  });
  const fields = ((json(query.get('fields')) ?? ['name']) as string[]).flatMap((name) =>
    name === '*' ? [...STANDARD, ...(doctypes.get(doctype)?.keys() ?? [])] : [known(name)],
  );
  const order = (query.get('order_by') ?? 'modified desc').split(',').map((part) => {
    const [name = '', direction = 'asc'] = part.trim().split(/\s+/);
    return [known(name.replaceAll('`', '')), direction.toLowerCase() === 'desc' ? -1 : 1] as const;
  });
  const found = docs.filter((doc) => conditions.every((condition) => holds(condition, doc[condition[0]])));
  found.sort((left, right) => {
    for (const [name, sign] of order) {
      const [a, b] = [left[name] ?? '', right[name] ?? ''];
      if (a !== b) return a < b ? -sign : sign;
    }
    return 0;
  });
  const start = Number(query.get('limit_start') ?? 0);
  const size = Number(query.get('limit_page_length') ?? query.get('limit') ?? 20);
  return found
    .slice(start, size === 0 ? undefined : start + size)
    .map((doc) => Object.fromEntries(fields.map((name) => [name, doc[name] ?? null])));
}
