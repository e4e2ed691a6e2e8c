import { connect } from '@backroom/backend/erp/transport/odoo/transport';
import { z } from 'zod';
import type { ErpDesk } from './erp-journey.ts';

const id = z.number().int();
const ids = z.array(id);
const amount = z.number().transform(String);
const call = () => ({ signal: AbortSignal.timeout(60_000) });

export type OdooServer = { url: string; database: string; key: string; login: string | null };
/** The Odoo that the environment names, or which variables are missing. */
export function odooServer(env = process.env): OdooServer | string {
  const { ODOO_URL: url, ODOO_DB: database, ODOO_API_KEY: key, ODOO_LOGIN: login } = env;
  return url && database && key
    ? { url, database, key, login: login ?? null }
    : 'ODOO_URL, ODOO_DB and ODOO_API_KEY name no server';
}

/** What people at Odoo's own screens do: deliver, invoice, register a payment, take back. By the buttons that those screens press. */
export async function odooDesk(server: OdooServer): Promise<ErpDesk & { forget: (prefix: string) => Promise<void> }> {
  const { major, send } = await connect(server, AbortSignal.timeout(60_000));
  let base: Record<string, unknown> = {};
  const ask = async <Schema extends z.ZodType>(
    schema: Schema,
    model: string,
    method: string,
    more: { ids?: readonly number[]; args?: Record<string, unknown>; context?: Record<string, unknown> } = {},
  ) => {
    const context = { ...base, ...more.context };
    return schema.parse(await send({ model, method, ...more, context, ...call() })) as z.output<Schema>;
  };
  const find = <Shape extends z.ZodRawShape>(model: string, domain: readonly unknown[], shape: Shape) =>
    ask(z.array(z.object({ id, ...shape })), model, 'search_read', { args: { domain, fields: Object.keys(shape) } });
  const { uid } = await ask(z.object({ uid: id }), 'res.users', 'context_get');
  const [me] = await find('res.users', [['id', '=', uid]], { company_id: z.tuple([id, z.string()]) });
  // People work in the company that their screen shows, and see its stock only.
  base = { allowed_company_ids: [me?.company_id[0]] };
  const press = (model: string, button: string, which: readonly number[], context: Record<string, unknown> = {}) =>
    ask(z.unknown(), model, button, { ids: which, context });
  /** Fills in a dialog as it was opened over a record, and presses its button. */
  const dialog = async (model: string, over: { model: string; id: number }, button: string, values: object = {}) => {
    const context = { active_model: over.model, active_id: over.id, active_ids: [over.id] };
    const made = await ask(ids, model, 'create', { args: { vals_list: [values] }, context });
    await press(model, button, made, context);
  };

  /** Everything that is reserved for it is moved. */
  async function move(pickings: readonly number[]): Promise<void> {
    for (const picking of pickings) {
      await press('stock.picking', 'action_assign', [picking]);
      const [row] = await find('stock.picking', [['id', '=', picking]], { state: z.string(), move_ids: ids });
      if (row?.state !== 'assigned') throw new Error(`not all of ${picking} can be reserved: ${row?.state}`);
      if (major < 17) await press('stock.picking', 'action_set_quantities_to_reservation', [picking]);
      else await ask(z.unknown(), 'stock.move', 'write', { ids: row.move_ids, args: { vals: { picked: true } } });
      // Anything but true is a dialog that wants an answer.
      z.literal(true).parse(await press('stock.picking', 'button_validate', [picking], { skip_sms: true }));
    }
  }
  const open = ['state', 'not in', ['done', 'cancel']];

  async function post(order: number): Promise<{ id: number; number: string }> {
    const over = { model: 'sale.order', id: order };
    await dialog('sale.advance.payment.inv', over, 'create_invoices', {
      advance_payment_method: 'delivered',
      sale_order_ids: [[6, 0, [order]]],
    });
    const [row] = await find('sale.order', [['id', '=', order]], { invoice_ids: ids });
    const drafts = [
      ['id', 'in', row?.invoice_ids],
      ['state', '=', 'draft'],
    ];
    const [draft] = await find('account.move', drafts, { state: z.string() });
    if (!draft) throw new Error(`nothing of order ${order} is left to invoice`);
    await press('account.move', 'action_post', [draft.id]);
    const [posted] = await find('account.move', [['id', '=', draft.id]], { name: z.string() });
    return { id: draft.id, number: posted?.name ?? '' };
  }

  return {
    async stockOf(codes) {
      const shape = { default_code: z.string(), free_qty: z.number() };
      const rows = await find('product.product', [['default_code', 'in', [...codes]]], shape);
      return new Map(rows.map((row) => [row.default_code, row.free_qty]));
    },
    /** Takes our references from the orders of earlier runs: this server is kept, and would rightly say that the deal has been ordered. */
    async forget(prefix) {
      const either = ['|', ['client_order_ref', '=like', `${prefix}%`], ['origin', '=like', `${prefix}%`]];
      const rows = await find('sale.order', either, { name: z.string() });
      const vals = { client_order_ref: 'an earlier run', origin: 'an earlier run' };
      await ask(z.unknown(), 'sale.order', 'write', {
        ids: rows.map((row) => row.id),
        args: { [major < 18 ? 'values' : 'vals']: vals },
      });
    },
    async ordersWith(reference) {
      const shape = { name: z.string(), state: z.string(), amount_untaxed: amount };
      // Where the customer gave a number of its own, ours is the source document.
      const either = ['|', ['client_order_ref', '=', reference], ['origin', '=', reference]];
      const rows = await find('sale.order', either, shape);
      return rows.map((row) => ({
        id: row.id,
        number: row.name,
        net: row.amount_untaxed,
        confirmed: row.state === 'sale' || row.state === 'done',
      }));
    },
    async deliver(order) {
      const rows = await find('stock.picking', [['sale_id', '=', order], open], { state: z.string() });
      await move(rows.map((row) => row.id));
    },
    post,
    async detailsOf(order) {
      const shape = {
        client_order_ref: z.string(),
        commitment_date: z.string(),
        partner_shipping_id: z.tuple([id, z.string()]),
      };
      const [row] = await find('sale.order', [['id', '=', order]], shape);
      const [place] = await find('res.partner', [['id', '=', row?.partner_shipping_id[0]]], { city: z.string() });
      return {
        poNumber: row?.client_order_ref ?? '',
        requestedDate: row?.commitment_date.slice(0, 10) ?? '',
        city: place?.city ?? '',
      };
    },
    async limitCredit(order, amount) {
      const [row] = await find('sale.order', [['id', '=', order]], { partner_id: z.tuple([id, z.string()]) });
      const shape = { commercial_partner_id: z.tuple([id, z.string()]) };
      const [person] = await find('res.partner', [['id', '=', row?.partner_id[0]]], shape);
      const buyer = person?.commercial_partner_id[0] ?? 0;
      const limits = { use_partner_credit_limit: z.boolean(), credit_limit: z.number() };
      const [before] = await find('res.partner', [['id', '=', buyer]], limits);
      const write = (vals: object) =>
        ask(z.unknown(), 'res.partner', 'write', { ids: [buyer], args: { [major < 18 ? 'values' : 'vals']: vals } });
      await write({ use_partner_credit_limit: true, credit_limit: Number(amount) });
      return () =>
        write({
          use_partner_credit_limit: before?.use_partner_credit_limit ?? false,
          credit_limit: before?.credit_limit ?? 0,
        });
    },
    pay: (invoice) =>
      dialog('account.payment.register', { model: 'account.move', id: invoice }, 'action_create_payments'),
    async claimsOf(order, reason) {
      const domain = [
        ['sale_id', '=', order],
        ['picking_type_code', '=', 'incoming'],
        ['note', 'ilike', reason],
      ];
      return (await find('stock.picking', domain, { state: z.string() })).map((row) => row.id);
    },
    async takeBack(order, picking) {
      await move([picking]);
      return (await post(order)).number;
    },
  };
}
