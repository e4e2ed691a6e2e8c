import { createHash } from 'node:crypto';
import type { ErpCustomer } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { countriesOf } from './countries.ts';
import { customersById } from './customers.ts';
import { LENGTH, RESOURCE } from './facts.ts';
import { refused } from './faults.ts';
import { amongTexts } from './query.ts';
import type { Session } from './session.ts';
import { blank, id, idNumber } from './values.ts';

type Input = In<'customers.create'>;
const made = z.object({ id });
const keyRow = z.looseObject({ id });

const limits = [
  ['name', LENGTH.name],
  ['street', LENGTH.addressLine],
  ['city', LENGTH.addressLine],
  ['postalCode', LENGTH.postcode],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
  ['vatId', LENGTH.vat],
] as const;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/**
 * The account reference of a new customer: letters of its name and a part that follows from our reference. Sage 200 keeps account references unique, so a second
 * create under ours is refused. A company that numbers its customers by itself ignores it.
 */
function accountOf({ name, reference }: Pick<Input, 'name' | 'reference'>): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 3);
  const bytes = createHash('sha256').update(reference).digest();
  const rest = Array.from({ length: LENGTH.account - letters.length }, (_, nth) => LETTERS[(bytes[nth] ?? 0) % 32]);
  return `${letters}${rest.join('')}`;
}

async function bodyOf(session: Session, input: Input, signal: AbortSignal) {
  for (const [field, most] of limits)
    if ((input[field] ?? '').length > most) throw refused(field, `Sage 200 takes at most ${most} characters here.`);
  const country = (await countriesOf(session, signal)).withCode(input.country);
  if (input.country && !country) throw refused('country', `Sage 200 has no country ${input.country}.`);
  const currency = [...session.currencies].find(([, code]) => code === input.currency)?.[0];
  if (input.currency && currency === undefined)
    throw refused('currency', `This company of Sage 200 has no currency ${input.currency}.`);
  return {
    reference: accountOf(input),
    name: input.name,
    short_name: input.name.slice(0, LENGTH.shortName),
    [session.settings.referenceField]: input.reference,
    ...(input.vatId ? { vat_number: input.vatId } : {}),
    ...(currency === undefined ? {} : { currency_id: idNumber(currency) }),
    ...(country ? { country_code_id: idNumber(country.id) } : {}),
    ...(input.phone ? { telephone_subscriber_number: input.phone } : {}),
    main_address: {
      ...(input.street ? { address_1: input.street } : {}),
      ...(input.city ? { city: input.city } : {}),
      ...(input.postalCode ? { postcode: input.postalCode } : {}),
      ...(country ? { address_country_code_id: idNumber(country.id) } : {}),
    },
    ...(input.email
      ? {
          contacts: [
            { last_name: input.name.slice(0, LENGTH.name), emails: [{ email: input.email, is_default: true }] },
          ],
        }
      : {}),
  };
}

export async function customersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const { referenceField } = session.settings;
  const lists = await Promise.all(
    amongTexts(referenceField, references).map((where) =>
      session.client.query(keyRow, { resource: RESOURCE.customers, select: ['id', referenceField], where }, signal),
    ),
  );
  const ids = references.map((reference) =>
    lists.flat().find((row) => blank.parse(row[referenceField])?.toUpperCase() === reference.toUpperCase()),
  );
  const found = await customersById(
    session,
    ids.map((row) => row?.id ?? ''),
    signal,
  );
  return found;
}

export async function createCustomer(session: Session, input: Input, signal: AbortSignal): Promise<ErpCustomer> {
  const body = await bodyOf(session, input, signal);
  const before = async () => (await customersByReference(session, [input.reference], signal))[0] ?? null;
  const known = await before();
  if (known) return known;
  let customerId: string;
  try {
    customerId = (await session.client.create(made, RESOURCE.customers, body, signal)).id;
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    // The account reference may be taken because an earlier try arrived.
    const first = await afterWrite(before);
    if (first) return first;
    throw error;
  }
  return afterWrite(async () => {
    const [customer] = await customersById(session, [customerId], signal);
    if (!customer) throw new ErpError('uncertain', `customer ${customerId} is not there after it was made`);
    return customer;
  });
}
