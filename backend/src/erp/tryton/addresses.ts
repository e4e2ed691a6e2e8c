import { type ErpAddress, erpAddressIdSchema, type OrderAddress, type PostalAddress } from '@backroom/shared';
import { z } from 'zod';
import type { ErpError } from '../contract/errors.ts';
import { sameAddress } from '../kit/address.ts';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { countryIdOf } from './party-create.ts';
import { saleHeader } from './sale-header.ts';
import { idOf, refused, survivorOf, type Tryton } from './support.ts';

export const addressRow = z.object({
  id: z.number(),
  party_name: z.string().nullable(),
  street: z.string().nullable(),
  postal_code: z.string().nullable(),
  city: z.string().nullable(),
  'country.': z.object({ code: z.string() }).nullable(),
});
export const addressFields = ['party_name', 'street', 'postal_code', 'city', 'country.code'] as const;
export const toAddress = (row: z.infer<typeof addressRow>): PostalAddress => ({
  name: row.party_name || null,
  street: row.street || null,
  postalCode: row.postal_code || null,
  city: row.city || null,
  country: row['country.']?.code ?? null,
});

/** Tryton takes any address of the party for both; the usual ones are those that a new order gets. */
export async function addressesOf(tryton: Tryton, customerId: string, call: Call): Promise<ErpAddress[]> {
  const { client, installation } = tryton;
  const there = await installation(call.signal, 'party.party', 'party.address', 'sale.sale');
  const party = await survivorOf(client, customerId, call);
  const [rows, header] = await Promise.all([
    client.search(
      'party.address',
      { domain: [['party', '=', party]], fields: addressFields, row: addressRow, order: [['id', 'ASC']] },
      call,
    ),
    saleHeader(client, there, String(party), there.company.currencyId, call),
  ]);
  return rows.map((row) => ({
    ...toAddress(row),
    id: erpAddressIdSchema.parse(String(row.id)),
    uses: ['delivery', 'invoice'],
    usual: [
      ...(header.shipmentAddress === row.id ? (['delivery'] as const) : []),
      ...(header.invoiceAddress === row.id ? (['invoice'] as const) : []),
    ],
  }));
}

/** `make`: an address that is written with the order; until then it has no id. */
export type Place = { id: number | null; make: ((call: Call) => Promise<number>) | null };
const nowhere: Place = { id: null, make: null };

/**
 * Where an order or its invoice goes, or what keeps it from going there. An address of this order only becomes one of the party: Tryton has no other
 * place for it. One that is written alike is taken.
 */
export async function placeOf(
  tryton: Tryton,
  there: Installation,
  customerId: string,
  asked: OrderAddress | undefined,
  field: 'deliverTo' | 'invoiceTo',
  call: Call,
): Promise<{ place: Place; problem: ErpError | null }> {
  if (!asked) return { place: nowhere, problem: null };
  const all = await addressesOf(tryton, customerId, call);
  const known = all.find((each) => (asked.kind === 'known' ? each.id === asked.id : sameAddress(each, asked.address)));
  if (known) return { place: { id: idOf(known.id), make: null }, problem: null };
  if (asked.kind === 'known')
    return { place: nowhere, problem: refused(`${field}.id`, `The customer has no address ${asked.id} in Tryton.`) };
  const { name, street, postalCode, city, country } = asked.address;
  if (!street || !city || !country)
    return { place: nowhere, problem: refused(`${field}.address`, 'An address needs street, city and country.') };
  const values = {
    party: idOf(customerId),
    party_name: name,
    street,
    postal_code: postalCode,
    city,
    country: await countryIdOf(tryton.client, country, call),
    ...(there.hasModule('stock') ? { delivery: field === 'deliverTo' } : {}),
  };
  return { place: { id: null, make: (later) => tryton.client.create('party.address', values, later) }, problem: null };
}
