import type { Desk } from './desk.ts';
import { COMPANY, WAREHOUSE } from './orders.ts';
import { type Doc, type Store, siteDay } from './store.ts';

/** Who buys, and what is sold. Invented. A number without a series is the customer's name, as ERPNext names them. */
const customers: readonly Doc[] = [
  {
    customer_name: 'Nordwerk Maschinenbau GmbH',
    tax_id: 'DE811000019',
    email_id: 'einkauf@nordwerk-maschinen.example',
    credit_limits: [{ company: COMPANY, credit_limit: 250_000 }],
  },
  {
    customer_name: 'Kessler Anlagenbau AG',
    tax_id: 'DE811071271',
    email_id: 'post@kessler-anlagen.example',
    credit_limits: [{ company: COMPANY, credit_limit: 40_000 }],
  },
  { customer_name: 'Müller Metallbau GmbH', tax_id: 'DE811047514', email_id: 'info@mueller-metall-koeln.example' },
  { customer_name: 'Mueller Metallbau Köln KG', email_id: 'kg@mueller-metall.example' },
  { customer_name: 'Doppelt GmbH' },
  { name: 'Doppelt GmbH - 1', customer_name: 'Doppelt GmbH' },
  { customer_name: 'Hafenkontor Lagerhaus GmbH', is_frozen: 1 },
  { customer_name: 'Prairie Tool & Supply Inc.', default_currency: 'USD', _tax: 0 },
  { customer_name: 'Freier Postkasten e.K.', email_id: 'freier.postkasten@web.de' },
  { customer_name: 'Ohne Belege GmbH' },
  { customer_name: 'Vielbesteller Großhandel GmbH' },
];
const items: readonly Doc[] = [
  { item_code: '1896-S', item_name: 'Schreibtisch ATHEN', standard_rate: 1000.8, stock: 400 },
  { item_code: '1900-S', item_name: 'Gästestuhl PARIS', standard_rate: 192.8, stock: 900 },
  { item_code: 'D0001', item_name: 'Mittelklasse-Lautsprecher', standard_rate: 17.55, stock: 900 },
  { item_code: 'SALZ-10', item_name: 'Regeneriersalz', standard_rate: 0.79, stock_uom: 'Kg', stock: 8000 },
  { item_code: 'STAFFEL-1', item_name: 'Kugellager 6204', standard_rate: 9.9, stock: 700, _rule: true },
  { item_code: 'T-2000', item_name: 'Kugelhahn DN 15', standard_rate: 12, stock: 900 },
  { item_code: 'KNAPP-1', item_name: 'Dichtungssatz', standard_rate: 61.2 },
  { item_code: 'MONTAGE', item_name: 'Montage vor Ort', standard_rate: 98, stock_uom: 'Hour', is_stock_item: 0 },
  { item_code: '1850-ALT', item_name: 'Auslaufmodell TURIN', standard_rate: 310, stock: 3, disabled: 1 },
];
const daysAgo = (days: number): string => siteDay(Date.now() - days * 86_400_000);
/** Masters, and what customers have ordered, received and been billed before. */
export function seed(store: Store, desk: Desk): void {
  if (!store.isEmpty()) return;
  for (const name of ['EUR', 'USD']) store.save('Currency', { name, currency_name: name, enabled: 1 });
  for (const each of customers)
    store.save('Customer', {
      customer_type: 'Company',
      customer_group: 'Commercial',
      territory: 'Germany',
      disabled: 0,
      is_frozen: 0,
      name: each.customer_name,
      ...each,
    });
  for (const { stock, ...each } of items) {
    store.save('Item', {
      is_stock_item: 1,
      disabled: 0,
      stock_uom: 'Nos',
      item_group: 'Products',
      ...each,
      name: each.item_code,
    });
    if (stock !== undefined)
      store.save('Bin', {
        name: `${each.item_code} ${WAREHOUSE}`,
        item_code: each.item_code,
        warehouse: WAREHOUSE,
        actual_qty: stock,
        reserved_qty: 0,
        ordered_qty: 0,
        projected_qty: stock,
        planned_qty: 0,
        stock_uom: each.stock_uom ?? 'Nos',
      });
  }
  desk.enter(
    'Nordwerk Maschinenbau GmbH',
    [
      ['1896-S', 2],
      ['1900-S', 8],
    ],
    { po_no: 'PO-4711' },
  );
  desk.invoice(desk.enter('Nordwerk Maschinenbau GmbH', [['D0001', 10]]));
  const kessler = 'Kessler Anlagenbau AG';
  desk.invoice(desk.enter(kessler, [['T-2000', 100]], { transaction_date: daysAgo(60) }), daysAgo(60));
  desk.pay(desk.invoice(desk.enter(kessler, [['SALZ-10', 500]])));
  desk.pay(desk.invoice(desk.enter(kessler, [['T-2000', 10]])), 100);
  const half = desk.enter(kessler, [['1900-S', 4]]);
  desk.deliver(half, 0.5);
  const back = desk.invoice(desk.enter('Müller Metallbau GmbH', [['T-2000', 4]]));
  desk.credit(back, 14.28);
}
