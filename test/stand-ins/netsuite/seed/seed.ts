import { createEntity } from '../customers.ts';
import type { Body, Store } from '../database.ts';
import { dayOf, daysAfter } from '../days.ts';
import type { Desk } from '../desk.ts';
import { breaks, seedCustomers, seedItems } from './cast.ts';

const EUR = { id: '1' };
const USD = { id: '2' };
const SUBSIDIARY = { id: '1' };
/** Units of one type, by the names that the cast uses. The first of a type is its stock unit. */
const UNITS = { ea: 'Stück', dz: 'Dutzend', kg: 'kg', m: 'm', hr: 'Std.' } as const;
const UNIT_TYPES: readonly (readonly [
  name: string,
  units: readonly (readonly [key: keyof typeof UNITS, rate: number])[],
])[] = [
  [
    'Stückzahl',
    [
      ['ea', 1],
      ['dz', 12],
    ],
  ],
  ['Gewicht', [['kg', 1]]],
  ['Länge', [['m', 1]]],
  ['Zeit', [['hr', 1]]],
];
function masters(store: Store): void {
  const keep = (type: string, body: Body) => store.save({ type, external: null, body: { isInactive: false, ...body } });
  keep('currency', { name: 'Euro', symbol: 'EUR', exchangeRate: 1, isBaseCurrency: true });
  keep('currency', { name: 'US Dollar', symbol: 'USD', exchangeRate: 0.9, isBaseCurrency: false });
  keep('subsidiary', { name: 'Hansa Industrie GmbH', currency: EUR, country: 'DE' });
  for (const name of ['Hauptlager', 'Außenlager'])
    keep('location', { name, subsidiary: SUBSIDIARY, makeInventoryAvailable: true });
  keep('term', { name: '30 Tage', daysUntilNetDue: 30 });
  keep('term', { name: '14 Tage', daysUntilNetDue: 14 });
  keep('priceLevel', { name: 'Basispreis' });
  keep('priceLevel', { name: 'Großhandel', discountPct: -15 });
  for (const [itemId, rate] of [
    ['USt 19%', '19.0%'],
    ['USt 7%', '7.0%'],
    ['Steuerfrei', '0.0%'],
  ] as const)
    keep('salesTaxItem', { itemId, rate });
  for (const [name, units] of UNIT_TYPES) {
    const id = store.draw('unitsType');
    for (const [nth, [key, rate]] of units.entries())
      store.run(
        'insert into units values (?, ?, ?, ?, ?)',
        store.draw('units'),
        id,
        UNITS[key],
        rate,
        nth === 0 ? 1 : 0,
      );
    store.save({ type: 'unitsType', id, external: null, body: { name, isInactive: false } });
  }
}
const unitId = (store: Store, key: keyof typeof UNITS): { unit: string; type: string; base: string } => {
  const row = store.one('select * from units where name = ?', UNITS[key]);
  const base = store.one('select id from units where unitstype = ? and base = 1', Number(row?.unitstype));
  return { unit: String(row?.id), type: String(row?.unitstype), base: String(base?.id) };
};
function sold(store: Store): void {
  const ids = new Map<string, number>();
  for (const each of seedItems) {
    const { unit, type, base } = unitId(store, each.unit ?? 'ea');
    const isDiscount = each.kind === 'discountItem';
    const units = isDiscount
      ? {}
      : { unitsType: { id: type }, saleUnit: unit, ...(each.kind ? {} : { stockUnit: base }) };
    const id = store.draw('item');
    ids.set(each.number, id);
    if (!isDiscount) store.run('insert into prices values (?, 1, 1, 0, ?)', id, each.price);
    for (const [item, level, currency, quantity, price] of breaks)
      if (item === each.number)
        store.run('insert into prices values (?, ?, ?, ?, ?)', id, level, currency, quantity, price);
    if (each.stock !== undefined) store.run('insert into stock values (?, 1, ?, ?)', id, each.stock, each.ordered ?? 0);
    if (each.stock !== undefined) store.run('insert into stock values (?, 2, ?, 0)', id, each.elsewhere ?? 0);
    store.save({
      type: each.kind ?? 'inventoryItem',
      id,
      external: null,
      body: {
        itemId: each.number,
        displayName: each.name,
        salesDescription: each.name,
        ...units,
        taxSchedule: each.tax ?? 'Standard',
        isInactive: each.inactive === true,
        isOnline: true,
        ...(each.barcode ? { upcCode: each.barcode } : {}),
      },
    });
  }
  const incoming = seedItems.filter(({ ordered = 0 }) => ordered > 0);
  const items = incoming.map(({ number, ordered }, nth) => ({
    line: nth + 1,
    item: { id: String(ids.get(number)) },
    itemType: 'InvtPart',
    quantity: ordered,
    rate: 1,
    amount: ordered,
    expectedShipDate: daysAfter(dayOf(), 10),
    location: { id: '1' },
  }));
  store.save({
    type: 'purchaseOrder',
    external: null,
    body: {
      tranId: 'PO10001',
      tranDate: dayOf(),
      status: 'B',
      currency: EUR,
      subsidiary: SUBSIDIARY,
      exchangeRate: 1,
      total: 125,
      item: { items },
    },
  });
  for (const each of seedCustomers) {
    const { name, city, zip = '', country = 'DE', person } = each;
    const place = { addr1: 'Werkstraße 3', city, zip, country: { id: country }, addressee: name };
    const own = each.own && {
      itemPricing: { items: [{ item: { id: String(ids.get(each.own[0])) }, price: each.own[1], currency: EUR }] },
    };
    const made = createEntity(store, 'customer', {
      ...(person ? { isPerson: true, firstName: person[0], lastName: person[1] } : { companyName: name }),
      subsidiary: SUBSIDIARY,
      currency: each.currency ? USD : EUR,
      terms: { id: each.terms ? '2' : '1' },
      ...(each.vat ? { vatRegNumber: each.vat } : {}),
      ...(each.email ? { email: each.email } : {}),
      ...(each.limit ? { creditLimit: each.limit } : {}),
      ...(each.level ? { priceLevel: { id: '2' } } : {}),
      ...(each.currency ? { taxItem: { id: '3' } } : {}),
      ...(each.hold ? { creditHoldOverride: { id: 'ON' } } : {}),
      ...own,
      isInactive: each.inactive === true,
      addressBook: {
        items: [
          { label: 'Rechnung', defaultBilling: true, addressBookAddress: place },
          { label: 'Lager', defaultShipping: true, addressBookAddress: { ...place, addr1: 'Am Lager 9' } },
        ],
      },
    });
    if (each.also) store.save({ ...made, body: { ...made.body, _currencies: ['2'] } });
  }
  createEntity(store, 'contact', {
    firstName: 'Uwe',
    lastName: 'Nord',
    email: 'uwe.nord@nordwerk-maschinen.example',
    company: { id: '1' },
    subsidiary: SUBSIDIARY,
  });
}
/** Line of an order by item number. */
export const lineOf = (store: Store, item: string, quantity: number, more: Body = {}): Body => {
  const row = store.one("select id from records where grp = 'item' and json_extract(body, '$.itemId') = ?", item);
  return { item: { id: String(row?.id) }, quantity, ...more };
};
type Lines = readonly (readonly [item: string, quantity: number])[];
/** An approved order as people enter it; its number. */
export const enter = (store: Store, desk: Desk, header: Body, lines: Lines, at?: number): string =>
  desk.enter(
    {
      orderStatus: { id: 'B' },
      ...header,
      item: { items: lines.map(([item, quantity]) => lineOf(store, item, quantity)) },
    },
    at,
  );

