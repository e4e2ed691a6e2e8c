import { add, type Decimal, decimal, subtract } from '@backroom/shared';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import type { Document } from './document.ts';
import { productsById } from './products.ts';
import { type Row, rowsForEach } from './rows.ts';

const zero = decimal('0');
type Place = { product: string; code: string; name: string; onHand: Decimal; available: Decimal };
async function toPlace(client: Client, { fields }: NonNullable<Document['stock']>, row: Row): Promise<Place> {
  const place = (name: string) => client.place(`stock.fields.${name}`, null);
  const amount = (name: 'reserved' | 'available') => coerced<Decimal>(fields[name], row, 'decimal', place(name));
  const onHand = await needed<Decimal>(fields.onHand, row, 'decimal', place('onHand'));
  const code = (await coerced<string>(fields.warehouse, row, 'text', place('warehouse'))) ?? '';
  const reserved = await amount('reserved');
  return {
    product: await needed(fields.product, row, 'text', place('product')),
    code,
    name: (await coerced<string>(fields.warehouseName, row, 'text', place('warehouseName'))) ?? code,
    onHand,
    available: (await amount('available')) ?? (reserved === null ? onHand : subtract(onHand, reserved)),
  };
}
/** Per warehouse and together. A product that is not stocked has no stock; one without a row has what the document says of it. */
export async function availability(
  client: Client,
  productIds: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const { stock } = client.document;
  if (!stock) return productIds.map(() => null);
  const [rows, products] = await Promise.all([
    rowsForEach(client, stock.of, productIds, { at: 'stock.of', signal }),
    productsById(client, productIds, signal),
  ]);
  const places = await Promise.all(rows.map((row) => toPlace(client, stock, row)));
  return productIds.map((productId, index) => {
    const product = products?.[index];
    const own = places.filter((each) => each.product === productId);
    if (product === null || product?.stocked === false) return null;
    if (own.length === 0 && (stock.absent === 'unknown' || !product)) return null;
    const onHand = add(zero, ...own.map((each) => each.onHand));
    const available = add(zero, ...own.map((each) => each.available));
    const warehouses = own
      .filter(({ code }) => code !== '')
      .map(({ code, name, onHand: here, available: free }) => ({ code, name, onHand: here, available: free }));
    return fit(
      availabilitySchema,
      { productId, onHand, reserved: subtract(onHand, available), available, incoming: [], warehouses },
      'stock.fields',
    );
  });
}
