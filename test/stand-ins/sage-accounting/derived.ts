import { isDeletable } from './contacts.ts';
import { type Body, linesOf, type Rec, type Store } from './database.ts';
import { balanceOf, INVOICES, isEditable, QUOTES, shownState } from './documents.ts';
import { fixed, product, textOf } from './fixed.ts';

/** What an answer shows beside what is stored. Some of it only where the request asks: "balance", "payments_allocations". */
export function derived(store: Store, rec: Rec, wanted: ReadonlySet<string>): Body {
  const { kind, id, body } = rec;
  if (kind === 'contacts')
    return {
      email: store.find('contact_persons', body.main_contact_person)?.body.email ?? null,
      deletable: isDeletable(store, rec),
      balance: wanted.has('show_balance') ? balanceOf(store, id) : null,
    };
  if (kind === QUOTES || kind === INVOICES || kind === 'sales_credit_notes')
    return {
      ...(kind === QUOTES ? { status: shownState(rec) } : {}),
      editable: isEditable(rec),
      main_address_free_form: body.main_address ? linesOf(body.main_address) : null,
      delivery_address_free_form: body.delivery_address ? linesOf(body.delivery_address) : null,
      payments_allocations: wanted.has('show_payments_allocations') ? (body.payments ?? []) : null,
      last_paid: body.payments?.at(-1)?.date ?? null,
    };
  if (kind === 'products' && body.quantity_in_stock !== undefined) {
    const value = textOf(product(fixed(body.quantity_in_stock), fixed(body.average_cost_price ?? '0')));
    return { average_cost_price_stock_value: value };
  }
  return {};
}
