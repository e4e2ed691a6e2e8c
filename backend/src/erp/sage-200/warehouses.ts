import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { RESOURCE } from './facts.ts';
import type { Session } from './session.ts';
import { blank, flag, id } from './values.ts';

const warehouseRow = z.object({ id, name: blank, use_for_sales_trading: flag });
type Warehouse = z.output<typeof warehouseRow>;

const warehousesOf = (session: Session, signal: AbortSignal): Promise<Warehouse[]> =>
  session.remember('warehouses', () =>
    session.client.query(
      warehouseRow,
      { resource: RESOURCE.warehouses, select: Object.keys(warehouseRow.shape) },
      signal,
    ),
  );
/** The warehouse of new lines, of which Sage 200 requires one. */
export async function warehouseFor(session: Session, signal: AbortSignal): Promise<Warehouse> {
  const { warehouse } = session.settings;
  const all = await warehousesOf(session, signal);
  const sold = all.filter((each) => each.use_for_sales_trading);
  const fitting =
    warehouse === null
      ? sold.length > 0
        ? sold
        : all
      : all.filter(({ name }) => name?.toLowerCase() === warehouse.toLowerCase());
  const [only, another] = fitting;
  if (only && !another) return only;
  const names = (sold.length > 0 ? sold : all).flatMap(({ name }) => name ?? []).sort();
  throw new ErpError('refused', another ? 'several warehouses' : `no warehouse ${warehouse}`, {
    field: 'warehouse',
    words: `${another ? 'Sage 200 has several warehouses for sales: enter in the connection which one orders are from.' : `Sage 200 has no warehouse "${warehouse}".`} It has: ${names.join(', ')}.`,
  });
}
