/** Tryton's numbers straight from its tables. Money and quantities come as text: `pg` gives numerics as they are stored. */
import type pg from 'pg';
import { z } from 'zod';

export async function rows<Row extends z.ZodType>(db: pg.Pool, row: Row, sql: string, values: readonly unknown[] = []) {
  return z.array(row).parse((await db.query(sql, [...values])).rows) as z.infer<Row>[];
}
export async function one<Row extends z.ZodType>(
  db: pg.Pool,
  row: Row,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.infer<Row>> {
  const [found] = await rows(db, row, sql, values);
  if (found === undefined) throw new Error(`no row: ${sql}`);
  return found;
}
export const text = z.string().nullable();
/** Two places, ties to the even digit: so Tryton's currencies round, where PostgreSQL rounds away from zero. */
const cents = (amount: string) =>
  `(case when abs(${amount} * 100 - trunc(${amount} * 100)) = 0.5 then 2 * round(${amount} * 50) / 100 else round(${amount}, 2) end)`;
export const lineAmount = cents('(l.quantity::numeric * l.unit_price)');

export async function today(db: pg.Pool, timeZone: string): Promise<string> {
  const row = z.object({ day: z.string() });
  return (await one(db, row, `select to_char(now() at time zone $1, 'YYYY-MM-DD') as day`, [timeZone])).day;
}

const customerRow = z.object({ id: z.number() });
export type Customer = z.infer<typeof customerRow>;
/** Everybody but the company itself and who only sells to it. */
export const customers = (db: pg.Pool) =>
  rows(
    db,
    customerRow,
    `select p.id from party_party p
     where p.active and p.id <> (select party from company_company limit 1)
       and exists (select 1 from party_address a where a.party = p.id) and p.name <> 'Großhandel Süd GmbH' order by p.id`,
  );
const productRow = z.object({
  id: z.number(),
  code: z.string(),
  type: z.string(),
  consumable: z.boolean(),
  digits: z.number(),
  /** Brings further lines along when it is ordered: refused by the adapter. */
  bundle: z.boolean(),
});
export type Product = z.infer<typeof productRow>;
export const products = (db: pg.Pool) =>
  rows(
    db,
    productRow,
    `select p.id, p.code, t.type, coalesce(t.consumable, false) as consumable, u.digits,
       t.type <> 'kit' and exists (select 1 from product_component c where c.parent_template = t.id) as bundle
     from product_product p join product_template t on t.id = p.template join product_uom u on u.id = t.sale_uom
     where p.active and t.salable order by p.id`,
  );

export const customer = (db: pg.Pool, id: number) =>
  one(
    db,
    z.object({ code: text, name: text, vat: text, city: text, term: text }),
    `select p.code, p.name,
       (select i.code from party_identifier i where i.party = p.id and i.type = 'eu_vat' order by i.sequence, i.id limit 1) as vat,
       (select a.city from party_address a where a.party = p.id and a.active order by a.sequence nulls first, a.id limit 1) as city,
       (select t.name from party_party_payment_term pt join account_invoice_payment_term t on t.id = pt.customer_payment_term
        where pt.party = p.id limit 1) as term
     from party_party p where p.id = $1`,
    [id],
  );

export async function listPrice(db: pg.Pool, product: number): Promise<string> {
  const sql = `select trim_scale(l.list_price * (s.factor / d.factor)::numeric)::text as price
    from product_product p join product_template t on t.id = p.template join product_list_price l on l.template = t.id
    join product_uom d on d.id = t.default_uom join product_uom s on s.id = t.sale_uom where p.id = $1`;
  return (await one(db, z.object({ price: z.string() }), sql, [product])).price;
}
export async function taxPercent(db: pg.Pool, taxes: readonly number[]): Promise<string> {
  const sql = 'select coalesce(trim_scale(sum(rate) * 100), 0)::text as percent from account_tax where id = any($1)';
  return (await one(db, z.object({ percent: z.string() }), sql, [taxes])).percent;
}

/** Tax as Tryton rounds it by default: once a tax, over its lines' amounts before they are rounded (`_get_taxes` in its account/tax.py). */
export const saleSums = `
  select s.id, coalesce(net.amount, 0) as net, coalesce(tax.amount, 0) as tax from sale_sale s
  left join lateral (select sum(${lineAmount}) as amount from sale_line l where l.sale = s.id and l.type = 'line') net on true
  left join lateral (select sum(per.amount) as amount from (
    select ${cents('sum(l.quantity::numeric * l.unit_price * t.rate)')} as amount
    from sale_line l join sale_line_account_tax lt on lt.line = l.id join account_tax t on t.id = lt.tax
    where l.sale = s.id and l.type = 'line' group by t.id, t.rate) per) tax on true`;
export const sums = (db: pg.Pool, sale: number) =>
  one(
    db,
    z.object({ net: z.string(), tax: z.string(), total: z.string() }),
    `select net::text, tax::text, (net + tax)::text as total from (${saleSums} where s.id = $1) sums`,
    [sale],
  );
