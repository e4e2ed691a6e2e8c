import { textOf } from '../numbers.ts';
import type { Row } from './company.ts';
import { invalid } from './errors.ts';

const MOST = 500;
const USUAL = 100;
type Query = ReadonlyMap<string, string>;
type Mark = { field: string; value: string; down: boolean; id: string };
const encode = (mark: Mark) => Buffer.from(JSON.stringify(mark)).toString('base64url');
function decode(text: string): Mark {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Mark;
  } catch {
    throw invalid("Parameter 'cursor' is invalid");
  }
}
const numeric = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
const compare = (left: string, right: string) =>
  numeric(left) && numeric(right) ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0;

/** A page behind the cursor. The cursor names the last row that was given, so that what is added meanwhile moves nothing. */
export function pageOf<Each extends Row>(rows: readonly Each[], query: Query): { data: Each[]; next: string | null } {
  const limit = Number(query.get('limit') ?? USUAL);
  if (limit < 1 || limit > MOST) throw invalid(`Parameter 'limit' must be between 1 and ${MOST}`);
  const asked = query.get('cursor');
  const mark = asked === undefined ? null : decode(asked);
  const field = mark?.field ?? query.get('sort_by') ?? 'id';
  const down = mark?.down ?? query.get('sort_direction') === 'desc';
  const keyOf = (row: Each) => textOf(row[field] ?? '');
  const order = (left: [string, string], right: [string, string]) =>
    (compare(left[0], right[0]) || compare(left[1], right[1])) * (down ? -1 : 1);
  const sorted = rows
    .map((row) => ({ row, at: [keyOf(row), String(row.id)] as [string, string] }))
    .sort((left, right) => order(left.at, right.at));
  const rest = mark ? sorted.filter(({ at }) => order(at, [mark.value, mark.id]) > 0) : sorted;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next = last && rest.length > limit ? encode({ field, value: last.at[0], down, id: last.at[1] }) : null;
  return { data: page.map(({ row }) => row), next };
}
