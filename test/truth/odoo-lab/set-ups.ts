// Set-ups that gave wrong figures once, made on a real Odoo, each once: a customer or product that is there already is left as it is.
import type { odoo } from '@backroom/backend/erp/odoo/index';
import { currencySchema, decimal, erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { call } from '../part.ts';
import { type Desk, day } from './desk.ts';

/** `LAB-…` is the reference of a customer, `LABP-…` the code of a product; what they show stands in `set-ups.test.ts`. */
type Adapter = ReturnType<typeof odoo>;
type SetUp = (desk: Desk, adapter: Adapter) => Promise<void>;
/** Runs the work unless the customer is there: a half-made one is a fault to look at, so the customer is made first. */
const once =
  (ref: string, work: (desk: Desk, customer: number, adapter: Adapter) => Promise<void>): SetUp =>
  async (desk, adapter) => {
    if (await desk.find('res.partner', [['ref', '=', ref]])) return;
    await work(desk, await desk.customer(ref), adapter);
  };
const sale = (product: number, quantity: number, price: number, more: Record<string, unknown> = {}) => ({
  product_id: product,
  product_uom_qty: quantity,
  price_unit: price,
  tax_ids: [[5]],
  ...more,
});
const part = (desk: Desk) => desk.product('LABP-PART');
const onDelivery = (desk: Desk) => desk.product('LABP-DELIVERY', { invoice_policy: 'delivery' });
const dozen = async (desk: Desk): Promise<number> => {
  const id = (await desk.find('uom.uom', [['name', 'ilike', 'Dozen']], { active_test: false })) ?? 0;
  await desk.write('uom.uom', [id], { active: true });
  return id;
};

export const setUps: readonly SetUp[] = [
  once('LAB-DISCOUNT', async (desk, customer) => {
    const order = await desk.order(customer, [sale(await part(desk), 10, 100, { discount: 5 })]);
    const values = { sale_order_id: order, discount_type: 'amount', discount_amount: 150 };
    const wizard = await desk.create('sale.order.discount', values);
    await desk.call('sale.order.discount', 'action_apply_discount', { ids: [wizard] });
    await desk.call('sale.order', 'action_confirm', { ids: [order] });
  }),
  once('LAB-OVERDELIVERED', async (desk, customer) => {
    const product = await onDelivery(desk);
    await desk.stock(product, 500);
    const order = await desk.confirmed(customer, [sale(product, 10, 100)]);
    await desk.deliver(order, [12]);
  }),
  once('LAB-DOWNPAYMENT', async (desk, customer) => {
    const order = await desk.confirmed(customer, [sale(await part(desk), 10, 100)]);
    const context = { active_model: 'sale.order', active_ids: [order], active_id: order };
    const values = { advance_payment_method: 'percentage', amount: 30 };
    const wizard = await desk.create('sale.advance.payment.inv', values, context);
    await desk.call('sale.advance.payment.inv', 'create_invoices', { ids: [wizard], context });
    await desk.post(order, -5);
  }),
  once('LAB-INPAYMENT', async (desk, customer) => {
    const order = await desk.confirmed(customer, [sale(await part(desk), 4, 100)]);
    // Set by Enterprise's accounting app while the payment has no entry yet: the amount stays open.
    await desk.write('account.move', [await desk.invoice(order, -45)], { payment_state: 'in_payment' });
  }),
  once('LAB-INSTALMENTS', async (desk, customer) => {
    const term = await desk.ensure('account.payment.term', 'name', 'Lab 30/70', {
      line_ids: [
        [0, 0, { value: 'percent', value_amount: 30, nb_days: 0 }],
        [0, 0, { value: 'percent', value_amount: 70, nb_days: 60 }],
      ],
    });
    const order = await desk.confirmed(customer, [sale(await part(desk), 10, 100)]);
    await desk.pay(await desk.invoice(order, -40, term), 100);
  }),
  once('LAB-ACCOUNT', async (desk, customer) => {
    const order = await desk.confirmed(customer, [sale(await part(desk), 5, 100)]);
    await desk.invoice(order, -20);
    const values = {
      partner_id: customer,
      amount: 300,
      payment_type: 'inbound',
      partner_type: 'customer',
      date: day(-3),
    };
    await desk.call('account.payment', 'action_post', { ids: [await desk.create('account.payment', values)] });
  }),
  once('LAB-CREDITNOTE', async (desk, customer) => {
    const order = await desk.confirmed(customer, [sale(await part(desk), 5, 100)]);
    const invoice = await desk.invoice(order, -10);
    const other = await desk.confirmed(customer, [sale(await part(desk), 2, 100)]);
    const second = await desk.invoice(other, -10);
    // Paid first, so that the credit note stays open.
    await desk.pay(second, 200);
    await desk.credit(second, 1);
    await desk.pay(invoice, 50);
  }),
  once('LAB-DOZEN', async (desk, customer) => {
    const product = await part(desk);
    await desk.stock(product, 10_000);
    const order = await desk.confirmed(customer, [sale(product, 2, 1200, { product_uom_id: await dozen(desk) })]);
    await desk.deliver(order, [24]);
  }),
  once('LAB-SIXPARTS', async (desk, customer) => {
    const line = sale(await part(desk), 2, 1200, { product_uom_id: await dozen(desk) });
    const order = await desk.confirmed(customer, [line]);
    for (let nth = 0; nth < 6; nth += 1) await desk.deliver(order, [4], 'later');
  }),
  once('LAB-IGNORED', async (desk, customer) => {
    const product = await onDelivery(desk);
    const order = await desk.confirmed(customer, [sale(product, 10, 100)]);
    await desk.deliver(order, [6]);
    await desk.pay(await desk.invoice(order, -2), 600);
  }),
  once('LAB-CREDITED', async (desk, customer) => {
    const order = await desk.confirmed(customer, [sale(await part(desk), 5, 100)]);
    await desk.deliver(order, [5]);
    const invoice = await desk.invoice(order, -3);
    await returned(desk, order, [5]);
    await desk.credit(invoice, 1);
  }),
  once('LAB-KIT', async (desk, customer) => {
    const kit = await kitOf(desk);
    await desk.stock(await desk.product('LABP-KIT-A'), 9);
    await desk.stock(await desk.product('LABP-KIT-B'), 100);
    const order = await desk.confirmed(customer, [sale(kit, 2, 250)]);
    await desk.deliver(order, [4, 2]);
    await returned(desk, order, [2, 1]);
  }),
  once('LAB-STOCK', async (desk, customer) => {
    await desk.ensure('stock.warehouse', 'code', 'MUC', { name: 'Munich' });
    const spread = await desk.product('LABP-SPREAD');
    await desk.stock(spread, 1);
    await desk.stock(spread, 4, 'MUC');
    const waiting = await desk.product('LABP-WAITING');
    await desk.stock(waiting, 10);
    // More is ordered than is there: 10 are reserved, 3 wait for goods that are not planned yet.
    await desk.confirmed(customer, [sale(waiting, 13, 10)]);
  }),
  once('LAB-COPIED', async (desk, customer, adapter) => {
    await desk.call('sale.order', 'copy', { ids: [await converted(desk, customer, adapter, 'BR-LABCOPIED01')] });
    const other = await converted(desk, customer, adapter, 'BR-LABCOPIED02');
    await desk.call('sale.order', 'copy', { ids: [other] });
    await desk.write('sale.order', [other], { client_order_ref: 'PO 4711' });
  }),
  async (desk) => {
    const choices = await desk.ensure('product.combo', 'name', 'Lab choices', {
      combo_item_ids: [[0, 0, { product_id: await part(desk) }]],
    });
    await desk.product('LABP-COMBO', { type: 'combo', is_storable: false, combo_ids: [[6, 0, [choices]]] });
  },
];

/** The kit itself is no stored product: it is sold, and its components are delivered. */
async function kitOf(desk: Desk): Promise<number> {
  const kit = await desk.product('LABP-KIT', { is_storable: false });
  const [template] = await desk.search('product.template', [['product_variant_ids', 'in', [kit]]]);
  if (await desk.find('mrp.bom', [['product_tmpl_id', '=', template]])) return kit;
  await desk.create('mrp.bom', {
    product_tmpl_id: template,
    type: 'phantom',
    product_qty: 1,
    bom_line_ids: [
      [0, 0, { product_id: await desk.product('LABP-KIT-A'), product_qty: 2 }],
      [0, 0, { product_id: await desk.product('LABP-KIT-B'), product_qty: 1 }],
    ],
  });
  return kit;
}

/** By Odoo's own dialog, and received at once. */
async function returned(desk: Desk, order: number, quantities: readonly number[]): Promise<void> {
  const [picking = 0] = await desk.search('stock.picking', [
    ['sale_id', '=', order],
    ['picking_type_code', '=', 'outgoing'],
    ['state', '=', 'done'],
  ]);
  const context = { active_id: picking, active_ids: [picking], active_model: 'stock.picking' };
  const wizard = await desk.create('stock.return.picking', { picking_id: picking }, context);
  const lines = await desk.search('stock.return.picking.line', [['wizard_id', '=', wizard]], { order: 'id' });
  for (const [index, line] of lines.entries())
    await desk.write('stock.return.picking.line', [line], { quantity: quantities[index] ?? 0 });
  await desk.call('stock.return.picking', 'action_create_returns', { ids: [wizard], context });
  const [back = 0] = await desk.search('stock.picking', [['return_id', '=', picking]], { order: 'id desc' });
  await desk.receive(back, quantities);
}

/** An order of ours, confirmed. */
async function converted(desk: Desk, customer: number, { orders }: Adapter, reference: string): Promise<number> {
  const currency = currencySchema.parse('USD');
  const unitPrice = { amount: decimal('100'), currency };
  const productId = erpProductIdSchema.parse(String(await part(desk)));
  const made = await orders?.create(
    {
      reference: referenceSchema.parse(reference),
      customerId: erpCustomerIdSchema.parse(String(customer)),
      currency,
      requestedDate: null,
      note: null,
      lines: [{ productId, quantity: decimal('3'), unitPrice, description: null }],
    },
    call(),
  );
  if (!made) throw new Error('the adapter takes no orders');
  await orders?.confirm?.({ id: made.id }, call());
  return Number(made.id);
}
