// What a person does on Odoo's own screens, as calls with an administrator's key: the set-ups of the truth run are made with it.
import { connect } from '@backroom/backend/erp/transport/odoo/transport';
import { z } from 'zod';

type Values = Record<string, unknown>;
type Transport = Awaited<ReturnType<typeof connect>>;
const idList = z.array(z.number());
const signal = () => AbortSignal.timeout(120_000);
export const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

export class Desk {
  readonly #transport: Transport;
  readonly #context: Values;
  constructor(transport: Transport, company: number) {
    this.#transport = transport;
    this.#context = { allowed_company_ids: [company], tracking_disable: true };
  }
  call(model: string, method: string, asked: { ids?: number[]; args?: Values; context?: Values } = {}) {
    const context = { ...this.#context, ...asked.context };
    return this.#transport.send({ model, method, ...asked, context, signal: signal() });
  }
  async search(model: string, domain: unknown[], more: Values = {}): Promise<number[]> {
    return idList.parse(await this.call(model, 'search', { args: { domain, ...more } }));
  }
  async find(model: string, domain: unknown[], context: Values = {}): Promise<number | null> {
    const args = { domain, limit: 1 };
    return idList.parse(await this.call(model, 'search', { args, context }))[0] ?? null;
  }
  async read<Row extends z.ZodType>(
    model: string,
    ids: number[],
    row: Row,
    fields: string[],
  ): Promise<z.output<Row>[]> {
    return z.array(row).parse(await this.call(model, 'read', { ids, args: { fields } }));
  }
  async create(model: string, values: Values, context: Values = {}): Promise<number> {
    const made = idList.parse(await this.call(model, 'create', { args: { vals_list: [values] }, context }));
    return made[0] ?? 0;
  }
  write(model: string, ids: number[], vals: Values) {
    return this.call(model, 'write', { ids, args: { vals } });
  }
  /** The record with this value, made where it is not there yet. */
  async ensure(model: string, key: string, value: string, values: Values): Promise<number> {
    const context = { active_test: false };
    return (await this.find(model, [[key, '=', value]], context)) ?? this.create(model, { [key]: value, ...values });
  }

  customer(ref: string, values: Values = {}): Promise<number> {
    return this.ensure('res.partner', 'ref', ref, { name: `Lab ${ref}`, is_company: true, ...values });
  }
  product(code: string, values: Values = {}): Promise<number> {
    const goods = { name: `Lab ${code}`, type: 'consu', is_storable: true, list_price: 100, taxes_id: [[5]] };
    return this.ensure('product.product', 'default_code', code, { ...goods, ...values });
  }
  /** Puts so much on hand. */
  async stock(product: number, quantity: number, warehouse = 'WH'): Promise<void> {
    const [place] = await this.search('stock.location', [
      ['usage', '=', 'internal'],
      ['warehouse_id.code', '=', warehouse],
    ]);
    const quant = await this.create(
      'stock.quant',
      { product_id: product, location_id: place, inventory_quantity: quantity },
      { inventory_mode: true },
    );
    await this.call('stock.quant', 'action_apply_inventory', { ids: [quant] });
  }
  async order(customer: number, lines: Values[], values: Values = {}): Promise<number> {
    const order_line = lines.map((line) => [0, 0, line]);
    return this.create('sale.order', { partner_id: customer, order_line, ...values });
  }
  async confirmed(customer: number, lines: Values[], values: Values = {}): Promise<number> {
    const id = await this.order(customer, lines, values);
    await this.call('sale.order', 'action_confirm', { ids: [id] });
    return id;
  }
  /** Delivers so much of each move that is open; the rest is not delivered later. */
  async deliver(order: number, quantities: readonly number[], rest: 'later' | 'never' = 'never'): Promise<void> {
    const [picking = 0] = await this.search('stock.picking', [
      ['sale_id', '=', order],
      ['state', 'not in', ['done', 'cancel']],
    ]);
    await this.receive(picking, quantities, rest);
  }
  async receive(picking: number, quantities: readonly number[], rest: 'later' | 'never' = 'never'): Promise<void> {
    const moves = await this.search('stock.move', [['picking_id', '=', picking]], { order: 'id' });
    for (const [index, move] of moves.entries())
      await this.write('stock.move', [move], { quantity: quantities[index] ?? 0, picked: true });
    const context = {
      skip_backorder: true,
      skip_sms: true,
      picking_ids_not_to_backorder: rest === 'never' ? [picking] : [],
    };
    await this.call('stock.picking', 'button_validate', { ids: [picking], context });
  }
  /** Invoices what can be invoiced of an order, dated so many days from today. */
  async invoice(order: number, days: number, term: number | false = false): Promise<number> {
    const context = { active_model: 'sale.order', active_ids: [order], active_id: order };
    const wizard = await this.create('sale.advance.payment.inv', { advance_payment_method: 'delivered' }, context);
    await this.call('sale.advance.payment.inv', 'create_invoices', { ids: [wizard], context });
    return this.post(order, days, term);
  }
  async post(order: number, days: number, term: number | false = false): Promise<number> {
    const [invoice = 0] = await this.search('account.move', [
      ['line_ids.sale_line_ids.order_id', '=', order],
      ['state', '=', 'draft'],
    ]);
    await this.write('account.move', [invoice], { invoice_date: day(days), invoice_payment_term_id: term });
    if (term === false) await this.write('account.move', [invoice], { invoice_date_due: day(days) });
    await this.call('account.move', 'action_post', { ids: [invoice] });
    return invoice;
  }
  /** Registers a payment of an invoice from its own dialog. */
  async pay(invoice: number, amount: number, journal?: number): Promise<void> {
    const context = { active_model: 'account.move', active_ids: [invoice], active_id: invoice };
    const wizard = await this.create(
      'account.payment.register',
      { amount, ...(journal ? { journal_id: journal } : {}) },
      context,
    );
    await this.call('account.payment.register', 'action_create_payments', { ids: [wizard], context });
  }
  /** Credits a posted invoice with so much of its first line. */
  async credit(invoice: number, quantity: number): Promise<number> {
    const context = { active_model: 'account.move', active_ids: [invoice], active_id: invoice };
    const [
      {
        journal_id: [journal],
      } = { journal_id: [0] },
    ] = await this.read('account.move', [invoice], z.object({ journal_id: z.tuple([z.number(), z.string()]) }), [
      'journal_id',
    ]);
    const wizard = await this.create('account.move.reversal', { journal_id: journal, date: day(0) }, context);
    await this.call('account.move.reversal', 'refund_moves', { ids: [wizard], context });
    const [note = 0] = await this.search('account.move', [['reversed_entry_id', '=', invoice]], { order: 'id desc' });
    const lines = await this.search('account.move.line', [
      ['move_id', '=', note],
      ['display_type', '=', 'product'],
    ]);
    const [first = 0, ...others] = lines;
    await this.write('account.move', [note], {
      invoice_line_ids: [[1, first, { quantity }], ...others.map((line) => [2, line])],
    });
    await this.call('account.move', 'action_post', { ids: [note] });
    return note;
  }
  async orderName(order: number): Promise<string> {
    const [row] = await this.read('sale.order', [order], z.object({ name: z.string() }), ['name']);
    return row?.name ?? '';
  }
}

export async function deskAt(url: string, database: string, key: string, company: number): Promise<Desk> {
  return new Desk(await connect({ url, database, login: null, key }, signal()), company);
}
