import { type ErpAddress, erpAddressSchema } from '@backroom/shared';
import { fit } from '../transport/json.ts';
import { contactsById, postalOf } from './contacts.ts';
import { customerWith, peopleAt } from './customers.ts';
import { OBJECT } from './facts.ts';
import type { Session } from './session.ts';

/** A customer's addresses are its contacts. One that is not named otherwise gets goods and invoices at its default contact. */
export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const customer = await customerWith(session, customerId, signal);
  const people = (await peopleAt(session, [customer], signal)).get(customer.key) ?? [];
  const fallback = customer['contacts.default.id'];
  const delivery = customer['contacts.shipTo.id'] ?? fallback;
  const invoice = customer['contacts.billTo.id'] ?? fallback;
  const ids = [
    ...new Set([
      fallback,
      delivery,
      invoice,
      customer['contacts.primary.id'],
      ...people.map((each) => each['contact.id']),
    ]),
  ].filter((id) => id !== null);
  const contacts = await contactsById(session, ids, signal);
  return ids.flatMap((id) => {
    const row = contacts.get(id);
    if (!row) return [];
    const usual = [
      ...(id === delivery ? (['delivery'] as const) : []),
      ...(id === invoice ? (['invoice'] as const) : []),
    ];
    return [fit(erpAddressSchema, { ...postalOf(row), id, uses: ['delivery', 'invoice'], usual }, OBJECT.contact)];
  });
}
