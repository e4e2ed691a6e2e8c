import type { ErpCustomer } from '@backroom/shared';
import { z } from 'zod';
import type { In } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { addressBody } from './address-body.ts';
import { customerOf, customerRecord } from './customer-record.ts';
import { LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { makeOnce, recordWith } from './made-once.ts';
import { currencyIdOf, type Session } from './session.ts';
import { id } from './values.ts';

type Input = In<'customers.create'>;
const made = z.object({ id });

const limits = [
  ['name', LENGTH.name],
  ['street', LENGTH.street],
  ['city', LENGTH.city],
  ['postalCode', LENGTH.zip],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
  ['vatId', LENGTH.vat],
] as const;

function bodyOf(session: Session, input: Input) {
  for (const [field, most] of limits)
    if ((input[field] ?? '').length > most) throw refused(field, `NetSuite takes at most ${most} characters here.`);
  const currency = input.currency === null ? null : currencyIdOf(session, input.currency);
  if (input.currency !== null && currency === null)
    throw refused('currency', `NetSuite has no currency ${input.currency}.`);
  const own = { ...input, name: input.name.slice(0, LENGTH.addressee) };
  const hasAddress = [input.street, input.postalCode, input.city, input.country].some(Boolean);
  const book = [
    ...(hasAddress
      ? [{ defaultBilling: true, defaultShipping: !input.deliverTo, addressBookAddress: addressBody(own) }]
      : []),
    ...(input.deliverTo
      ? [{ defaultBilling: false, defaultShipping: true, addressBookAddress: addressBody(input.deliverTo) }]
      : []),
  ];
  return {
    externalId: input.reference,
    isPerson: false,
    companyName: input.name,
    ...(input.email ? { email: input.email } : {}),
    ...(input.phone ? { phone: input.phone } : {}),
    ...(input.vatId ? { vatRegNumber: input.vatId } : {}),
    ...(currency === null ? {} : { currency: { id: currency } }),
    ...(session.settings.subsidiary === null ? {} : { subsidiary: { id: session.settings.subsidiary } }),
    ...(book.length > 0 ? { addressBook: { items: book } } : {}),
  };
}
/** People at the customer, each under a reference of its own: made again, they are the same ones. */
async function makePeople(session: Session, { reference, contacts = [] }: Input, company: string, signal: AbortSignal) {
  for (const [nth, { name, role, email, phone }] of contacts.entries()) {
    const words = name.trim().split(/\s+/);
    const body = {
      externalId: `${reference}-C${nth + 1}`,
      entityId: name,
      ...(words.length > 1 ? { firstName: words.slice(0, -1).join(' ') } : {}),
      lastName: words.at(-1) ?? name,
      company: { id: company },
      ...(session.settings.subsidiary === null ? {} : { subsidiary: { id: session.settings.subsidiary } }),
      ...(role ? { title: role } : {}),
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
    };
    await makeOnce(session, { type: 'contact', row: made, reference: body.externalId, body }, signal);
  }
}
/** The external id makes it one customer, however often it is asked for. */
export async function createCustomer(session: Session, input: Input, signal: AbortSignal): Promise<ErpCustomer> {
  const body = bodyOf(session, input);
  const customer = await makeOnce(
    session,
    { type: 'customer', row: customerRecord, reference: input.reference, body },
    signal,
  );
  return afterWrite(async () => {
    await makePeople(session, input, customer.id, signal);
    return customerOf(customer, session);
  });
}

/** By the record itself: it shows what was committed, at once. */
export const customersByReference = (
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> =>
  Promise.all(
    references.map(async (reference) => {
      const record = await recordWith(session, { type: 'customer', row: customerRecord, reference }, signal);
      return record && customerOf(record, session);
    }),
  );
