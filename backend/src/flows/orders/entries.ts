import {
  type ErpAddress,
  type OrderAddress,
  type OrderEntries,
  type PostalAddress,
  withoutUndefined,
} from '@backroom/shared';
import type { CrmAddress, CrmDeal } from '../../crm/contract/index.ts';
import { countryCode } from '../../deals/country.ts';
import { sameAddress } from '../../erp/kit/address.ts';

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

/** What the CRM says of the order beside its lines. */
export function entriesOfCrm(deal: CrmDeal, known: readonly ErpAddress[]): OrderEntries {
  const [contact] = deal.contacts;
  const placed = (address: CrmAddress | undefined) =>
    // An address without a country is in the company's.
    address && addressOf({ ...address, country: address.country ?? deal.company?.country ?? null }, known);
  return withoutUndefined({
    poNumber: deal.poNumber ?? undefined,
    requestedDate: deal.requestedDate ?? undefined,
    deliverTo: placed(deal.shipTo),
    invoiceTo: placed(deal.billTo),
    contact: contact && { id: contact.id, name: contact.name, email: contact.email, phone: contact.phone ?? null },
  });
}
