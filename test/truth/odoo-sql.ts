/** Odoo's numbers straight from its tables, of 16 and of 19. Money and quantities come as text: `pg` gives numerics as they are stored. */
import type pg from 'pg';
import { z } from 'zod';

const text = z.string().nullable();
export type Db = {
  pool: pg.Pool;
  company: number;
  timeZone: string /** 17 and later keep company-dependent values as JSON. */;
  json: boolean;
  /** Whether Manufacturing is installed, which brings kits. */
  kits: boolean;
};
export async function rows<Row extends z.ZodType>(db: Db, row: Row, sql: string, values: readonly unknown[] = []) {
  return z.array(row).parse((await db.pool.query(sql, [...values])).rows) as z.infer<Row>[];
}
export async function one<Row extends z.ZodType>(db: Db, row: Row, sql: string, values: readonly unknown[] = []) {
  const [found] = await rows(db, row, sql, values);
  if (found === undefined) throw new Error(`no row: ${sql}`);
  return found;
}

export async function open(pool: pg.Pool, company: number, timeZone: string): Promise<Db> {
  const { rows: found } = await pool.query(
    `select 1 from information_schema.columns where table_name = 'res_partner' and column_name = 'credit_limit' and data_type = 'jsonb'`,
  );
  const { rows: manufacturing } = await pool.query(`select 1 where to_regclass('mrp_bom') is not null`);
  return { pool, company, timeZone, json: found.length > 0, kits: manufacturing.length > 0 };
}
export const today = async (db: Db) =>
  (
    await one(db, z.object({ day: z.string() }), `select to_char(now() at time zone $1, 'YYYY-MM-DD') as day`, [
      db.timeZone,
    ])
  ).day;

const customerRow = z.object({ id: z.number(), ref: text });
export type Customer = z.infer<typeof customerRow>;
/** Companies and people of their own, without the company's users; those with orders or invoices first, and not many of the others. */
export const customers = (db: Db) =>
  rows(
    db,
    customerRow,
    `select p.id, p.ref from res_partner p where p.active and p.partner_share and p.commercial_partner_id = p.id
       and not exists (select 1 from res_company c where c.partner_id = p.id)
     order by not exists (select 1 from sale_order o where o.partner_id = p.id) and not exists (select 1 from account_move m where m.partner_id = p.id), p.id
     limit 100`,
  );
const isKit = `exists (select 1 from mrp_bom b where b.product_tmpl_id = t.id and b.type = 'phantom' and b.active)`;
const productRow = z.object({ id: z.number(), code: z.string(), stocked: z.boolean(), kit: z.boolean() });
export type Product = z.infer<typeof productRow>;
export const products = (db: Db) =>
  rows(
    db,
    productRow,
    `select p.id, p.default_code as code, ${db.json ? 'coalesce(t.is_storable, false)' : `t.detailed_type = 'product'`} as stocked, ${db.kits ? isKit : 'false'} as kit
     from product_product p join product_template t on t.id = p.product_tmpl_id
     where p.active and t.active and t.sale_ok and p.default_code is not null
       and (t.company_id is null or t.company_id = $1) order by p.id`,
    [db.company],
  );

/** The value that a field has in the company: a column of JSON, or a row among the properties, or the properties' default. */
export const property = (db: Db, name: string, kind: 'number' | 'link') =>
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

export const inside = (
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

export const lastWarehouse = async (db: Db, customer: number) =>
  (
    await one(
      db,
      z.object({ id: z.number() }),
      `select warehouse_id as id from sale_order where partner_id = $1 order by id desc limit 1`,
      [customer],
    )
  ).id;

const included = (db: Db) => (db.json ? `t.price_include_override = 'tax_included'` : 't.price_include');
const lineRow = z.object({
  price: z.string(),
  quantity: z.string(),
  delivered: z.string(),
  tax: text,
  net: z.string(),
});
/** Net unit price: after discount, and without the taxes that are part of it; `odd`: one of these is no percentage, so it is taken from the line's net amount. Odoo stores floats: what stands at the tenth place is their noise. */
export const orderLines = (db: Db, order: number) =>
  rows(
    db,
    lineRow,
    `select trim_scale(case when x.odd and l.product_uom_qty <> 0 then round(l.price_subtotal::numeric / l.product_uom_qty::numeric, 6) when x.rate = 0 then round(l.price_unit::numeric * (1 - coalesce(l.discount, 0)::numeric / 100), 9)
         else round(l.price_unit::numeric * (1 - coalesce(l.discount, 0)::numeric / 100) / (1 + x.rate / 100), 6) end)::text as price,
       l.product_uom_qty::text as quantity, coalesce(l.qty_delivered, 0)::text as delivered, x.whole::text as tax, l.price_subtotal::text as net
     from sale_order_line l cross join lateral (
       select coalesce(sum(t.amount) filter (where ${included(db)}), 0) as rate, coalesce(sum(t.amount), 0) as whole,
         coalesce(bool_or(t.amount_type <> 'percent') filter (where ${included(db)}), false) as odd
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
      net: z.string(),
      state: z.string(),
      currency: z.string(),
    }),
    `select o.id, o.name as number, to_char(o.date_order at time zone 'UTC' at time zone $3, 'YYYY-MM-DD') as day,
       o.amount_total::text as total, o.amount_untaxed::text as net, o.state, c.name as currency
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
