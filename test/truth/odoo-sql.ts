/** Odoo's numbers straight from its tables, of 16 and of 19. Money and quantities come as text: `pg` gives numerics as they are stored. */
import type pg from 'pg';
import { z } from 'zod';

const text = z.string().nullable();
export type Db = {
  pool: pg.Pool;
  company: number;
  timeZone: string /** 17 and later keep company-dependent values as JSON. */;
  json: boolean;
};
async function rows<Row extends z.ZodType>(db: Db, row: Row, sql: string, values: readonly unknown[] = []) {
  return z.array(row).parse((await db.pool.query(sql, [...values])).rows) as z.infer<Row>[];
}
async function one<Row extends z.ZodType>(db: Db, row: Row, sql: string, values: readonly unknown[] = []) {
  const [found] = await rows(db, row, sql, values);
  if (found === undefined) throw new Error(`no row: ${sql}`);
  return found;
}

export async function open(pool: pg.Pool, company: number, timeZone: string): Promise<Db> {
  const { rows: found } = await pool.query(
    `select 1 from information_schema.columns where table_name = 'res_partner' and column_name = 'credit_limit' and data_type = 'jsonb'`,
  );
  return { pool, company, timeZone, json: found.length > 0 };
}
export const today = async (db: Db) =>
  (
    await one(db, z.object({ day: z.string() }), `select to_char(now() at time zone $1, 'YYYY-MM-DD') as day`, [
      db.timeZone,
    ])
  ).day;

const customerRow = z.object({ id: z.number() });
export type Customer = z.infer<typeof customerRow>;
/** Companies and people of their own, without the company's users. */
export const customers = (db: Db) =>
  rows(
    db,
    customerRow,
    `select p.id from res_partner p where p.active and p.partner_share and p.commercial_partner_id = p.id
       and not exists (select 1 from res_company c where c.partner_id = p.id) order by p.id`,
  );
const productRow = z.object({ id: z.number(), code: z.string(), stocked: z.boolean() });
export type Product = z.infer<typeof productRow>;
export const products = (db: Db) =>
  rows(
    db,
    productRow,
    `select p.id, p.default_code as code, ${db.json ? 'coalesce(t.is_storable, false)' : `t.detailed_type = 'product'`} as stocked
     from product_product p join product_template t on t.id = p.product_tmpl_id
     where p.active and t.active and t.sale_ok and p.default_code is not null
       and (t.company_id is null or t.company_id = $1) order by p.id`,
    [db.company],
  );

/** The value that a field has in the company: a column of JSON, or a row among the properties, or the properties' default. */
const property = (db: Db, name: string, kind: 'number' | 'link') =>
  db.json
    ? `(p.${name} ->> '${db.company}')`
    : `(select ${kind === 'number' ? 'value_float::text' : `split_part(value_reference, ',', 2)`} from ir_property
        where name = '${name}' and (res_id = 'res.partner,' || p.id or res_id is null) and (company_id = ${db.company} or company_id is null)
        order by res_id nulls last, company_id nulls last limit 1)`;

export const customer = (db: Db, id: number) =>
  one(
    db,
    z.object({
      number: z.string(),
      name: text,
      vat: text,
      city: text,
      country: text,
      term: text,
      stopped: z.boolean(),
    }),
    `select coalesce(nullif(p.ref, ''), p.id::text) as number, p.name, nullif(p.vat, '') as vat, nullif(p.city, '') as city, c.code as country,
       (select t.name ->> 'en_US' from account_payment_term t where t.id = nullif(${property(db, 'property_payment_term_id', 'link')}, '')::int) as term,
       ${db.json ? 'false' : `coalesce(p.sale_warn = 'block', false)`} as stopped
     from res_partner p left join res_country c on c.id = p.country_id where p.id = $1`,
    [id],
  );

const inside = (
  place: string,
) => `exists (select 1 from stock_location l join stock_location root on l.parent_path like root.parent_path || '%'
  where l.id = ${place} and root.id = w.view_location_id)`;
/** Of two orders that reserve at once one may leave a row without a quantity, until Odoo merges it. */
export const stock = (db: Db, product: number) =>
  rows(
    db,
    z.object({ code: z.string(), onhand: z.string(), available: z.string() }),
    `select w.code, coalesce(sum(q.quantity), 0)::text as onhand, coalesce(sum(coalesce(q.quantity, 0) - coalesce(q.reserved_quantity, 0)), 0)::text as available
     from stock_warehouse w left join stock_quant q on q.product_id = $1 and ${inside('q.location_id')}
     where w.company_id = $2 and w.active group by w.id, w.code`,
    [product, db.company],
  );
export const incoming = (db: Db, product: number) =>
  rows(
    db,
    z.object({ day: z.string(), code: z.string(), quantity: z.string() }),
    `select to_char(m.date at time zone 'UTC' at time zone $3, 'YYYY-MM-DD') as day, w.code, sum(m.product_qty)::text as quantity
     from stock_move m join stock_location src on src.id = m.location_id
       join stock_warehouse w on w.company_id = $2 and w.active and ${inside(db.json ? 'coalesce(m.location_final_id, m.location_dest_id)' : 'm.location_dest_id')}
     where m.product_id = $1 and m.state in ('waiting', 'confirmed', 'partially_available', 'assigned')
       and not exists (select 1 from stock_warehouse o join stock_location root on root.id = o.view_location_id
                       where o.company_id = $2 and src.parent_path like root.parent_path || '%')
     group by 1, 2 having sum(m.product_qty) <> 0`,
    [product, db.company, db.timeZone],
  );

