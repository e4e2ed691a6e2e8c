import { add, compare, type Decimal, decimal, divide, multiply, parseDecimal, round, subtract } from '@backroom/shared';
import type { Row, Store, Value } from './database.ts';
import type { Metadata, Table } from './metadata.ts';

const zero = decimal('0');
const amount = (value: Value | undefined): Decimal => parseDecimal(String(value ?? '0')) ?? zero;
const isNumber = (value: Value | undefined) =>
  value !== null && value !== undefined && parseDecimal(String(value)) !== null;
const LINES: Readonly<Record<string, { lines: string; link: string }>> = {
  opportunity: { lines: 'opportunityproduct', link: '_opportunityid_value' },
  quote: { lines: 'quotedetail', link: '_quoteid_value' },
};
export const parentOf: Readonly<Record<string, { table: string; link: string }>> = {
  opportunityproduct: { table: 'opportunity', link: '_opportunityid_value' },
  quotedetail: { table: 'quote', link: '_quoteid_value' },
};

/** Amounts of a line as the application computes them: the manual discount is of the line, the volume discount of each unit. */
export function lineAmounts(row: Row): Row {
  if (!isNumber(row.priceperunit) || !isNumber(row.quantity)) return { baseamount: null, extendedamount: null };
  const base = round(multiply(amount(row.priceperunit), amount(row.quantity)), 2);
  const off = add(multiply(amount(row.volumediscountamount), amount(row.quantity)), amount(row.manualdiscountamount));
  return { baseamount: base, extendedamount: round(add(subtract(base, off), amount(row.tax)), 2) };
}
/** Every amount in the base currency, where the row has a rate. */
export function baseAmounts(table: Table, row: Row): Row {
  const rate = amount(row.exchangerate);
  if (compare(rate, zero) <= 0) return {};
  const bases = [...table.columns.keys()].filter((name) => name.endsWith('_base'));
  return Object.fromEntries(
    bases.map((name) => {
      const value = row[name.slice(0, -5)];
      return [name, isNumber(value) ? round(divide(amount(value), rate), 4) : null];
    }),
  );
}
/** Totals of an opportunity or a quote from its lines. Only what differs is written, so that a line alone need not move its parent. */
export function recalculate(store: Store, metadata: Metadata, name: string, id: string): void {
  const { lines, link } = LINES[name] ?? {};
  const table = metadata.named(name);
  const row = store.get(table, id);
  if (!row || !lines || !link) return;
  const rows = store.all(
    `select tax, extendedamount, manualdiscountamount from "${lines}" where "${link}" = ? and parentbundleid is null`,
    id,
  );
  const sum = (of: (each: Row) => Decimal) => rows.reduce((total, each) => add(total, of(each)), zero);
  const detail = sum((each) =>
    each.extendedamount === null ? zero : subtract(amount(each.extendedamount), amount(each.tax)),
  );
  const tax = sum((each) => amount(each.tax));
  const off = add(
    round(multiply(detail, multiply(amount(row.discountpercentage), decimal('0.01'))), 2),
    amount(row.discountamount),
  );
  const less = subtract(detail, off);
  const totals: Row = {
    totallineitemamount: detail,
    totallineitemdiscountamount: sum((each) => amount(each.manualdiscountamount)),
    totaltax: tax,
    totaldiscountamount: off,
    totalamountlessfreight: less,
    totalamount: add(less, amount(row.freightamount), tax),
  };
  if (name === 'opportunity' && row.isrevenuesystemcalculated === 1) totals.estimatedvalue = totals.totalamount ?? null;
  const bases = baseAmounts(table, { ...row, ...totals });
  const changed = Object.entries({ ...totals, ...bases }).filter(([key, value]) => !same(row[key], value));
  if (changed.length > 0) store.update(table, id, Object.fromEntries(changed));
}
const same = (left: Value | undefined, right: Value): boolean =>
  left === right || (isNumber(left) && isNumber(right) && compare(amount(left), amount(right)) === 0);
