/** Tryton's orders and returns straight from their lines, moves and invoices. */
import type pg from 'pg';
import { z } from 'zod';
import { lineAmount, rows, saleSums, text } from './tryton-sql.ts';

/** What has left for a line, in its own unit: of a kit as many as its slowest component, without the rest of one. */
const gone = `gone as (
  select l.id as line, coalesce(
    (select floor(min(abs(moved.quantity) / abs(c.quantity::numeric)) * abs(l.quantity::numeric) * 10 ^ u.digits) / 10 ^ u.digits
     from sale_line_component c cross join lateral (
       select coalesce(sum(m.quantity::numeric * mu.factor::numeric), 0) / cu.factor::numeric as quantity
       from product_uom cu left join stock_move m on m.origin = 'sale.line.component,' || c.id and m.state = 'done'
       left join product_uom mu on mu.id = m.uom where cu.id = c.unit group by cu.factor) moved
     where c.line = l.id),
    (select round(coalesce(sum(m.quantity::numeric * mu.factor::numeric), 0) / u.factor::numeric, 12)
     from stock_move m join product_uom mu on mu.id = m.uom where m.origin = 'sale.line,' || l.id and m.state = 'done'), 0) as quantity
  from sale_line l left join product_uom u on u.id = l.unit where l.type = 'line')`;
const invoiced = `invoiced as (
  select distinct l.sale, i.id, i.state, i.number from sale_line l join account_invoice_line il on il.origin = 'sale.line,' || l.id
  join account_invoice i on i.id = il.invoice)`;
/** All of it comes back, or a complaint brought it about. */
const below = `(coalesce(s.origin, '') like 'sale.complaint,%' or (
  exists (select 1 from sale_line l where l.sale = s.id and l.type = 'line' and l.product is not null)
  and not exists (select 1 from sale_line l where l.sale = s.id and l.type = 'line' and l.product is not null and l.quantity >= 0)))`;

export const orders = (db: pg.Pool, party: number) =>
  rows(
    db,
    z.object({ id: z.number(), status: z.string(), day: z.string(), net: z.string(), total: z.string() }),
    `with ${gone}, ${invoiced}, goods as (
       select l.sale, abs(l.quantity::numeric) as wanted, g.quantity as gone
       from sale_line l join gone g on g.line = l.id join product_product p on p.id = l.product
       join product_template t on t.id = p.template where t.type <> 'service')
     select s.id, to_char(coalesce(s.sale_date, (s.create_date at time zone 'UTC' at time zone 'Europe/Berlin')::date), 'YYYY-MM-DD') as day,
       coalesce(s.untaxed_amount_cache, (select net from (${saleSums}) sums where sums.id = s.id))::text as net,
       coalesce(s.total_amount_cache, (select net + tax from (${saleSums}) sums where sums.id = s.id))::text as total,
       case when s.state = 'cancelled' then 'cancelled' when s.state in ('draft', 'quotation') then 'draft'
         when s.state <> 'done' and s.shipment_state <> 'sent' and exists (select 1 from goods g where g.sale = s.id and g.gone < g.wanted)
           then case when exists (select 1 from goods g where g.sale = s.id and g.gone > 0) then 'partly_delivered' else 'confirmed' end
         when s.invoice_state = 'paid' or (exists (select 1 from invoiced i where i.sale = s.id) and not exists (
           select 1 from invoiced i where i.sale = s.id and i.state not in ('posted', 'paid'))) then 'invoiced'
         when exists (select 1 from goods g where g.sale = s.id) then 'delivered' else 'confirmed' end as status
     from sale_sale s where s.party = $1 and not ${below} order by s.id`,
    [party],
  );
export const orderLines = (db: pg.Pool, sale: number) =>
  rows(
    db,
    z.object({ quantity: z.string(), delivered: z.string(), price: z.string(), net: z.string() }),
    `with ${gone} select l.quantity::numeric::text as quantity, l.unit_price::text as price, ${lineAmount}::text as net,
       (case when l.quantity < 0 then -g.quantity else g.quantity end)::text as delivered
     from sale_line l join gone g on g.line = l.id where l.sale = $1 and l.type = 'line' order by l.sequence nulls first, l.id`,
    [sale],
  );

export const returns = (db: pg.Pool, party: number) =>
  rows(
    db,
    z.object({
      id: z.string(),
      number: text,
      description: text,
      day: z.string(),
      ordernumber: text,
      quantity: text,
      credit: text,
      status: text,
    }),
    `select c.id::text as id, c.number, c.description, to_char(c.date, 'YYYY-MM-DD') as day,
       coalesce((select s.number from sale_sale s where 'sale.sale,' || s.id = c.origin),
         (select s.number from sale_line l join sale_sale s on s.id = l.sale where 'sale.line,' || l.id = c.origin)) as ordernumber,
       (select a.quantity::numeric::text from sale_complaint_action a where a.complaint = c.id and c.origin like 'sale.line,%' limit 1) as quantity,
       null as credit, null as status
     from sale_complaint c where c.customer = $1
     union all
     select 'sale-' || s.id, s.number, s.comment,
       to_char(coalesce(s.sale_date, (s.create_date at time zone 'UTC' at time zone 'Europe/Berlin')::date), 'YYYY-MM-DD'),
       (select o.number from sale_sale o where 'sale.sale,' || o.id = s.origin),
       (select (-l.quantity::numeric)::text from sale_line l where l.sale = s.id and l.type = 'line' order by l.sequence nulls first, l.id limit 1),
       (select sum(abs((select sum(${lineAmount}) from account_invoice_line l where l.invoice = i.id and l.type = 'line')
          + coalesce((select sum(t.amount) from account_invoice_tax t where t.invoice = i.id), 0)))::text from account_invoice i where i.state in ('posted', 'paid') and i.id in (
          select il.invoice from account_invoice_line il join sale_line l on il.origin = 'sale.line,' || l.id where l.sale = s.id)),
       case when s.state = 'cancelled' then 'rejected' when s.state in ('draft', 'quotation') then 'requested'
         when not exists (select 1 from sale_line l where l.sale = s.id and l.type = 'line' and l.quantity < 0 and -l.quantity::numeric > (
             select coalesce(sum(abs(il.quantity::numeric)), 0) from account_invoice_line il join account_invoice i on i.id = il.invoice
             where il.origin = 'sale.line,' || l.id and i.state in ('posted', 'paid'))) then 'credited'
         when exists (select 1 from account_invoice i join account_invoice_line il on il.invoice = i.id join sale_line l on il.origin = 'sale.line,' || l.id
             where l.sale = s.id and i.state in ('posted', 'paid')) then 'partly_credited'
         when exists (select 1 from stock_shipment_out_return r join stock_move m on m.shipment = 'stock.shipment.out.return,' || r.id
             join sale_line l on m.origin = 'sale.line,' || l.id where l.sale = s.id)
           and not exists (select 1 from stock_shipment_out_return r join stock_move m on m.shipment = 'stock.shipment.out.return,' || r.id
             join sale_line l on m.origin = 'sale.line,' || l.id where l.sale = s.id and r.state not in ('received', 'done')) then 'received'
         else 'approved' end
     from sale_sale s where s.party = $1 and ${below} and coalesce(s.origin, '') not like 'sale.complaint,%'`,
    [party],
  );