/** Masters, and what customers have ordered, received, been billed and paid before. */
export function seed(store: Store, desk: Desk): void {
  if (store.one('select 1 as x from records')) return;
  store.atomic(() => {
    masters(store);
    sold(store);
  });
  const today = dayOf();
  const order = (customer: number, lines: Lines, more: Body = {}) =>
    enter(store, desk, { entity: { id: String(customer) }, ...more }, lines);
  order(
    1,
    [
      ['1896-S', 2],
      ['1900-S', 8],
    ],
    { otherRefNum: 'PO-4711' },
  );
  const shipped = order(1, [['D0001', 10]]);
  desk.deliver(shipped);
  const half = order(1, [['STAFFEL-1', 20]]);
  desk.deliver(half, 0.5);
  desk.invoice(half);
  const late = order(2, [['T-2000', 100]], { tranDate: daysAfter(today, -60) });
  desk.deliver(late);
  desk.invoice(late, daysAfter(today, -60));
  const paid = order(2, [['SALZ-10', 500]]);
  desk.deliver(paid);
  desk.pay(String(desk.invoice(paid).body.tranId));
  const part = order(2, [['T-2005', 10]]);
  desk.deliver(part);
  desk.pay(String(desk.invoice(part).body.tranId), 100);
  const credited = order(3, [['T-2010', 4]]);
  desk.deliver(credited);
  desk.credit(String(desk.invoice(credited).body.tranId), [{ orderLine: 1, quantity: 1 }]);
  desk.payOnAccount(9, 250);
  desk.cancel(order(3, [['T-2015', 1]]));
  order(10, [['1896-S', 1]], { currency: USD });
}
