import type { Body, Rec, Store } from './database.ts';
import { invalid, needed } from './errors.ts';

/** VAT ids are checked for their form; by which rules is not published. */
function checkTax(number: string | null | undefined): void {
  if (number && !/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number)) throw invalid('is invalid', 'tax_number');
}
/** References are unique among contacts, without regard to case. */
function checkReference(store: Store, reference: string | null | undefined, own: string | null): void {
  if (!reference) return;
  const holder = store.named(`reference ${reference.toLowerCase()}`);
  if (holder !== null && holder !== own) throw invalid('has already been taken', 'reference');
}
const noteReference = (store: Store, reference: string | null, id: string | null): void => {
  if (reference) store.name(`reference ${reference.toLowerCase()}`, id);
};
function addressFields({ country_id, address_type_id, ...rest }: Body): Body {
  return {
    ...rest,
    ...(country_id === undefined ? {} : { country: country_id }),
    ...(address_type_id === undefined ? {} : { address_type: address_type_id }),
  };
}
export function saveAddress(store: Store, input: Body, before: Rec | null): Rec {
  const { contact_id, ...fields } = input;
  const contact = contact_id ?? before?.body.contact;
  if (!contact) throw needed('contact_id');
  const body = { ...before?.body, ...addressFields(fields), contact };
  return before ? store.save({ ...before, body }) : store.insert('addresses', body);
}
export function savePerson(store: Store, input: Body, before: Rec | null): Rec {
  const { address_id, contact_person_type_ids, ...fields } = input;
  const address = address_id ?? before?.body.address;
  const contact = store.find('addresses', address)?.body.contact ?? before?.body.contact;
  const types = contact_person_type_ids ?? before?.body.contact_person_types ?? ['ACCOUNTS'];
  const body = { ...before?.body, ...fields, address, contact, contact_person_types: types };
  return before ? store.save({ ...before, body }) : store.insert('contact_persons', body);
}
const REFERENCES = [
  'default_sales_ledger_account',
  'default_sales_tax_rate',
  'default_purchase_ledger_account',
  'product_sales_price_type',
  'currency',
];
const PARTS = ['main_address', 'delivery_address', 'main_contact_person', 'contact_type_ids', 'bank_account_details'];

function fieldsOf(input: Body): Body {
  const fields: Body = {};
  for (const [name, value] of Object.entries(input)) {
    const reference = REFERENCES.find((each) => name === `${each}_id`);
    if (reference) fields[reference] = value;
    else if (!PARTS.includes(name) && name !== 'idempotency_id') fields[name] = value;
  }
  if (input.bank_account_details) fields.bank_account_details = input.bank_account_details;
  if (input.contact_type_ids) fields.contact_types = input.contact_type_ids;
  return fields;
}
/** Addresses and the main person, which are records of their own. */
function withParts(store: Store, contact: Rec, input: Body): Rec {
  const body = { ...contact.body };
  for (const [name, title, type] of [
    ['main_address', 'Main Address', 'SALES'],
    ['delivery_address', 'Delivery Address', 'DELIVERY'],
  ] as const) {
    if (!input[name]) continue;
    const known = store.find('addresses', body[name]);
    const usual = known ? {} : { name: title, address_type_id: type, is_main_address: name === 'main_address' };
    body[name] = saveAddress(store, { ...usual, ...input[name], contact_id: contact.id }, known).id;
  }
  if (input.main_contact_person) {
    const known = store.find('contact_persons', body.main_contact_person);
    const usual = known ? {} : { name: 'Main Contact', is_main_contact: true, address_id: body.main_address };
    const person = savePerson(store, { ...usual, ...input.main_contact_person }, known);
    body.main_contact_person = store.save({ ...person, body: { ...person.body, contact: contact.id } }).id;
  }
  return store.save({ ...contact, body }, contact.modified);
}
/** A new contact has a main address and a main person, empty ones where the request has none. */
export function createContact(store: Store, input: Body): Rec {
  if (input.contact_type_ids.length !== 1) throw invalid('must be one type', 'contact_type_ids');
  checkTax(input.tax_number);
  checkReference(store, input.reference, null);
  const [usualPrice] = store.all('product_sales_price_types');
  const body = {
    ...{
      reference: null,
      currency: store.find('settings', 'financial')?.body.base_currency,
      locale: 'en',
      is_active: true,
      system: false,
    },
    ...{ gdpr_obfuscated: false, product_sales_price_type: usualPrice?.id ?? null },
    ...{ main_address: null, delivery_address: null, main_contact_person: null },
    ...fieldsOf(input),
  };
  const made = store.insert('contacts', body);
  noteReference(store, body.reference, made.id);
  return withParts(store, made, {
    ...input,
    main_address: input.main_address ?? {},
    main_contact_person: input.main_contact_person ?? {},
  });
}
export function changeContact(store: Store, rec: Rec, input: Body): Rec {
  checkTax(input.tax_number);
  checkReference(store, input.reference, rec.id);
  const body = { ...rec.body, ...fieldsOf(input) };
  if (body.reference !== rec.body.reference) noteReference(store, rec.body.reference, null);
  noteReference(store, body.reference, rec.id);
  return withParts(store, store.save({ ...rec, body }), input);
}
const hasDocuments = (store: Store, id: string): boolean =>
  ['sales_quotes', 'sales_invoices', 'sales_credit_notes'].some((kind) => store.of(kind, id).length > 0);
export const isDeletable = (store: Store, { id }: Rec): boolean => !hasDocuments(store, id);
export function deleteContact(store: Store, rec: Rec): void {
  if (!isDeletable(store, rec)) throw invalid('The contact has transactions and cannot be deleted.', 'base');
  noteReference(store, rec.body.reference, null);
  store.save({ ...rec, deleted: Date.now() });
}
