import { type ErpAddress, erpAddressSchema } from '@backroom/shared';
import { fit } from '../transport/json.ts';
import { addressesAt, customerWith } from './customers.ts';
import { CLASS } from './facts.ts';
import type { Session } from './session.ts';

/** The addresses of a customer, by their codes. Which of them a delivery may go to is settled at the customer, by site and route: that is not read. */
export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const customer = await customerWith(session, customerId, signal);
  const rows = await addressesAt(session, [customer.BPCNUM], signal);
  const delivery = customer.BPAADD ?? rows[0]?.BPAADD;
  const invoice = customer.BPAINV ?? delivery;
  return rows.map((row) => {
    const usual = [
      ...(row.BPAADD === delivery ? (['delivery'] as const) : []),
      ...(row.BPAADD === invoice ? (['invoice'] as const) : []),
    ];
    return fit(
      erpAddressSchema,
      {
        id: row.BPAADD,
        name: row.BPADES ?? row.BPAADD,
        street: row.BPAADDLIG,
        postalCode: row.POSCOD,
        city: row.CTY,
        country: row.CRY,
        uses: ['delivery', 'invoice'],
        usual,
      },
      CLASS.address,
    );
  });
}
