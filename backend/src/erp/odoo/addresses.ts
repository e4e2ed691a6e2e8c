import {
  type ErpAddress,
  erpAddressSchema,
  type OrderAddress,
  type PostalAddress,
  type Reference,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { sameAddress } from '../kit/address.ts';
import { fit } from '../transport/json.ts';
import { id, maybe, recordId, text } from '../transport/odoo/values.ts';
import { countryId, knownCustomer } from './customers.ts';
import { externalId, loadOnce } from './load.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

export const addressSpec: Spec = { name: {}, street: {}, zip: {}, city: {}, country_id: { fields: { code: {} } } };
export const addressRow = z.object({
  id,
  name: text,
  street: text,
  zip: text,
  city: text,
  country_id: maybe(z.object({ code: text })),
});
type Row = z.output<typeof addressRow>;
export const postalOf = ({ name, street, zip, city, country_id: country }: Row): PostalAddress => ({
  name,
  street,
  postalCode: zip,
  city,
  country: country?.code ?? null,
});

/** What Odoo offers an address of this type for; a `contact` is a person, who has the company's. */
const usesOf: Readonly<Record<string, ErpAddress['uses']>> = {
  delivery: ['delivery'],
  invoice: ['invoice'],
  other: ['delivery', 'invoice'],
};
const usualSchema = z.object({ delivery: id.optional(), invoice: id.optional() });

/** The customer's own address and those below it. `address_get` is what a new order asks for its own. */
export async function addressesOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpAddress[]> {
  const customer = await knownCustomer(session, customerId, signal);
  const [rows, usual] = await Promise.all([
    readTree(session, addressRow.extend({ type: text, active: z.boolean() }), {
      model: 'res.partner',
      domain: ['|', ['id', '=', customer], ['parent_id', '=', customer]],
      spec: { ...addressSpec, type: {}, active: {} },
      order: 'id',
      signal,
    }),
    session.ask(usualSchema, {
      model: 'res.partner',
      method: 'address_get',
      ids: [customer],
      args: { adr_pref: ['delivery', 'invoice'] },
      signal,
    }),
  ]);
  return (rows ?? []).flatMap((row) => {
    const own = row.id === customer;
    const uses = own ? (['delivery', 'invoice'] as const) : usesOf[row.type ?? ''];
    if (!uses || (!row.active && !own)) return [];
    const usualFor = (['delivery', 'invoice'] as const).filter((use) => usual[use] === row.id);
    return [fit(erpAddressSchema, { id: String(row.id), ...postalOf(row), uses, usual: usualFor }, 'res.partner')];
  });
}

/** `make`: an address that is written with the order; until then it has no id. */
export type Place = { id: number | null; make: (() => Promise<number>) | null };
type Asked = { customerId: string; reference: Reference };
const no = (field: string, words: string) => new ErpError('refused', words, { field, words });

/**
 * The partner that an order or its invoice goes to. An address of this order only becomes a delivery address below the customer, once: one that is there
 * already is taken, and a second try of the same order finds its own.
 */
export async function placeOf(
  session: Session,
  { customerId, reference }: Asked,
  asked: OrderAddress,
  field: 'deliverTo' | 'invoiceTo',
  signal: AbortSignal,
): Promise<Place> {
  const use = field === 'deliverTo' ? 'delivery' : 'invoice';
  const all = (await addressesOf(session, customerId, signal)).filter(({ uses }) => uses.includes(use));
  if (asked.kind === 'known') {
    const known = all.find((each) => each.id === asked.id);
    if (!known) throw no(`${field}.id`, `The customer has no ${use} address ${asked.id} in Odoo.`);
    return { id: recordId(known.id), make: null };
  }
  const { address } = asked;
  const there = all.find((each) => sameAddress(each, address));
  if (there) return { id: recordId(there.id), make: null };
  if (!address.street || !address.city || !address.country)
    throw no(`${field}.address`, 'An address needs street, city and country.');
  const country = await countryId(session, address.country, signal, `${field}.address.country`);
  const values: Record<string, string | null> = {
    id: externalId(`address_${reference}`),
    'parent_id/.id': customerId,
    type: use,
    name: address.name,
    street: address.street,
    zip: address.postalCode,
    city: address.city,
    'country_id/.id': String(country),
  };
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const record = {
    model: 'res.partner',
    fields: given.map(([name]) => name),
    data: [given.map(([, value]) => value)],
  };
  return { id: null, make: () => loadOnce(session, record, signal) };
}
