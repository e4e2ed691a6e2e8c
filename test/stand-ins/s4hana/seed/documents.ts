import { dateOf, daysAfter, today } from '../amounts.ts';
import type { Row, Store } from '../database.ts';
import type { Desk } from '../desk.ts';
import { noFaults } from '../faults.ts';
import { changeItem } from '../order-changes.ts';
import { createOrder } from '../orders.ts';
import { createRequest, createReturn } from '../returns.ts';
import type { Context } from '../service.ts';
import type { Written } from '../values.ts';

type Line = readonly [material: string, quantity: string, more?: Row];
const contextOf = (store: Store): Context => ({
  ...{ store, faults: noFaults(), language: 'DE', root: '' },
  user: { name: 'HMEYER', password: '', language: 'DE', denied: [], areas: null },
});
const part = (row: Row): Written => ({ row, parts: new Map() });
const area = { SalesOrganization: '1010', DistributionChannel: '10', OrganizationDivision: '00' };

/** An order as people enter it in SAP's own app; its number. */
export function enter(store: Store, head: Row, lines: readonly Line[]): string {
  const items = lines.map(([Material, RequestedQuantity, more = {}]) => part({ Material, RequestedQuantity, ...more }));
  const written = { row: { SalesOrderType: 'TA', ...area, ...head }, parts: new Map([['to_Item', items]]) };
  return store.atomic(() => String(createOrder(contextOf(store), written).row.SalesOrder));
}
/** A colleague sets the quantity of an order's first item. */
export function amend(store: Store, SalesOrder: string, quantity: string): void {
  const [item] = store.rows('A_SalesOrderItem', { SalesOrder });
  if (!item) throw new Error(`order ${SalesOrder} has no item`);
  store.atomic(() => changeItem(contextOf(store), item, part({ RequestedQuantity: quantity })));
}
/** A return of one item of an invoice, or a request for its credit; its number. */
export function claim(store: Store, invoice: string, quantity: string, kind: 'return' | 'request'): string {
  const bill = store.get('A_BillingDocument', { BillingDocument: invoice }) ?? {};
  const [line = {}] = store.rows('A_BillingDocumentItem', { BillingDocument: invoice });
  const item = {
    Material: line.Material ?? '',
    RequestedQuantity: quantity,
    ReferenceSDDocument: invoice,
    ReferenceSDDocumentItem: line.BillingDocumentItem ?? '10',
  };
  const head = { ...area, SoldToParty: bill.SoldToParty ?? '', SDDocumentReason: '102', ReferenceSDDocument: invoice };
  const parts = new Map([['to_Item', [part(item)]]]);
  return store.atomic(() =>
    kind === 'return'
      ? String(
          createReturn(contextOf(store), { row: { ...head, CustomerReturnType: 'CBRE' }, parts }).row.CustomerReturn,
        )
      : String(
          createRequest(contextOf(store), { row: { ...head, CreditMemoRequestType: 'G2' }, parts }).row
            .CreditMemoRequest,
        ),
  );
}

