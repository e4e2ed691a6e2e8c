import { canonical, type Decimal, decimal, type ErpOrder, multiply, type Reference, round } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput, Simulation } from '../contract/schemas.ts';
import { afterWrite, externalId, loadOnce } from './load.ts';
import { customerFacts, saleProducts } from './order-facts.ts';
import { isPositive, ordersById, ordersByReference } from './orders-read.ts';
import { type Priced, preview, type Terms } from './preview.ts';
import type { Session } from './session.ts';
import { amount, dayOf, id, includedRate, noonOf, recordId, text } from './values.ts';

type Refusal = Simulation['refusals'][number];
const refusal = (field: string, words: string): Refusal => ({ field, words });

/** What Odoo's order form would not let a person do, or would only warn of: `load` takes all of it without a word. */
async function refusalsOf(session: Session, input: OrderInput, recent: boolean, signal: AbortSignal) {
  const wanted = input.lines.map(({ productId }) => recordId(productId) ?? 0);
  const [{ terms, stopped }, rows] = await Promise.all([
    customerFacts(session, input.customerId, recent, signal).catch((error: unknown) => {
      // An unknown customer is one of the refusals, not the absence of what was asked for.
      if (error instanceof ErpError && error.kind === 'not_found') return { terms: null, stopped: null };
      throw error;
    }),
    saleProducts(session, wanted, recent, signal),
  ]);
  const refusals: Refusal[] = [];
  if (!terms) refusals.push(refusal('customerId', 'Odoo has no such customer.'));
  if (stopped !== null) refusals.push(refusal('customerId', stopped || 'Odoo stops sales to this customer.'));
  const currency = terms && (await session.currency(terms.currency, signal));
  if (currency && currency.code !== input.currency)
    refusals.push(
      refusal(
        'currency',
        `Odoo would make this order in ${currency.code}, the price list of the customer, not in ${input.currency}.`,
      ),
    );
  for (const [index, line] of input.lines.entries()) {
    const product = rows.find((row) => row.id === wanted[index]);
    const field = `lines.${index}.productId`;
    if (!product) refusals.push(refusal(field, `Odoo has no product ${line.productId}.`));
    else if (!product.active) refusals.push(refusal(field, `${product.display_name} is archived in Odoo.`));
    else if (!product.sale_ok) refusals.push(refusal(field, `${product.display_name} is not for sale in Odoo.`));
    if (!isPositive(line.quantity))
      refusals.push(refusal(`lines.${index}.quantity`, 'The quantity must be above zero.'));
    if (line.unitPrice.currency !== input.currency)
      refusals.push(refusal(`lines.${index}.unitPrice`, 'The price is in another currency than the order.'));
  }
  const names = wanted.map((each) => rows.find((row) => row.id === each)?.display_name ?? '');
  return { terms, refusals, names };
}

/** Prices in a quote are net. Where the line's taxes are part of Odoo's price they have to be added to it first. */
function grossOf(input: OrderInput, priced: Priced): Decimal[] {
  return input.lines.map(({ unitPrice }, index) => {
    const rate = includedRate(priced.lines[index]?.taxes ?? []);
    if (rate === decimal('1')) return canonical(unitPrice.amount);
    if (rate !== null) return canonical(round(multiply(unitPrice.amount, rate), 6));
    throw new ErpError('refused', `line ${index}: a price-included tax that is no percentage`, {
      field: `lines.${index}.unitPrice`,
      words: 'The price of this product includes a tax in Odoo that is not a percentage.',
    });
  });
}
async function previewOf(session: Session, terms: Terms, input: OrderInput, signal: AbortSignal) {
  const date = dayOf(new Date().toISOString().slice(0, 19).replace('T', ' '), session.timeZone);
  const ask = (prices: readonly Decimal[]) =>
    preview(
      session,
      terms,
      {
        date,
        lines: input.lines.map((line, index) => ({
          product: recordId(line.productId) ?? 0,
          quantity: Number(line.quantity),
          unitPrice: Number(prices[index]),
        })),
      },
      signal,
    );
  const net = input.lines.map(({ unitPrice }) => canonical(unitPrice.amount));
  const first = await ask(net);
  const gross = grossOf(input, first);
  return { prices: gross, priced: gross.every((price, index) => price === net[index]) ? first : await ask(gross) };
}

