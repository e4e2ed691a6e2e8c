import type { Decimal } from '@backroom/shared';
import { z } from 'zod';
import type { CustomerRow } from './customers.ts';
import { RESOURCE } from './facts.ts';
import { among } from './query.ts';
import type { Session } from './session.ts';
import { amount, id, idsOf, optionalId } from './values.ts';

const codeRow = z.object({ id, tax_rate: amount });
const productRow = z.object({ id, tax_code_id: optionalId });

/** The tax of each product for a customer, in percent. [K] That of the customer counts where it is said to be the default of its orders. */
export async function taxesOf(
  { client, remember }: Session,
  customer: CustomerRow,
  products: readonly string[],
  signal: AbortSignal,
): Promise<(product: string) => Decimal | null> {
  if (customer.use_tax_code_as_default) return () => customer.default_tax_rate;
  const [codes, lists] = await Promise.all([
    remember('taxes', () => client.query(codeRow, { resource: RESOURCE.taxCodes }, signal)),
    Promise.all(
      among('id', idsOf(products)).map((where) =>
        client.query(productRow, { resource: RESOURCE.products, select: Object.keys(productRow.shape), where }, signal),
      ),
    ),
  ]);
  const rates = new Map(codes.map((row) => [row.id, row.tax_rate]));
  const codeOf = new Map(lists.flat().map((row) => [row.id, row.tax_code_id]));
  return (product) => rates.get(codeOf.get(product) ?? '') ?? null;
}
