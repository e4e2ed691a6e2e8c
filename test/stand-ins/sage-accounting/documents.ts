import { daysAfter, today } from '../sage-intacct/days.ts';
import { amountsOf, outstanding } from './amounts.ts';
import { type Body, linesOf, type Rec, type Store } from './database.ts';
import { invalid, needed, noCustomer, recordNotFound } from './errors.ts';
import type { Faults } from './faults.ts';
import { fixed, textOf, total } from './fixed.ts';

export const QUOTES = 'sales_quotes';
export const INVOICES = 'sales_invoices';
/** Of a quote that its users set, or that follow from its invoice and its day. */
const quoteStates: Readonly<Record<string, string>> = {
  ...{ DRAFT: 'Draft', PENDING: 'Pending', ACCEPTED: 'Accepted', DECLINED: 'Declined' },
  ...{ INVOICED: 'Invoiced', EXPIRED: 'Expired' },
};
const stateOf = (id: string): Body => ({ id, displayed_as: quoteStates[id] });
/** What may be set through the API. */
const settable = ['DRAFT', 'PENDING', 'ACCEPTED', 'DECLINED'];

/** An open quote expires by itself. */
export function shownState({ body }: Rec): Body {
  const { id } = body.status;
  return (id === 'PENDING' || id === 'DRAFT') && body.expiry_date < today() ? stateOf('EXPIRED') : body.status;
}
export const isEditable = ({ kind, body }: Rec): boolean =>
  kind === QUOTES ? body.status.id !== 'INVOICED' : body.status === 'DRAFT' || body.status === 'UNPAID';

function customerOf(store: Store, id: string): Rec {
  const contact = store.find('contacts', id);
  if (!contact?.body.contact_types.includes('CUSTOMER')) throw noCustomer();
  if (!contact.body.is_active) throw invalid('The contact is inactive', 'contact_id');
  return contact;
}
function rateOf(store: Store, currency: string, given: string | undefined): string {
  const base = store.find('settings', 'financial')?.body.base_currency;
  if (currency === base) return '1';
  const known = store.all('business_exchange_rates').find(({ body }) => body.currency === currency);
  const rate = given ?? known?.body.rate;
  if (!rate) throw invalid('There is no exchange rate', 'currency_id');
  if (fixed(rate) <= 0n) throw invalid('must be greater than 0', 'exchange_rate');
  return rate;
}
const isOneOf = (names: readonly string[], input: Body): boolean => names.some((name) => name in input);
const AMOUNTS = ['shipping_net_amount', 'shipping_tax_rate_id', 'exchange_rate', 'currency_id'];

/** A document has an address of its own, under a path of the contacts. */
function titled(address: Body): Body {
  const id = crypto.randomUUID().replaceAll('-', '');
  return { ...address, id, $path: `/contacts/${id}`, displayed_as: linesOf(address) };
}
function addressOf(store: Store, given: Body | null | undefined, contact: Rec, name: string): Body | null {
  if (given) {
    const { country_id, address_type_id, ...rest } = given;
    return titled({ ...rest, country: country_id ?? null, address_type: address_type_id ?? null });
  }
  const own = store.find('addresses', contact.body[name])?.body;
  return own ? titled(own) : null;
}
const copied = ['notes', 'terms_and_conditions', 'reference', 'sent', 'delivery_performance_date'];
const flags = ['vat_reverse_charge', 'destination_consignment'];

/** The head of a document, with what its contact says where the request says nothing. */
function headOf(store: Store, input: Body, contact: Rec, before: Body | null): Body {
  const { body: customer } = contact;
  const head: Body = { ...before, contact: contact.id };
  for (const name of [...copied, ...flags]) head[name] = name in input ? input[name] : (before?.[name] ?? null);
  for (const name of ['date', 'expiry_date', 'due_date']) if (input[name]) head[name] = input[name];
  head.sent = head.sent ?? false;
  head.contact_name = input.contact_name ?? before?.contact_name ?? customer.name;
  head.contact_reference = input.contact_reference ?? before?.contact_reference ?? customer.reference;
  for (const name of ['main_address', 'delivery_address'])
    if (name in input || !before) head[name] = addressOf(store, input[name], contact, name);
  head.currency = input.currency_id ?? before?.currency ?? customer.currency;
  if (head.currency !== customer.currency) throw invalid("must be the contact's currency", 'currency_id');
  return head;
}
const prefixOf = (store: Store, name: string): string => store.find('settings', 'invoices')?.body[name] ?? '';
function numberOf(store: Store, kind: string, input: Body): Body {
  const name = kind === QUOTES ? 'quote' : 'invoice';
  if (input[`${name}_number`] || input[`${name}_number_prefix`]) throw invalid('is generated', `${name}_number`);
  const prefix = prefixOf(store, kind === QUOTES ? 'quote_number_prefix' : 'sales_invoice_number_prefix');
  return { [`${name}_number`]: `${prefix}${store.draw(kind)}`, [`${name}_number_prefix`]: prefix };
}
function refusedAfterNumber({ refuses }: Faults): void {
  if (!refuses || refuses.times <= 0) return;
  refuses.times -= 1;
  throw invalid(refuses.words, 'base');
}

