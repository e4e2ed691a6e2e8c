import { daysAfter, today } from '../sage-intacct/days.ts';
import { outstanding } from './amounts.ts';
import type { Body, Rec, Store } from './database.ts';
import { changeInvoice, changeQuote, createInvoice, createQuote, INVOICES, QUOTES, release } from './documents.ts';
import { noFaults } from './faults.ts';
import { cents, fixed, percentOf, product, quotient, textOf } from './fixed.ts';

export type DeskLine = readonly [code: string, quantity: string, more?: Body];
type Entered = { customer: string; lines: readonly DeskLine[]; reference?: string; date?: string; expires?: string };
type Named = 'quotes' | 'invoices';

/** What people do on its pages. Customers are named by their reference, items by their code, documents by their number or id: a draft has no number. */
export function openDesk(store: Store) {
  const faults = noFaults();
  const contact = (reference: string): Rec => {
    const found = store.find('contacts', store.named(`reference ${reference.toLowerCase()}`));
    if (!found) throw new Error(`no contact ${reference}`);
    return found;
  };
  const items = new Map<string, Rec>();
  function item(code: string): Rec {
    const known = items.get(code);
    const found = known
      ? store.find(known.kind, known.id)
      : [...store.all('products'), ...store.all('services')].find(({ body }) => body.item_code === code);
    if (!found) throw new Error(`no item ${code}`);
    items.set(code, found);
    return found;
  }
  const numberOf = ({ body }: Rec): string => body.quote_number ?? body.invoice_number ?? body.credit_note_number;
  const byNumber = new Map<string, Rec>();
  function numbered(kind: string, number: string): Rec {
    const known = byNumber.get(`${kind} ${number}`);
    const found = known
      ? store.find(kind, known.id)
      : (store.find(kind, number) ?? store.all(kind).find((each) => numberOf(each) === number));
    if (!found) throw new Error(`no document ${number}`);
    byNumber.set(`${kind} ${number}`, found);
    return found;
  }
  const lineOf = (customer: Rec, [code, quantity, more = {}]: DeskLine): Body => {
    const { kind, id, body } = item(code);
    const prices: Body[] = body.sales_prices ?? body.sales_rates ?? [];
    const own = prices.find((each) => each.product_sales_price_type === customer.body.product_sales_price_type);
    const price: string = more.unit_price ?? (own ?? prices[0])?.price ?? prices[0]?.rate ?? '0';
    const net = cents(product(fixed(quantity), fixed(price))) - fixed(more.discount_amount ?? '0');
    const rate = store.find('tax_rates', body.sales_tax_rate)?.body.percentage ?? '0';
    return {
      ...{ description: body.description, ledger_account_id: body.sales_ledger_account, quantity, unit_price: price },
      ...{ tax_rate_id: body.sales_tax_rate, tax_amount: textOf(percentOf(net, fixed(rate))) },
      ...(kind === 'services' ? { service_id: id } : { product_id: id }),
      ...more,
    };
  };
  const inputOf = ({ customer, lines, reference, date = today() }: Entered, name: string): Body => {
    const rec = contact(customer);
    return { contact_id: rec.id, date, reference, [name]: lines.map((each) => lineOf(rec, each)) };
  };
  const settled = (rec: Rec, open: bigint, more: Body): Rec =>
    store.save({
      ...rec,
      body: { ...rec.body, ...outstanding(rec.body, open), ...more, status: open === 0n ? 'PAID' : 'PART_PAID' },
    });
  const openOf = ({ body }: Rec): bigint => fixed(body.outstanding_amount);
  const act = <Result>(work: () => Result): Result => store.atomic(work);
  return {
    contact,
    item,
    quoteNumbered: (number: string) => numbered(QUOTES, number),
    invoiceNumbered: (number: string) => numbered(INVOICES, number),
    /** Quotes and invoices that carry the text in their reference or notes. */
    documentsWith: (text: string): Body[] =>
      [QUOTES, INVOICES].flatMap((kind) =>
        store
          .all(kind)
          .filter(({ body, deleted }) => deleted === null && `${body.reference} ${body.notes}`.includes(text))
          .map(({ id, body }) => ({ kind, id, ...body })),
      ),
    quote: (entered: Entered): Rec =>
      act(() => {
        const input = inputOf(entered, 'quote_lines');
        return createQuote(store, faults, { ...input, expiry_date: entered.expires ?? daysAfter(input.date, 30) });
      }),
    invoice: (entered: Entered, more: Body = {}): Rec =>
      act(() => createInvoice(store, faults, { ...inputOf(entered, 'invoice_lines'), ...more })),
    /** "Create invoice" on a quote. */
    convert: (number: string): Rec =>
      act(() => {
        const { id, body } = numbered(QUOTES, number);
        const lines = (body.quote_lines as Body[]).map((line) => ({
          ...{ description: line.description, ledger_account_id: line.ledger_account, quantity: line.quantity },
          ...{ unit_price: line.unit_price, product_id: line.product, service_id: line.service },
          ...{ tax_rate_id: line.tax_rate, tax_amount: line.tax_amount, discount_amount: line.discount_amount },
        }));
        const { contact: contact_id, reference, notes } = body;
        const head = { contact_id, date: today(), reference, notes, original_quote_estimate_id: id };
        return createInvoice(store, faults, { ...head, invoice_lines: lines });
      }),
    release: (number: string): Rec => act(() => release(store, numbered(INVOICES, number))),
    accept: (number: string): Rec =>
      act(() => changeQuote(store, faults, numbered(QUOTES, number), { status_id: 'ACCEPTED' })),
    decline: (number: string): Rec =>
      act(() => changeQuote(store, faults, numbered(QUOTES, number), { status_id: 'DECLINED' })),
    /** Sets the quantity of the first line. */
    amend: (of: Named, number: string, quantity: string): Rec =>
      act(() => {
        const rec = numbered(of === 'quotes' ? QUOTES : INVOICES, number);
        const name = of === 'quotes' ? 'quote_lines' : 'invoice_lines';
        const lines = (rec.body[name] as Body[]).map((line, nth) => {
          const rate = store.find('tax_rates', line.tax_rate)?.body.percentage ?? '0';
          const count = nth === 0 ? quantity : line.quantity;
          const net = cents(product(fixed(count), fixed(line.unit_price))) - fixed(line.discount_amount ?? '0');
          return {
            ...{ description: line.description, ledger_account_id: line.ledger_account, quantity: count },
            ...{ unit_price: line.unit_price, product_id: line.product, service_id: line.service },
            ...{ tax_rate_id: line.tax_rate, tax_amount: textOf(percentOf(net, fixed(rate))) },
            discount_amount: line.discount_amount,
          };
        });
        return (of === 'quotes' ? changeQuote : changeInvoice)(store, faults, rec, { [name]: lines });
      }),
    /** A copy has everything of its original except its number; a key of ours that stands in the reference goes with it. */
    copy: (of: Named, number: string): Rec =>
      act(() => {
        const { kind, body } = numbered(of === 'quotes' ? QUOTES : INVOICES, number);
        const [name, prefix] =
          kind === QUOTES ? ['quote', 'quote_number_prefix'] : ['invoice', 'sales_invoice_number_prefix'];
        const drawn = `${store.find('settings', 'invoices')?.body[prefix]}${store.draw(kind)}`;
        return store.insert(kind, { ...body, [`${name}_number`]: drawn, date: today() });
      }),
    pay: (number: string, amount?: string, date = today()): Rec =>
      act(() => {
        const rec = numbered(INVOICES, number);
        const paid = amount === undefined ? openOf(rec) : fixed(amount);
        const { contact: payer, currency, exchange_rate } = rec.body;
        const made = store.insert('contact_payments', {
          ...{ contact: payer, currency, exchange_rate, date, reference: number, net_amount: textOf(paid) },
          ...{ tax_amount: '0', total_amount: textOf(paid), displayed_as: number, editable: true },
          allocated_artefacts: [{ id: rec.id, artefact: rec.id, amount: textOf(paid), discount: '0' }],
        });
        const part = { date, type: 'payment', reference: number, amount: textOf(paid), discount: '0' };
        const payments = [...(rec.body.payments ?? []), { ...part, contact_payment: made.id, displayed_as: number }];
        return settled(rec, openOf(rec) - paid, { payments });
      }),
    /** A credit note over a part of an invoice; it is set off where something is open. */
    credit: (number: string, lines: readonly DeskLine[]): Rec =>
      act(() => {
        const rec = numbered(INVOICES, number);
        const customer = store.find('contacts', rec.body.contact);
        if (!customer) throw new Error('no customer');
        const kept = lines.map((each) => lineOf(customer, each));
        const net = kept.map((line) => cents(product(fixed(line.quantity), fixed(line.unit_price))));
        const tax = kept.reduce((sum, line) => sum + fixed(line.tax_amount), 0n);
        const amount = net.reduce((sum, each) => sum + each, 0n) + tax;
        const open = openOf(rec);
        const left = amount > open ? amount - open : 0n;
        const used = amount - left;
        const drawn = `SCN-${store.draw('sales_credit_notes')}`;
        const body = {
          ...{ contact: rec.body.contact, contact_name: rec.body.contact_name, currency: rec.body.currency },
          ...{ exchange_rate: rec.body.exchange_rate, date: today(), original_invoice_date: rec.body.date },
          ...{ credit_note_number: drawn, credit_note_number_prefix: 'SCN-', reference: number },
          ...{ net_amount: textOf(amount - tax), tax_amount: textOf(tax), total_amount: textOf(amount) },
          base_currency_total_amount: textOf(cents(quotient(amount, fixed(rec.body.exchange_rate)))),
          credit_note_lines: kept.map(({ ledger_account_id, tax_rate_id, product_id, service_id, ...line }) => ({
            ...{ ...line, ledger_account: ledger_account_id, tax_rate: tax_rate_id, product: product_id },
            service: service_id,
          })),
        };
        const made = store.insert('sales_credit_notes', {
          ...body,
          ...outstanding(body, left),
          status: left === 0n ? 'PAID' : used > 0n ? 'PART_PAID' : 'UNPAID',
        });
        if (used > 0n) settled(rec, open - used, {});
        return made;
      }),
    /** A payment that no invoice is set off against yet. */
    payOnAccount: (customer: string, amount: string): Rec =>
      act(() => {
        const { id, body } = contact(customer);
        const sums = { net_amount: amount, tax_amount: '0', total_amount: amount };
        return store.insert('contact_payments', {
          ...{
            contact: id,
            currency: body.currency,
            exchange_rate: '1',
            date: today(),
            reference: 'On account',
            ...sums,
          },
          ...{ allocated_artefacts: [], displayed_as: 'On account', base_currency_outstanding_amount: amount },
        });
      }),
    setActive: (customer: string, is_active: boolean): Rec =>
      act(() => {
        const rec = contact(customer);
        return store.save({ ...rec, body: { ...rec.body, is_active } });
      }),
    setStock: (code: string, quantity: string): Rec =>
      act(() => {
        const rec = item(code);
        return store.save({ ...rec, body: { ...rec.body, quantity_in_stock: quantity } });
      }),
  };
}
export type Desk = ReturnType<typeof openDesk>;
