import { decimal } from '@backroom/shared';
import type { Row, Store } from '../database.ts';
import { daysAfter, today } from '../days.ts';
import { NO_DATE, NO_GUID } from '../metadata.ts';
import { copyOrder, credit, invoice, moveStock, pay, ship } from '../posting.ts';
import { createOrder } from '../sales-orders.ts';
import { seedCustomers, seedItems } from './masters.ts';

const units = ['STK', 'KARTON', 'M', 'ROLLE', 'KG', 'STD'];
const vendor = { vendorNumber: '40000', vendorName: 'Gusswerk Lieferanten GmbH' };

/** Two companies, so that a name is needed; all that is sold is in the first. Does nothing where it was done before. */
export function seed(store: Store): void {
  if (store.one('select 1 from companies')) return;
  const [first] = ['CRONUS DE', 'CRONUS AT'].map((name) =>
    store.insert('companies', '', { name, displayName: `${name} GmbH`, systemVersion: '28.0.46665.48010' }),
  );
  const company = String(first?.id);
  for (const { id, name } of store.all('select id, name from companies'))
    store.insert('companyInformation', String(id), {
      displayName: `${name} GmbH`,
      currencyCode: 'EUR',
      country: 'DE',
      city: 'Kiel',
    });
  store.atomic(() => masters(store, company));
  documents(store, company);
}

function masters(store: Store, company: string): void {
  const put = (set: string, row: Row) => store.insert(set, company, row);
  for (const code of units) put('unitsOfMeasure', { code, displayName: code, internationalStandardCode: code });
  for (const [code, days] of [
    ['14 TAGE', '14D'],
    ['30 TAGE', '30D'],
    ['SOFORT', '0D'],
  ] as const)
    put('paymentTerms', { code, displayName: `Zahlbar in ${days.slice(0, -1)} Tagen netto`, dueDateCalculation: days });
  put('shipmentMethods', { code: 'EXW', displayName: 'Ab Werk' });
  put('locations', { code: 'BLAU', displayName: 'Lager Blau' });
  put('countriesRegions', { code: 'DE', displayName: 'Deutschland' });
  put('customerReturnReasons', { code: 'DEFEKT', description: 'Ware defekt' });
  for (const [code, rate] of [
    ['USD', '0.92'],
    ['CHF', '1.05'],
  ] as const) {
    put('currencies', { code, displayName: code, amountRoundingPrecision: '0.01' });
    put('currencyExchangeRates', {
      currencyCode: code,
      startingDate: '2025-01-01',
      exchangeRateAmount: '1',
      relationalExchangeRateAmount: rate,
    });
  }
  const idOf = (set: string, code: string) => String(store.by(set, company, 'code', code)?.id ?? NO_GUID);
  for (const each of seedCustomers) {
    const {
      number,
      name,
      city,
      country,
      vat = '',
      email = '',
      currency = 'EUR',
      limit = '0',
      terms = '30 TAGE',
      blocked,
    } = each;
    const made = put('customers', {
      ...{
        number,
        displayName: name,
        type: 'Company',
        addressLine1: 'Werkstraße 1',
        city,
        country,
        postalCode: '24103',
        email,
      },
      ...{
        taxRegistrationNumber: vat,
        currencyCode: currency,
        creditLimit: limit,
        taxLiable: 1,
        blocked: blocked ?? '_x0020_',
      },
      ...{
        currencyId: currency === 'EUR' ? NO_GUID : idOf('currencies', currency),
        paymentTermsId: idOf('paymentTerms', terms),
      },
      shipmentMethodId: idOf('shipmentMethods', 'EXW'),
    });
    const { discount = '0', inclusive = false, whole = false } = each;
    store.run(
      'insert into customer_setup (customer, partial, prices_include_tax, line_discount, tax_area) values (?, ?, ?, ?, ?)',
      ...[String(made.id), whole ? 0 : 1, inclusive ? 1 : 0, discount, country === 'DE' ? 'DE' : 'ABROAD'],
    );
    if (email)
      put('contacts', {
        number: `KT${number}`,
        type: 'Person',
        displayName: 'Jördis Behrend',
        companyNumber: `KT${number}`,
        companyName: name,
        email,
      });
  }
  for (const item of seedItems) {
    const {
      number,
      name,
      price,
      unit,
      also = [],
      tax = 'VAT19',
      type = 'Inventory',
      blocked = false,
      stock,
      variants = [],
    } = item;
    const made = put('items', {
      ...{
        number,
        displayName: name,
        type,
        blocked: blocked ? 1 : 0,
        unitPrice: price,
        unitCost: '1',
        taxGroupCode: tax,
      },
      ...{ baseUnitOfMeasureId: idOf('unitsOfMeasure', unit), baseUnitOfMeasureCode: unit },
    });
    const id = String(made.id);
    for (const [code, quantity] of [[unit, '1'] as const, ...also])
      store.run('insert into item_units (item, unit, quantity) values (?, ?, ?)', id, code, quantity);
    for (const code of variants)
      put('itemVariants', { itemId: id, itemNumber: number, code, description: `${name} ${code}` });
    if (Number(stock) > 0) moveStock(store, company, id, decimal(stock), 'START');
  }
}

/** An order as people enter it on the ERP's own page. */
export function enter(
  store: Store,
  company: string,
  head: Row,
  lines: readonly (readonly [item: string, quantity: string, more?: Row])[],
): Row {
  const parts = new Map([
    [
      'salesOrderLines',
      lines.map(([lineObjectNumber, quantity, more = {}]) => ({
        row: { lineType: 'Item', lineObjectNumber, quantity, ...more },
        parts: new Map(),
      })),
    ],
  ]);
  return createOrder(store, company, { row: head, parts }, store.draw('S-ORD', 101_001));
}

