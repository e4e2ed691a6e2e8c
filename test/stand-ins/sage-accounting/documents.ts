import { daysAfter, today } from '../sage-intacct/days.ts';
import { amountsOf, outstanding } from './amounts.ts';
import { type Body, linesOf, type Rec, type Store } from './database.ts';
import { invalid, needed, noCustomer, notEnough, recordNotFound } from './errors.ts';
import type { Faults } from './faults.ts';
import { fixed, textOf, total } from './fixed.ts';

export const QUOTES = 'sales_quotes';
export const INVOICES = 'sales_invoices';
/** States of invoices that are not taken into account. */
const DRAFTS: readonly string[] = ['DRAFT', 'PRO_FORMA'];
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
  kind === QUOTES ? body.status.id !== 'INVOICED' : DRAFTS.includes(body.status) || body.status === 'UNPAID';

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
  const begun = store.find('settings', 'financial')?.body.accounts_start_date;
  if (input.date && input.date < begun) throw invalid('is before the accounts start date', 'date');
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
/** A draft has a word in place of its number. */
function numberOf(store: Store, kind: string, input: Body, word: string | null): Body {
  const name = kind === QUOTES ? 'quote' : 'invoice';
  if (input[`${name}_number`] || input[`${name}_number_prefix`]) throw invalid('is generated', `${name}_number`);
  const prefix = prefixOf(store, kind === QUOTES ? 'quote_number_prefix' : 'sales_invoice_number_prefix');
  return { [`${name}_number`]: `${prefix}${word ?? store.draw(kind)}`, [`${name}_number_prefix`]: prefix };
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
  const number = numberOf(store, QUOTES, input, null);
  refusedAfterNumber(faults);
  return store.insert(QUOTES, { ...head, ...amounts, ...number, status: stateOf(state), invoice: null }, { at });
}
export function changeQuote(store: Store, faults: Faults, rec: Rec, input: Body): Rec {
  if (!isEditable(rec)) throw invalid('The quote cannot be edited.', 'base');
  const contact = customerOf(store, input.contact_id ?? rec.body.contact);
  if (contact.id !== rec.body.contact) throw invalid('cannot be changed', 'contact_id');
  const head = headOf(store, input, contact, rec.body);
  if (head.expiry_date < head.date) throw invalid('must be on or after the date', 'expiry_date');
  const state = input.status_id ?? rec.body.status.id;
  if (!settable.includes(state)) throw recordNotFound();
  const amounts = changedAmounts(store, faults, rec, input, head);
  return store.save({ ...rec, body: { ...head, ...amounts, status: stateOf(state) } });
}
const LINE_NEEDS = ['description', 'ledger_account_id', 'unit_price', 'quantity', 'tax_rate_id'];
/** Lines of a change stand for all lines; without any, those that were there are reckoned again. */
function changedAmounts(store: Store, faults: Faults, { kind, body }: Rec, input: Body, head: Body): Body {
  const name = kind === QUOTES ? 'quote_lines' : 'invoice_lines';
  if (!isOneOf([name, ...AMOUNTS], input)) return {};
  const kept = (body[name] as Body[]).map((line) => ({
    ...{ description: line.description, ledger_account_id: line.ledger_account, quantity: line.quantity },
    ...{ unit_price: line.unit_price, product_id: line.product, service_id: line.service, tax_rate_id: line.tax_rate },
    ...{ tax_amount: line.tax_amount, discount_amount: line.discount_amount },
  }));
  const given: Body[] | undefined = input[name];
  for (const each of given ?? [])
    for (const wanted of LINE_NEEDS) if ((each[wanted] ?? null) === null) throw needed(`${name}.${wanted}`);
  const whole = {
    shipping_net_amount: body.shipping_net_amount,
    shipping_tax_rate_id: body.shipping_tax_rate,
    ...input,
    [name]: given && faults.linesAdded ? [...kept, ...given] : (given ?? kept),
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
    if (left < 0n) throw notEnough();
    return { item, left };
  });
}
function take(store: Store, parts: readonly { item: Rec; left: bigint }[]): void {
  for (const { item, left } of parts) store.save({ ...item, body: { ...item.body, quantity_in_stock: textOf(left) } });
}
const returned = (lines: readonly Body[]): Body[] =>
  lines.map((each) => ({ ...each, quantity: textOf(-fixed(each.quantity)) }));
