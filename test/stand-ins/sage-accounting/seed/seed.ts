import { daysAfter, today } from '../../sage-intacct/days.ts';
import { createContact } from '../contacts.ts';
import type { Body, Store } from '../database.ts';
import type { Desk, DeskLine } from '../desk.ts';
import { type SeedCustomer, type SeedItem, seedCustomers, seedItems } from './cast.ts';
import { ledgerOf, priceType, RATE_TYPE } from './constants.ts';

const NAMES = ['Sales Price', 'Trade', 'Wholesale'];
function item(store: Store, seed: SeedItem): void {
  const { code, name, stock, tax = 'IE_STANDARD', service, inactive } = seed;
  const body: Body = {
    ...{ item_code: code, description: name, notes: '', active: inactive !== true, deletable: false },
    ...{ sales_ledger_account: ledgerOf('4000'), purchase_ledger_account: ledgerOf('5000'), sales_tax_rate: tax },
    ...{ purchase_tax_rate: tax, cost_price: '1', purchase_description: name },
  };
  if (service) {
    const rate = { rate_name: 'Rate', displayed_as: 'Rate', rate: seed.price, rate_includes_tax: false };
    store.insert('services', { ...body, sales_rates: [{ id: code, ...rate, service_rate_type: RATE_TYPE }] });
    return;
  }
  const prices = [seed.price, seed.trade, seed.wholesale].flatMap((price, nth) =>
    price === undefined
      ? []
      : [
          {
            ...{ id: `${code}-${nth}`, price, price_includes_tax: false, price_name: NAMES[nth] },
            ...{ displayed_as: NAMES[nth], product_sales_price_type: priceType(nth) },
          },
        ],
  );
  const counted = stock === undefined ? {} : { quantity_in_stock: stock, average_cost_price: '1', reorder_level: '10' };
  store.insert('products', { ...body, sales_prices: prices, ...counted });
}
function customer(store: Store, seed: SeedCustomer): void {
  const { reference, name, street, city, zip, country = 'IE', tax, email, person, currency, limit, days } = seed;
  const [who, mail] = person ?? ['Accounts', email];
  const made = createContact(store, {
    ...{ name, reference, contact_type_ids: [seed.vendor ? 'VENDOR' : 'CUSTOMER'], tax_number: tax ?? null },
    ...{ credit_limit: limit ?? null, credit_days: days ?? null },
    ...(currency ? { currency_id: currency } : {}),
    product_sales_price_type_id: priceType(seed.price ? NAMES.indexOf(seed.price) : 0),
    main_address: { address_line_1: street ?? 'Main Street 1', city, postal_code: zip ?? '', country_id: country },
    main_contact_person: { name: who, email: mail ?? null, telephone: '+353 1 555 0100' },
  });
  if (seed.inactive) store.save({ ...made, body: { ...made.body, is_active: false } });
}
/** Quotes in each state, and invoices that are open, overdue, paid in part and in full, credited and void. */
function documents(desk: Desk): void {
  const day = (days: number) => daysAfter(today(), days);
  const sold = (who: string, ago: number, lines: readonly DeskLine[]) =>
    String(desk.invoice({ customer: who, lines, date: day(-ago) }).body.invoice_number);
  const quoted = (who: string, lines: readonly DeskLine[], reference?: string) =>
    String(desk.quote({ customer: who, lines, ...(reference ? { reference } : {}) }).body.quote_number);
  quoted(
    'NORD01',
    [
      ['1896-S', '5'],
      ['MONTAGE', '2'],
    ],
    'PO-4711',
  );
  // Two with one reference: nothing keeps it unique.
  quoted('NORD01', [['1896-S', '8']], 'PO-4711');
  desk.convert(
    quoted('NORD01', [
      ['1900-S', '4'],
      ['KABEL-25', '12.5'],
    ]),
  );
  desk.decline(quoted('KESS01', [['SALZ-10', '25']]));
  desk.accept(quoted('KESS01', [['T-2000', '20']]));
  desk.quote({ customer: 'KESS01', lines: [['T-2005', '3']], date: day(-90), expires: day(-60) });
  sold('NORD01', 3, [
    ['1900-S', '2'],
    ['SALZ-10', '33'],
  ]);
  sold('NORD01', 50, [['T-2030', '7']]);
  sold('KESS01', 70, [['1896-S', '3']]);
  sold('KESS01', 5, [
    ['T-2010', '8'],
    ['HANDBUCH', '3'],
  ]);
  desk.pay(sold('KESS01', 40, [['T-2040', '11']]));
  desk.pay(sold('KESS01', 65, [['T-2045', '9']]), '50.55');
  desk.credit(sold('KESS01', 25, [['T-2055', '6']]), [['T-2055', '2']]);
  desk.invoice({ customer: 'KESS01', lines: [['GRAVUR', '2']] }, { status_id: 'DRAFT' });
  desk.payOnAccount('LIFFEY1', '120');
  sold('LIFFEY1', 20, [['1896-S', '2']]);
  sold('PRAIR01', 60, [['1896-S', '1']]);
  quoted('PRAIR01', [['T-2020', '8']]);
  sold('RABA01', 12, [['T-2060', '8']]);
}
export function seed(store: Store, desk: Desk): void {
  for (const each of seedItems) item(store, each);
  for (const each of seedCustomers) customer(store, each);
  documents(desk);
}
