import { add, canonical, compare, decimal, divide, isZero, multiply, round, subtract } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In, Out, Price } from '../contract/schemas.ts';
import { priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { entityOf } from '../transport/odata/v2-client.ts';
import { partnersOf, sureOf, toCustomer } from './customers.ts';
import { LENGTH, PERCENT, PRICE_CLASS, TAX_CLASS } from './facts.ts';
import { headerBody } from './order-body.ts';
import { productsOf } from './products.ts';
import type { Session } from './session.ts';
import { ASKED, SIMULATE, type Simulated, type SimulatedItem, simulatedRow, simulateRow } from './simulation.ts';
import { keyOf, keysOf } from './values.ts';

type Input = In<'pricing.quote'>;
type Line = Input['lines'][number];
const zero = decimal('0');
const hundred = decimal('100');
const PLACES = 3;
const lineKey = ({ productId, quantity }: Line): string => `${productId} ${quantity}`;
const isAskable = ({ quantity }: Line): boolean =>
  compare(quantity, zero) > 0 && (quantity.split('.')[1] ?? '').replace(/0+$/, '').length <= PLACES;

/**
 * The price of an order of these lines, by SAP's own simulation: what it finds depends on customer, date and quantity. A line that it refuses would
 * refuse all of them, so then each is asked by itself, as one request.
 */
export async function quote(session: Session, input: Input, signal: AbortSignal): Promise<Out<'pricing.quote'>> {
  const known = await productsOf(
    session,
    keysOf(
      input.lines.map(({ productId }) => productId),
      LENGTH.product,
    ),
    signal,
  );
  const asked = [
    ...new Map(
      input.lines
        .filter((line) => isAskable(line) && known.has(keyOf(line.productId, LENGTH.product) ?? ''))
        .map((line) => [lineKey(line), line]),
    ).values(),
  ];
  if (asked.length === 0) {
    await sureOf(session, input.customerId, signal);
    return { results: input.lines.map(() => null), paymentTerms: null };
  }
  const { prices, paymentTerms } = await priced(session, input, asked, signal);
  return { results: input.lines.map((line) => prices.get(lineKey(line)) ?? null), paymentTerms };
}

function bodyOf(session: Session, input: Input, lines: readonly Line[]) {
  const { customerId, currency } = input;
  const header = headerBody(session, { customerId, currency }, input.date);
  const items = lines.map(({ productId, quantity }, index) => ({
    SalesOrderItem: String((index + 1) * 10),
    Material: keyOf(productId, LENGTH.product),
    RequestedQuantity: quantity,
    to_PricingElement: [],
  }));
  return { ...header, ...ASKED, to_Item: items };
}

type Found = { prices: Map<string, Price>; paymentTerms: string | null };
function take(found: Found, row: Simulated, input: Input, lines: readonly Line[]): void {
  found.paymentTerms = row.CustomerPaymentTerms;
  for (const [index, line] of lines.entries()) {
    const item = row.to_Item.find(({ SalesOrderItem }) => SalesOrderItem === String((index + 1) * 10));
    const price = item && row.TransactionCurrency === input.currency ? priceOf(line, item, input) : null;
    if (price) found.prices.set(lineKey(line), price);
  }
}
async function priced(session: Session, input: Input, lines: readonly Line[], signal: AbortSignal): Promise<Found> {
  const found: Found = { prices: new Map(), paymentTerms: null };
  const refusal = await simulateRow(session, bodyOf(session, input, lines), signal).then(
    ({ entity }) => take(found, entity, input, lines),
    refusalOf,
  );
  if (!refusal) return found;
  await sureOf(session, input.customerId, signal);
  const still = lines.length === 1 ? refusal : await eachByItself(session, input, lines, found, signal);
  // Refused for each of them: it is not the products. A customer that is blocked has no prices, which its own panel explains.
  if (found.prices.size > 0 || !still || (await isBlocked(session, input.customerId, signal))) return found;
  throw still;
}
/** One request for all of them; the first refusal, where there is one. */
async function eachByItself(
  session: Session,
  input: Input,
  lines: readonly Line[],
  found: Found,
  signal: AbortSignal,
): Promise<ErpError | null> {
  const parts = lines.map(
    (line) => ({ method: 'POST', path: SIMULATE, body: bodyOf(session, input, [line]) }) as const,
  );
  let refusal: ErpError | null = null;
  for (const [index, read] of (await session.service('simulation').batch(parts, { signal })).entries()) {
    const line = lines[index];
    if ('error' in read) refusal ??= refusalOf(read.error);
    else if (line) take(found, entityOf(simulatedRow, read, SIMULATE), input, [line]);
  }
  return refusal;
}
async function isBlocked(session: Session, id: string, signal: AbortSignal): Promise<boolean> {
  const [row] = await partnersOf(session, keysOf([id]), signal);
  return row !== undefined && toCustomer(row, session).blocked;
}
/** A refusal as it is; anything else is thrown on. */
function refusalOf(error: unknown): ErpError {
  if (error instanceof ErpError && ['refused', 'not_found'].includes(error.kind)) return error;
  throw error;
}

/** Net without anything that made it is no price. A subtotal has no type, a superseded element a reason: neither is one. */
function priceOf(line: Line, item: SimulatedItem, { currency }: Input): Price | null {
  const active = (item.to_PricingElement ?? []).filter(
    (each) => each.ConditionType !== null && each.ConditionInactiveReason === null && !each.ConditionIsForStatistics,
  );
  const price = active.find(({ ConditionClass }) => ConditionClass === PRICE_CLASS);
  if (isZero(item.NetAmount) && !price) return null;
  const money = (amount: typeof zero) => ({ amount, currency });
  const unit = divide(item.NetAmount, item.RequestedQuantity);
  // The element's own amount is of the whole item and in its currency, whatever the condition's unit and currency are.
  const list = price ? divide(price.ConditionAmount, item.RequestedQuantity) : null;
  const off =
    list === null || compare(list, unit) < 0 || isZero(list)
      ? null
      : divide(multiply(subtract(list, unit), hundred), list);
  return fit(
    priceSchema,
    {
      productId: line.productId,
      quantity: line.quantity,
      unitPrice: money(unit),
      listPrice: list && money(list),
      discountPercent: off && canonical(round(off, 4)),
      source: price?.ConditionType ?? 'SAP',
      taxPercent: taxOf(item, active),
      breaks: [],
    },
    SIMULATE,
  );
}
function taxOf(item: SimulatedItem, active: readonly NonNullable<SimulatedItem['to_PricingElement']>[number][]) {
  const rates = active.filter((each) => each.ConditionClass === TAX_CLASS && each.ConditionCalculationType === PERCENT);
  if (rates.length > 0) return add(zero, ...rates.map(({ ConditionRateValue }) => ConditionRateValue));
  if (isZero(item.TaxAmount)) return zero;
  return isZero(item.NetAmount) ? null : canonical(round(divide(multiply(item.TaxAmount, hundred), item.NetAmount), 2));
}