function documents(store: Store, company: string): void {
  const day = (days: number) => daysAfter(today(), days);
  const order = (customerNumber: string, lines: Parameters<typeof enter>[3], more: Row = {}) =>
    enter(store, company, { customerNumber, ...more }, lines);
  const again = (row: Row) => store.get('salesOrders', String(row.id)) ?? row;
  /** Ordered, shipped and invoiced so many days ago. */
  const sold = (customerNumber: string, daysAgo: number, lines: Parameters<typeof enter>[3]) => {
    const made = order(customerNumber, lines, {
      orderDate: day(-daysAgo - 5),
      externalDocumentNumber: `PO-${customerNumber}-${daysAgo}`,
    });
    ship(store, made);
    return invoice(store, again(made), { posted: day(-daysAgo) });
  };
  // Two orders with one number of the customer's: nothing keeps it unique.
  for (const quantity of ['5', '8'])
    order(
      '10000',
      [
        ['1896-S', quantity],
        ['1928-S', '2', { unitOfMeasureCode: 'KARTON' }],
      ],
      { externalDocumentNumber: 'PO-4711' },
    );
  const partly = order(
    '10000',
    [
      ['1900-S', '10'],
      ['KABEL-25', '12.5'],
    ],
    { requestedDeliveryDate: day(14) },
  );
  ship(store, partly, decimal('0.5'));
  ship(
    store,
    order('10010', [
      ['1896-S', '4'],
      ['MONTAGE', '6'],
    ]),
  );
  order(
    '10010',
    [
      ['T-2000', '20', { discountPercent: '5' }],
      ['SALZ-10', '250'],
    ],
    { requestedDeliveryDate: day(7) },
  );
  order(
    '10050',
    [
      ['1896-S', '3'],
      ['T-2010', '8'],
    ],
    { currencyCode: 'USD' },
  );
  const both = order('10060', [
    ['T-2020', '10'],
    ['T-2025', '4'],
  ]);
  ship(store, both, decimal('0.5'));
  invoice(store, again(both));
  order('10070', [
    ['1928-S', '10'],
    ['HANDBUCH', '3'],
  ]);
  for (const [customer, ago] of [
    ['10000', 3],
    ['10000', 50],
    ['10010', 70],
    ['10010', 40],
    ['10050', 60],
    ['10060', 20],
  ] as const)
    sold(customer, ago, [
      ['1900-S', '2'],
      ['T-2030', '7'],
      ['SALZ-10', '33'],
    ]);
  pay(store, sold('10000', 90, [['T-2040', '11']]));
  pay(
    store,
    sold('10010', 65, [
      ['T-2045', '9'],
      ['HANDBUCH', '5'],
    ]),
    decimal('100'),
  );
  credit(store, sold('10000', 30, [['T-2050', '6']]), new Map([['T-2050', decimal('2')]]));
  credit(store, sold('10010', 25, [['T-2055', '3']]), null);
  credit(store, sold('10060', 12, [['T-2060', '8']]), new Map([['T-2060', decimal('1')]]), true);
  for (let nth = 0; nth < 16; nth += 1) {
    const customer = String(11_000 + nth * 10);
    const bill = sold(customer, 5 + nth * 6, [
      [`T-${2100 + nth * 5}`, String(2 + nth)],
      ['1928-S', String(1 + nth)],
    ]);
    if (nth % 4 === 1) pay(store, bill);
    if (nth % 4 === 2) pay(store, bill, decimal('50.55'));
    const open = order(
      customer,
      [
        [`T-${2000 + nth * 10}`, String(3 + nth)],
        ['KABEL-25', `${nth}.25`],
      ],
      { requestedDeliveryDate: nth % 2 ? day(nth) : NO_DATE },
    );
    if (nth % 3 === 0) ship(store, open, decimal('0.5'));
  }
  copyOrder(store, again(partly));
  purchases(store, company, day);
}

/** What is on its way in: purchase orders with lines in two units, one of them partly received. */
function purchases(store: Store, company: string, day: (days: number) => string): void {
  const wanted = [
    {
      status: 'Open',
      lines: [
        ['KNAPP-1', '200', '0', 5],
        ['KNAPP-3', '40', '10', 12],
      ],
    },
    {
      status: 'Draft',
      lines: [
        ['1896-S', '50', '0', 20],
        ['T-2000', '300', '0', 9],
      ],
    },
    { status: 'Open', lines: [['KNAPP-1', '75', '0', 30]] },
  ] as const;
  for (const { status, lines } of wanted) {
    const head = store.insert('purchaseOrders', company, {
      ...vendor,
      number: store.draw('P-ORD', 106_001),
      orderDate: day(-3),
      status,
      currencyCode: 'EUR',
      requestedReceiptDate: day(10),
    });
    for (const [nth, [number, quantity, receivedQuantity, days]] of lines.entries()) {
      const item = store.by('items', company, 'number', number);
      store.insert(
        'purchaseOrderLines',
        company,
        {
          documentId: String(head.id),
          sequence: (nth + 1) * 10_000,
          lineType: 'Item',
          itemId: String(item?.id),
          lineObjectNumber: number,
          description: String(item?.displayName),
          unitOfMeasureCode: String(item?.baseUnitOfMeasureCode),
          quantity,
          receivedQuantity,
          invoicedQuantity: '0',
          expectedReceiptDate: day(days),
        },
        String(head.id),
      );
    }
  }
}
