import type { DatabaseSync } from 'node:sqlite';
import { revisionOf } from '@backroom/backend/deals/revision';
import { referenceFor } from '@backroom/backend/submissions/reference';
import {
  currencySchema,
  decimal,
  divide,
  type ErpOrder,
  erpReturnSchema,
  money,
  multiply,
  type Reference,
  round,
} from '@backroom/shared';
import { day, transaction } from '../database.ts';
import { createInvoice } from '../model/billing.ts';
import { type CustomerDoc, customerById, productByCode } from '../model/catalogue.ts';
import { createOrder, saveOrder } from '../model/orders.ts';
import { createReturn } from '../model/returns.ts';
import { warehouses } from '../model/stock.ts';
import { converted, customers, deals, products, quoteIdOf, rates, stockSpecial } from './cast/index.ts';

const tax: Readonly<Record<string, string>> = { DE: '19', FR: '20', CH: '8.1' };
const customerId = (number: string) => `cust-${number.slice(2)}`;
const account = 'hubspot:4242';

/** Small, repeatable variety: the same numbers at every fresh start. */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function masterData(db: DatabaseSync): void {
  const pick = picker(7);
  const putCustomer = db.prepare('insert into customers (id, number, reference, doc) values (?, ?, null, ?)');
  for (const each of customers) {
    const doc = {
      id: customerId(each.number),
      number: each.number,
      name: each.name,
      city: each.city,
      country: each.country,
      vatId: each.vatId,
      currency: each.currency,
      paymentTerms: each.paymentTerms,
      blocked: each.blocked !== null,
      email: each.email,
      street: each.street,
      postalCode: each.postalCode,
      creditLimit: each.creditLimit,
      blockedReason: each.blocked,
      taxPercent: tax[each.country] ?? '0',
      sites: each.site ? [{ id: `${customerId(each.number)}-2`, ...each.site, country: each.country }] : [],
    };
    putCustomer.run(doc.id, doc.number, JSON.stringify(doc));
  }
  const putProduct = db.prepare('insert into products (id, code, doc) values (?, ?, ?)');
  const putStock = db.prepare('insert into stock (product, warehouse, on_hand) values (?, ?, ?)');
  const putIncoming = db.prepare('insert into incoming (product, warehouse, date, quantity) values (?, ?, ?, ?)');
  for (const product of products) {
    const id = `prod-${product.code}`;
    putProduct.run(id, product.code, JSON.stringify({ ...product, id }));
    if (!product.stocked) continue;
    const special = stockSpecial[product.code];
    const amounts =
      special === 'none' || special === 'coming'
        ? [0, 0, 0]
        : special === 'little'
          ? [2, 0, 0]
          : [140 + pick(80), 60 + pick(40), 30 + pick(30)];
    for (const [index, { code }] of warehouses.entries()) putStock.run(id, code, String(amounts[index] ?? 0));
    if (special === 'coming') {
      putIncoming.run(id, 'HAM', day(9), '6');
      putIncoming.run(id, 'HAM', day(23), '20');
    } else if (special === undefined && pick(4) === 0)
      putIncoming.run(id, 'LYS', day(5 + pick(30)), String(20 + pick(60)));
  }
  // Contract prices: a customer's own price for a few products.
  const own = db.prepare('insert or ignore into customer_prices (customer, product, price) values (?, ?, ?)');
  own.run('cust-1001', 'prod-SNS-002', '79.90');
  for (let count = 0; count < 60; count += 1) {
    // None for the customers of the deals that show something else.
    const customer = customers[16 + pick(customers.length - 16)];
    const product = products[pick(products.length)];
    if (customer && product)
      own.run(
        customerId(customer.number),
        `prod-${product.code}`,
        round(multiply(decimal(product.price), decimal('0.9')), 2),
      );
  }
}

type Wish = {
  lines: readonly (readonly [code: string, quantity: string])[];
  daysAgo: number;
  stage: 'confirmed' | 'partly_delivered' | 'delivered' | 'invoiced';
  paid?: 'all' | 'half' | 'none';
  reference?: Reference;
};

function history(db: DatabaseSync, customer: CustomerDoc, wish: Wish): ErpOrder {
  const currency = customer.currency ?? currencySchema.parse('EUR');
  const lines = wish.lines.map(([code, quantity]) => {
    const product = productByCode(db, code);
    if (!product) throw new Error(`no product ${code}`);
    return {
      productId: product.id,
      quantity: decimal(quantity),
      unitPrice: money(round(multiply(decimal(product.price), decimal(rates[currency] ?? '1')), 2), currency),
      description: null,
    };
  });
  const reference =
    wish.reference ??
    referenceFor('history', 'order', customer.number, `${wish.daysAgo}-${wish.stage}-${JSON.stringify(wish.lines)}`);
  let order = createOrder(
    db,
    { reference, customerId: customer.id, currency, requestedDate: day(14 - wish.daysAgo), note: null, lines },
    day(-wish.daysAgo),
  );
  if (wish.stage === 'confirmed') return order;
  const half = wish.stage === 'partly_delivered';
  order = saveOrder(db, {
    ...order,
    status: wish.stage,
    lines: order.lines.map((line, index) => ({ ...line, delivered: half && index > 0 ? decimal('0') : line.quantity })),
    deliveries: [
      {
        number: `DN-${order.number.slice(3)}`,
        date: day(4 - wish.daysAgo),
        status: half ? 'shipped' : 'delivered',
        tracking: `TRK${order.number.slice(3)}DE`,
      },
    ],
  });
  if (wish.stage !== 'invoiced') return order;
  const open =
    wish.paid === 'all'
      ? decimal('0')
      : wish.paid === 'half'
        ? round(divide(order.total.amount, decimal('2')), 2)
        : order.total.amount;
  createInvoice(db, customer.id, {
    total: order.total,
    open,
    issuedOn: day(5 - wish.daysAgo),
    dueOn: day(35 - wish.daysAgo),
    orderNumber: order.number,
  });
  return order;
}

