import { mandatory, notFound, notUnique, Refusal, validation } from './errors.ts';
import { type Doc, type Store, siteDay } from './store.ts';

export const COMPANY = 'Hansa Handel GmbH';
export const WAREHOUSE = 'Lager - HH';
export const money = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;
const quantityOf = (value: number): number => Math.round((value + Number.EPSILON) * 1000) / 1000;
/** What a dollar costs. */
export const USD = 0.9;
const refName = (): string => Math.random().toString(36).slice(2, 12);
const must = (store: Store, doctype: string, name: string): Doc => {
  const found = store.get(doctype, name);
  if (!found) throw notFound(doctype, name);
  return found;
};
/** The price of a price list with its rule: ten per cent from ten pieces on, for items that have one. */
export function priced(item: Doc, quantity: number): { list: number; percent: number } {
  return { list: Number(item.standard_rate ?? 0), percent: item._rule && quantity >= 10 ? 10 : 0 };
}
/** Another order of the customer with its PO number. */
const twinOf = (store: Store, { name, customer, po_no: poNumber }: Doc): Doc | undefined =>
  poNumber
    ? store
        .ofCustomer('Sales Order', customer)
        .find((each) => each.po_no === poNumber && each.name !== name && each.docstatus < 2)
    : undefined;
/** Checks a draft as the controller of sales orders does, and computes its totals. Fields that the doctype has not were dropped before. */
export function validOrder(store: Store, given: Doc, before: Doc | null): Doc {
  const customer = must(store, 'Customer', String(given.customer ?? ''));
  if (customer.disabled) throw new Refusal(417, 'PartyDisabled', `Customer ${customer.name} is disabled`);
  if (customer.is_frozen) throw new Refusal(417, 'PartyFrozen', `Customer ${customer.name} is frozen`);
  const currency = given.currency ?? customer.default_currency ?? 'EUR';
  if (!store.get('Currency', currency))
    throw new Refusal(417, 'LinkValidationError', `Could not find Currency: ${currency}`);
  if (!given.transaction_date) throw mandatory('Sales Order', 'transaction_date');
  if (!Array.isArray(given.items) || given.items.length === 0) throw mandatory('Sales Order', 'items');
  const items = given.items.map((row: Doc, index: number) => {
    const item = must(store, 'Item', String(row.item_code ?? ''));
    if (item.disabled) throw validation(`Item ${item.name} is disabled`);
    if (row.uom && row.uom !== item.stock_uom)
      throw validation(`UOM Conversion factor is required in row ${index + 1} for ${item.name} with UOM ${row.uom}`);
    const qty = quantityOf(Number(row.qty ?? 0));
    if (qty === 0)
      throw validation(`Row #${index + 1}: Quantity for Item <strong>${item.name}</strong> cannot be zero.`);
    const day = row.delivery_date ?? given.delivery_date;
    if (!day) throw validation('Please enter Delivery Date');
    if (day < given.transaction_date) throw validation('Expected Delivery Date should be after Sales Order Date');
    const { list, percent } = priced(item, qty);
    const rate = money(Number(row.rate ?? (list * (100 - percent)) / 100));
    const amount = money(rate * qty);
    return {
      ...row,
      name: row.name ?? refName(),
      idx: index + 1,
      item_name: row.item_name ?? item.item_name,
      description: row.description ?? item.item_name,
      qty,
      uom: item.stock_uom,
      stock_uom: item.stock_uom,
      conversion_factor: 1,
      stock_qty: qty,
      price_list_rate: list,
      rate,
      amount,
      net_rate: rate,
      net_amount: amount,
      delivered_qty: row.delivered_qty ?? 0,
      billed_amt: row.billed_amt ?? 0,
      delivery_date: day,
      warehouse: row.warehouse ?? WAREHOUSE,
    };
  });
  const twin = twinOf(store, { ...given, customer: customer.name, name: before?.name });
  if (twin && !store.settings.samePo)
    throw validation(
      `Sales Order <strong>${twin.name}</strong> already exists against Customer's Purchase Order <strong>${given.po_no}</strong>. To allow multiple Sales Orders, Enable <strong>'Allow Multiple Sales Orders Against a Customer's Purchase Order'</strong> in <a href="#">Selling Settings</a>`,
    );
  if (
    given.backroom_reference &&
    store.withReference('Sales Order', given.backroom_reference).some(({ name }) => name !== before?.name)
  )
    throw notUnique('Backroom Reference');
  const net = money(items.reduce((sum: number, { amount }: Doc) => sum + amount, 0));
  const tax = money((net * Number(customer._tax ?? 19)) / 100);
  const rate = currency === 'EUR' ? 1 : USD;
  return {
    ...given,
    customer: customer.name,
    customer_name: customer.customer_name,
    company: given.company ?? COMPANY,
    currency,
    conversion_rate: rate,
    delivery_date: given.delivery_date ?? items[0]?.delivery_date,
    items,
    total: net,
    net_total: net,
    total_taxes_and_charges: tax,
    grand_total: money(net + tax),
    base_grand_total: money((net + tax) * rate),
    per_delivered: given.per_delivered ?? 0,
    per_billed: given.per_billed ?? 0,
    status: given.status ?? 'Draft',
  };
}
export function createOrder(store: Store, given: Doc): Doc {
  const doc = validOrder(store, given, null);
  const name = `SAL-ORD-${siteDay().slice(0, 4)}-${String(store.next('orders')).padStart(5, '0')}`;
  const draft = store.save('Sales Order', {
    ...doc,
    name,
    docstatus: 0,
    items: doc.items.map((row: Doc) => ({ ...row, parent: name, parentfield: 'items', parenttype: 'Sales Order' })),
  });
  return given.docstatus === 1 ? submit(store, draft) : draft;
}
const exposureOf = (store: Store, customer: string): number =>
  money(
    store
      .ofCustomer('Sales Invoice', customer)
      .filter(({ docstatus }) => docstatus === 1)
      .reduce((sum, doc) => sum + Number(doc.outstanding_amount), 0) +
      store
        .ofCustomer('Sales Order', customer)
        .filter(({ docstatus }) => docstatus === 1)
        .reduce((sum, doc) => sum + (Number(doc.base_grand_total) * (100 - Number(doc.per_billed))) / 100, 0),
  );
