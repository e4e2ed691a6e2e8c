import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';
import { idOf, unknownCustomer } from './support.ts';

const named = z.object({ rec_name: z.string() }).nullish();
const headerSchema = z.looseObject({
  invoice_address: z.number().nullish(),
  shipment_address: z.number().nullish(),
  payment_term: z.number().nullish(),
  'payment_term.': named,
  price_list: z.number().nullish(),
});
export type SaleHeader = {
  party: number;
  invoiceAddress: number | null;
  shipmentAddress: number | null;
  paymentTerm: number | null;
  paymentTerms: string | null;
  priceList: number | null;
};

/**
 * What Tryton puts at the head of a new order for this customer: addresses, payment term and price list, its own defaults included. `create`
 * over RPC fills in none of them.
 */
export async function saleHeader(
  client: TrytonClient,
  { company }: Installation,
  customerId: string,
  currency: number,
  call: Call,
): Promise<SaleHeader> {
  const party = idOf(customerId);
  if (party === null) throw unknownCustomer(customerId);
  const values = { id: -1, party, company: company.id, currency, lines: [] };
  try {
    const header = await client.onChange('sale.sale', values, ['party'], headerSchema, call);
    return {
      party,
      invoiceAddress: header.invoice_address ?? null,
      shipmentAddress: header.shipment_address ?? null,
      paymentTerm: header.payment_term ?? null,
      paymentTerms: header['payment_term.']?.rec_name ?? null,
      priceList: header.price_list ?? null,
    };
  } catch (error) {
    // Choosing a customer knows no business rules: what is refused is that there is none.
    if (error instanceof ErpError && error.kind === 'refused') throw unknownCustomer(customerId);
    throw error;
  }
}
