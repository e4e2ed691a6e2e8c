import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '..', '..', 'docs');

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
 * Puts a text into its section of a page of docs, between `<!-- NAME -->` and `<!-- /NAME -->`, and leaves the rest as it is: each kind of run
 * owns one section. The section's heading and words stand in the page.
 */
export function writeText(file: string, name: string, text: string): void {
  const page = join(docs, file);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readFileSync(page, 'utf8');
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/${file} has no section ${begin} … ${end}`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
export const writeSection = (name: string, rows: readonly Row[]): void =>
  writeText('benchmarks.md', `bench:${name}`, table(rows));
export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
/** The value that so many percent of all stay below. */
export const percentile = (values: readonly number[], percent: number): number =>
  [...values].sort((left, right) => left - right)[
    Math.min(values.length - 1, Math.floor((values.length * percent) / 100))
  ] ?? Number.NaN;