/** What Odoo would make of the order, with nothing stored. */
export async function simulate(session: Session, input: OrderInput, signal: AbortSignal): Promise<Simulation> {
  const { terms, refusals } = await refusalsOf(session, input, false, signal);
  const nothing = { amount: decimal('0'), currency: input.currency };
  if (!terms || refusals.length > 0) return { net: nothing, tax: nothing, total: nothing, promiseDate: null, refusals };
  const { priced } = await previewOf(session, terms, input, signal);
  const currency = await session.currency(priced.currency, signal);
  return {
    net: amount(priced.net, currency),
    tax: amount(priced.tax, currency),
    total: amount(priced.total, currency),
    promiseDate: priced.expected && dayOf(priced.expected, session.timeZone),
    refusals: [],
  };
}

async function known(session: Session, reference: Reference, signal: AbortSignal): Promise<ErpOrder | null> {
  const [found = []] = await ordersByReference(session, [reference], signal);
  return found.find(({ status }) => status !== 'cancelled') ?? found[0] ?? null;
}

/**
 * Once: whoever has the reference already is given what is there, in whatever state. Else it is loaded, order and lines in one
 * transaction, under external ids made of the reference, so that of several at the same time one order remains. It is a quotation then.
 */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const there = await known(session, input.reference, signal);
  if (there) return there;
  let checked = await refusalsOf(session, input, true, signal);
  // Somebody may have mended it since the preview.
  if (checked.refusals.length > 0) checked = await refusalsOf(session, input, false, signal);
  const { terms, refusals, names } = checked;
  const [first] = refusals;
  if (first)
    throw new ErpError('refused', `order ${input.reference}: ${first.words}`, {
      words: first.words,
      field: first.field,
    });
  if (!terms) throw new ErpError('refused', `order ${input.reference}: no customer`, { field: 'customerId' });
  // Only where some tax is part of a price does it take the preview to say what price to write.
  const prices = (await session.hasIncludedTaxes(signal))
    ? (await previewOf(session, terms, input, signal)).prices
    : input.lines.map(({ unitPrice }) => unitPrice.amount);
  // An empty cell empties the field, so a name is given to all lines or to none: Odoo then makes them itself.
  const named = input.note !== null || input.lines.some(({ description }) => description);
  const xid = externalId(`order_${input.reference}`);
  const head: readonly (readonly [string, string])[] = [
    ['id', xid],
    ['partner_id/.id', String(terms.partner)],
    ['client_order_ref', input.reference],
    ['origin', input.reference],
    ...(input.requestedDate ? [['commitment_date', noonOf(input.requestedDate)] as const] : []),
  ];
  const columns = [
    'id',
    'product_id/.id',
    'product_uom_qty',
    'price_unit',
    'discount',
    'name',
    'display_type',
  ] as const;
  const lines: readonly (readonly string[])[] = [
    ...input.lines.map((line, index) => [
      `${xid}_line_${index + 1}`,
      line.productId,
      line.quantity,
      prices[index] ?? line.unitPrice.amount,
      '0',
      named ? line.description || (names[index] ?? '') : '',
      '',
    ]),
    // A line of its own, because the order's own note holds the company's terms and conditions.
    ...(input.note ? [[`${xid}_note`, '', '', '', '', input.note, 'line_note']] : []),
  ];
  // A column that no line fills is left out: an empty one would overwrite what Odoo fills in by itself.
  const used = columns.map((_, place) => lines.some((line) => line[place] !== ''));
  const kept = (line: readonly string[]) => line.filter((_, place) => used[place]);
  const order = await loadOnce(
    session,
    {
      model: 'sale.order',
      fields: [...head.map(([name]) => name), ...kept(columns).map((name) => `order_line/${name}`)],
      data: lines.map((line, index) => [...head.map(([, value]) => (index === 0 ? value : '')), ...kept(line)]),
    },
    signal,
  );
  return afterWrite(async () => {
    const [made] = await ordersById(session, [String(order)], signal);
    if (!made) throw new ErpError('uncertain', `sale.order ${order} is not there after load`);
    return made;
  });
}