export function createQuote(store: Store, faults: Faults, input: Body, at = Date.now()): Rec {
  const contact = customerOf(store, input.contact_id);
  const head = headOf(store, input, contact, null);
  if (head.expiry_date < head.date) throw invalid('must be on or after the date', 'expiry_date');
  const state = input.status_id ?? 'PENDING';
  if (!settable.includes(state)) throw recordNotFound();
  const amounts = amountsOf(store, input, 'quote_lines', rateOf(store, head.currency, input.exchange_rate));
  const number = numberOf(store, QUOTES, input);
  refusedAfterNumber(faults);
  return store.insert(QUOTES, { ...head, ...amounts, ...number, status: stateOf(state), invoice: null }, { at });
}
export function changeQuote(store: Store, rec: Rec, input: Body): Rec {
  if (!isEditable(rec)) throw invalid('The quote cannot be edited.', 'base');
  const contact = customerOf(store, input.contact_id ?? rec.body.contact);
  if (contact.id !== rec.body.contact) throw invalid('cannot be changed', 'contact_id');
  const head = headOf(store, input, contact, rec.body);
  if (head.expiry_date < head.date) throw invalid('must be on or after the date', 'expiry_date');
  const state = input.status_id ?? rec.body.status.id;
  if (!settable.includes(state)) throw recordNotFound();
  const amounts = changedAmounts(store, rec, input, 'quote_lines', head);
  return store.save({ ...rec, body: { ...head, ...amounts, status: stateOf(state) } });
}
/** Lines of a change stand for all lines; without any, those that were there are reckoned again. */
function changedAmounts(store: Store, { body }: Rec, input: Body, name: string, head: Body): Body {
  if (!isOneOf([name, ...AMOUNTS], input)) return {};
  const kept = (body[name] as Body[]).map((line) => ({
    ...{ description: line.description, ledger_account_id: line.ledger_account, quantity: line.quantity },
    ...{ unit_price: line.unit_price, product_id: line.product, service_id: line.service, tax_rate_id: line.tax_rate },
    ...{ tax_amount: line.tax_amount, discount_amount: line.discount_amount },
  }));
  for (const each of input[name] ?? [])
    for (const wanted of [
      'description',
      'ledger_account_id',
      'unit_price',
      ...(name === 'quote_lines' ? ['quantity'] : []),
    ])
      if ((each[wanted] ?? null) === null) throw needed(`${name}.${wanted}`);
  const whole = {
    shipping_net_amount: body.shipping_net_amount,
    shipping_tax_rate_id: body.shipping_tax_rate,
    ...input,
    [name]: input[name] ?? kept,
  };
  return amountsOf(store, whole, name, rateOf(store, head.currency, input.exchange_rate ?? body.exchange_rate));
}

/** What goes out of stock, checked for all lines before anything moves. */
function stockOf(store: Store, lines: readonly Body[]): { item: Rec; left: bigint }[] {
  const wanted = new Map<string, bigint>();
  for (const { product: id, quantity } of lines) {
    const item = store.find('products', id);
    if (item?.body.quantity_in_stock !== undefined) wanted.set(item.id, (wanted.get(item.id) ?? 0n) + fixed(quantity));
  }
  return [...wanted].map(([id, quantity]) => {
    const item = store.find('products', id);
    if (!item) throw recordNotFound();
    const left = fixed(item.body.quantity_in_stock) - quantity;
    if (left < 0n) throw invalid(`There is not enough stock of ${item.body.item_code}.`, 'invoice_lines.quantity');
    return { item, left };
  });
}
function take(store: Store, parts: readonly { item: Rec; left: bigint }[]): void {
  for (const { item, left } of parts) store.save({ ...item, body: { ...item.body, quantity_in_stock: textOf(left) } });
}
const returned = (lines: readonly Body[]): Body[] =>
  lines.map((each) => ({ ...each, quantity: textOf(-fixed(each.quantity)) }));
