import { type ErpAddress, erpAddressSchema } from '@backroom/shared';
import { fit } from '../transport/json.ts';
import { text } from '../transport/odata/query.ts';
import { customerRowOf } from './customers.ts';
import { unknownCustomer } from './faults.ts';
import { addressRow } from './rows.ts';
import type { Session } from './session.ts';

/** Addresses of a customer with their purposes, as its roles of the address book name them. */
export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const rows = await session.rows(
    addressRow,
    'CustomerPostalAddressesV2',
    `CustomerAccount eq ${text(customerId)}`,
    signal,
  );
  if (rows.length === 0 && !(await customerRowOf(session, customerId, signal))) throw unknownCustomer(customerId);
  return rows.map((row) => {
    const roles = row.AddressLocationRoles.split(';').map((role) => role.trim());
    const uses = (['delivery', 'invoice'] as const).filter((use) => roles.some((role) => role.toLowerCase() === use));
    return fit(
      erpAddressSchema,
      {
        id: row.AddressLocationId,
        name: row.AddressDescription,
        street: row.AddressStreet,
        postalCode: row.AddressZipCode,
        city: row.AddressCity,
        country: row.AddressCountryRegionISOCode,
        uses,
        usual: row.IsPrimary ? uses : [],
      },
      'CustomerPostalAddressesV2',
    );
  });
}