const stateRow = z.object({ id, state: z.string(), name: z.string() });
async function stateOf(session: Session, orderId: string, signal: AbortSignal) {
  const rows = await session.ask(z.array(stateRow), {
    model: 'sale.order',
    method: 'search_read',
    args: {
      domain: [
        ['id', '=', recordId(orderId) ?? 0],
        ['company_id', '=', session.company.id],
      ],
      fields: ['state', 'name'],
    },
    signal,
  });
  const [row] = rows;
  if (!row)
    throw new ErpError('not_found', `no sale.order ${orderId}`, { field: 'id', words: 'Odoo has no such order.' });
  return row;
}
async function now(session: Session, orderId: string, signal: AbortSignal): Promise<ErpOrder> {
  const [order] = await ordersById(session, [orderId], signal);
  if (!order)
    throw new ErpError('not_found', `no sale.order ${orderId}`, { field: 'id', words: 'Odoo has no such order.' });
  return order;
}
/** A button answers HTTP 200 with a dialog where it wants something of a person; only the state says whether it acted. */
const buttonAnswer = z.union([
  z.looseObject({ type: z.string(), name: text.optional(), res_model: text.optional() }),
  z.unknown(),
]);
const dialogOf = (answer: unknown): string | null => {
  const parsed = z.object({ type: z.string(), name: text.optional(), res_model: text.optional() }).safeParse(answer);
  return parsed.success ? (parsed.data.name ?? parsed.data.res_model ?? parsed.data.type) : null;
};
async function press(
  session: Session,
  order: number,
  method: string,
  context: object,
  signal: AbortSignal,
): Promise<string | null> {
  return dialogOf(
    await session.ask(buttonAnswer, {
      model: 'sale.order',
      method,
      ids: [order],
      context: { ...context },
      write: true,
      signal,
    }),
  );
}

/** To `confirmed`; again is fine. 19 refuses a second confirm where 16 takes it, so the state is read first, and after. */
export async function confirmOrder(session: Session, orderId: string, signal: AbortSignal): Promise<ErpOrder> {
  const before = await stateOf(session, orderId, signal);
  if (before.state === 'cancel')
    throw new ErpError('refused', `sale.order ${orderId} is cancelled`, {
      field: 'state',
      words: `Order ${before.name} is cancelled in Odoo.`,
    });
  if (before.state !== 'draft' && before.state !== 'sent') return now(session, orderId, signal);
  let dialog: string | null = null;
  try {
    dialog = await press(session, before.id, 'action_confirm', {}, signal);
  } catch (error) {
    // Somebody else may have confirmed it in between: 19 refuses then.
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    const { state } = await stateOf(session, orderId, signal);
    if (state === 'draft' || state === 'sent') throw error;
  }
  return afterWrite(async () => {
    const order = await now(session, orderId, signal);
    if (order.status !== 'draft') return order;
    throw new ErpError('refused', `action_confirm left ${orderId} a draft`, {
      field: 'state',
      words: `Odoo asks something before it confirms order ${order.number}${dialog ? `: "${dialog}"` : ''}. Confirm it there.`,
    });
  });
}

/** 16 and 17 answer with a dialog where they would send a mail; the context says that a person agreed. */
export async function cancelOrder(session: Session, orderId: string, signal: AbortSignal): Promise<ErpOrder> {
  const before = await stateOf(session, orderId, signal);
  if (before.state === 'cancel') return now(session, orderId, signal);
  const dialog = await press(session, before.id, 'action_cancel', { disable_cancel_warning: true }, signal);
  return afterWrite(async () => {
    const order = await now(session, orderId, signal);
    if (order.status === 'cancelled') return order;
    throw new ErpError('refused', `action_cancel left ${orderId} ${order.status}`, {
      field: 'state',
      words: `Odoo asks something before it cancels order ${order.number}${dialog ? `: "${dialog}"` : ''}. Cancel it there.`,
    });
  });
}