/** The limit is judged when the order is submitted, not when it is made. */
export function submit(store: Store, order: Doc): Doc {
  if (order.docstatus === 1) return store.save('Sales Order', order);
  if (order.docstatus === 2) throw validation('Cannot edit cancelled document');
  const customer = must(store, 'Customer', order.customer);
  const limit = Number(customer.credit_limits?.[0]?.credit_limit ?? 0);
  const exposure = exposureOf(store, customer.name) + order.base_grand_total;
  const twin = twinOf(store, order);
  const po = `Customer's Purchase Order <strong>${order.po_no}</strong>`;
  if (limit > 0 && exposure > limit)
    throw validation(
      `Credit limit has been crossed for customer ${customer.name} (${exposure.toFixed(1)}/${limit.toFixed(1)})<br><br>Please contact any of the following users to extend the credit limits for ${customer.name}: <br><br><ul><li>Admin (admin@example.com)</li></ul>`,
      twin ? [`Warning: Sales Order <strong>${twin.name}</strong> already exists against ${po}`] : [],
    );
  for (const row of order.items) reserve(store, row.item_code, row.warehouse, row.stock_qty - row.delivered_qty);
  return store.save('Sales Order', { ...order, docstatus: 1, status: statusOf({ ...order, docstatus: 1 }) });
}
export function cancel(store: Store, order: Doc): Doc {
  for (const row of order.items) reserve(store, row.item_code, row.warehouse, -(row.stock_qty - row.delivered_qty));
  return store.save('Sales Order', { ...order, docstatus: 2, status: 'Cancelled' });
}
export function reserve(store: Store, item: string, warehouse: string, quantity: number): void {
  const bin = store.get('Bin', `${item} ${warehouse}`);
  if (bin)
    store.save('Bin', {
      ...bin,
      reserved_qty: bin.reserved_qty + quantity,
      projected_qty: bin.projected_qty - quantity,
    });
}
export const statusOf = (order: Doc): string => {
  if (order.docstatus === 0) return 'Draft';
  const [delivered, billed] = [order.per_delivered >= 100, order.per_billed >= 100];
  return delivered && billed ? 'Completed' : delivered ? 'To Bill' : billed ? 'To Deliver' : 'To Deliver and Bill';
};
