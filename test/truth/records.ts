import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Started = { close: () => Promise<unknown> };
type SqlRow = Readonly<Record<string, unknown>>;
/** The file that a double writes its records to: `records`, with `object`, `key` and `body`, which is JSON. */
export type Records = {
  all: (sql: string, ...values: SQLInputValue[]) => SqlRow[];
  /** The first row; one without fields where there is none. */
  one: (sql: string, ...values: SQLInputValue[]) => SqlRow;
};

/** Starts a double over a file of its own, which SQL reads beside it. */
export async function withRecords<Erp extends Started>(
  start: (options: { file: string }) => Promise<Erp>,
): Promise<Omit<Erp, 'store'> & { store: Records }> {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-truth-'));
  const file = join(dir, 'erp.sqlite');
  const erp = await start({ file });
  const db = new DatabaseSync(file, { readOnly: true });
  const all: Records['all'] = (sql, ...values) => db.prepare(sql).all(...values);
  return {
    ...erp,
    store: { all, one: (sql, ...values) => all(sql, ...values)[0] ?? {} },
    async close() {
      db.close();
      await erp.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** Hundredths, as SQL counts them, as an amount. */
export const amountOf = (cents: unknown): string => (Number(cents ?? 0) / 100).toFixed(2);
/** Cents of a quantity (three places) at a price (five places), rounded half away from zero: whole numbers, for those of a float would be off. */
export const centsOf = (quantity: string, price: string): string =>
  `((cast(round((${quantity}) * 1000) as integer) * cast(round((${price}) * 100000) as integer) + 500000) / 1000000)`;
/** Cents of so many percent of cents above zero. */
export const percentOf = (cents: string, percent: string): string =>
  `((${cents}) * cast(${percent} as integer) + 50) / 100`;
