import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { NewCustomer } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { id, maybe, recordIds, text } from '../transport/odoo/values.ts';
import { childrenOf, languageOf, withChildren } from './customer-children.ts';
import { customCells } from './fields.ts';
import { externalId, loadOnce } from './load.ts';
import { priceListFor } from './price-lists.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

export const partnerSpec: Spec = {
  name: {},
  ref: {},
  vat: {},
  city: {},
  active: {},
  country_id: { fields: { code: {} } },
  property_payment_term_id: { fields: { name: {} } },
  property_product_pricelist: { fields: { currency_id: {} } },
  // 19 keeps the message only; what stops a sale there is a person who reads it.
  sale_warn: {},
};
export const partnerSchema = z.object({
  id,
  name: text,
  ref: text,
  vat: text,
  city: text,
  active: z.boolean(),
  country_id: maybe(z.object({ code: text })).optional(),
  property_payment_term_id: maybe(z.object({ name: text })).optional(),
  property_product_pricelist: maybe(z.object({ currency_id: id })).optional(),
  sale_warn: text.optional(),
});
export type Partner = z.output<typeof partnerSchema>;
export async function customerOf(session: Session, partner: Partner, signal: AbortSignal): Promise<ErpCustomer> {
  const list = partner.property_product_pricelist;
  const currency = list ? await session.currency(list.currency_id, signal) : session.company.currency;
  return fit(
    erpCustomerSchema,
    {
      id: String(partner.id),
      number: partner.ref ?? String(partner.id),
      name: partner.name ?? '',
      city: partner.city,
      country: partner.country_id?.code ?? null,
      vatId: partner.vat,
      currency: currency.code,
      paymentTerms: partner.property_payment_term_id?.name ?? null,
      // An archived customer can take no order; `block` is the sales warning that stops one (16 to 18).
      blocked: !partner.active || partner.sale_warn === 'block',
    },
    'res.partner',
  );
}
const order = 'id';
export async function customersById(session: Session, ids: readonly number[], signal: AbortSignal) {
  const domain = [['id', 'in', ids]];
  const rows =
    (await readTree(session, partnerSchema, { model: 'res.partner', domain, spec: partnerSpec, signal })) ?? [];
  return new Map(
    await Promise.all(rows.map(async (row) => [String(row.id), await customerOf(session, row, signal)] as const)),
  );
}
/** Refuses what is no customer of this Odoo; archived ones are known. */
export async function knownCustomer(
  session: Session,
  customerId: string,
  signal: AbortSignal,
  spec: Spec = { display_name: {} },
): Promise<number> {
  const [known] = recordIds([customerId]);
  const rows = await readTree(session, z.object({ id }), {
    model: 'res.partner',
    domain: [['id', '=', known ?? 0]],
    spec,
    signal,
  });
  if (known === undefined || !rows?.length)
    throw new ErpError('not_found', `no partner ${customerId}`, {
      field: 'customerId',
      words: 'Odoo has no such customer.',
    });
  return known;
}

export async function customersByReference(session: Session, references: readonly string[], signal: AbortSignal) {
  const rows =
    (await readTree(session, partnerSchema, {
      model: 'res.partner',
      domain: [['ref', 'in', references]],
      spec: partnerSpec,
      order,
      signal,
    })) ?? [];
  return Promise.all(
    references.map(async (reference) => {
      const found = rows.find(({ ref }) => ref === reference);
      return found ? customerOf(session, found, signal) : null;
    }),
  );
}

/**
 * Once: looked for by our reference, which stands in Odoo's own "Reference", then loaded under an external id made of it. So even
 * after somebody wrote another number over the reference, creating again gives the same partner, as it is now.
 */
export async function createCustomer(session: Session, input: NewCustomer, signal: AbortSignal): Promise<ErpCustomer> {
  const [known] = await customersByReference(session, [input.reference], signal);
  if (known) return known;
  const custom = await customCells(session, 'customer', input.custom, signal);
  const [refusal] = custom.refusals;
  if (refusal) throw new ErpError('refused', `customer ${input.reference}: ${refusal.words}`, refusal);
  const country = input.country === null ? null : await countryId(session, input.country, signal);
  const list = input.currency === null ? null : await priceListFor(session, input.currency, country, signal);
  const values: Record<string, string | null> = {
    id: externalId(`customer_${input.reference}`),
    name: input.name,
    is_company: '1',
    ref: input.reference,
    vat: input.vatId,
    email: input.email,
    phone: input.phone,
    street: input.street,
    zip: input.postalCode,
    city: input.city,
    'country_id/.id': country === null ? null : String(country),
    'property_product_pricelist/.id': list === null ? null : String(list),
    ...(input.registrationNumber ? { company_registry: input.registrationNumber } : {}),
    ...(await languageOf(session, input.language, signal)),
    ...Object.fromEntries(custom.cells),
  };
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const made = await loadOnce(
    session,
    { model: 'res.partner', ...withChildren(given, await childrenOf(session, input, signal)) },
    signal,
  );
  const customer = (await customersById(session, [made], signal)).get(String(made));
  if (!customer) throw new ErpError('uncertain', `res.partner ${made} is not there after load`);
  return customer;
}

export async function countryId(
  session: Session,
  code: string,
  signal: AbortSignal,
  field = 'country',
): Promise<number> {
  const rows = await session.ask(z.array(z.object({ id })), {
    model: 'res.country',
    method: 'search_read',
    args: { domain: [['code', '=', code.trim().toUpperCase()]], fields: ['id'] },
    signal,
  });
  if (rows[0]) return rows[0].id;
  throw new ErpError('refused', `no country ${code}`, { field, words: `Odoo knows no country "${code}".` });
}
