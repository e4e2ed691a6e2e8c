import { decimal } from '@backroom/shared';
import { credit, invoice, pay } from '../billing.ts';
import type { Row, Store } from '../database.ts';
import { daysAfter, today } from '../days.ts';
import { NO_DATE } from '../metadata.ts';
import { copyOrder, ship } from '../posting.ts';
import { createOrder } from '../sales-orders.ts';

const vendor = { vendorNumber: '40000', vendorName: 'Gusswerk Lieferanten GmbH' };

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

export function documents(store: Store, company: string): void {
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
