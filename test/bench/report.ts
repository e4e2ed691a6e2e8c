import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');

/** One line of a table: a figure beside the goal it is measured against. */
export type Row = { what: string; figure: string; goal: string; met: boolean };
export const row = (what: string, figure: string, goal: string, met: boolean): Row => {
  console.log(`${met ? 'met    ' : 'NOT MET'} ${what}: ${figure} (${goal})`);
  return { what, figure, goal, met };
};
const table = (rows: readonly Row[]): string =>
  [
    '| what | figure | goal | |',
    '|---|---|---|---|',
    ...rows.map(({ what, figure, goal, met }) => `| ${what} | ${figure} | ${goal} | ${met ? 'met' : 'not met'} |`),
  ].join('\n');

/**
 * Puts the rows into their section of docs/benchmarks.md, between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`, and leaves the rest as it
 * is: each kind of run owns one section. The section's heading and words stand in the page.
 */
export function writeSection(name: string, rows: readonly Row[]): void {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no section ${begin} … ${end}`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${table(rows)}\n\n${text.slice(to)}`);
}
export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
/** The value that so many percent of all stay below. */
export const percentile = (values: readonly number[], percent: number): number =>
  [...values].sort((left, right) => left - right)[
    Math.min(values.length - 1, Math.floor((values.length * percent) / 100))
  ] ?? Number.NaN;
