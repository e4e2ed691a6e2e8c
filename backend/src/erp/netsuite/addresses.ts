import { type ErpAddress, erpAddressSchema } from '@backroom/shared';
import { fit } from '../transport/json.ts';
import { postalOf } from './address-rows.ts';
import { customerWith } from './customer-record.ts';
import type { Session } from './session.ts';

export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const { addressBook = [] } = await customerWith(session, customerId, signal);
  return addressBook.flatMap((row) => {
    const key = row.internalId ?? row.id;
    if (!key || !row.addressBookAddress) return [];
    const usual = [
      ...(row.defaultShipping ? (['delivery'] as const) : []),
      ...(row.defaultBilling ? (['invoice'] as const) : []),
    ];
    const address = { ...postalOf(row.addressBookAddress), id: key, uses: ['delivery', 'invoice'], usual };
    return [fit(erpAddressSchema, address, 'customer.addressBook')];
  });
}
