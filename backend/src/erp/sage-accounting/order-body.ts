import { add, canonical, compare, type Decimal, daysAfter, multiply, round } from '@backroom/shared';
import { z } from 'zod';
import type { OrderInput } from '../contract/schemas.ts';
import type { CustomerRow } from './customer-rows.ts';
import { customerWith } from './customers.ts';
import { KIND } from './documents.ts';
import { DRAFT, LENGTH, PLACES, QUOTE_DAYS, WITHOUT_TAX_AMOUNT } from './facts.ts';
import { ifHidden, refused } from './faults.ts';
import type { ItemRow } from './item-rows.ts';
import { onceId } from './once.ts';
import { itemsFor, titleOf } from './products.ts';
import { dayOf, type Session } from './session.ts';
import { rateIdOf, taxOf, taxRatesOf } from './taxes.ts';
import { amount, zero } from './values.ts';

const invoiceSettings = z.object({ quote_default_days_to_expiry: amount });
/** A quote has to end some day: as the business has set it. */
const quoteDays = (session: Session, signal: AbortSignal): Promise<number> =>
  session.remember('quote days', async () => {
    const found = await session.client.one(invoiceSettings, 'invoice_settings', {}, signal).catch(ifHidden);
    return Number(found?.quote_default_days_to_expiry ?? QUOTE_DAYS) || QUOTE_DAYS;
  });

type Rates = ReadonlyMap<string, Decimal | null>;
/** The tax of an amount has to be sent as well: left out, it would be zero. Spanish businesses may not send it. */
function taxIn(session: Session, net: Decimal, rateId: string | null, rates: Rates): Decimal | null {
  if (WITHOUT_TAX_AMOUNT.has(session.business.country ?? '')) return null;
  const percentage = rates.get(rateId ?? '') ?? null;
  return percentage === null ? null : taxOf(net, percentage);
}
function lineBody(
  session: Session,
  line: OrderInput['lines'][number],
  index: number,
  { item, customer, rates }: { item: ItemRow | undefined; customer: CustomerRow; rates: Rates },
) {
  const at = `lines.${index}`;
  if (!item) throw refused(`${at}.productId`, `Sage Accounting has no product ${line.productId}.`);
  if (compare(line.quantity, zero) <= 0) throw refused(`${at}.quantity`, 'The quantity of a line must be above zero.');
  const account = item.sales_ledger_account ?? customer.default_sales_ledger_account;
  if (account === null)
    throw refused(
      `${at}.productId`,
      `Neither ${titleOf(item)} nor the customer has a sales ledger account in Sage Accounting.`,
    );
  const rateId = rateIdOf(item, customer);
  const tax = taxIn(session, round(multiply(line.quantity, line.unitPrice.amount), PLACES), rateId, rates);
  return {
    description: line.description ?? titleOf(item),
    ledger_account_id: account,
    // "Please send decimal values as strings!"
    quantity: canonical(line.quantity),
    unit_price: canonical(line.unitPrice.amount),
    ...(item.kind === 'service' ? { service_id: item.id } : { product_id: item.id }),
    ...(rateId === null ? {} : { tax_rate_id: rateId }),
    ...(tax === null ? {} : { tax_amount: canonical(tax) }),
  };
}

/** Shipping is a part of the head. It is taxed as the first line is. */
function shippingBody(session: Session, input: OrderInput, rateId: string | undefined, rates: Rates) {
  const charges = input.charges ?? [];
  const other = charges.findIndex(({ kind }) => kind !== 'shipping');
  if (other >= 0) throw refused(`charges.${other}`, 'Sage Accounting takes no other charge than shipping.');
  if (charges.length === 0) return {};
  const net = add(zero, ...charges.map(({ amount: each }) => each.amount));
  const tax = taxIn(session, net, rateId ?? null, rates);
  return {
    shipping_net_amount: canonical(net),
    ...(rateId === undefined ? {} : { shipping_tax_rate_id: rateId }),
    ...(tax === null ? {} : { shipping_tax_amount: canonical(tax) }),
  };
}

export async function orderBody(session: Session, input: OrderInput, signal: AbortSignal) {
  const { orderDocument: kind } = session.settings;
  if (input.reference.length > LENGTH.reference)
    throw refused('reference', `Sage Accounting keeps ${LENGTH.reference} characters of a reference.`);
  if ((input.note ?? '').length > LENGTH.notes)
    throw refused('note', `Sage Accounting takes at most ${LENGTH.notes} characters here.`);
  const ids = input.lines.map(({ productId }) => productId);
  const [customer, items, rates, days] = await Promise.all([
    customerWith(session, input.customerId, signal),
    itemsFor(session, ids, signal),
    taxRatesOf(session, signal),
    kind === 'quote' ? quoteDays(session, signal) : 0,
  ]);
  const own = customer.currency ?? session.business.currency;
  if (input.currency !== own)
    throw refused('currency', `This customer trades in ${own} in Sage Accounting, not in ${input.currency}.`);
  const lines = input.lines.map((line, index) =>
    lineBody(session, line, index, { item: items.get(line.productId), customer, rates }),
  );
  const today = dayOf(session);
  const { entity, lines: linesName } = KIND[kind];
  return {
    [entity]: {
      idempotency_id: onceId(session, kind, input.reference),
      contact_id: customer.id,
      date: today,
      reference: input.reference,
      ...(kind === 'quote' ? { expiry_date: daysAfter(today, days) } : { status_id: DRAFT }),
      ...(input.note ? { notes: input.note } : {}),
      ...(input.currency === session.business.currency ? {} : { currency_id: input.currency }),
      ...shippingBody(session, input, lines[0]?.tax_rate_id, rates),
      [linesName]: lines,
    },
  };
}
