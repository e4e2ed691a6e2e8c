import { type Amount, percentOf, rounded, sum, zero } from './amounts.ts';
import type { Call } from './call.ts';
import { balanceOf, linesBy, openOrdersOf } from './computed.ts';
import { bad, noRecord, noRight } from './errors.ts';
import { lineFrom } from './order-lines.ts';
import { allocate, release } from './stock.ts';
import { dec, type Group, momentOf, type NewRow, type Row, type Store, text } from './store.ts';
import { type Body, type Checked, checked, idOf } from './write.ts';

const dayOf = (moment: unknown): string => String(moment ?? '').slice(0, 10);

/** Who may be sold to: Sage's help says that no orders can be entered for accounts on hold, nor hidden ones chosen. */
function customerFor(store: Store, id: unknown): Row {
  if (!id) throw bad(`'customer_id' is required.`);
  const customer = store.table('customer').find(id as string);
  if (!customer) throw bad(`The customer with the Id ${String(id)} does not exist.`);
  if (customer.on_hold === true) throw bad(`The customer account ${text(customer, 'reference')} is on hold.`);
  if (customer.account_status_type === 'AccountStatusHidden')
    throw bad(`The customer account ${text(customer, 'reference')} is hidden.`);
  return customer;
}
/** Delivery dates are not before the order's date. */
function checkDates(order: NewRow, at = ''): void {
  for (const name of ['requested_delivery_date', 'promised_delivery_date'])
    if (order[name] && dayOf(order[name]) < dayOf(order.document_date))
      throw bad(`'${at}${name}' cannot be before the document date.`);
}
const addressFields = [
  'postal_name',
  'address_1',
  'address_2',
  'address_3',
  'address_4',
  'city',
  'county',
  'postcode',
  'country',
];
/** Where the goods go: the address of the request, one of the customer's delivery addresses, or the customer's own. */
function addressFor(store: Store, customer: Row, values: Checked['values'], before: Group | null): Group {
  const chosen = values.customer_delivery_address_id;
  if (chosen) {
    const address = store.table('customer_delivery_address').find(chosen as string);
    if (address?.customer_id !== customer.id)
      throw bad(`The customer delivery address with the Id ${String(chosen)} does not exist.`);
    return Object.fromEntries(addressFields.map((name) => [name, text(address, name)]));
  }
  const own = { postal_name: text(customer, 'name'), ...(customer.main_address as Group | undefined) };
  const usual = values.use_invoice_address === true ? own : (before ?? own);
  return { ...usual, ...(values.delivery_address as Group | undefined) };
}
/** Values of the order from its lines: goods, charges, the discount on the document, tax. */
function totals(order: NewRow, lines: readonly NewRow[]): Record<string, Amount> {
  const of = (field: string, isCharge: boolean): Amount =>
    sum(
      lines
        .filter(({ line_type }) => (line_type === 'EnumLineTypeCharge') === isCharge)
        .map((line) => line[field] as Amount),
    );
  const [goods, charges, chargeTax] = [
    of('line_total_value', false),
    of('line_total_value', true),
    of('line_tax_value', true),
  ];
  const percent = (order.document_discount_percent as Amount | undefined) ?? zero;
  const discount = rounded(percentOf(goods, percent), 2);
  const tax = of('line_tax_value', false) - rounded(percentOf(of('line_tax_value', false), percent), 2) + chargeTax;
  const net = goods + charges - discount;
  return {
    ...{ subtotal_goods_value: goods, subtotal_charge_net_value: charges, subtotal_charge_tax_value: chargeTax },
    ...{ subtotal_discount_value: discount, total_net_value: net, total_tax_value: tax, total_gross_value: net + tax },
  };
}
/** An order that takes the customer over the limit is put on hold, unless a user who may do so says otherwise. */
function credit(
  call: Call,
  customer: Row,
  order: NewRow,
  values: Checked['values'],
  before: Row | null,
): Record<string, string | boolean> {
  const limit = dec(customer, 'credit_limit');
  const exposure = (): Amount =>
    balanceOf(call.store, customer) +
    openOrdersOf(call.store, customer) -
    (before ? dec(before, 'total_gross_value') : zero) +
    (order.total_gross_value as Amount);
  const isOver = limit > 0n && exposure() > limit;
  if (isOver && values.override_on_hold === true && !call.user.overridesHolds) throw noRight();
  const isHeld = isOver && values.override_on_hold !== true;
  const isOpen =
    !before ||
    ['EnumDocumentStatusLive', 'EnumDocumentStatusOnHold', 'EnumDocumentStatusDraft'].includes(
      text(before, 'document_status'),
    );
  return {
    is_credit_limit_exceeded: isOver,
    ...(isOpen ? { document_status: isHeld ? 'EnumDocumentStatusOnHold' : 'EnumDocumentStatusLive' } : {}),
  };
}
const flags = [
  'override_on_hold',
  'is_editing',
  'is_to_sequence_lines',
  'recalculate_prices',
  'suppress_warnings',
  'lock_id',
  'document_no',
];
const kept = (values: Checked['values']): Checked['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !flags.includes(name)));
function headerFor(call: Call, customer: Row, values: Checked['values']): NewRow {
  const { store } = call;
  const currency = store.table('currency').find(text(customer, 'currency_id'));
  return {
    ...{ kind: 'order', customer_id: customer.id, currency_id: currency?.id ?? null },
    ...{ exchange_rate: dec(currency, 'core_currency_rate'), document_date: `${dayOf(momentOf(call.now))}T00:00:00` },
    ...{
      document_discount_percent: dec(customer, 'invoice_discount_percent'),
      use_invoice_address: !values.delivery_address,
    },
    ...{ document_created_by: call.user.name, order_priority: 'A', customer_type: 'EnumCustomerTypeCredit' },
    ...{ settlement_discount_percent: dec(customer, 'early_settlement_discount_percent'), lock: null },
    ...kept(values),
    delivery_address: addressFor(store, customer, values, null),
  };
}
/** The order that a customer would get, without lines and without being kept. */
export function newOrder(call: Call, body: unknown): Row {
  const { values } = checked('sop_orders_new_request', body);
  const customer = customerFor(call.store, values.customer_id);
  const order = headerFor(call, customer, {});
  return {
    ...order,
    ...totals(order, []),
    document_status: 'EnumDocumentStatusDraft',
    id: '0',
    created: '',
    updated: '',
  };
}
/** Prices and discounts are a right of their own. */
function checkPriceRight(call: Call, lines: readonly Body[]): void {
  const isPriced = lines.some(
    (line) => line.selling_unit_price_overridden === true || line.unit_discount_overridden === true,
  );
  if (isPriced && (call.faults.fixedPrices || !call.user.overridesPrices))
    throw bad('You do not have permission to change prices and discounts.');
}
export function createOrder(call: Call, body: unknown): Row {
  const { store, faults } = call;
  const { values, lists } = checked('sop_order', body);
  const customer = customerFor(store, values.customer_id);
  const order = headerFor(call, customer, values);
  checkDates(order);
  checkPriceRight(call, lists.lines ?? []);
  const lines = (lists.lines ?? []).map((given, nth) => lineFrom(store, customer, given, null, `lines[${nth}].`));
  for (const [nth, line] of lines.entries())
    checkDates({ ...line, document_date: order.document_date ?? null }, `lines[${nth}].`);
  Object.assign(order, totals(order, lines));
  Object.assign(order, credit(call, customer, order, values, null));
  if (values.is_editing === true) Object.assign(order, { document_status: 'EnumDocumentStatusDraft' });
  // An order whose client or server broke down while it was entered keeps a number that begins with two hashes.
  const isHalf = faults.halfOrder > 0;
  if (isHalf) faults.halfOrder -= 1;
  const saved = store
    .table('sop_order')
    .save({ ...order, document_no: isHalf ? `##${store.number('half')}` : store.number('order') }, call.now);
  for (const [nth, line] of (isHalf ? [] : lines).entries()) keepLine(call, saved, line, nth + 1);
  for (const memo of lists.memos ?? []) keepMemo(store, saved, memo, call.now);
  return saved;
}
function keepMemo(store: Store, order: Row, given: Body, now: number): void {
  const { values } = checked('sop_order_memo', { ...given, sop_order_return_id: Number(order.id) }, 'memos.');
  store.table('sop_order_memo').save({ ...values, sop_order_return_id: order.id }, now);
}
function keepLine(call: Call, order: Row, line: NewRow, number: number): Row {
  const { store, now } = call;
  const isStandard = line.line_type === 'EnumLineTypeStandard';
  const product = isStandard ? store.table('product').find(line.product_id) : null;
  const missing = (line.line_quantity as Amount) - ((line.allocated_quantity as Amount | undefined) ?? zero);
  const more =
    product && missing > 0n
      ? allocate(store, product, String(line.warehouse_id), String(line.selling_unit_id), missing)
      : zero;
  return store.table('sop_order_line').save(
    {
      ...line,
      sop_order_id: order.id,
      line_number: number,
      allocated_quantity: ((line.allocated_quantity as Amount | undefined) ?? zero) + more,
    },
    now,
  );
}
export function orderFor(store: Store, id: string): Row {
  const order = store.table('sop_order').find(id);
  if (order?.kind !== 'order') throw noRecord('sales order', id);
  return order;
}
/** Locks an order for the user who reads it with the expand `is_to_lock`. */
export function lock(call: Call, order: Row): Row {
  const held = order.lock as string | null;
  if (held && order.locked_by !== call.user.name)
    throw bad(`The sales order ${text(order, 'document_no')} is locked by ${text(order, 'locked_by')}.`);
  const locked = { ...order, lock: call.store.number('lock').replace(/^0+/, ''), locked_by: call.user.name };
  // A lock is no change: the moment of the last one stays.
  return call.store.table('sop_order').keep(locked);
}
/**
 * Changes an order. Lines are changed one after the other: where one is refused, those before it stay changed and those after it do not
 * happen.
 */
export function changeOrder(call: Call, id: string, body: unknown): Row {
  const { store, now, faults } = call;
  const before = orderFor(store, id);
  const { values, lists } = checked('sop_order', body);
  if (faults.locked > 0) {
    faults.locked -= 1;
    throw bad(`The sales order ${text(before, 'document_no')} is locked by another user.`);
  }
  if (before.lock && before.lock !== values.lock_id)
    throw bad(`The sales order ${text(before, 'document_no')} is locked by ${text(before, 'locked_by')}.`);
  if (!before.lock) throw bad(`The sales order ${text(before, 'document_no')} is not locked by 'lock_id'.`);
  if (
    text(before, 'document_status') === 'EnumDocumentStatusComplete' ||
    text(before, 'document_status') === 'EnumDocumentStatusCancelled'
  )
    throw bad(`The sales order ${text(before, 'document_no')} cannot be amended.`);
  if (values.customer_id && values.customer_id !== before.customer_id) throw bad(`'customer_id' cannot be changed.`);
  const customer = store.table('customer').find(text(before, 'customer_id')) as Row;
  checkPriceRight(call, lists.lines ?? []);
  const address = addressFor(store, customer, values, (before.delivery_address as Group | undefined) ?? null);
  let order: NewRow = { ...before, ...kept(values), delivery_address: address };
  checkDates(order);
  const release_ = values.is_editing === true ? {} : { lock: null, locked_by: null };
  const finish = (): Row => {
    const lines = linesBy(store, before);
    order = { ...order, ...totals(order, lines) };
    order = { ...order, ...credit(call, customer, order, values, before), ...release_ };
    return store.table('sop_order').save(order, now);
  };
  try {
    for (const [nth, given] of (lists.lines ?? []).entries())
      changeLine(call, before, customer, given, `lines[${nth}].`);
  } catch (error) {
    finish();
    throw error;
  }
  for (const memo of lists.memos ?? []) if (idOf(memo) === null) keepMemo(store, before, memo, now);
  return finish();
}
function changeLine(call: Call, order: Row, customer: Row, given: Body, at: string): void {
  const { store } = call;
  const lines = linesBy(store, order);
  const id = idOf(given);
  const before = id === null ? null : lines.find((line) => line.id === id);
  if (before === undefined) throw bad(`The sales order line with the Id ${id} does not exist.`);
  if (given.is_to_delete === true) {
    if (!before) throw bad(`'${at}is_to_delete' needs the Id of the line.`);
    if (dec(before, 'despatch_receipt_quantity') > 0n)
      throw bad(`The line ${text(before, 'line_number')} has been despatched and cannot be deleted.`);
    if (before.line_type === 'EnumLineTypeStandard') release(store, before);
    store.table('sop_order_line').remove(before);
    return;
  }
  const line = lineFrom(store, customer, given, before, at);
  checkDates({ ...line, document_date: (order.document_date as string) ?? null }, at);
  const tooMuch = dec(before, 'allocated_quantity') - (line.line_quantity as Amount);
  if (before && tooMuch > 0n) {
    if (before.line_type === 'EnumLineTypeStandard') release(store, before, tooMuch);
    line.allocated_quantity = line.line_quantity as Amount;
  }
  keepLine(
    call,
    order,
    line,
    before ? Number(before.line_number) : Math.max(0, ...lines.map((each) => Number(each.line_number))) + 1,
  );
}
/** Deletes an order of which nothing has been despatched, and keeps its lines as cancelled ones. */
export function deleteOrder(call: Call, id: string): void {
  const { store, now } = call;
  const order = orderFor(store, id);
  const lines = linesBy(store, order);
  if (order.lock && order.locked_by !== call.user.name)
    throw bad(`The sales order ${text(order, 'document_no')} is locked by ${text(order, 'locked_by')}.`);
  if (lines.some((line) => dec(line, 'despatch_receipt_quantity') > 0n || dec(line, 'invoice_credit_quantity') > 0n))
    throw bad(`The sales order ${text(order, 'document_no')} has been despatched or invoiced and cannot be deleted.`);
  for (const line of lines) {
    if (line.line_type === 'EnumLineTypeStandard') release(store, line);
    store.table('sop_cancelled_line').save(
      {
        ...{
          sop_order_return_id: order.id,
          item_code: text(line, 'code'),
          item_description: text(line, 'description'),
        },
        ...{ cancelled_quantity: dec(line, 'line_quantity'), cancelled_date: momentOf(now), user_name: call.user.name },
      },
      now,
    );
    store.table('sop_order_line').remove(line);
  }
  store.table('sop_order').remove(order);
}
