import type { ErpCustomer } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { mailingAddress } from './contacts.ts';
import { customersById, customersWhere, toCustomer } from './customers.ts';
import { LENGTH, OBJECT } from './facts.ts';
import { faultIn, isTaken, refused } from './faults.ts';
import { any, endingIn } from './query.ts';
import type { Session } from './session.ts';
import { parts } from './values.ts';

type Input = In<'customers.create'>;
const CONTACT = 'contacts.default.id';
const CONDITIONS_MOST = 50;

const limits = [
  ['name', LENGTH.name],
  ['street', LENGTH.street],
  ['city', LENGTH.city],
  ['postalCode', LENGTH.postCode],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
  ['vatId', LENGTH.vat],
] as const;

/**
 * A customer has no field for a reference of others. Its default contact is named after it and must have a name of its own in the whole company, so our
 * reference stands at the end of that: a second customer under the same one is refused, and the first is found by it.
 */
function bodyOf(input: Input) {
  for (const [field, most] of limits)
    if ((input[field] ?? '').length > most) throw refused(field, `Sage Intacct takes at most ${most} characters here.`);
  const contact = `${input.name} ${input.reference}`;
  const address = mailingAddress(input);
  return {
    name: input.name,
    ...(input.vatId ? { taxId: input.vatId } : {}),
    ...(input.currency ? { currency: input.currency } : {}),
    contacts: {
      default: {
        id: contact.slice(-LENGTH.contactId),
        printAs: input.name.slice(0, LENGTH.contactName),
        companyName: input.name.slice(0, LENGTH.name),
        ...(input.email ? { email1: input.email } : {}),
        ...(input.phone ? { phone1: input.phone } : {}),
        ...(Object.keys(address).length > 0 ? { mailingAddress: address } : {}),
      },
    },
  };
}

export async function customersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const conditions = parts([...new Set(references)], CONDITIONS_MOST).map((some) =>
    any(...some.map((reference) => endingIn(CONTACT, reference))),
  );
  const rows = await customersWhere(session, conditions, signal);
  return references.map((reference) => {
    const row = rows.find((each) => each[CONTACT]?.toUpperCase().endsWith(` ${reference.toUpperCase()}`));
    return row ? toCustomer(row, session) : null;
  });
}

export async function createCustomer(session: Session, input: Input, signal: AbortSignal): Promise<ErpCustomer> {
  const body = bodyOf(input);
  const before = async () => (await customersByReference(session, [input.reference], signal))[0] ?? null;
  const known = await before();
  if (known) return known;
  let key: string;
  try {
    key = await session.client.write('POST', OBJECT.customer, body, signal);
  } catch (error) {
    const fault = faultIn(error);
    const wasFirst = fault && (isTaken(fault) || fault.status === 409) ? await afterWrite(before) : null;
    if (wasFirst) return wasFirst;
    throw error;
  }
  return afterWrite(async () => {
    const [customer] = await customersById(session, [key], signal);
    if (!customer) throw new ErpError('uncertain', `customer ${key} is not there after it was made`);
    return customer;
  });
}
