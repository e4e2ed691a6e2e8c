import { type ErpAddress, erpAddressSchema } from '@backroom/shared';
import { z } from 'zod';
import { fit } from '../transport/json.ts';
import { all, queryOf, text } from '../transport/odata/query.ts';
import { addressOf, nameOf, partnersOf } from './customers.ts';
import { BILL_TO, SHIP_TO } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import type { Session } from './session.ts';
import { flag, key, keyOf } from './values.ts';

const functionRow = z.object({
  PartnerFunction: z.string(),
  BPCustomerNumber: key,
  DefaultPartner: flag,
  PartnerCounter: z.string(),
});
type FunctionRow = z.output<typeof functionRow>;

/**
 * Where an order may go: the ship-to and bill-to parties of the customer's sales area. Each is a customer with a number of its own, and SAP takes
 * the one that has no counter, or is marked, without being told.
 */
export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const { organization, channel, division } = session.area;
  const filter = all(
    `Customer eq ${text(customer)}`,
    `SalesOrganization eq ${text(organization)}`,
    `DistributionChannel eq ${text(channel)}`,
    `Division eq ${text(division)}`,
  );
  const path = `A_CustSalesPartnerFunc${queryOf({ filter, select: Object.keys(functionRow.shape) })}`;
  const rows = (await session.service('partners').lists(functionRow, [path], signal)).flat();
  const parts = rows.filter(({ PartnerFunction }) => SHIP_TO.has(PartnerFunction) || BILL_TO.has(PartnerFunction));
  const numbers = [...new Set([customer, ...parts.map(({ BPCustomerNumber }) => BPCustomerNumber)])];
  const partners = await partnersOf(session, numbers, signal);
  if (!partners.some(({ Customer }) => Customer === customer)) throw unknownCustomer(customerId);
  const plays = (codes: ReadonlySet<string>) => parts.filter(({ PartnerFunction }) => codes.has(PartnerFunction));
  const uses = (number: string) =>
    [
      plays(SHIP_TO).some(({ BPCustomerNumber }) => BPCustomerNumber === number) ? ('delivery' as const) : null,
      plays(BILL_TO).some(({ BPCustomerNumber }) => BPCustomerNumber === number) ? ('invoice' as const) : null,
    ].filter((use) => use !== null);
  const usual = { delivery: usualOf(plays(SHIP_TO)), invoice: usualOf(plays(BILL_TO)) };
  return partners
    .filter(({ Customer }) => uses(Customer).length > 0)
    .map((row) => {
      const address = addressOf(row);
      return fit(
        erpAddressSchema,
        {
          id: row.Customer,
          name: nameOf(row),
          street: [address?.StreetName, address?.HouseNumber].filter((part) => part).join(' ') || null,
          postalCode: address?.PostalCode ?? null,
          city: address?.CityName ?? null,
          country: address?.Country ?? null,
          uses: uses(row.Customer),
          usual: uses(row.Customer).filter((use) => usual[use] === row.Customer),
        },
        'A_CustSalesPartnerFunc',
      );
    });
}
const usualOf = (rows: readonly FunctionRow[]): string | null =>
  (
    rows.find(({ DefaultPartner }) => DefaultPartner) ??
    [...rows].sort((left, right) => left.PartnerCounter.localeCompare(right.PartnerCounter))[0]
  )?.BPCustomerNumber ?? null;
