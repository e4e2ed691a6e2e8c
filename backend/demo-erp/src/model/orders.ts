import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  type FoundOrder,
  foundOrderSchema,
  type OrderInput,
  type Simulation,
} from '@backroom/backend/erp/contract/schemas';
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  type ErpOrder,
  erpOrderSchema,
  isNegative,
  isZero,
  multiply,
  round,
} from '@backroom/shared';
import { day, noteChange, transaction } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { rates } from '../seed/cast/rates.ts';
import { placeOf } from './addresses.ts';
import { type CustomerDoc, customerById, productByCode, productById, quantityDecimals, readDoc } from './catalogue.ts';
import { checkFields, putFields } from './fields.ts';
import { noteOrder } from './open-orders.ts';

const zero = decimal('0');

export const orderById = (db: DatabaseSync, id: string): ErpOrder | null =>
  readDoc(erpOrderSchema, db.prepare('select doc from orders where id = ?').get(id));
export const orderByNumber = (db: DatabaseSync, number: string): ErpOrder | null =>
  readDoc(erpOrderSchema, db.prepare('select doc from orders where number = ?').get(number));
const list = (db: DatabaseSync, where: string, ...values: string[]): ErpOrder[] =>
  db
    .prepare(`select doc from orders ${where}`)
    .all(...values)
    .flatMap((row) => readDoc(erpOrderSchema, row) ?? []);
export const ordersByReference = (db: DatabaseSync, reference: string) =>
  list(db, 'where reference = ? order by seq', reference);
/** A list shows this many; the customer may have older ones. */
const LISTED = 200;
export function ordersOf(db: DatabaseSync, customer: string): { results: ErpOrder[]; more: boolean } {
  const found = list(
    db,
    `where customer = ? order by doc ->> 'orderedOn' desc, seq desc limit ${LISTED + 1}`,
    customer,
  );
  return { results: found.slice(0, LISTED), more: found.length > LISTED };
}
export const latestOrders = (db: DatabaseSync, count: number) =>
  list(db, `order by seq desc limit ${Math.trunc(count)}`);
/** Each order once that has one of the references or numbers, with whose it is and what its lines are. */
export function findOrders(
  db: DatabaseSync,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
): { orders: FoundOrder[] } {
  const where =
    'where reference in (select value from json_each(?)) or number in (select value from json_each(?)) order by seq';
  const found = list(db, where, JSON.stringify(references), JSON.stringify(numbers));
  return {
    orders: found.map((order) =>
      foundOrderSchema.parse({
        ...order,
        customer: customerById(db, customerOf(db, order.id)),
        lines: order.lines.map((line) => ({ ...line, productId: productByCode(db, line.code)?.id ?? null })),
      }),
    ),
  };
}
export function customerOf(db: DatabaseSync, orderId: string): string {
  const row = db.prepare('select customer from orders where id = ?').get(orderId);
  return String(row?.customer ?? '');
}

type Checked = {
  customer: CustomerDoc;
  nets: Decimal[];
  net: Decimal;
  tax: Decimal;
  places: Pick<ErpOrder, 'deliverTo' | 'invoiceTo'>;
};
function checkCharges({ charges = [], currency }: OrderInput): void {
  for (const [index, { amount }] of charges.entries())
    if (amount.currency !== currency || isNegative(amount.amount))
      throw new Refusal('refused', 'A charge is an amount in the currency of the order.', `charges.${index}.amount`);
}
/** What the order comes to, or a refusal: `simulate` and `create` refuse the same. */
function checked(db: DatabaseSync, input: OrderInput, orderedOn: string): Checked {
  const customer = customerById(db, input.customerId);
  if (!customer) throw new Refusal('refused', `There is no customer ${input.customerId}.`, 'customerId');
  if (customer.blocked)
    throw new Refusal(
      'refused',
      `Customer ${customer.number} is blocked: ${customer.blockedReason ?? 'no reason given'}.`,
      'customerId',
    );
  if (!(input.currency in rates))
    throw new Refusal('refused', `There is no price list in ${input.currency}.`, 'currency');
  if (input.requestedDate !== null && input.requestedDate < orderedOn)
    throw new Refusal('refused', `The wanted date ${input.requestedDate} has passed.`, 'requestedDate');
  const nets: Decimal[] = [];
  for (const [index, line] of input.lines.entries()) {
    const product = productById(db, line.productId);
    if (!product)
      throw new Refusal(
        'refused',
        `Line ${index + 1}: there is no product ${line.productId}.`,
        `lines.${index}.productId`,
      );
    if (product.archived)
      throw new Refusal('refused', `Line ${index + 1}: ${product.code} is no longer sold.`, `lines.${index}.productId`);
    if (isNegative(line.quantity) || isZero(line.quantity))
      throw new Refusal('refused', `Line ${index + 1}: the quantity must be above zero.`, `lines.${index}.quantity`);
    const places = quantityDecimals(product);
    if (compare(round(line.quantity, places), line.quantity) !== 0)
      throw new Refusal(
        'refused',
        `Line ${index + 1}: ${product.code} is sold in ${product.unit} with ${places} decimals.`,
        `lines.${index}.quantity`,
      );
    if (line.unitPrice.currency !== input.currency)
      throw new Refusal('refused', `Line ${index + 1}: an order has one currency.`, `lines.${index}.unitPrice`);
    if (line.unit !== undefined && line.unit !== product.unit)
      throw new Refusal(
        'refused',
        `Line ${index + 1}: ${product.code} is sold in ${product.unit}, not in ${line.unit}.`,
        `lines.${index}.unit`,
      );
    nets.push(round(multiply(line.quantity, line.unitPrice.amount), 2));
  }
  checkCharges(input);
  checkFields('order', input.custom);
  const places = {
    deliverTo: placeOf(customer, input.deliverTo, 'deliverTo'),
    invoiceTo: placeOf(customer, input.invoiceTo, 'invoiceTo'),
  };
  const charged = (input.charges ?? []).map(({ amount }) => round(amount.amount, 2));
  const net = add(zero, ...nets, ...charged);
  return {
    customer,
    nets,
    net,
    places,
    tax: round(divide(multiply(net, decimal(customer.taxPercent)), decimal('100')), 2),
  };
}

