import { OdooError } from './errors.ts';

type Test = (path: string, operator: string, value: unknown) => boolean;

/** A domain of Odoo's: conditions with `&`, `|` and `!` in front of what they join; those that nothing joins must all hold. */
export function holds(domain: readonly unknown[], test: Test): boolean {
  let at = 0;
  function one(): boolean {
    const term = domain[at];
    at += 1;
    if (term === '!') return !one();
    if (term === '&' || term === '|') {
      // Both are read, whatever the first one says.
      const [left, right] = [one(), one()];
      return term === '&' ? left && right : left || right;
    }
    if (!Array.isArray(term) || term.length !== 3) throw new OdooError('builtins.ValueError', 'Invalid domain');
    const [path, operator, value] = term as [string, string, unknown];
    return test(path, operator, value);
  }
  let all = true;
  while (at < domain.length) all = one() && all;
  return all;
}

const compared: Readonly<Record<string, (left: number | string, right: number | string) => boolean>> = {
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
};
const isOrdered = (value: unknown): value is number | string => typeof value === 'number' || typeof value === 'string';
/** Whether a stored value is what a condition wants. What is empty is `false`, and never more or less than anything. */
export function isMet(stored: unknown, operator: string, wanted: unknown): boolean {
  if (operator === '=') return stored === (wanted ?? false);
  if (operator === '!=') return stored !== (wanted ?? false);
  if (operator === 'in' && Array.isArray(wanted)) return wanted.includes(stored);
  const compare = compared[operator];
  if (!compare) throw new OdooError('builtins.ValueError', `Invalid operator: ${operator}`);
  return isOrdered(stored) && isOrdered(wanted) && typeof stored === typeof wanted && compare(stored, wanted);
}
