import { add, type Decimal, decimal, divide, isZero, larger, multiply, subtract } from '@backroom/shared';
import { z } from 'zod';
import { exact, id, maybe, text } from '../transport/odoo/values.ts';
import { withAllOrders } from './sales-right.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const zero = decimal('0');
const lineSpec: Spec = {
  product_id: { fields: { invoice_policy: {}, type: {} } },
  product_uom_qty: {},
  qty_delivered: {},
  price_total: {},
  price_subtotal: {},
  untaxed_amount_invoiced: {},
  amount_invoiced: {},
};
const lineRow = z.object({
  product_id: maybe(z.object({ invoice_policy: text, type: z.string() })),
  product_uom_qty: z.number(),
  qty_delivered: z.number(),
  price_total: z.number(),
  price_subtotal: z.number(),
  untaxed_amount_invoiced: z.number(),
  /** Not before 17. */
  amount_invoiced: z.number().optional(),
});
const orderRow = z.object({
  id,
  currency_id: id,
  delivery_status: text.optional(),
  order_line: z.array(lineRow),
});
type Line = z.output<typeof lineRow>;

/**
 * With tax, what the line will come to: as ordered, or as delivered where Odoo invoices that, and it is more, or nothing more will be
 * delivered.
 */
function expectedOf(line: Line, allShipped: boolean): Decimal {
  const [total, ordered, delivered] = [exact(line.price_total), exact(line.product_uom_qty), exact(line.qty_delivered)];
  if (line.product_id?.invoice_policy !== 'delivery' || isZero(ordered)) return total;
  const final = allShipped && line.product_id.type !== 'service';
  return divide(multiply(total, final ? delivered : larger(ordered, delivered)), ordered);
}
/** With tax, what posted invoices less posted credit notes cover of the line. */
function invoicedOf(line: Line): Decimal {
  if (line.amount_invoiced !== undefined) return exact(line.amount_invoiced);
  const [net, total, untaxed] = [
    exact(line.price_subtotal),
    exact(line.price_total),
    exact(line.untaxed_amount_invoiced),
  ];
  return isZero(net) ? untaxed : divide(multiply(untaxed, total), net);
}

/**
 * What confirmed orders will still bring to the receivable, in the company's currency. Discounts and down payments are lines of the order, below
 * zero or invoiced before the goods, so an order is summed as a whole. Odoo's own "to invoice" counts goods invoiced on delivery only once they
 * are delivered. `rate`: what one of a currency is worth.
 */
export async function openOrdersOf(
  session: Session,
  customer: number,
  rate: (currency: number) => Decimal,
  signal: AbortSignal,
): Promise<Decimal> {
  const domain = [
    ['company_id', '=', session.company.id],
    ['state', 'in', ['sale', 'done']],
    ['partner_invoice_id.commercial_partner_id', '=', customer],
    '|',
    ['invoice_status', '!=', 'invoiced'],
    // A draft invoice is no receivable yet.
    ['order_line.invoice_lines.move_id.state', '=', 'draft'],
  ];
  const spec = { currency_id: {}, delivery_status: {}, order_line: { fields: lineSpec } };
  const orders = await withAllOrders(session, signal, () =>
    readTree(session, orderRow, { model: 'sale.order', domain, spec, signal }),
  );
  const open = (orders ?? []).map(({ currency_id: currency, delivery_status: delivery, order_line: lines }) => {
    const left = lines.map((line) => subtract(expectedOf(line, delivery === 'full'), invoicedOf(line)));
    return multiply(larger(add(zero, ...left), zero), rate(currency));
  });
  return add(zero, ...open);
}
