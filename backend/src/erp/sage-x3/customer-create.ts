import type { ErpCustomer } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { addressesWhere, customersById } from './customers.ts';
import { LENGTH, VALUES_MOST } from './facts.ts';
import { refused } from './faults.ts';
import { fieldIn, paramXml } from './result.ts';
import type { Session } from './session.ts';
import { parts } from './values.ts';
import { among } from './where.ts';

type Input = In<'customers.create'>;
/** The one address that a new customer has, by its code. */
const ADDRESS = '1';
const limits = [
  ['name', 2 * LENGTH.name],
  ['street', LENGTH.street],
  ['postalCode', LENGTH.postalCode],
  ['city', LENGTH.city],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
  ['vatId', LENGTH.vatId],
] as const;

/** A name has two lines. */
function nameLines(name: string): string[] {
  if (name.length <= LENGTH.name) return [name];
  const at = name.lastIndexOf(' ', LENGTH.name);
  const cut = at > 0 && name.length - at - 1 <= LENGTH.name ? at : LENGTH.name;
  return [name.slice(0, cut), name.slice(cut).trim()];
}
/** A customer has no field for a reference of others: the description of its address holds ours. */
function customerXml(category: string, input: Input): string {
  for (const [field, most] of limits)
    if ((input[field] ?? '').length > most) throw refused(field, `Sage X3 takes at most ${most} characters here.`);
  if (!input.country) throw refused('country', 'Sage X3 takes no customer without a country.');
  return paramXml({
    groups: {
      BPC0_1: { BCGCOD: category, BPCSTA: '2' },
      BPRC_1: {
        BPRNAM: nameLines(input.name),
        CRY: input.country.toUpperCase(),
        EECNUM: input.vatId,
        CUR: input.currency,
      },
    },
    tables: {
      BPAC_1: [
        {
          CODADR: ADDRESS,
          BPADES: input.reference,
          BPACRY: input.country.toUpperCase(),
          ADDLIG1: input.street,
          POSCOD: input.postalCode,
          CTY: input.city,
          TEL1: input.phone,
          WEB1: input.email,
          BPAADDFLG: '2',
        },
      ],
    },
  });
}

export async function customersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const kept = references.filter((each) => each.length <= LENGTH.addressName);
  const lists = await Promise.all(
    parts([...new Set(kept)], VALUES_MOST).map((some) =>
      addressesWhere(session, among('BPADES', some), 2 * VALUES_MOST, signal),
    ),
  );
  const numbers = new Map(lists.flatMap(({ rows }) => rows).map((row) => [row.BPADES, row.BPANUM]));
  const ids = references.map((reference) => numbers.get(reference) ?? '');
  return customersById(session, ids, signal);
}

export async function createCustomer(session: Session, input: Input, signal: AbortSignal): Promise<ErpCustomer> {
  const { customerCategory: category, customerObject } = session.settings;
  if (category === null) throw refused('category', 'This connection names no category for new customers of Sage X3.');
  if (input.reference.length > LENGTH.addressName)
    throw refused('reference', `Sage X3 keeps ${LENGTH.addressName} characters of a reference.`);
  const xml = customerXml(category, input);
  const lookedUp = async () => (await customersByReference(session, [input.reference], signal))[0] ?? null;
  const before = await lookedUp();
  if (before) return before;
  let number: string | null;
  try {
    number = fieldIn(await session.soap.save(customerObject, xml, signal), 'BPCNUM');
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    const first = await afterWrite(lookedUp);
    if (first) return first;
    throw error;
  }
  return afterWrite(async () => {
    const [customer] = number === null ? [await lookedUp()] : await customersById(session, [number], signal);
    if (!customer) throw new ErpError('uncertain', `customer ${number} is not there after it was made`);
    return customer;
  });
}
