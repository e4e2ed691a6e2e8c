import { type ErpAddress, erpAddressSchema } from '@backroom/shared';
import { z } from 'zod';
import { fit } from '../transport/json.ts';
import { countriesOf } from './countries.ts';
import { customerWith } from './customers.ts';
import { RESOURCE } from './facts.ts';
import { among, type Condition } from './query.ts';
import type { Session } from './session.ts';
import { blank, flag, id, idsOf, optionalId } from './values.ts';

const addressRow = z.object({
  id,
  customer_id: optionalId,
  is_default: flag,
  postal_name: blank,
  address_1: blank,
  address_2: blank,
  address_3: blank,
  address_4: blank,
  city: blank,
  postcode: blank,
  country: blank,
  address_country_code_id: optionalId,
});

async function addressesWhere({ client }: Session, conditions: readonly Condition[], signal: AbortSignal) {
  const select = Object.keys(addressRow.shape);
  const lists = await Promise.all(
    conditions.map((where) => client.query(addressRow, { resource: RESOURCE.addresses, select, where }, signal)),
  );
  return lists.flat();
}
/** Where goods of these customers may go, by customer. */
export async function deliveryAddresses(
  session: Session,
  customers: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, ErpAddress[]>> {
  const [rows, countries] = await Promise.all([
    addressesWhere(session, among('customer_id', idsOf(customers)), signal),
    countriesOf(session, signal),
  ]);
  const shown = rows.map((row) => ({
    customer: row.customer_id ?? '',
    address: fit(
      erpAddressSchema,
      {
        id: row.id,
        name: row.postal_name,
        street: row.address_1,
        postalCode: row.postcode,
        city: row.city ?? row.address_4 ?? row.address_2,
        country: countries.withId(row.address_country_code_id) ?? countries.named(row.country),
        uses: ['delivery'],
        usual: row.is_default ? ['delivery'] : [],
      },
      RESOURCE.addresses,
    ),
  }));
  const byCustomer = Map.groupBy(shown, ({ customer }) => customer);
  return new Map([...byCustomer].map(([customer, all]) => [customer, all.map(({ address }) => address)]));
}
export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const { id: customer } = await customerWith(session, customerId, signal);
  return (await deliveryAddresses(session, [customer], signal)).get(customer) ?? [];
}
