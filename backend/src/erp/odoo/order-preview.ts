import {
  add,
  canonical,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput, Simulation } from '../contract/schemas.ts';
import { checkOrder } from './order-checks.ts';
import { type Priced, preview, type Terms } from './preview.ts';
import { type Session, todayIn } from './session.ts';
import { includedRate } from './taxes.ts';
import { amount, dayOf, exact, recordId } from './values.ts';

/** How often a price is tried that gives the net amount of the quote, where taxes are part of Odoo's price. */
const TRIES = 3;
type Try = { price: Decimal; subtotal: Decimal };

/**
 * The price to write so that a line comes to its net amount. A percentage is added to the net price; with any other included tax (an
 * amount per piece, a tax on a tax) the net amount still grows evenly with the price, so two tries give the third.
 */
function nextPrice(net: Decimal, rate: Decimal | null, wanted: Decimal, tries: readonly Try[]): Decimal | null {
  const [first, last] = [tries[0], tries.at(-1)];
  if (!first || !last || compare(last.subtotal, wanted) === 0) return null;
  if (tries.length === 1) {
    if (rate !== null) return canonical(round(multiply(net, rate), 6));
    return isZero(last.subtotal) ? null : canonical(round(divide(multiply(last.price, wanted), last.subtotal), 6));
  }
  const [rise, run] = [subtract(last.subtotal, first.subtotal), subtract(last.price, first.price)];
  if (isZero(rise) || isZero(run)) return null;
  const next = add(first.price, divide(multiply(subtract(wanted, first.subtotal), run), rise));
  return canonical(round(next, 6));
}

const digitsSchema = z.object({
  price_unit: z.object({ digits: z.union([z.literal(false), z.tuple([z.number(), z.number().int()])]).optional() }),
});
/**
 * How many places of a unit price Odoo stores; null: all of them, as from 19 on. Older versions total a new order at the finer price and
 * invoice it at the stored one, so the price is rounded before it is sent, and order and invoice come to the same.
 */
async function pricePlaces(session: Session, signal: AbortSignal): Promise<number | null> {
  if (session.transport.major >= 19) return null;
  return session.remembered('price places', async () => {
    const { price_unit: price } = await session.ask(digitsSchema, {
      model: 'sale.order.line',
      method: 'fields_get',
      args: { allfields: ['price_unit'], attributes: ['digits'] },
      signal,
    });
    return price.digits ? price.digits[1] : null;
  });
}

/** What Odoo makes of the order at the quote's net prices, and the unit prices to write for that. */
export async function previewOf(
  session: Session,
  terms: Terms,
  input: OrderInput,
  signal: AbortSignal,
): Promise<{ prices: Decimal[]; priced: Priced }> {
  const ask = (prices: readonly Decimal[]) =>
    preview(
      session,
      terms,
      {
        date: todayIn(session),
        lines: input.lines.map((line, index) => ({
          product: recordId(line.productId) ?? 0,
          quantity: Number(line.quantity),
          unitPrice: Number(prices[index]),
        })),
      },
      signal,
    );
  const { places } = await session.currency(terms.currency, signal);
  const wanted = input.lines.map(({ unitPrice, quantity }) => round(multiply(unitPrice.amount, quantity), places));
  const kept = await pricePlaces(session, signal);
  const stored = (price: Decimal) => canonical(kept === null ? price : round(price, kept));
  let prices = input.lines.map(({ unitPrice }) => stored(unitPrice.amount));
  let priced = await ask(prices);
  const tries: Try[][] = prices.map(() => []);
  for (let nth = 0; nth < TRIES; nth += 1) {
    const next = input.lines.map(({ unitPrice }, index) => {
      const line = priced.lines[index];
      // What is not part of the price leaves it as it is, whatever Odoo's rounding makes of the line.
      if (!line?.taxes.some(({ included }) => included)) return null;
      tries[index]?.push({ price: prices[index] ?? unitPrice.amount, subtotal: exact(line.subtotal) });
      return nextPrice(unitPrice.amount, includedRate(line.taxes), wanted[index] ?? decimal('0'), tries[index] ?? []);
    });
    if (next.every((price) => price === null)) break;
    prices = prices.map((price, index) => stored(next[index] ?? price));
    priced = await ask(prices);
  }
  return { prices, priced };
}

function refusedWith(input: OrderInput, refusals: Simulation['refusals']): Simulation {
  const nothing = { amount: decimal('0'), currency: input.currency };
  return { net: nothing, tax: nothing, total: nothing, promiseDate: null, refusals };
}

/** What Odoo would make of the order, with nothing stored. */
export async function simulate(session: Session, input: OrderInput, signal: AbortSignal): Promise<Simulation> {
  const { terms, refusals } = await checkOrder(session, input, signal);
  if (!terms || refusals.length > 0) return refusedWith(input, refusals);
  let priced: Priced;
  try {
    ({ priced } = await previewOf(session, terms, input, signal));
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    return refusedWith(input, [{ field: error.field, words: error.words ?? 'Odoo refuses this order.' }]);
  }
  const currency = await session.currency(priced.currency, signal);
  return {
    net: amount(priced.net, currency),
    tax: amount(priced.tax, currency),
    total: amount(priced.total, currency),
    promiseDate: priced.expected && dayOf(priced.expected, session.timeZone),
    lines: priced.lines.map(({ subtotal }) => ({ net: amount(subtotal, currency) })),
    refusals: [],
  };
}
