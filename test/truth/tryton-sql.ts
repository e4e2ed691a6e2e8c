/** Tryton's numbers straight from its tables. Money and quantities come as text: `pg` gives numerics as they are stored. */
import type pg from 'pg';
import { z } from 'zod';

async function rows<Row extends z.ZodType>(db: pg.Pool, row: Row, sql: string, values: readonly unknown[] = []) {
  return z.array(row).parse((await db.query(sql, [...values])).rows) as z.infer<Row>[];
}
async function one<Row extends z.ZodType>(
  db: pg.Pool,
  row: Row,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.infer<Row>> {
  const [found] = await rows(db, row, sql, values);
  if (found === undefined) throw new Error(`no row: ${sql}`);
  return found;
}
const text = z.string().nullable();
/** Two places, ties to the even digit: so Tryton's currencies round, where PostgreSQL rounds away from zero. */
const cents = (amount: string) =>
  `(case when abs(${amount} * 100 - trunc(${amount} * 100)) = 0.5 then 2 * round(${amount} * 50) / 100 else round(${amount}, 2) end)`;
const lineAmount = cents('(l.quantity::numeric * l.unit_price)');

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
});
export type Product = z.infer<typeof productRow>;
export const products = (db: pg.Pool) =>
  rows(
    db,
    productRow,
    `select p.id, p.code, t.type, coalesce(t.consumable, false) as consumable, u.digits
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

/** Where a place belongs: the warehouse whose tree it stands in. */
const places = `places as (
  select l.id, w.id as warehouse from stock_location l
  join stock_location w on w.type = 'warehouse' and (l.id in (w.input_location, w.output_location, w.storage_location, w.picking_location)
    or l.parent = w.id or exists (select 1 from stock_location s where s.id in (w.input_location, w.output_location, w.storage_location)
      and l.left >= s.left and l.right <= s.right)))`;
/** In the unit of sale. */
const perUnit = `(select d.factor / s.factor from product_product pp join product_template tt on tt.id = pp.template
  join product_uom d on d.id = tt.default_uom join product_uom s on s.id = tt.sale_uom where pp.id = $1)`;
export const stock = (db: pg.Pool, product: number, day: string) =>
  rows(
    db,
    z.object({ code: z.string(), onhand: z.string(), available: z.string() }),
    `with recursive ${places}, flows as (
       select f.warehouse as source, t.warehouse as target, m.internal_quantity::numeric as quantity, m.state, m.effective_date
       from stock_move m left join places f on f.id = m.from_location left join places t on t.id = m.to_location
       where m.product = $1 and f.warehouse is distinct from t.warehouse),
     sums as (
       select w.id, w.code,
         coalesce((select sum(quantity) from flows where target = w.id and state = 'done' and effective_date <= $2), 0)
         - coalesce((select sum(quantity) from flows where source = w.id and state = 'done' and effective_date <= $2), 0) as onhand,
         coalesce((select sum(quantity) from flows where source = w.id and state in ('draft', 'assigned')), 0) as reserved
       from stock_location w where w.type = 'warehouse')
     select code, trim_scale((onhand * ${perUnit}::numeric))::text as onhand,
       trim_scale(((onhand - reserved) * ${perUnit}::numeric))::text as available from sums order by code`,
    [product, day],
  );
export const incoming = (db: pg.Pool, product: number, day: string) =>
  rows(
    db,
    z.object({ day: z.string(), code: z.string(), quantity: z.string() }),
    `with ${places} select to_char(m.planned_date, 'YYYY-MM-DD') as day, w.code,
       trim_scale(sum(m.internal_quantity::numeric) * ${perUnit}::numeric)::text as quantity
     from stock_move m left join places f on f.id = m.from_location join places t on t.id = m.to_location
     join stock_location w on w.id = t.warehouse
     where m.product = $1 and m.state in ('draft', 'assigned') and m.planned_date >= $2 and f.warehouse is distinct from t.warehouse
     group by m.planned_date, w.code order by 1, 2`,
    [product, day],
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
const saleSums = `
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
export const orders = (db: pg.Pool, party: number) =>
  rows(
    db,
    z.object({ id: z.number(), status: z.string(), day: z.string(), total: z.string() }),
    `with goods as (
       select l.sale, l.quantity::numeric as wanted,
         coalesce((select sum(m.quantity::numeric) from stock_move m where m.origin = 'sale.line,' || l.id and m.state = 'done'), 0) as gone
       from sale_line l join product_product p on p.id = l.product join product_template t on t.id = p.template
       where l.type = 'line' and t.type <> 'service')
     select s.id, to_char(coalesce(s.sale_date, (s.create_date at time zone 'UTC' at time zone 'Europe/Berlin')::date), 'YYYY-MM-DD') as day,
       coalesce(s.total_amount_cache, (select net + tax from (${saleSums}) sums where sums.id = s.id))::text as total,
       case when s.state = 'cancelled' then 'cancelled' when s.state in ('draft', 'quotation') then 'draft'
         when exists (select 1 from goods g where g.sale = s.id and g.gone < g.wanted)
           then case when exists (select 1 from goods g where g.sale = s.id and g.gone > 0) then 'partly_delivered' else 'confirmed' end
         when s.invoice_state = 'paid' or (exists (select 1 from invoiced i where i.sale = s.id) and not exists (
           select 1 from invoiced i where i.sale = s.id and i.state not in ('posted', 'paid'))) then 'invoiced'
         when exists (select 1 from goods g where g.sale = s.id) then 'delivered' else 'confirmed' end as status
     from sale_sale s where s.party = $1 and coalesce(s.origin, '') not like 'sale.complaint,%' order by s.id`.replace(
      'with goods as (',
      `with invoiced as (select l.sale, i.state from sale_line l join account_invoice_line il on il.origin = 'sale.line,' || l.id
         join account_invoice i on i.id = il.invoice), goods as (`,
    ),
    [party],
  );
export const orderLines = (db: pg.Pool, sale: number) =>
  rows(
    db,
    z.object({ quantity: z.string(), delivered: z.string(), price: z.string() }),
    `select l.quantity::numeric::text as quantity, l.unit_price::text as price,
       coalesce((select sum(m.quantity::numeric) from stock_move m where m.origin = 'sale.line,' || l.id and m.state = 'done'), 0)::text as delivered
     from sale_line l where l.sale = $1 and l.type = 'line' order by l.sequence nulls first, l.id`,
    [sale],
  );

/** The receivable's entries behind an invoice that nothing has settled yet, payments among them. */
const unsettled = `
  select i.id as invoice, l.maturity_date, l.debit - l.credit as amount from account_invoice i
  join account_move_line l on l.account = i.account and l.reconciliation is null
    and (l.move = i.move or l.id in (select r.line from "account_invoice-account_move_line" r where r.invoice = i.id))`;
export const invoices = (db: pg.Pool, party: number, day: string) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      issued: z.string(),
      total: z.string(),
      open: z.string(),
      overdue: z.boolean(),
      due: text,
    }),
    `with entries as (${unsettled}), sums as (
       select i.id, i.number, i.state, to_char(i.invoice_date, 'YYYY-MM-DD') as issued,
         (select sum(${lineAmount}) from account_invoice_line l where l.invoice = i.id and l.type = 'line')
         + coalesce((select sum(t.amount) from account_invoice_tax t where t.invoice = i.id), 0) as total,
         coalesce((select sum(amount) from entries e where e.invoice = i.id), 0) as open,
         coalesce((select sum(amount) from entries e where e.invoice = i.id and (e.amount < 0 or e.maturity_date < $2)), 0) as late,
         (select to_char(min(maturity_date), 'YYYY-MM-DD') from entries e where e.invoice = i.id and e.amount > 0) as due,
         exists (select 1 from entries e where e.invoice = i.id and e.amount < 0) as paidpart
       from account_invoice i where i.party = $1 and i.type = 'out' and i.state in ('posted', 'paid'))
     select id, number, issued, abs(total)::text as total, case when state = 'posted' then abs(open) else 0 end::text as open,
       (state = 'posted' and total > 0 and late > 0) as overdue,
       case when state = 'posted' and total > 0 and not paidpart then due end as due from sums order by id`,
    [party, day],
  );