const included = (db: Db) => (db.json ? `t.price_include_override = 'tax_included'` : 't.price_include');
const lineRow = z.object({ price: z.string(), quantity: z.string(), delivered: z.string(), tax: text });
/** Net unit price: after discount, and without the taxes that are part of it. Odoo stores floats: what stands at the tenth place is their noise. */
export const orderLines = (db: Db, order: number) =>
  rows(
    db,
    lineRow,
    `select trim_scale(case when x.rate = 0 then round(l.price_unit::numeric * (1 - coalesce(l.discount, 0)::numeric / 100), 9)
         else round(l.price_unit::numeric * (1 - coalesce(l.discount, 0)::numeric / 100) / (1 + x.rate / 100), 6) end)::text as price,
       l.product_uom_qty::text as quantity, coalesce(l.qty_delivered, 0)::text as delivered, x.whole::text as tax
     from sale_order_line l cross join lateral (
       select coalesce(sum(t.amount) filter (where ${included(db)}), 0) as rate, coalesce(sum(t.amount), 0) as whole
       from account_tax_sale_order_line_rel r join account_tax t on t.id = r.account_tax_id where r.sale_order_line_id = l.id) x
     where l.order_id = $1 and l.product_id is not null and l.display_type is null order by l.sequence, l.id`,
    [order],
  );
export const orders = (db: Db, id: number) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      day: z.string(),
      total: z.string(),
      state: z.string(),
      currency: z.string(),
    }),
    `select o.id, o.name as number, to_char(o.date_order at time zone 'UTC' at time zone $3, 'YYYY-MM-DD') as day,
       o.amount_total::text as total, o.state, c.name as currency
     from sale_order o join res_partner p on p.id = o.partner_id join res_currency c on c.id = o.currency_id
     where p.commercial_partner_id = $1 and o.company_id = $2 order by o.date_order desc, o.id desc`,
    [id, db.company, db.timeZone],
  );
export const sums = (db: Db, order: number) =>
  one(
    db,
    z.object({ net: z.string(), tax: z.string(), total: z.string() }),
    `select amount_untaxed::text as net, amount_tax::text as tax, amount_total::text as total from sale_order where id = $1`,
    [order],
  );

const isReceivable = `exists (select 1 from account_account a where a.id = l.account_id and a.account_type = 'asset_receivable')`;
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
    `select m.id, m.name as number, m.amount_total::text as total, m.amount_residual::text as open,
       to_char(m.invoice_date, 'YYYY-MM-DD') as issued, to_char(m.invoice_date_due, 'YYYY-MM-DD') as due,
       m.move_type = 'out_invoice' and m.payment_state <> 'reversed' and exists (select 1 from account_move_line l where l.move_id = m.id
         and ${isReceivable} and not l.reconciled and l.amount_residual > 0 and l.date_maturity < $3::date) as overdue
     from account_move m where m.commercial_partner_id = $1 and m.company_id = $2 and m.state = 'posted'
       and m.move_type in ('out_invoice', 'out_refund')`,
    [id, db.company, day],
  );

const posted = `(select coalesce(sum(case when m.move_type = 'out_invoice' then i.price_subtotal else -i.price_subtotal end), 0)
  from sale_order_line_invoice_rel r join account_move_line i on i.id = r.invoice_line_id join account_move m on m.id = i.move_id
  where r.order_line_id = l.id and m.state = 'posted' and m.move_type in ('out_invoice', 'out_refund'))`;
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
    `coalesce(sum(l.amount_residual) filter (where $3::date - coalesce(l.date_maturity, l.date) >= ${from}${to === null ? '' : ` and $3::date - coalesce(l.date_maturity, l.date) <= ${to}`}), 0)::text`;
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
       ${bucket(91, null)} as b3, ${bucket(1, null)} as overdue
     from account_move_line l where l.partner_id = $1 and l.company_id = $2 and l.parent_state = 'posted' and not l.reconciled and ${isReceivable}`,
    [id, db.company, day],
  );
  // At the last rate on or before today, as Odoo converts.
  const orders = await one(
    db,
    z.object({ amount: z.string() }),
    `select round(coalesce(sum(greatest(0, l.price_total * case when l.price_subtotal = 0 then 1 else 1 - x.invoiced / l.price_subtotal end) / coalesce(
         (select r.rate from res_currency_rate r where r.currency_id = o.currency_id and (r.company_id = o.company_id or r.company_id is null)
            and r.name <= $3::date order by r.company_id nulls last, r.name desc limit 1), 1) * coalesce(
         (select r.rate from res_currency_rate r join res_company c on c.id = o.company_id where r.currency_id = c.currency_id
            and (r.company_id = o.company_id or r.company_id is null) and r.name <= $3::date order by r.company_id nulls last, r.name desc limit 1), 1)), 0), 2)::text as amount
     from sale_order_line l join sale_order o on o.id = l.order_id join res_partner p on p.id = o.partner_invoice_id cross join lateral (select ${posted} as invoiced) x
     where p.commercial_partner_id = $1 and o.company_id = $2 and o.state in ('sale', 'done') and l.display_type is null`,
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

export const returns = (db: Db, id: number) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      day: z.string(),
      state: z.string(),
      ordernumber: text,
      quantity: text,
    }),
    `select k.id, k.name as number, to_char(k.create_date at time zone 'UTC' at time zone $3, 'YYYY-MM-DD') as day, k.state,
       min(o.name) as ordernumber, sum(m.product_uom_qty)::text as quantity
     from stock_picking k join stock_move m on m.picking_id = k.id join stock_picking_type y on y.id = k.picking_type_id
       join res_partner p on p.id = k.partner_id left join sale_order_line l on l.id = m.sale_line_id left join sale_order o on o.id = l.order_id
     where m.origin_returned_move_id is not null and y.code = 'incoming' and p.commercial_partner_id = $1 and k.company_id = $2
     group by k.id, k.name, k.create_date, k.state`,
    [id, db.company, db.timeZone],
  );