/** Of a draft nothing is open. */
const openOf = (body: Body): Body =>
  DRAFTS.includes(body.status)
    ? { ...outstanding(body, 0n), total_paid: '0' }
    : outstanding(body, fixed(body.total_amount));
function dueOn(store: Store, { body }: Rec, date: string): string {
  const days = body.credit_days ?? store.find('settings', 'invoices')?.body.customer_credit_days ?? 0;
  return daysAfter(date, Number(days));
}
export function createInvoice(store: Store, faults: Faults, input: Body, at = Date.now()): Rec {
  const contact = customerOf(store, input.contact_id);
  const head = headOf(store, input, contact, null);
  const state: string = input.status_id ?? 'UNPAID';
  const isDraft = DRAFTS.includes(state);
  if (!isDraft && state !== 'UNPAID') throw invalid('is invalid', 'status_id');
  head.due_date = input.due_date ?? dueOn(store, contact, head.date);
  if (head.due_date < head.date) throw invalid('must be on or after the date', 'due_date');
  const amounts = amountsOf(store, input, 'invoice_lines', rateOf(store, head.currency, input.exchange_rate));
  const parts = isDraft ? [] : stockOf(store, amounts.invoice_lines);
  const quote = store.find(QUOTES, input.original_quote_estimate_id);
  if (quote?.body.invoice) throw invalid('The quote is invoiced already.', 'original_quote_estimate_id');
  const number = numberOf(store, INVOICES, input, isDraft ? state.replace('_', '-') : null);
  refusedAfterNumber(faults);
  const body: Body = { ...head, ...amounts, ...number, status: state };
  const made = store.insert(
    INVOICES,
    {
      ...body,
      ...openOf(body),
      payments: [],
      original_quote_estimate: quote?.id ?? null,
    },
    { at },
  );
  take(store, parts);
  if (quote) store.save({ ...quote, body: { ...quote.body, invoice: made.id, status: stateOf('INVOICED') } });
  return made;
}
export function changeInvoice(store: Store, faults: Faults, rec: Rec, input: Body): Rec {
  if (!isEditable(rec)) throw invalid('The invoice cannot be edited.', 'base');
  const contact = customerOf(store, input.contact_id ?? rec.body.contact);
  if (contact.id !== rec.body.contact) throw invalid('cannot be changed', 'contact_id');
  if (input.status_id && input.status_id !== rec.body.status) throw invalid('is invalid', 'status_id');
  const head = headOf(store, input, contact, rec.body);
  if (head.due_date < head.date) throw invalid('must be on or after the date', 'due_date');
  const body = { ...head, ...changedAmounts(store, faults, rec, input, head) };
  if (!DRAFTS.includes(rec.body.status))
    take(store, stockOf(store, [...returned(rec.body.invoice_lines), ...body.invoice_lines]));
  return store.save({ ...rec, body: { ...body, ...openOf(body) } });
}
/** Turns a draft into an invoice of the ledger. */
export function release(store: Store, rec: Rec): Rec {
  if (!DRAFTS.includes(rec.body.status)) throw invalid('Only drafts can be released.', 'base');
  const parts = stockOf(store, rec.body.invoice_lines);
  const body: Body = { ...rec.body, ...numberOf(store, INVOICES, {}, null), status: 'UNPAID' };
  take(store, parts);
  return store.save({ ...rec, body: { ...body, ...openOf(body) } });
}
/** Deletes a draft, voids what was posted. */
export function voidInvoice(store: Store, rec: Rec, reason: string | null): Rec {
  if (DRAFTS.includes(rec.body.status)) return store.save({ ...rec, deleted: Date.now() });
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
  deleted === null && !DRAFTS.includes(body.status) && body.status !== 'VOID';
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
