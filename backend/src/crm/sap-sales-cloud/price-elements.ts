import {
  absolute,
  add,
  type Decimal,
  decimal,
  divide,
  equalIn,
  isNegative,
  isZero,
  multiply,
  negate,
  parseDecimal,
  subtract,
  withinRounding,
} from '@backroom/shared';
import type { CrmAdjustment, CrmGap } from '../contract/index.ts';
import { filled, type Item, numberGap, numberOf, type PriceElement } from './schemas.ts';
import { elementKinds, PERCENT } from './unproved.ts';

const zero = decimal('0');
const hundred = decimal('100');
type Elements = readonly PriceElement[] | null | undefined;
type Kind = (typeof elementKinds)[keyof typeof elementKinds];
const kindOf = ({ categoryCode }: PriceElement): Kind | null =>
  elementKinds[(categoryCode ?? '') as keyof typeof elementKinds] ?? null;
const nameOf = (element: PriceElement): string =>
  filled(element.description) ?? filled(element.conditionType) ?? filled(element.categoryCode) ?? 'price element';
const amountOf = ({ netValue }: PriceElement): Decimal | null => (netValue == null ? null : parseDecimal(netValue));
const counts = (element: PriceElement): boolean => element.isEffective !== false;
/** Price elements of a kind that is not known, by their names. Those that do not count are passed over. */
export function elementGaps(elements: Elements, lineId: string | null): CrmGap[] {
  return (elements ?? []).filter(counts).flatMap((element): CrmGap[] => {
    const gaps = numberGap(nameOf(element), element.netValue, lineId);
    if (gaps.length > 0) return gaps;
    const value = amountOf(element);
    if (kindOf(element) !== null || (value !== null && isZero(value))) return [];
    return [{ kind: 'adjustment', what: `${nameOf(element)}: ${value ?? 'no amount'}`, lineId }];
  });
}
/** What an item's own price elements come to; null where they do not tell its price. */
function explained({ priceElements }: Item): Decimal | null {
  const own = (priceElements ?? []).filter((each) => counts(each) && kindOf(each) !== 'tax');
  const values = own.flatMap((each) => amountOf(each) ?? []);
  return own.some((each) => kindOf(each) === 'price') && values.length === own.length ? add(zero, ...values) : null;
}

type Group = { kind: 'discount' | 'surcharge' | 'freight'; elements: PriceElement[]; value: Decimal };
function groupsOf(elements: Elements): Group[] {
  return (['discount', 'surcharge', 'freight'] as const).flatMap((kind) => {
    const own = (elements ?? []).filter(
      (each) => counts(each) && kindOf(each) === kind && !isZero(amountOf(each) ?? zero),
    );
    return own.length > 0 ? [{ kind, elements: own, value: add(...own.flatMap((each) => amountOf(each) ?? [])) }] : [];
  });
}
/** Where a group may stand: within the items' amounts, beside them in the quote's net amount, or beside that. */
type Place = 'within' | 'beside' | 'outside';
const places = ({ kind }: Group): Place[] =>
  kind === 'discount' ? ['within', 'beside'] : ['within', 'beside', 'outside'];
const readings = (groups: readonly Group[]): Place[][] =>
  groups.reduce<Place[][]>((all, group) => all.flatMap((each) => places(group).map((place) => [...each, place])), [[]]);

export type Beside = { adjustments: CrmAdjustment[]; net: Decimal | null; outside: Decimal; gaps: CrmGap[] };
/**
 * What stands on a quote beside its items, which its own amounts tell: elements that are spread over the items count in their amounts already. `net`: items
 * and discounts, before charges; `outside`: charges that the net amount does not hold. Where no reading fits, or more than one, it is a gap.
 * `digits`: of the quote's currency.
 */
export function besideItems(elements: Elements, items: readonly Item[], whole: Decimal, digits: number): Beside {
  const amounts = items.flatMap(({ totalValues }) => numberOf(totalValues?.netAmount) ?? []);
  const lines = add(zero, ...amounts);
  const groups = groupsOf(elements);
  const priced = items.filter(({ totalValues }) => totalValues?.netAmount?.content != null);
  const own = priced.map(explained);
  const within = own.every((each) => each !== null)
    ? subtract(lines, add(zero, ...own.flatMap((each) => each ?? [])))
    : null;
  const sumOf = (reading: readonly Place[], place: Place) =>
    add(zero, ...groups.flatMap(({ value }, nth) => (reading[nth] === place ? value : [])));
  const possible = readings(groups).filter((reading) => equalIn(add(lines, sumOf(reading, 'beside')), whole, digits));
  const told =
    within === null
      ? []
      : possible.filter((each) => withinRounding(sumOf(each, 'within'), within, digits, items.length + 1));
  const [reading, ...more] = told.length > 0 ? told : possible;
  if (!reading || more.length > 0) {
    const what = groups.flatMap((group) => group.elements.map((each) => `${nameOf(each)} ${amountOf(each)}`));
    const about = [`totalValues.netAmount ${whole}`, `items ${lines}`, ...what].join(', ');
    return { adjustments: [], net: null, outside: zero, gaps: [{ kind: 'adjustment', what: about, lineId: null }] };
  }
  const shown = groups.filter((_, nth) => reading[nth] !== 'within');
  const adjustments = shown.flatMap(({ kind, elements: all }) =>
    all.map((each) => adjustmentOf(kind, each, lines, digits)),
  );
  const off = shown.flatMap(({ elements: all }) => all.flatMap((each) => amountOf(each) ?? [])).filter(isNegative);
  return { adjustments, net: add(lines, ...off), outside: sumOf(reading, 'outside'), gaps: [] };
}
/** A discount is shown as the percentage that it was typed as, where that comes to its amount. */
function adjustmentOf(kind: Group['kind'], element: PriceElement, lines: Decimal, digits: number): CrmAdjustment {
  const [name, value] = [nameOf(element), amountOf(element) ?? zero];
  if (!isNegative(value)) return { kind: kind === 'freight' ? 'shipping' : 'fee', name, percent: null, amount: value };
  const rate = element.netPriceCurrency === PERCENT && element.netPrice != null ? parseDecimal(element.netPrice) : null;
  const percent = rate && absolute(rate);
  const isThat = percent !== null && equalIn(divide(multiply(lines, percent), hundred), negate(value), digits);
  return isThat
    ? { kind: 'discount', name, percent, amount: null }
    : { kind: 'discount', name, percent: null, amount: negate(value) };
}
