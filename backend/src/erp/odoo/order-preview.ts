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
import { amount, dayOf, exact, recordId } from '../transport/odoo/values.ts';
import type { ChargeLine } from './charges.ts';
import { checkOrder } from './order-checks.ts';
import { type Priced, preview, type Terms } from './preview.ts';
import { type Session, todayIn } from './session.ts';
import { includedRate } from './taxes.ts';

const [zero, one] = [decimal('0'), decimal('1')];

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

/** A line as it is written: the order's own lines first, then its charges. */
type Item = { product: number; quantity: Decimal; net: Decimal; list: { price: Decimal; percent: Decimal } | null };
export const itemsOf = (input: OrderInput, charges: readonly ChargeLine[]): Item[] => [
  ...input.lines.map(({ productId, quantity, unitPrice, listPrice, discount }) => ({
    product: recordId(productId) ?? 0,
    quantity,
    net: unitPrice.amount,
    // Odoo keeps two places of a percentage; a finer one would come to another price.
    list:
      listPrice && discount?.kind === 'percent' && compare(round(discount.value, 2), discount.value) === 0
        ? { price: listPrice.amount, percent: discount.value }
        : null,
  })),
  ...charges.map(({ product, charge }) => ({ product, quantity: one, net: charge.amount.amount, list: null })),
];
export type Written = { price: Decimal; discount: Decimal };

/**
 * What Odoo makes of the order at the quote's net prices, and the unit prices to write for that. A list price with its discount is written where it
 * comes to the same net amount; else the net price counts, and stands alone.
 */
export async function previewOf(
  session: Session,
  terms: Terms,
  { items, shipTo }: { items: readonly Item[]; shipTo: number | null },
  signal: AbortSignal,
): Promise<{ written: Written[]; priced: Priced }> {
  const ask = (lines: readonly Written[]) =>
    preview(
      session,
      terms,
      {
        date: todayIn(session),
        shipTo,
        lines: items.map(({ product, quantity }, index) => ({
          product,
          quantity: Number(quantity),
          unitPrice: Number(lines[index]?.price),
          discount: Number(lines[index]?.discount ?? 0),
        })),
      },
      signal,
    );
  const { places } = await session.currency(terms.currency, signal);
  const wanted = items.map(({ net, quantity }) => round(multiply(net, quantity), places));
  const kept = await pricePlaces(session, signal);
  const stored = (price: Decimal) => canonical(kept === null ? price : round(price, kept));
  const plain = (price: Decimal): Written => ({ price: stored(price), discount: zero });
  let written = items.map(({ net, list }) =>
    list ? { price: stored(list.price), discount: list.percent } : plain(net),
  );
  let priced = await ask(written);
  const shows = (index: number) => {
    const line = priced.lines[index];
    return (
      line && !line.taxes.some(({ included }) => included) && compare(exact(line.subtotal), wanted[index] ?? zero) === 0
    );
  };
  if (items.some(({ list }, index) => list && !shows(index))) {
    written = items.map(({ net, list }, index) =>
      list && !shows(index) ? plain(net) : (written[index] ?? plain(net)),
    );
    priced = await ask(written);
  }
  const tries: Try[][] = items.map(() => []);
  for (let nth = 0; nth < TRIES; nth += 1) {
    const next = items.map(({ net }, index) => {
      const line = priced.lines[index];
      // What is not part of the price leaves it as it is, whatever Odoo's rounding makes of the line.
      if (!line?.taxes.some(({ included }) => included)) return null;
      tries[index]?.push({ price: written[index]?.price ?? net, subtotal: exact(line.subtotal) });
      return nextPrice(net, includedRate(line.taxes), wanted[index] ?? zero, tries[index] ?? []);
    });
    if (next.every((price) => price === null)) break;
    written = written.map((line, index) => ({ ...line, price: stored(next[index] ?? line.price) }));
    priced = await ask(written);
  }
  return { written, priced };
}

function refusedWith(input: OrderInput, refusals: Simulation['refusals']): Simulation {
  const nothing = { amount: decimal('0'), currency: input.currency };
  return { net: nothing, tax: nothing, total: nothing, promiseDate: null, refusals };
}

/** What Odoo would make of the order, with nothing stored. */
export async function simulate(session: Session, input: OrderInput, signal: AbortSignal): Promise<Simulation> {
  const { terms, refusals, charges, deliverTo } = await checkOrder(session, input, signal);
  if (!terms || refusals.length > 0) return refusedWith(input, refusals);
  let priced: Priced;
  try {
    const asked = { items: itemsOf(input, charges), shipTo: deliverTo?.id ?? null };
    ({ priced } = await previewOf(session, terms, asked, signal));
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
    lines: priced.lines.slice(0, input.lines.length).map(({ subtotal }) => ({ net: amount(subtotal, currency) })),
    refusals: [],
  };
}