/** Orders, deliveries, invoices, payments, returns and blocks, as of today. */
export function documents(store: Store, desk: Desk): void {
  const day = (days: number) => daysAfter(today(), days);
  const order = (SoldToParty: string, lines: readonly Line[], more: Row = {}) =>
    enter(store, { SoldToParty, ...more }, lines);
  /** Ordered, delivered and invoiced so many days ago; the number of the invoice. */
  const sold = (customer: string, daysAgo: number, lines: readonly Line[]): string => {
    const made = order(customer, lines, {
      PurchaseOrderByCustomer: `PO-${customer}-${daysAgo}`,
      SalesOrderDate: dateOf(day(-daysAgo - 5)),
    });
    release(made);
    desk.deliver(made);
    return String(desk.invoice(made, day(-daysAgo)).BillingDocument);
  };
  const release = (made: string) => {
    if (store.get('A_SalesOrder', { SalesOrder: made })?.TotalCreditCheckStatus === 'B') desk.releaseCredit(made);
  };
  // Two orders with one number of the customer's: nothing keeps it unique.
  for (const quantity of ['5', '8'])
    order(
      '10100001',
      [
        ['1896-S', quantity],
        ['1928-S', '2', { RequestedQuantitySAPUnit: 'KAR' }],
      ],
      { PurchaseOrderByCustomer: 'PO-4711' },
    );
  const partly = order(
    '10100001',
    [
      ['1900-S', '10'],
      ['KABEL-25', '12.5'],
    ],
    { RequestedDeliveryDate: dateOf(day(14)) },
  );
  desk.deliver(partly, '0.5');
  const services = order('10100002', [
    ['1896-S', '4'],
    ['MONTAGE', '6'],
  ]);
  release(services);
  desk.deliver(services);
  order(
    '10100002',
    [
      ['T-2000', '20'],
      ['SALZ-10', '250'],
    ],
    { RequestedDeliveryDate: dateOf(day(7)) },
  );
  order('10100010', [
    ['1896-S', '3'],
    ['T-2010', '8'],
  ]);
  order('10100011', [
    ['T-2020', '10'],
    ['T-2025', '4'],
  ]);
  order('10100012', [['T-2005', '7']]);
  order('10100014', [
    ['SCHRAUBE-M8', '750'],
    ['STAFFEL-1', '12'],
  ]);
  const blocked = order('10100009', [['T-2040', '2']]);
  desk.blockBilling(blocked);
  order('10100015', [['1896-S', '10']]);
  const rejected = order('10100001', [
    ['T-2030', '3'],
    ['KNAPP-1', '4'],
  ]);
  desk.reject(rejected, '20');
  order(
    '10100017',
    [
      ['KNAPP-2', '3'],
      ['KNAPP-3', '2'],
    ],
    { RequestedDeliveryDate: dateOf(day(3)) },
  );
  for (const [customer, ago] of [
    ['10100001', 3],
    ['10100001', 50],
    ['10100002', 70],
    ['10100002', 40],
    ['10100010', 60],
    ['10100011', 20],
  ] as const)
    sold(customer, ago, [
      ['1900-S', '2'],
      ['T-2030', '7'],
      ['SALZ-10', '33'],
    ]);
  desk.pay(sold('10100001', 90, [['T-2040', '11']]));
  desk.pay(
    sold('10100002', 65, [
      ['T-2045', '9'],
      ['HANDBUCH', '5'],
    ]),
    '100',
  );
  desk.payOnAccount('10100002', '250.25');
  const credited = claim(store, sold('10100001', 30, [['T-2050', '6']]), '2', 'return');
  desk.receiveReturn(credited);
  desk.creditReturn(credited);
  claim(store, sold('10100001', 12, [['T-2060', '8']]), '1', 'return');
  desk.creditRequest(claim(store, sold('10100002', 25, [['T-2055', '3']]), '1', 'request'));
  desk.cancelInvoice(sold('10100011', 33, [['T-2065', '4']]));
  for (let nth = 0; nth < 16; nth += 1) {
    const customer = String(10_101_000 + nth * 10);
    const invoice = sold(customer, 5 + nth * 6, [
      [`T-${2100 + nth * 5}`, String(2 + nth)],
      ['1928-S', String(1 + nth)],
    ]);
    if (nth % 4 === 1) desk.pay(invoice);
    if (nth % 4 === 2) desk.pay(invoice, '50.55');
    const open = order(
      customer,
      [
        [`T-${2000 + nth * 10}`, String(3 + nth)],
        ['KABEL-25', `${nth}.25`],
      ],
      nth % 2 ? { RequestedDeliveryDate: dateOf(day(nth)) } : {},
    );
    if (nth % 3 !== 0) continue;
    release(open);
    desk.deliver(open, '0.5');
  }
  desk.copy(partly);
}
