/** Tryton's stock straight from its moves: on hand, promised, quoted and to come, of products and of kits. */
import type pg from 'pg';
import { z } from 'zod';
import { rows } from './tryton-sql.ts';

/** Where a place belongs: the warehouse whose tree it stands in. */
const places = `places as (
  select l.id, w.id as warehouse from stock_location l
  join stock_location w on w.type = 'warehouse' and (l.id in (w.input_location, w.output_location, w.storage_location, w.picking_location)
    or l.parent = w.id or exists (select 1 from stock_location s where s.id in (w.input_location, w.output_location, w.storage_location)
      and l.left >= s.left and l.right <= s.right)))`;
/** What a product is counted from: itself, or the components of a kit and how many one kit takes. */
const parts = `parts as (
  select $1::int as product, 1::numeric as each, false as kit where not exists (
    select 1 from product_product p join product_template t on t.id = p.template where p.id = $1 and t.type = 'kit')
  union all
  select c.product, c.quantity::numeric * u.factor::numeric / d.factor::numeric, true
  from product_component c join product_uom u on u.id = c.unit join product_product cp on cp.id = c.product
  join product_template ct on ct.id = cp.template join product_uom d on d.id = ct.default_uom
  join product_product p on p.id = $1 join product_template t on t.id = p.template and t.type = 'kit'
  where c.parent_product = p.id or (c.parent_template = t.id and c.parent_product is null))`;
const flows = `flows as (
  select m.product, f.warehouse as source, t.warehouse as target, m.internal_quantity::numeric as quantity, m.state, m.effective_date,
    m.planned_date
  from stock_move m left join places f on f.id = m.from_location left join places t on t.id = m.to_location
  where m.product in (select product from parts) and f.warehouse is distinct from t.warehouse)`;
/** Quotations hold goods where Tryton's module for it is active, which it is in the lab. */
const quoted = `quoted as (
  select l.product, s.warehouse, sum(l.quantity::numeric * u.factor::numeric / d.factor::numeric) as quantity
  from sale_line l join sale_sale s on s.id = l.sale join product_uom u on u.id = l.unit
  join product_product p on p.id = l.product join product_template t on t.id = p.template join product_uom d on d.id = t.default_uom
  where s.state in ('quotation', 'confirmed') and l.quantity > 0 and coalesce(s.sale_date, $2::date) <= $2::date
  group by l.product, s.warehouse)`;
const levels = `levels as (
  select w.id, w.code, part.product, part.each, part.kit,
    coalesce((select sum(quantity) from flows where product = part.product and target = w.id and state = 'done' and effective_date <= $2), 0)
    - coalesce((select sum(quantity) from flows where product = part.product and source = w.id and state = 'done' and effective_date <= $2), 0)
      as onhand,
    coalesce((select sum(quantity) from flows where product = part.product and source = w.id and state in ('draft', 'assigned')), 0)
    + coalesce((select quantity from quoted q where q.product = part.product and q.warehouse = w.id), 0) as reserved
  from stock_location w cross join parts part where w.type = 'warehouse')`;
/** From the unit of stock to that of sale. */
const turned = (quantity: string) => `trim_scale(round(${quantity} * (
  select d.factor::numeric from product_product pp join product_template tt on tt.id = pp.template
  join product_uom d on d.id = tt.default_uom where pp.id = $1) / (
  select s.factor::numeric from product_product pp join product_template tt on tt.id = pp.template
  join product_uom s on s.id = tt.sale_uom where pp.id = $1), 12))::text`;
const made = (quantity: string) => `min(case when kit then floor((${quantity}) / each) else ${quantity} end)`;

export const stock = (db: pg.Pool, product: number, day: string) =>
  rows(
    db,
    z.object({ code: z.string(), onhand: z.string(), available: z.string() }),
    `with recursive ${places}, ${parts}, ${flows}, ${quoted}, ${levels},
       sums as (select code, ${made('onhand')} as onhand, ${made('onhand - reserved')} as available from levels group by code)
     select code, ${turned('onhand')} as onhand, ${turned('available')} as available from sums order by code`,
    [product, day],
  );

/** What comes to the warehouse that orders leave from, which is the oldest: of a kit, how many more each day makes. */
export const incoming = (db: pg.Pool, product: number, day: string) =>
  rows(
    db,
    z.object({ day: z.string(), code: z.string(), quantity: z.string() }),
    `with recursive ${places}, ${parts}, ${flows}, ${quoted}, ${levels},
       home as (select * from levels where id = (select min(id) from stock_location where type = 'warehouse')),
       days as (select distinct planned_date as day from flows
         where state in ('draft', 'assigned') and planned_date >= $2 and target = (select min(id) from home)),
       upto as (select d.day, h.code, ${made(`(onhand - reserved + coalesce((select sum(f.quantity) from flows f where f.product = h.product
           and f.target = h.id and f.state in ('draft', 'assigned') and f.planned_date >= $2 and f.planned_date <= d.day), 0))`)} as there,
         ${made('(onhand - reserved)')} as now
         from days d cross join home h group by d.day, h.code),
       steps as (select day, code, there - lag(there, 1, now) over (order by day) as quantity from upto)
     select to_char(day, 'YYYY-MM-DD') as day, code, ${turned('quantity')} as quantity from steps where quantity > 0 order by 1`,
    [product, day],
  );
