import { addressOf, nameOf, type PartnerRow, partnersOf } from './customers.ts';
import { BILL_TO, SHIP_TO, SOLD_TO } from './facts.ts';
import type { OrderRow } from './order-rows.ts';
import type { Session } from './session.ts';

type Partner = NonNullable<OrderRow['to_Partner']>[number];
export const partnerWith = (row: OrderRow, codes: ReadonlySet<string>): Partner | undefined =>
  row.to_Partner?.find(({ PartnerFunction }) => codes.has(PartnerFunction));

/** Names and addresses of partners that have none in the document: those of their own records, which are kept for a minute. */
export async function withAddresses(
  session: Session,
  rows: readonly OrderRow[],
  signal: AbortSignal,
): Promise<OrderRow[]> {
  const kept = await session.remember('partners', async () => new Map<string, PartnerRow | null>());
  const shown = rows.flatMap((row) =>
    [SOLD_TO, SHIP_TO, BILL_TO].flatMap((codes) => {
      const partner = partnerWith(row, codes);
      return partner && partner.to_Address.length === 0 ? [partner.Customer] : [];
    }),
  );
  const missing = [...new Set(shown)].filter((number) => number !== '' && !kept.has(number));
  for (const number of missing) kept.set(number, null);
  for (const row of await partnersOf(session, missing, signal)) kept.set(row.Customer, row);
  return rows.map((row) => ({
    ...row,
    to_Partner: row.to_Partner?.map((partner) => {
      const record = partner.to_Address.length === 0 ? kept.get(partner.Customer) : null;
      return record ? { ...partner, to_Address: [inDocument(record)] } : partner;
    }),
  }));
}
function inDocument(record: PartnerRow): Partner['to_Address'][number] {
  const address = addressOf(record);
  return {
    AddresseeFullName: nameOf(record),
    OrganizationName1: null,
    OrganizationName2: null,
    StreetName: address?.StreetName ?? null,
    HouseNumber: address?.HouseNumber ?? null,
    PostalCode: address?.PostalCode ?? null,
    CityName: address?.CityName ?? null,
    Country: address?.Country ?? null,
  };
}
