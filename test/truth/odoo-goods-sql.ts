/** What can be sold, and what came back, straight from Odoo's tables. */
import { z } from 'zod';
import { type Db, inside, one, rows } from './odoo-sql.ts';

const text = z.string().nullable();

/** What of a kit the components on hand in a warehouse allow; null for what is no kit. */
export async function kit(db: Db, product: number, warehouse: number) {
  if (!db.kits) return null;
  const [row] = await rows(
    db,
    z.object({ onhand: text, available: text }),
    `select floor(min(x.onhand / x.each))::text as onhand, floor(min(x.free / x.each))::text as available from (
       select c.product_id, sum(c.product_qty / b.product_qty) as each,
         (select coalesce(sum(q.quantity), 0) from stock_quant q, stock_warehouse w where q.product_id = c.product_id and w.id = $2 and ${inside('q.location_id')}) as onhand,
         (select coalesce(sum(q.quantity - q.reserved_quantity), 0) from stock_quant q, stock_warehouse w
            where q.product_id = c.product_id and w.id = $2 and ${inside('q.location_id')}) as free
       from mrp_bom b join mrp_bom_line c on c.bom_id = b.id join product_product p on p.product_tmpl_id = b.product_tmpl_id
         join product_product cp on cp.id = c.product_id join product_template ct on ct.id = cp.product_tmpl_id
       where p.id = $1 and b.type = 'phantom' and b.active and ${db.json ? 'ct.is_storable' : `ct.detailed_type = 'product'`} group by c.product_id) x`,
    [product, warehouse],
  );
  return row?.onhand == null ? null : row;
}

/** What an order may take today: free in the warehouse, less what confirmed orders wait for there. */
export const available = (db: Db, product: number, warehouse: number) =>
  one(
    db,
    z.object({ onhand: z.string(), available: z.string() }),
    `select f.onhand::text, (f.free - g.waiting)::text as available from
       (select coalesce(sum(q.quantity), 0) as onhand, coalesce(sum(q.quantity - coalesce(q.reserved_quantity, 0)), 0) as free
          from stock_quant q, stock_warehouse w where q.product_id = $1 and w.id = $2 and ${inside('q.location_id')}) f,
       (select coalesce(sum(m.product_qty - coalesce((select sum(d.${db.json ? 'quantity_product_uom' : 'reserved_qty'}) from stock_move_line d where d.move_id = m.id), 0)), 0) as waiting
          from stock_move m, stock_warehouse w where m.product_id = $1 and w.id = $2 and ${inside('m.location_id')}
            and not ${inside(db.json ? 'coalesce(m.location_final_id, m.location_dest_id)' : 'm.location_dest_id')} and m.state in ('waiting', 'confirmed', 'partially_available')
            and not exists (select 1 from stock_move_move_rel r where r.move_dest_id = m.id)) g`,
    [product, warehouse],
  );

/** How many of the reference unit a unit is: before 18 its `factor` is the inverse. */
const size = (db: Db, unit: string) => (db.json ? `${unit}.factor` : `(1 / ${unit}.factor)`);
const lineUnit = (db: Db) => (db.json ? 'product_uom_id' : 'product_uom');
/** `back`: in the unit of the order's line, where all is of one line and no kit. `credited`: posted credit notes, where the order has one return. */
export const returns = (db: Db, id: number) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      day: z.string(),
      state: z.string(),
      ordernumber: text,
      back: text,
      credited: text,
    }),
    `select k.id, k.name as number, to_char(k.create_date at time zone 'UTC' at time zone $3, 'YYYY-MM-DD') as day, k.state, min(o.name) as ordernumber,
       case when count(distinct l.id) = 1 and bool_and(m.product_id = l.product_id) then trim_scale(round(sum(m.product_uom_qty * ${size(db, 'u')} / ${size(db, 's')})::numeric, 6))::text end as back,
       case when count(distinct l.id) = 1 and (select count(distinct k2.id) from stock_picking k2 join stock_move m2 on m2.picking_id = k2.id
             where m2.origin_returned_move_id is not null and m2.sale_line_id = min(l.id)) = 1 then (
         select trim_scale(round(coalesce(sum(i.quantity * ${size(db, 'iu')} / ${size(db, 'su')}), 0)::numeric, 6))::text from sale_order_line_invoice_rel r join account_move_line i on i.id = r.invoice_line_id
           join account_move c on c.id = i.move_id join uom_uom iu on iu.id = i.product_uom_id join sale_order_line sl on sl.id = r.order_line_id
           join uom_uom su on su.id = sl.${lineUnit(db)}
         where r.order_line_id = min(l.id) and c.move_type = 'out_refund' and c.state = 'posted' and c.create_date >= k.create_date) end as credited
     from stock_picking k join stock_move m on m.picking_id = k.id join stock_picking_type y on y.id = k.picking_type_id
       join res_partner p on p.id = k.partner_id join uom_uom u on u.id = m.product_uom
       left join sale_order_line l on l.id = m.sale_line_id left join sale_order o on o.id = l.order_id left join uom_uom s on s.id = l.${lineUnit(db)}
     where m.origin_returned_move_id is not null and y.code = 'incoming' and p.commercial_partner_id = $1 and k.company_id = $2
     group by k.id, k.name, k.create_date, k.state`,
    [id, db.company, db.timeZone],
  );
