import type { Call } from './call.ts';
import { bad, noRecord } from './errors.ts';
import { momentOf, type NewRow, type Row, type Store, text } from './store.ts';
import { type Body, type Checked, checked, idOf } from './write.ts';

const recordOf = (store: Store, entity: string, id: string): Row => {
  const found = store.table(entity).find(id);
  if (!found) throw noRecord(entity.replaceAll('_', ' '), id);
  return found;
};
/** Refuses an id that names no record: the usual cause of a 400. */
function refers(store: Store, values: Checked['values'], keys: Readonly<Record<string, string>>): void {
  for (const [key, table] of Object.entries(keys)) {
    const id = values[key];
    if (id && !store.table(table).find(id as string))
      throw bad(`The ${table.replaceAll('_', ' ')} with the Id ${String(id)} does not exist.`);
  }
}
const referred = {
  currency_id: 'currency',
  country_code_id: 'country_code',
  default_tax_code_id: 'tax_code',
  price_band_id: 'price_band',
  customer_discount_group_id: 'customer_discount_group',
};
function address(store: Store, customer: NewRow, before: Row | null): NewRow {
  const group = customer.main_address as Record<string, string | null> | undefined;
  if (!group) return customer;
  refers(store, group, { address_country_code_id: 'country_code' });
  const country = store.table('country_code').find(group.address_country_code_id ?? undefined);
  const kept = { ...(before?.main_address as object | undefined), ...group };
  return { ...customer, main_address: { ...kept, ...(country ? { country: text(country, 'name') } : {}) } };
}
export function createCustomer({ store, now }: Call, body: unknown): Row {
  const { values, lists } = checked('customer', body);
  for (const name of ['reference', 'name']) if (!values[name]) throw bad(`The ${name} field is required.`);
  if (store.table('customer').by('reference', String(values.reference)).length > 0)
    throw bad(`A customer with the reference ${String(values.reference)} already exists.`);
  refers(store, values, referred);
  const base = [...store.table('currency').all()].find((currency) => currency.is_base_currency === true);
  const home = [...store.table('country_code').all()].find((country) => country.code === 'GB');
  const usual = {
    ...{
      short_name: String(values.name).slice(0, 8),
      on_hold: false,
      account_status_type: 'AccountStatusActive',
      credit_limit: 0n,
    },
    ...{
      currency_id: base?.id ?? null,
      country_code_id: home?.id ?? null,
      default_tax_code_id: standardTax(store)?.id ?? null,
    },
    ...{
      payment_terms_days: 30,
      payment_terms_basis: 'PaymentDueFromDocumentDate',
      terms_agreed: false,
      account_opened: momentOf(now),
    },
    ...{ price_band_id: null, customer_discount_group_id: null, order_value_discount_id: null, main_address: {} },
  };
  const saved = store.table('customer').save(address(store, { ...usual, ...values }, null), now);
  for (const contact of lists.contacts ?? []) keepContact(store, saved.id, contact, now);
  return saved;
}
const standardTax = (store: Store): Row | undefined =>
  [...store.table('tax_code').all()].find((code) => code.code === 1);

export function changeCustomer({ store, now }: Call, id: string, body: unknown): Row {
  const before = recordOf(store, 'customer', id);
  const { values, lists } = checked('customer', body);
  const [same] = store.table('customer').by('reference', String(values.reference ?? ''));
  if (same && same.id !== id) throw bad(`A customer with the reference ${String(values.reference)} already exists.`);
  refers(store, values, referred);
  const saved = store.table('customer').save(address(store, { ...before, ...values }, before), now);
  for (const contact of lists.contacts ?? []) keepContact(store, id, contact, now);
  return saved;
}
/** A contact of a customer with its addresses; one with an Id is changed, or deleted where it says so. */
export function keepContact(store: Store, customer: string, body: Body, now: number): Row | null {
  const { values, lists } = checked('customer_contact', body);
  const id = idOf(body);
  const before = id === null ? null : recordOf(store, 'customer_contact', id);
  if (before && before.customer_id !== customer) throw noRecord('customer contact', id ?? '');
  if (before && values.is_to_delete === true) {
    store.table('customer_contact').remove(before);
    return null;
  }
  const isFirst = store.table('customer_contact').by('customer_id', customer).length === 0;
  const contact = store
    .table('customer_contact')
    .save({ is_default: isFirst, ...(before ?? {}), ...values, customer_id: customer }, now);
  for (const [list, entity] of [
    ['emails', 'customer_email'],
    ['telephones', 'customer_telephone'],
  ] as const)
    for (const given of lists[list] ?? []) keepOfContact(store, entity, contact.id, given, now);
  return contact;
}
export function keepOfContact(store: Store, entity: string, contact: string, body: Body, now: number): Row {
  const { values } = checked(entity, body);
  const id = idOf(body);
  const before = id === null ? null : recordOf(store, entity, id);
  return store.table(entity).save({ ...(before ?? {}), ...values, customer_contact_id: contact }, now);
}
export function keepDeliveryAddress({ store, now }: Call, id: string | null, body: unknown): Row {
  const before = id === null ? null : recordOf(store, 'customer_delivery_address', id);
  const { values } = checked('customer_delivery_address', body);
  if (!before)
    for (const name of ['customer_id', 'description', 'tax_code_id'])
      if (!values[name]) throw bad(`The ${name} field is required.`);
  refers(store, values, {
    customer_id: 'customer',
    tax_code_id: 'tax_code',
    address_country_code_id: 'country_code',
    country_code_id: 'country_code',
  });
  return store.table('customer_delivery_address').save({ ...(before ?? {}), ...values }, now);
}
