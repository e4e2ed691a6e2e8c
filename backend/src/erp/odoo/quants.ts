import { z } from 'zod';
import { exact, link } from '../transport/odoo/values.ts';
import type { Session } from './session.ts';

/** What is on hand in each place. `read_group` was replaced by another method in 19, whose sums have other names. */
export async function quantsOf(
  session: Session,
  productIds: readonly number[],
  roots: readonly number[],
  signal: AbortSignal,
) {
  const domain = [
    ['product_id', 'in', productIds],
    ['location_id', 'child_of', roots],
  ];
  const groupby = ['product_id', 'location_id'];
  if (session.transport.major >= 19) {
    const row = z.object({
      product_id: link,
      location_id: link,
      'quantity:sum': z.number(),
      'reserved_quantity:sum': z.number(),
    });
    const aggregates = ['quantity:sum', 'reserved_quantity:sum'];
    const args = { domain, groupby, aggregates };
    const rows = await session.ask(z.array(row), {
      model: 'stock.quant',
      method: 'formatted_read_group',
      args,
      signal,
    });
    return rows.map((each) => ({
      product: each.product_id?.[0],
      place: each.location_id?.[0],
      onHand: exact(each['quantity:sum']),
      reserved: exact(each['reserved_quantity:sum']),
    }));
  }
  const row = z.object({ product_id: link, location_id: link, quantity: z.number(), reserved_quantity: z.number() });
  const args = { domain, fields: ['quantity:sum', 'reserved_quantity:sum'], groupby, lazy: false };
  const rows = await session.ask(z.array(row), { model: 'stock.quant', method: 'read_group', args, signal });
  return rows.map((each) => ({
    product: each.product_id?.[0],
    place: each.location_id?.[0],
    onHand: exact(each.quantity),
    reserved: exact(each.reserved_quantity),
  }));
}
