import { at, type Body, type Store } from '../database.ts';
import { daysAfter, today } from '../days.ts';
import type { Desk } from '../desk.ts';
import { seedCustomers, seedItems } from './cast.ts';
import { items, type Keep, keyOf, masters } from './masters.ts';

function customers(store: Store, keep: Keep): void {
  for (const each of seedCustomers) {
    const {
      id,
      name,
      country = 'DE',
      city,
      zip = null,
      street = 'Industriestraße 3',
      email = null,
      tax = null,
      people = [],
    } = each;
    const entity = each.entity ? Number(keyOf(store, 'company-config/entity', each.entity)) : null;
    const land = { DE: 'Germany', US: 'United States', AT: 'Austria', CH: 'Switzerland' }[country];
    const mailingAddress = {
      addressLine1: street,
      addressLine2: null,
      addressLine3: null,
      city,
      state: null,
      postCode: zip,
      country: land,
      isoCountryCode: country,
    };
    const group = keyOf(store, 'tax/contact-tax-group', country === 'DE' ? 'Inland' : 'Abroad');
    const contact = (named: string, more: Body = {}) =>
      keep(
        'company-config/contact',
        {
          id: named,
          printAs: name,
          companyName: name,
          status: 'active',
          showInContactList: true,
          mailingAddress,
          tax: { isTaxable: true, group },
          ...more,
        },
        entity,
      );
    // The name alone is taken by the first customer of that name.
    const shown = contact(`${name}(${id})`, { email1: email });
    const lager = contact(`${name} Lager(${id})`, {
      mailingAddress: { ...mailingAddress, addressLine1: 'Am Lager 9' },
    });
    const customer = keep(
      'accounts-receivable/customer',
      {
        ...{
          id,
          name,
          taxId: tax,
          creditLimit: each.limit ?? null,
          isOnHold: each.hold === true,
          currency: each.currency ?? null,
          notes: null,
        },
        ...{
          deliveryOptions: 'print',
          overridePriceList: 'customer',
          status: each.inactive ? 'inactive' : 'active',
          isOneTimeUse: false,
        },
        term: keyOf(store, 'accounts-receivable/term', each.term ?? 'Net 30'),
        priceSchedule: each.schedule ? keyOf(store, 'order-entry/price-schedule', each.schedule) : null,
        priceList: each.list ? keyOf(store, 'order-entry/price-list', each.list) : null,
        contacts: { default: String(shown.key), primary: null, billTo: null, shipTo: String(lager.key) },
      },
      entity,
    );
    for (const [firstName, lastName, email1] of people) {
      const person = contact(`${lastName}, ${firstName}(${id})`, {
        firstName,
        lastName,
        email1,
        printAs: `${firstName} ${lastName}`,
      });
      store.save({
        ...{ object: 'accounts-receivable/customer-contact', parent: customer.key, entity },
        body: { categoryName: 'Purchasing', contact: String(person.key), customer: String(customer.key) },
      });
    }
  }
}
/** Purchase orders that are on their way. */
function incoming(store: Store, keep: Keep): void {
  const number = 'PO-0001';
  const entity = Number(keyOf(store, 'company-config/entity', '100'));
  const due = daysAfter(today(), 10);
  const doc = keep(
    'purchasing/document',
    {
      documentType: 'Purchase Order',
      documentNumber: number,
      documentId: `Purchase Order-${number}`,
      state: 'pending',
      status: 'active',
      txnDate: today(),
      dueDate: due,
    },
    entity,
  );
  const wanted = seedItems.filter(({ ordered = 0 }) => ordered > 0);
  for (const [nth, { id, ordered }] of wanted.entries()) {
    const item = keyOf(store, 'inventory-control/item', id);
    store.save({
      ...{ object: 'purchasing/document-line', parent: doc.key, entity },
      body: {
        ...{
          documentHeader: String(doc.key),
          documentType: 'Purchase Order',
          lineNumber: nth,
          item,
          unit: 'Each',
          status: 'active',
        },
        ...{
          quantity: ordered,
          unitQuantity: ordered,
          quantityConverted: 0,
          quantityRemaining: ordered,
          deliveryDueDate: due,
        },
        dimensions: {
          item,
          warehouse: keyOf(store, 'inventory-control/warehouse', 'WH-HAM'),
          location: keyOf(store, 'company-config/location', '100'),
        },
      },
    });
  }
}
/** Masters, and what customers have ordered, received, been billed and paid before. */
export function seed(store: Store, desk: Desk): void {
  if (store.one('select 1 as x from records')) return;
  const keep: Keep = (object, body, entity = null) => store.save({ object, body, entity });
  store.atomic(() => {
    masters(store, keep);
    items(store, keep);
    customers(store, keep);
    incoming(store, keep);
  });
  const day = today();
  const order = (customer: string, lines: readonly (readonly [string, number])[], more: Body = {}): string =>
    String(at(desk.enter({ customer, lines, ...more }).body, 'documentNumber'));
  const billed = (number: string, txnDate = day) => {
    desk.deliver(number);
    return String(desk.invoice(number, txnDate).body.documentNumber);
  };
  order(
    'C1001',
    [
      ['1896-S', 2],
      ['1900-S', 8],
    ],
    { customerPONumber: 'PO-4711' },
  );
  desk.deliver(order('C1001', [['D0001', 10]]));
  const half = order('C1001', [['STAFFEL-1', 20]]);
  desk.deliver(half, 0.5);
  desk.invoice(half);
  billed(order('C1002', [['T-2010', 100]], { txnDate: daysAfter(day, -60) }), daysAfter(day, -60));
  desk.pay(billed(order('C1002', [['SALZ-10', 50]])));
  desk.pay(billed(order('C1002', [['T-2005', 10]])), 50);
  desk.credit(billed(order('C1003', [['T-2010', 4]])), [[1, 1]]);
  desk.payOnAccount('C1009', 250);
  desk.close(order('C1003', [['T-2015', 1]]));
  order('C1010', [['1896-S', 1]]);
  desk.enter({ customer: 'C2001', entity: '200', lines: [['MONTAGE', 3]] });
}
