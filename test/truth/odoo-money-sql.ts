/** What customers owe and have ordered, straight from Odoo's tables. */
import { z } from 'zod';
import { type Db, one, property, rows } from './odoo-sql.ts';

const text = z.string().nullable();
const isReceivable = `exists (select 1 from account_account a where a.id = l.account_id and a.account_type = 'asset_receivable')`;
/** As Odoo's filter "Overdue" has it: not the invoices with a payment under way. Entries that are no invoices count by their day. */
const counts = `(m.move_type = 'entry' or m.payment_state in ('not_paid', 'partial'))`;
const openItems = `from account_move_line l join account_move m on m.id = l.move_id
  where l.partner_id = $1 and l.company_id = $2 and l.parent_state = 'posted' and not l.reconciled and ${isReceivable}`;

export const invoices = (db: Db, id: number, day: string) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      total: z.string(),
      open: z.string(),
      issued: z.string(),
      due: text,
      overdue: z.boolean(),
    }),
    `select m.id, m.name as number, m.amount_total::text as total, m.amount_residual::text as open, to_char(m.invoice_date, 'YYYY-MM-DD') as issued,
       to_char(coalesce((select min(l.date_maturity) from account_move_line l where l.move_id = m.id and ${isReceivable} and not l.reconciled
         and l.amount_residual > 0), m.invoice_date_due), 'YYYY-MM-DD') as due,
       m.move_type = 'out_invoice' and m.payment_state in ('not_paid', 'partial') and exists (select 1 from account_move_line l where l.move_id = m.id
         and ${isReceivable} and not l.reconciled and l.amount_residual > 0 and l.date_maturity < $3::date) as overdue
     from account_move m where m.commercial_partner_id = $1 and m.company_id = $2 and m.state = 'posted'
       and m.move_type in ('out_invoice', 'out_refund') order by m.invoice_date desc, m.id desc limit 1000`,
    [id, db.company, day],
  );

export const totals = (db: Db, id: number, day: string) =>
  rows(
    db,
    z.object({ currency: z.string(), open: z.string(), overdue: z.string(), next: text }),
    `select (select name from res_currency c where c.id = l.currency_id) as currency, sum(l.amount_residual_currency)::text as open,
       greatest(0, coalesce(sum(l.amount_residual_currency) filter (where coalesce(l.date_maturity, l.date) < $3::date and ${counts}), 0))::text as overdue,
       to_char(min(coalesce(l.date_maturity, l.date)) filter (where l.amount_residual_currency > 0), 'YYYY-MM-DD') as next
     ${openItems} group by l.currency_id`,
    [id, db.company, day],
  );

const invoiced = `(select coalesce(sum(case when m.move_type = 'out_invoice' then i.price_total else -i.price_total end), 0)
  from sale_order_line_invoice_rel r join account_move_line i on i.id = r.invoice_line_id join account_move m on m.id = i.move_id
  where r.order_line_id = l.id and m.state = 'posted' and m.move_type in ('out_invoice', 'out_refund'))`;
/** Ordered, or delivered where Odoo invoices that and it is more, or final. */
const expected = `l.price_total * case when coalesce(l.product_uom_qty, 0) = 0 or t.invoice_policy is distinct from 'delivery' then 1
  when o.delivery_status = 'full' and t.type <> 'service' then coalesce(l.qty_delivered, 0) / l.product_uom_qty
  else greatest(l.product_uom_qty, coalesce(l.qty_delivered, 0)) / l.product_uom_qty end`;
const rateAt = (currency: string) => `coalesce((select r.rate from res_currency_rate r where r.currency_id = ${currency}
  and (r.company_id = o.company_id or r.company_id is null) and r.name <= $3::date order by r.company_id nulls last, r.name desc limit 1), 1)`;

export async function credit(db: Db, id: number, day: string) {
  const limit = await one(
    db,
    z.object({ amount: text }),
    `select case when c.account_use_credit_limit and coalesce(nullif(${property(db, 'credit_limit', 'number')}, '')::numeric, 0) > 0
       then ${property(db, 'credit_limit', 'number')} end as amount
     from res_partner p, res_company c where p.id = $1 and c.id = $2`,
    [id, db.company],
  );
  const bucket = (from: number, to: number | null) =>
    `coalesce(sum(l.amount_residual) filter (where ${counts} and $3::date - coalesce(l.date_maturity, l.date) >= ${from}${to === null ? '' : ` and $3::date - coalesce(l.date_maturity, l.date) <= ${to}`}), 0)::text`;
  const open = await one(
    db,
    z.object({
      receivable: z.string(),
      b0: z.string(),
      b1: z.string(),
      b2: z.string(),
      b3: z.string(),
      overdue: z.string(),
    }),
    `select coalesce(sum(l.amount_residual), 0)::text as receivable, ${bucket(1, 30)} as b0, ${bucket(31, 60)} as b1, ${bucket(61, 90)} as b2,
       ${bucket(91, null)} as b3, ${bucket(1, null)} as overdue ${openItems}`,
    [id, db.company, day],
  );
  // At the last rate on or before today, as Odoo converts.
  const orders = await one(
    db,
    z.object({ amount: z.string() }),
    `select round(coalesce(sum(greatest(0, x.open) / ${rateAt('o.currency_id')} * ${rateAt('(select currency_id from res_company where id = o.company_id)')}), 0), 2)::text as amount
     from sale_order o join res_partner p on p.id = o.partner_invoice_id cross join lateral (
       select sum(${expected} - ${invoiced}) as open from sale_order_line l left join product_product v on v.id = l.product_id
         left join product_template t on t.id = v.product_tmpl_id where l.order_id = o.id and l.display_type is null) x
     where p.commercial_partner_id = $1 and o.company_id = $2 and o.state in ('sale', 'done')`,
    [id, db.company, day],
  );
  return {
    limit: limit.amount,
    receivable: open.receivable,
    overdue: open.overdue,
    buckets: [open.b0, open.b1, open.b2, open.b3],
    orders: orders.amount,
  };
}
/** Confirmed orders of which Odoo's own "Un-invoiced Balance" counts every line: nothing invoiced on delivery, no down payment, the company's currency. */
export const plainOrders = (db: Db, id: number) =>
  rows(
    db,
    z.object({ id: z.number(), plain: z.boolean() }),
    `select o.id, o.currency_id = c.currency_id and not exists (select 1 from sale_order_line l left join product_product v on v.id = l.product_id
         left join product_template t on t.id = v.product_tmpl_id where l.order_id = o.id and l.display_type is null
           and (t.invoice_policy = 'delivery' or l.is_downpayment or l.product_uom_qty = 0)) as plain
     from sale_order o join res_partner p on p.id = o.partner_invoice_id join res_company c on c.id = o.company_id
     where p.commercial_partner_id = $1 and o.company_id = $2 and o.state in ('sale', 'done')`,
    [id, db.company],
  );