function dueOn(store: Store, { body }: Rec, date: string): string {
  const days = body.credit_days ?? store.find('settings', 'invoices')?.body.customer_credit_days ?? 0;
  return daysAfter(date, Number(days));
}
export function createInvoice(store: Store, faults: Faults, input: Body, at = Date.now()): Rec {
  const contact = customerOf(store, input.contact_id);
  const head = headOf(store, input, contact, null);
  const isDraft = input.status_id === 'DRAFT';
  if (!isDraft && input.status_id && input.status_id !== 'UNPAID') throw invalid('is invalid', 'status_id');
  head.due_date = input.due_date ?? dueOn(store, contact, head.date);
  if (head.due_date < head.date) throw invalid('must be on or after the date', 'due_date');
  const amounts = amountsOf(store, input, 'invoice_lines', rateOf(store, head.currency, input.exchange_rate));
  const parts = isDraft ? [] : stockOf(store, amounts.invoice_lines);
  const quote = store.find(QUOTES, input.original_quote_estimate_id);
  if (quote?.body.invoice) throw invalid('The quote is invoiced already.', 'original_quote_estimate_id');
  const number = isDraft && faults.draftsWithoutNumber ? { invoice_number: null } : numberOf(store, INVOICES, input);
  refusedAfterNumber(faults);
  const body = { ...head, ...amounts, ...number, status: isDraft ? 'DRAFT' : 'UNPAID' };
  const made = store.insert(
    INVOICES,
    {
      ...body,
      ...outstanding(body, fixed(body.total_amount)),
      payments: [],
      original_quote_estimate: quote?.id ?? null,
    },
    { at },
  );
  take(store, parts);
  if (quote) store.save({ ...quote, body: { ...quote.body, invoice: made.id, status: stateOf('INVOICED') } });
  return made;
}
export function changeInvoice(store: Store, rec: Rec, input: Body): Rec {
  if (!isEditable(rec)) throw invalid('The invoice cannot be edited.', 'base');
  const contact = customerOf(store, input.contact_id ?? rec.body.contact);
  if (contact.id !== rec.body.contact) throw invalid('cannot be changed', 'contact_id');
  if (input.status_id && input.status_id !== rec.body.status) throw invalid('is invalid', 'status_id');
  const head = headOf(store, input, contact, rec.body);
  if (head.due_date < head.date) throw invalid('must be on or after the date', 'due_date');
  const body = { ...head, ...changedAmounts(store, rec, input, 'invoice_lines', head) };
  if (rec.body.status !== 'DRAFT')
    take(store, stockOf(store, [...returned(rec.body.invoice_lines), ...body.invoice_lines]));
  return store.save({ ...rec, body: { ...body, ...outstanding(body, fixed(body.total_amount)) } });
}
/** Turns a draft into an invoice of the ledger. */
export function release(store: Store, rec: Rec): Rec {
  if (rec.body.status !== 'DRAFT') throw invalid('Only drafts can be released.', 'base');
  const parts = stockOf(store, rec.body.invoice_lines);
  const number = rec.body.invoice_number ? {} : numberOf(store, INVOICES, {});
  take(store, parts);
  return store.save({ ...rec, body: { ...rec.body, ...number, status: 'UNPAID' } });
}
/** Deletes a draft, voids what was posted. */
export function voidInvoice(store: Store, rec: Rec, reason: string | null): Rec {
  if (rec.body.status === 'DRAFT') return store.save({ ...rec, deleted: Date.now() });
  if (!isEditable(rec)) throw invalid('The invoice cannot be voided.', 'base');
  if (!reason) throw needed('void_reason');
  take(store, stockOf(store, returned(rec.body.invoice_lines)));
  return store.save({
    ...rec,
    body: { ...rec.body, ...outstanding(rec.body, 0n), total_paid: '0', status: 'VOID', void_reason: reason },
  });
}
export function deleteQuote(store: Store, rec: Rec): void {
  if (!isEditable(rec)) throw invalid('The quote cannot be deleted.', 'base');
  store.remove(rec);
}
const isPosted = ({ body, deleted }: Rec): boolean =>
  deleted === null && body.status !== 'DRAFT' && body.status !== 'VOID';
/** What a contact owes, in the currency of the business. */
export function balanceOf(store: Store, contact: string): string {
  const open = (kind: string) =>
    total(
      store
        .of(kind, contact)
        .filter(isPosted)
        .map(({ body }) => fixed(body.base_currency_outstanding_amount ?? '0')),
    );
  return textOf(open(INVOICES) - open('sales_credit_notes') - open('contact_payments'));
}
