import type { ErpCustomer } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { forgetChanges } from './changes.ts';
import { readCustomer, toCustomer } from './customers.ts';
import { ADDRESS_TYPE, CUSTOMER, LENGTH, LIST } from './facts.ts';
import { refused } from './faults.ts';
import { onceId } from './once.ts';
import type { Session } from './session.ts';
import { id } from './values.ts';

type Input = In<'customers.create'>;
const limits = [
  ['name', LENGTH.name],
  ['street', LENGTH.line],
  ['city', LENGTH.line],
  ['postalCode', LENGTH.postalCode],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
  ['vatId', LENGTH.vat],
] as const;

function bodyOf(input: Input, once: string) {
  for (const [field, most] of limits)
    if ((input[field] ?? '').length > most)
      throw refused(field, `Sage Accounting takes at most ${most} characters here.`);
  const address = {
    ...(input.street ? { address_line_1: input.street } : {}),
    ...(input.city ? { city: input.city } : {}),
    ...(input.postalCode ? { postal_code: input.postalCode } : {}),
    ...(input.country ? { country_id: input.country.toUpperCase() } : {}),
  };
  const person = {
    ...(input.email ? { email: input.email } : {}),
    ...(input.phone ? { telephone: input.phone } : {}),
  };
  return {
    contact: {
      idempotency_id: once,
      name: input.name,
      contact_type_ids: [CUSTOMER],
      // Its own reference has ten characters, and is the number by which people know the customer.
      source_guid: input.reference,
      ...(input.vatId ? { tax_number: input.vatId } : {}),
      ...(input.currency ? { currency_id: input.currency } : {}),
      ...(Object.keys(address).length > 0 ? { main_address: { address_type_id: ADDRESS_TYPE, ...address } } : {}),
      ...(Object.keys(person).length > 0
        ? { main_contact_person: { name: input.name.slice(0, LENGTH.line), is_main_contact: true, ...person } }
        : {}),
    },
  };
}

export async function customersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  if (references.length === 0) return [];
  const rows = [...(await session.customers.rows(signal)).values()];
  return references.map((reference) => {
    const row = rows.find((each) => each.source_guid === reference && !each.deleted_at);
    return row ? toCustomer(row, session) : null;
  });
}

/** Sage itself makes one contact of an idempotency id. It remembers the id for seven days: whoever is there already is found by our reference. */
export async function createCustomer(session: Session, input: Input, signal: AbortSignal): Promise<ErpCustomer> {
  const [known] = await customersByReference(session, [input.reference], signal);
  if (known) return known;
  const body = bodyOf(input, onceId(session, 'contact', input.reference));
  const made = await session.client.write(z.object({ id }), 'POST', LIST.contacts, body, signal);
  forgetChanges(session);
  return afterWrite(async () => {
    // The answer has address and person by their ids alone.
    const row = await readCustomer(session, made.id, signal);
    if (!row) throw new ErpError('uncertain', `customer ${made.id} is not there after it was made`);
    session.customers.put(row);
    return toCustomer(row, session);
  });
}
