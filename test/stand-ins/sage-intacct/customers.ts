import { takes } from '../faults.ts';
import type { Call } from './call.ts';
import { at, type Body, placed, type Rec } from './database.ts';
import { type Detail, noPayload, notFound, refused } from './errors.ts';

import { typeOf } from './metadata.ts';
import { sees } from './rights.ts';
import { complete, type Given, given, ownedBy } from './values.ts';

export const CUSTOMER = 'accounts-receivable/customer';
export const CONTACT = 'company-config/contact';
const LISTED = 'accounts-receivable/customer-contact';
const countries: Readonly<Record<string, string>> = {
  DE: 'Germany',
  AT: 'Austria',
  CH: 'Switzerland',
  FR: 'France',
  NL: 'Netherlands',
  ES: 'Spain',
  GB: 'United Kingdom',
  US: 'United States',
  DK: 'Denmark',
  IT: 'Italy',
  BE: 'Belgium',
  PL: 'Poland',
};
const echo = (message: string): Detail => ({ errorId: 'BL01001973', code: 'invalidRequest', message });
/** The cause, which the recorded answer of the XML gateway gives first and the REST API last. */
const duplicate = (record: string): Detail => ({
  errorId: 'BL34000061',
  code: 'duplicateRecord',
  message: `Another ${record} with the given value(s)   already exists`,
  correction: 'Use a unique value instead.',
});

/** The country by its name and by its code; either may be given, the code wins. */
function withCountry(call: Call, object: string, record: string, body: Body): Body {
  const address = body.mailingAddress as Body | undefined;
  if (!address) return body;
  const { country, isoCountryCode: code } = address;
  if (!country && !code) return body;
  const known = code ? countries[code] : country;
  const back = code ?? Object.entries(countries).find(([, name]) => name === country)?.[0];
  if (!known || !back)
    throw refused(call.method, object, record, {
      code: 'invalidReference',
      message: `Invalid country '${code ?? country}' specified.`,
      target: 'mailingAddress',
    });
  return { ...body, mailingAddress: { ...address, country: known, isoCountryCode: back } };
}
function bodyWith(values: Given['values'], before: Body = {}, under = ''): Body {
  let body = before;
  for (const [path, value] of values) {
    if (under !== '' && !path.startsWith(under)) continue;
    const own = path.slice(under.length);
    if (under !== '' || !path.startsWith('contacts.default.')) body = placed(body, own, value);
  }
  return body;
}
const taken = (call: Call, object: string, id: string): boolean => call.store.where(object, 'id', id).length > 0;

/** The company's default: customers at home are taxed, those abroad are not. */
function taxed({ store }: Call, body: Body): Body {
  const isHome = (at(body, 'mailingAddress.isoCountryCode') ?? 'DE') === 'DE';
  const group = at(body, 'tax.group') ?? String(store.byId('tax/contact-tax-group', isHome ? 'Inland' : 'Abroad')?.key);
  return placed(body, 'tax.group', group);
}
export function createContact(call: Call, body: Body): Rec {
  const asked = given(call, CONTACT, typeOf(CONTACT), body);
  complete(typeOf(CONTACT), asked);
  const own = withCountry(call, CONTACT, 'Contact', bodyWith(asked.values));
  if (taken(call, CONTACT, own.id)) throw refused(call.method, CONTACT, 'Contact', duplicate('Contact'));
  return call.store.save({
    object: CONTACT,
    entity: call.entity,
    body: { status: 'active', showInContactList: true, ...own },
  });
}
function found(call: Call, object: string, key: string): Rec {
  const rec = call.store.find(object, /^\d+$/.test(key) ? key : null);
  if (!rec || !sees(call, rec, false)) throw notFound(`objects/${object}/${key}`);
  return rec;
}
export function changeContact(call: Call, key: string, body: Body): Rec {
  const rec = found(call, CONTACT, key);
  if (Object.keys(body).length === 0) throw noPayload('PATCH');
  const { values } = given(call, CONTACT, typeOf(CONTACT), body);
  const own = withCountry(call, CONTACT, 'Contact', bodyWith(values, rec.body));
  if (own.id !== rec.body.id)
    throw refused('PATCH', CONTACT, 'Contact', {
      code: 'invalidValue',
      message: 'id cannot be changed.',
      target: 'id',
    });
  return call.store.save({ ...rec, body: own });
}
function changeList(call: Call, customer: Rec, list: readonly Body[]): void {
  const { store } = call;
  for (const { operation, key, given: asked } of ownedBy(call, CUSTOMER, LISTED, list, 'contactList')) {
    const before = store.children(LISTED, customer.key).find((each) => String(each.key) === key);
    if (key !== undefined && !before)
      throw refused(call.method, CUSTOMER, 'Customer', {
        code: 'invalidReference',
        message: `Invalid contact list entry '${String(key)}' specified.`,
      });
    if (operation === 'delete' && before) store.remove(before);
    if (operation === 'delete') continue;
    if (!before) complete(typeOf(LISTED), asked, 'contactList.');
    const body = { ...bodyWith(asked.values, before?.body), customer: String(customer.key) };
    store.save(before ? { ...before, body } : { object: LISTED, parent: customer.key, entity: customer.entity, body });
  }
}
/**
 * Creates a customer and its display contact. A contact without an id of its own is named after the customer, so that a second customer of
 * one name is refused by the contact.
 */
