import { add, type Decimal, decimal, divide, equalIn, isZero, multiply, placesOf, subtract } from '@backroom/shared';
import type { CrmAddress, CrmAdjustment, CrmCompany, CrmGap } from '../contract/index.ts';
import type { Row } from './client.ts';
import { currency, day, idOf, number, numberGaps, text, valueText } from './rows.ts';
import { quoteStates } from './unproved.ts';

const zero = decimal('0');
const hundred = decimal('100');
/** Of a quote, and of an opportunity that has lines of its own. */
export const moneyColumns = [
  ...['discountpercentage', 'discountamount', 'freightamount', 'totallineitemamount', 'totaldiscountamount'],
  ...['totalamountlessfreight', 'totaltax', 'totalamount'],
];
const place = (prefix: string) =>
  ['name', 'line1', 'line2', 'postalcode', 'city', 'country'].map((part) => `${prefix}_${part}`);
export const quoteColumns = [
  ...['quotenumber', 'revisionnumber', 'statecode', 'statuscode', 'expireson', 'effectiveto', 'requestdeliveryby'],
  ...[
    'createdon',
    'versionnumber',
    ...moneyColumns,
    '_transactioncurrencyid_value',
    ...place('billto'),
    ...place('shipto'),
  ],
];
const stateOf = (row: Row): number => Number(valueText(row, 'statecode') ?? Number.NaN);
const numberOf = (row: Row, name: string): number => Number(valueText(row, name) ?? 0);
/** Later made first; of two made at once the later revision, and then what was stored last. */
function later(left: Row, right: Row): number {
  const made = (row: Row) => Date.parse(text(row, 'createdon') ?? '') || 0;
  return (
    made(right) - made(left) ||
    numberOf(right, 'revisionnumber') - numberOf(left, 'revisionnumber') ||
    numberOf(right, 'versionnumber') - numberOf(left, 'versionnumber')
  );
}
export const quoteId = (row: Row): string => idOf(row, 'quoteid');
/** A revision is a row of its own under the same number. */
export function quoteNumber(row: Row): string | null {
  const revision = numberOf(row, 'revisionnumber');
  const plain = text(row, 'quotenumber');
  return plain === null || revision === 0 ? plain : `${plain} (${revision})`;
}
/** Won quotes count before active ones, the newest of a kind first. Drafts, revised, lost and cancelled ones promise nothing. */
export function quoteThatCounts(rows: readonly Row[], chosen: string | null): { quote: Row | null; others: Row[] } {
  const newest = [...rows].sort(later);
  const won = newest.filter((row) => stateOf(row) === quoteStates.won);
  const picked = won.find((row) => quoteId(row) === chosen?.toLowerCase());
  if (picked) return { quote: picked, others: [] };
  const active = newest.find((row) => stateOf(row) === quoteStates.active);
  return { quote: won[0] ?? active ?? null, others: won.slice(1) };
}
export const isWon = (row: Row): boolean => stateOf(row) === quoteStates.won;
/** The day to which a quote holds: its due date, else the end of its validity. */
export const expiry = (row: Row): string | null => day(row, 'expireson') ?? day(row, 'effectiveto');

/** What stands beside the lines: discounts of the whole, freight, and the taxes of the lines. */
export function adjustmentsOf(row: Row): CrmAdjustment[] {
  const of = (kind: CrmAdjustment['kind'], name: string, column: string, percent = false): CrmAdjustment[] => {
    const value = number(row, column);
    if (value === null || isZero(value)) return [];
    return [{ kind, name, percent: percent ? value : null, amount: percent ? null : value }];
  };
  return [
    ...of('discount', 'discountpercentage', 'discountpercentage', true),
    ...of('discount', 'discountamount', 'discountamount'),
    ...of('shipping', 'freightamount', 'freightamount'),
    ...of('tax', 'totaltax', 'totaltax'),
  ];
}
/** The record's own sums, reckoned again: where one differs, something stands on it that is hidden or not known. */
export function sumGaps(row: Row): CrmGap[] {
  const places = placesOf(currency(row));
  const same = (left: Decimal, right: Decimal) => equalIn(left, right, places);
  const gaps = numberGaps(row, moneyColumns, null);
  const at = (name: string) => number(row, name);
  const [lines, off, less] = [at('totallineitemamount'), at('totaldiscountamount'), at('totalamountlessfreight')];
  const percent = at('discountpercentage') ?? zero;
  if (lines !== null && off !== null) {
    const reckoned = add(divide(multiply(lines, percent), hundred), at('discountamount') ?? zero);
    if (!same(reckoned, off)) gaps.push({ kind: 'adjustment', what: `totaldiscountamount: ${off}`, lineId: null });
    if (less !== null && !same(subtract(lines, off), less))
      gaps.push({ kind: 'adjustment', what: `totalamountlessfreight: ${less}`, lineId: null });
  }
  const whole = at('totalamount');
  if (less !== null && whole !== null) {
    const reckoned = add(less, at('freightamount') ?? zero, at('totaltax') ?? zero);
    if (!same(reckoned, whole)) gaps.push({ kind: 'adjustment', what: `totalamount: ${whole}`, lineId: null });
  }
  return gaps;
}

const address = (row: Row, prefix: string): CrmAddress => ({
  name: text(row, `${prefix}_name`),
  street:
    [text(row, `${prefix}_line1`), text(row, `${prefix}_line2`)].filter((each) => each !== null).join('\n') || null,
  postalCode: text(row, `${prefix}_postalcode`),
  city: text(row, `${prefix}_city`),
  country: text(row, `${prefix}_country`),
});
const parts = ['street', 'postalCode', 'city', 'country'] as const;
const plain = (value: string | null) => (value ?? '').toLowerCase().replace(/\s+/g, ' ');
/** A quote copies the account's addresses when it is made: only what was then changed on it is about this deal. */
export function placeOf(quote: Row | null, company: CrmCompany | null, prefix: 'billto' | 'shipto'): CrmAddress | null {
  if (!quote) return null;
  const to = address(quote, prefix);
  if (parts.every((part) => to[part] === null)) return null;
  const known = company ? [company, ...(company.shipTo ? [company.shipTo] : [])] : [];
  return known.some((each) => parts.every((part) => plain(each[part]) === plain(to[part]))) ? null : to;
}
