import {
  add,
  type CreditPosition,
  compare,
  creditPositionSchema,
  type Decimal,
  decimal,
  divide,
  isZero,
  larger,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { requireApp } from './apps.ts';
import { fit } from './faults.ts';
import { daysLate, openItemsOf, requireInvoicing, todayIn } from './invoices.ts';
import type { Session } from './session.ts';
import { readTree } from './tree.ts';
import { exact, id, link, maybe, recordId, text } from './values.ts';

const zero = decimal('0');
/** Days past due; an item that is due today or later is in none. */
const buckets: readonly (readonly [from: number, to: number | null])[] = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
];
const partnerSpec = { active: {}, credit_limit: {}, sale_warn: {}, sale_warn_msg: {} } as const;
const partnerRow = z.object({
  id,
  active: z.boolean(),
  credit_limit: z.number(),
  sale_warn: text.optional(),
  sale_warn_msg: text.optional(),
});
const itemRow = z.object({
  id,
  date: z.string(),
  date_maturity: text,
  amount_residual: z.number(),
  partner_id: maybe(partnerRow),
});
const lineRow = z.object({
  currency_id: link,
  price_subtotal: z.number(),
  price_total: z.number(),
  untaxed_amount_invoiced: z.number(),
});

/** Open items with the partner on each: what is asked of both comes in one call, unless nothing is open. */
async function openItems(session: Session, customer: number, signal: AbortSignal) {
  const items = await readTree(session, itemRow, {
    model: 'account.move.line',
    domain: openItemsOf(session, customer),
    spec: { date: {}, date_maturity: {}, amount_residual: {}, partner_id: { fields: partnerSpec } },
    signal,
  });
  return items ?? [];
}
async function partnerOf(session: Session, customer: number, signal: AbortSignal) {
  const domain = [['id', '=', customer]];
  const rows = await readTree(session, partnerRow, { model: 'res.partner', domain, spec: partnerSpec, signal });
  if (rows?.[0]) return rows[0];
  throw new ErpError('not_found', `no partner ${customer}`, {
    field: 'customerId',
    words: 'Odoo has no such customer.',
  });
}

/** Lines of confirmed orders that no posted invoice covers yet: a draft invoice is no receivable. */
function waitingLines(session: Session, customer: number, signal: AbortSignal) {
  return session.ask(z.array(lineRow), {
    model: 'sale.order.line',
    method: 'search_read',
    args: {
      domain: [
        ['company_id', '=', session.company.id],
        ['state', 'in', ['sale', 'done']],
        ['order_id.partner_invoice_id.commercial_partner_id', '=', customer],
        ['display_type', '=', false],
        '|',
        ['invoice_status', '!=', 'invoiced'],
        ['invoice_lines.move_id.state', '=', 'draft'],
      ],
      fields: ['currency_id', 'price_subtotal', 'price_total', 'untaxed_amount_invoiced'],
    },
    signal,
  });
}
/** With tax, the part of the line's value that is not invoiced. */
function openOf({ price_total, price_subtotal, untaxed_amount_invoiced }: z.output<typeof lineRow>): Decimal {
  const [total, net, invoiced] = [exact(price_total), exact(price_subtotal), exact(untaxed_amount_invoiced)];
  if (isZero(invoiced) || isZero(net)) return larger(total, zero);
  return larger(multiply(total, divide(subtract(net, invoiced), net)), zero);
}

/**
 * What the customer owes and has ordered, in the company's currency. Odoo's own exposure counts an order of goods invoiced on delivery
 * only once it is delivered; here every confirmed order counts until it is invoiced. Orders in other currencies at today's rate.
 */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  await requireInvoicing(session, signal);
  await requireApp(session, 'sale.order', signal);
  const customer = recordId(customerId) ?? 0;
  const [items, lines] = await Promise.all([
    openItems(session, customer, signal),
    waitingLines(session, customer, signal),
  ]);
  const partner = items[0]?.partner_id ?? (await partnerOf(session, customer, signal));
  const { currency } = session.company;
  const money = (value: Decimal) => ({ amount: round(value, currency.places), currency: currency.code });

  let waiting = zero;
  for (const line of lines) {
    const rate = (await session.currency(line.currency_id?.[0] ?? currency.id, signal)).inCompanyCurrency;
    waiting = add(waiting, multiply(openOf(line), rate));
  }
  const openOrders = round(waiting, currency.places);
  const receivable = add(zero, ...items.map((item) => exact(item.amount_residual)));
  const exposure = add(receivable, openOrders);
  const today = todayIn(session);
  const ageing = buckets.map(([fromDays, toDays]) => {
    const here = items.filter(({ date, date_maturity: due }) => {
      const days = daysLate(due ?? date, today);
      return days >= fromDays && (toDays === null || days <= toDays);
    });
    return { fromDays, toDays, amount: money(add(zero, ...here.map((item) => exact(item.amount_residual)))) };
  });
  // A limit of zero is Odoo's "none"; and none counts before the company switches the check on.
  const own = exact(partner.credit_limit);
  const limit = session.company.usesCreditLimit && compare(own, zero) > 0 ? own : null;
  const stopped = partner.sale_warn === 'block';
  return fit(
    creditPositionSchema,
    {
      limit: limit && money(limit),
      openOrders: money(openOrders),
      receivable: money(receivable),
      exposure: money(exposure),
      free: limit && money(subtract(limit, exposure)),
      overdue: money(add(zero, ...ageing.map((bucket) => bucket.amount.amount))),
      ageing,
      blocked: stopped || !partner.active,
      blockedReason: stopped ? (partner.sale_warn_msg ?? null) : null,
    },
    'res.partner',
  );
}