export function createCustomer(call: Call, body: Body): Rec {
  const { store } = call;
  const asked = given(call, CUSTOMER, typeOf(CUSTOMER), body);
  complete(typeOf(CUSTOMER), asked);
  const { values, lists } = asked;
  const id = String(values.get('id') ?? `C${5000 + store.draw('customer-id')}`);
  const name = String(values.get('name'));
  if (taken(call, CUSTOMER, id)) throw refused(call.method, CUSTOMER, 'Customer', duplicate('Customer'));
  const own = bodyWith(values, {}, 'contacts.default.');
  const contactId = String(own.id ?? own.printAs ?? name);
  if (taken(call, CONTACT, contactId))
    throw refused(
      call.method,
      CUSTOMER,
      'Customer',
      echo('Error While Saving the Display Contact'),
      echo('Could not create Contact record!'),
      duplicate('Contact'),
    );
  const contact = store.save({
    object: CONTACT,
    entity: call.entity,
    body: taxed(
      call,
      withCountry(call, CUSTOMER, 'Customer', {
        status: 'active',
        showInContactList: true,
        printAs: name,
        companyName: name,
        ...own,
        id: contactId,
      }),
    ),
  });
  const kept = bodyWith(values);
  const made = store.save({
    object: CUSTOMER,
    entity: call.entity,
    body: {
      ...{
        creditLimit: null,
        isOnHold: false,
        deliveryOptions: 'print',
        overridePriceList: 'customer',
        status: 'active',
      },
      ...kept,
      id,
      contacts: { primary: null, billTo: null, shipTo: null, ...kept.contacts, default: String(contact.key) },
    },
  });
  changeList(call, made, lists.get('contactList') ?? []);
  return made;
}
export function changeCustomer(call: Call, key: string, body: Body): Rec {
  const { store } = call;
  const rec = found(call, CUSTOMER, key);
  if (Object.keys(body).length === 0) throw noPayload('PATCH');
  const { values, lists } = given(call, CUSTOMER, typeOf(CUSTOMER), body);
  if (takes(call.faults, 'locked'))
    throw refused('PATCH', CUSTOMER, 'Customer', {
      code: 'recordLocked',
      message: `Customer ${rec.body.id} is being edited by another user.`,
    });
  if (values.has('id') && values.get('id') !== rec.body.id)
    throw refused('PATCH', CUSTOMER, 'Customer', {
      code: 'invalidValue',
      message: 'id cannot be changed.',
      target: 'id',
    });
  const contact = store.find(CONTACT, at(rec.body, 'contacts.default') as string);
  const shared = [...values.keys()].some((path) => path.startsWith('contacts.default.'));
  if (contact && shared)
    store.save({
      ...contact,
      body: withCountry(call, CUSTOMER, 'Customer', bodyWith(values, contact.body, 'contacts.default.')),
    });
  const made = store.save({ ...rec, body: bodyWith(values, rec.body) });
  changeList(call, made, lists.get('contactList') ?? []);
  return made;
}