/** Payments pay what is due first: what a running sum leaves of each entry. */
const aged = `
  with entries as (
    select l.id, coalesce(m.origin, l.id::text) as document, l.maturity_date, l.debit - l.credit as amount
    from account_move_line l join account_move m on m.id = l.move join account_account a on a.id = l.account
    join account_account_type t on t.id = a.type
    where t.receivable and l.reconciliation is null and l.party = $1 and a.company = $2),
  running as (
    select document, maturity_date, amount,
      sum(amount) over (partition by document order by maturity_date nulls last, id) as upto,
      (select coalesce(-sum(c.amount), 0) from entries c where c.document = e.document and c.amount < 0) as paid
    from entries e where amount > 0),
  late as (
    select $3::date - maturity_date as days, greatest(0, least(amount, upto - paid)) as open
    from running where maturity_date < $3::date)`;
export async function credit(db: pg.Pool, party: number, company: number, day: string) {
  const limitRow = z.object({ limit: text, receivable: z.string(), orders: z.string(), blocked: z.boolean() });
  const figures = await one(
    db,
    limitRow,
    `select (select credit_limit_amount::text from party_party_credit_limit_amount where party = $1 and (company = $2 or company is null)
         order by company nulls last limit 1) as limit,
       (select coalesce(sum(l.debit - l.credit), 0)::text from account_move_line l join account_account a on a.id = l.account
        join account_account_type t on t.id = a.type where t.receivable and l.reconciliation is null and l.party = $1 and a.company = $2) as receivable,
       (select coalesce(sum(round(due, 2)), 0)::text from (
          select sum((l.quantity::numeric - coalesce((select sum(il.quantity::numeric) from account_invoice_line il join account_invoice i on i.id = il.invoice
            where il.origin = 'sale.line,' || l.id and i.move is not null), 0)) * l.unit_price) as due
          from sale_sale s join sale_line l on l.sale = s.id and l.type = 'line'
          where s.party = $1 and s.state in ('confirmed', 'processing') group by s.id) per) as orders,
       exists (select 1 from account_dunning d join account_dunning_level v on v.id = d.level join account_move_line l on l.id = d.line
         where l.party = $1 and l.reconciliation is null and v.credit_limit and not coalesce(d.blocked, false))
       and exists (select 1 from party_party_credit_limit_amount where party = $1 and credit_limit_amount is not null) as blocked`,
    [party, company],
  );
  const bucketRow = z.object({
    overdue: z.string(),
    one: z.string(),
    two: z.string(),
    three: z.string(),
    four: z.string(),
  });
  const {
    overdue,
    one: first,
    two,
    three,
    four,
  } = await one(
    db,
    bucketRow,
    `${aged} select coalesce(sum(open), 0)::text as overdue,
       coalesce(sum(open) filter (where days between 1 and 30), 0)::text as one,
       coalesce(sum(open) filter (where days between 31 and 60), 0)::text as two,
       coalesce(sum(open) filter (where days between 61 and 90), 0)::text as three,
       coalesce(sum(open) filter (where days > 90), 0)::text as four from late`,
    [party, company, day],
  );
  return { ...figures, overdue, buckets: [first, two, three, four] };
}

export const returns = (db: pg.Pool, party: number) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      description: text,
      day: z.string(),
      ordernumber: text,
      quantity: text,
    }),
    `select c.id, c.number, c.description, to_char(c.date, 'YYYY-MM-DD') as day,
       coalesce((select s.number from sale_sale s where 'sale.sale,' || s.id = c.origin),
         (select s.number from sale_line l join sale_sale s on s.id = l.sale where 'sale.line,' || l.id = c.origin)) as ordernumber,
       (select a.quantity::numeric::text from sale_complaint_action a where a.complaint = c.id and c.origin like 'sale.line,%' limit 1) as quantity
     from sale_complaint c where c.customer = $1 order by c.id`,
    [party],
  );