/** What creating would give: totals as this ERP rounds them, or why it would refuse. Writes nothing. */
export function simulate(db: DatabaseSync, input: OrderInput): Simulation {
  const { currency } = input;
  try {
    const { nets, net, tax } = checked(db, input, day());
    return {
      net: { amount: net, currency },
      tax: { amount: tax, currency },
      total: { amount: add(net, tax), currency },
      promiseDate: null,
      lines: nets.map((amount) => ({ net: { amount, currency } })),
      refusals: [],
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const nothing = { amount: zero, currency };
    return {
      net: nothing,
      tax: nothing,
      total: nothing,
      promiseDate: null,
      refusals: [{ field: error.field, words: error.message }],
    };
  }
}

/** What an order of this input consists of, as this ERP computes it; a refusal where it does not take it. */
export function contentOf(db: DatabaseSync, input: OrderInput, orderedOn: string): Omit<ErpOrder, 'id' | 'number'> {
  const { nets, net, tax, customer, places } = checked(db, input, orderedOn);
  const { currency } = input;
  return erpOrderSchema.omit({ id: true, number: true }).parse({
    reference: input.reference,
    customerId: customer.id,
    status: 'confirmed',
    orderedOn,
    promisedOn: input.requestedDate,
    total: { amount: add(net, tax), currency },
    net: { amount: net, currency },
    poNumber: input.poNumber ?? null,
    contact: input.contact ?? null,
    ...places,
    requestedDate: input.requestedDate,
    note: input.note,
    partialDelivery: input.partialDelivery ?? true,
    charges: input.charges ?? [],
    lines: input.lines.map((line, index) => {
      const product = productById(db, line.productId);
      return {
        code: product?.code ?? '',
        name: product?.name ?? '',
        quantity: line.quantity,
        delivered: zero,
        unitPrice: line.unitPrice,
        net: { amount: nets[index], currency },
        ...(line.discount?.kind === 'percent' ? { discountPercent: line.discount.value } : {}),
      };
    }),
    deliveries: [],
  });
}

/** Creates and confirms. The reference is not unique here, as in most ERPs: who sends twice gets two orders. */
export function createOrder(db: DatabaseSync, input: OrderInput, orderedOn = day()): ErpOrder {
  const content = contentOf(db, input, orderedOn);
  const customer = content.customerId ?? input.customerId;
  const created = transaction(db, () => {
    const seq = Number(db.prepare('select coalesce(max(seq), 0) + 1 as next from orders').get()?.next);
    const order = erpOrderSchema.parse({ id: randomUUID(), number: `SO-${100_000 + seq}`, ...content });
    db.prepare(
      'insert into orders (id, number, reference, customer, status, doc, received_at) values (?, ?, ?, ?, ?, ?, ?)',
    ).run(
      order.id,
      order.number,
      input.reference,
      customer,
      order.status,
      JSON.stringify(order),
      new Date().toISOString(),
    );
    putFields(db, 'order', order.id, input.custom);
    noteChange(db, 'order', order.id, customer);
    return order;
  });
  noteOrder(db, customer, created);
  return created;
}

export function saveOrder(db: DatabaseSync, order: ErpOrder): ErpOrder {
  db.prepare('update orders set status = ?, doc = ? where id = ?').run(order.status, JSON.stringify(order), order.id);
  const customer = customerOf(db, order.id);
  noteChange(db, 'order', order.id, customer);
  noteOrder(db, customer, order);
  return order;
}

/** Its own `create` confirms at once; asked again, it answers the order as it stands. */
export function confirmOrder(db: DatabaseSync, id: string): ErpOrder {
  const order = orderById(db, id);
  if (!order) throw new Refusal('not_found', `There is no order ${id}.`);
  return order.status === 'draft' ? saveOrder(db, { ...order, status: 'confirmed' }) : order;
}
