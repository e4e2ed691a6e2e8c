import {
  dateSchema,
  type ErpAddress,
  type OrderAddress,
  type OrderEntries,
  type PostalAddress,
  withoutUndefined,
} from '@backroom/shared';
import type { CrmAddress, CrmDeal } from '../../crm/contract/index.ts';
import { countryCode } from '../../deals/country.ts';
import { sameAddress } from '../../erp/kit/address.ts';
import type { Mapping, OrderTarget } from '../../store/mapping.ts';
import { dayIn } from '../mapping/values.ts';

/** What no ERP's address can do without. */
export const isComplete = ({ street, city, country }: PostalAddress): boolean =>
  street !== null && city !== null && /^[A-Z]{2}$/.test(country ?? '');
const inCode = (address: CrmAddress): PostalAddress => ({
  ...address,
  country: countryCode(address.country) ?? address.country,
});
/** Returns the customer's ERP address that matches apart from the recipient's name, or a one-off address. */
function addressOf(address: CrmAddress, known: readonly ErpAddress[]): OrderAddress {
  const written = inCode(address);
  const same = known.find((each) => sameAddress({ ...each, name: null }, { ...written, name: null }));
  return same ? { kind: 'known', id: same.id } : { kind: 'one_off', address: written };
}

/** The deal with what an admin keeps in fields of its own. A field that is empty leaves what the CRM says otherwise. */
function withMapped(deal: CrmDeal, { order }: Pick<Mapping, 'order'>): CrmDeal {
  const of = (target: OrderTarget): string | null => {
    const name = order[target];
    return (name === undefined ? null : deal.fields?.[name]?.trim()) || null;
  };
  const place = {
    name: of('deliveryName'),
    street: of('deliveryStreet'),
    postalCode: of('deliveryPostalCode'),
    city: of('deliveryCity'),
    country: of('deliveryCountry'),
  };
  const wanted = of('requestedDate');
  const requestedDate = wanted === null ? null : dateSchema.safeParse(dayIn(wanted)).data;
  const poNumber = of('poNumber');
  return {
    ...deal,
    ...(poNumber ? { poNumber } : {}),
    ...(requestedDate ? { requestedDate } : {}),
    ...(Object.values(place).some((part) => part !== null) ? { shipTo: place } : {}),
  };
}
/** What a mapped field holds and no day is. */
export function notADay(deal: CrmDeal, { order }: Pick<Mapping, 'order'>): { field: string; value: string } | null {
  const name = order.requestedDate;
  const value = (name === undefined ? null : deal.fields?.[name]?.trim()) || null;
  return name !== undefined && value !== null && dayIn(value) === null ? { field: name, value } : null;
}

/** What the CRM says of the order beside its lines. */
export function entriesOfCrm(
  given: CrmDeal,
  known: readonly ErpAddress[],
  mapping: Pick<Mapping, 'order'>,
): OrderEntries {
  const deal = withMapped(given, mapping);
  const note = mapping.order.note === undefined ? null : given.fields?.[mapping.order.note]?.trim();
  const [contact] = deal.contacts;
  const placed = (address: CrmAddress | undefined) =>
    // An address without a country is in the company's.
    address && addressOf({ ...address, country: address.country ?? deal.company?.country ?? null }, known);
  return withoutUndefined({
    poNumber: deal.poNumber ?? undefined,
    requestedDate: deal.requestedDate ?? undefined,
    note: note || undefined,
    deliverTo: placed(deal.shipTo),
    invoiceTo: placed(deal.billTo),
    contact: contact && { id: contact.id, name: contact.name, email: contact.email, phone: contact.phone ?? null },
  });
}