function documents(db: DatabaseSync): void {
  const pick = picker(11);
  const sold = products.filter(({ code, archived }) => !archived && !(code in stockSpecial));
  for (const [index, each] of customers.entries()) {
    const customer = customerById(db, customerId(each.number));
    if (!customer || customer.blocked || index === 3 || index === 13) continue;
    const count = 2 + pick(4);
    for (let nth = 0; nth < count; nth += 1) {
      const stage =
        (['invoiced', 'invoiced', 'delivered', 'partly_delivered', 'confirmed'] as const)[pick(5)] ?? 'invoiced';
      const lines = Array.from(
        { length: 1 + pick(3) },
        () => [sold[pick(sold.length)]?.code ?? 'VLV-001', String(1 + pick(4))] as const,
      );
      history(db, customer, {
        lines,
        daysAgo: stage === 'invoiced' ? 20 + pick(90) : 3 + pick(10),
        stage,
        paid: index < 3 ? 'all' : (['all', 'half', 'none'] as const)[pick(3)],
      });
    }
  }
  const over = customerById(db, 'cust-1004');
  if (over) {
    history(db, over, {
      lines: [
        ['GBX-001', '2'],
        ['MTR-001', '3'],
      ],
      daysAgo: 80,
      stage: 'invoiced',
      paid: 'none',
    });
    history(db, over, { lines: [['PMP-001', '1']], daysAgo: 50, stage: 'invoiced', paid: 'half' });
    history(db, over, { lines: [['CTL-001', '2']], daysAgo: 6, stage: 'confirmed' });
  }
  const near = customerById(db, 'cust-1014');
  if (near) {
    const delivered = history(db, near, {
      lines: [
        ['PMP-002', '10'],
        ['VLV-004', '30'],
      ],
      daysAgo: 25,
      stage: 'invoiced',
      paid: 'half',
    });
    history(db, near, { lines: [['GBX-003', '9']], daysAgo: 4, stage: 'confirmed' });
    const claim = (quantity: string, reason: string, nth: string) => ({
      reference: referenceFor('history', 'return', near.number, nth),
      customerId: near.id,
      orderNumber: delivered.number,
      reason,
      lines: [{ code: 'PMP-002', quantity: decimal(quantity) }],
    });
    createReturn(db, claim('1', 'Housing damaged in transport', '1'), { status: 'approved', requestedOn: day(-8) });
    const price = delivered.lines[0]?.unitPrice ?? money('0', 'EUR');
    const note = createInvoice(db, near.id, {
      kind: 'credit_note',
      total: price,
      open: decimal('0'),
      issuedOn: day(-12),
      dueOn: day(-12),
      orderNumber: delivered.number,
    });
    createReturn(
      db,
      claim('1', 'Wrong voltage delivered', '2'),
      erpReturnSchema
        .partial()
        .parse({ status: 'credited', requestedOn: day(-20), creditNote: note.number, credit: price }),
    );
  }
  const agreed = deals.find(({ id }) => id === converted.dealId);
  const buyer = customerById(db, 'cust-1013');
  if (agreed && buyer) {
    const revision = revisionOf({
      company: {
        id: agreed.companyId,
        name: '',
        domain: null,
        vatId: null,
        erpNumber: null,
        phone: null,
        street: null,
        postalCode: null,
        city: null,
        country: null,
      },
      currency: currencySchema.parse(agreed.currency),
      quote: { id: quoteIdOf(agreed.id), number: null, accepted: true, expiresOn: null },
      lines: agreed.lines.map((line, nth) => ({
        id: String(nth),
        code: line.code,
        name: line.name,
        quantity: decimal(line.quantity),
        unitPrice: decimal(line.price),
        discountPercent: null,
        discountAmount: null,
        currency: null,
      })),
    });
    const order = history(db, buyer, {
      lines: agreed.lines.map((line) => [line.code ?? '', line.quantity] as const),
      daysAgo: 2,
      stage: 'confirmed',
      reference: referenceFor(account, 'order', agreed.id, revision),
    });
    if (order.number !== converted.orderNumber)
      throw new Error(
        `the cast calls the converted deal’s order ${converted.orderNumber}, the seed made ${order.number}`,
      );
  }
}

/** Fills an empty database once; a filled one is left as it is. */
export function seed(db: DatabaseSync): void {
  if (Number(db.prepare('select count(*) as n from customers').get()?.n) > 0) return;
  transaction(db, () => masterData(db));
  // Each document is its own transaction; without waiting for the disk in between, filling takes a moment instead of seconds.
  db.exec('pragma synchronous = off');
  documents(db);
  db.exec('pragma synchronous = full');
}
