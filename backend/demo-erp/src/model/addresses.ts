import {
  type ErpAddress,
  type ErpAddressId,
  erpAddressIdSchema,
  erpAddressSchema,
  type OrderAddress,
  type PostalAddress,
} from '@backroom/shared';
import { Refusal } from '../refusal.ts';
import type { CustomerDoc } from './catalogue.ts';

/** The customer's own address first, then its further sites. */
export function addressesOf(customer: CustomerDoc): ErpAddress[] {
  const { id, name, street, postalCode, city, country } = customer;
  const own = { id: `${id}-main`, name, street, postalCode, city, country };
  return [
    erpAddressSchema.parse({ ...own, uses: ['delivery', 'invoice'], usual: ['delivery', 'invoice'] }),
    ...customer.sites.map((site) => erpAddressSchema.parse({ ...site, uses: ['delivery'], usual: [] })),
  ];
}

export type OrderPlace = PostalAddress & { id: ErpAddressId | null };
const answered = ({ uses: _, usual: __, ...address }: ErpAddress): OrderPlace => address;

/** Where an order or its invoice goes: what was asked for, else the customer's own address. */
export function placeOf(
  customer: CustomerDoc,
  asked: OrderAddress | undefined,
  field: 'deliverTo' | 'invoiceTo',
): OrderPlace {
  const all = addressesOf(customer);
  if (asked?.kind === 'one_off') {
    const { street, city, country } = asked.address;
    if (!street || !city || !country)
      throw new Refusal('refused', 'An address needs street, city and country.', `${field}.address`);
    return { ...asked.address, id: null };
  }
  const use = field === 'deliverTo' ? 'delivery' : 'invoice';
  const wanted = asked?.id ?? erpAddressIdSchema.parse(`${customer.id}-main`);
  const found = all.find(({ id, uses }) => id === wanted && uses.includes(use));
  if (!found) throw new Refusal('refused', `${customer.number} has no ${use} address ${wanted}.`, `${field}.id`);
  return answered(found);
}
