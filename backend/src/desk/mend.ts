import { type Decimal, dateSchema, decimalSchema, type Mending, mendingSchema } from '@backroom/shared';
import { fieldName } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import type { Payload } from '../submissions/payload.ts';
import type { Html, View } from './view.ts';

type Order = Extract<Payload, { kind: 'order' }>['order'];
/** What stood in the form, by the names of its fields. */
export type Filled = Readonly<Record<string, string>>;
export type Mended = { change: Mending; errors: Filled };

export const filledFrom = (order: Order): Filled => ({
  requestedDate: order.requestedDate ?? '',
  note: order.note ?? '',
  ...Object.fromEntries(
    order.lines.flatMap((line, index) => [
      [`lines.${index}.quantity`, line.quantity],
      [`lines.${index}.unitPrice`, line.unitPrice.amount],
    ]),
  ),
});

/** A decimal as people type it: where the language has a decimal comma, with one. Null where it is no number; nothing is guessed about dots. */
function typed(view: View, text: string): Decimal | null {
  const plain = view.locale === 'en' ? text.trim() : text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const parsed = decimalSchema.safeParse(plain);
  return parsed.success ? parsed.data : null;
}

/** The changes in the form against what would be sent, and what is not possible, by field and in the viewer's words. */
export function readMending(view: View, order: Order, filled: Filled): Mended {
  const { d } = view;
  const before = filledFrom(order);
  const errors: Record<string, string> = {};
  const changed = (name: string) => filled[name] !== undefined && filled[name]?.trim() !== before[name];
  const date = filled.requestedDate?.trim() ?? '';
  const note = filled.note?.trim() ?? '';
  if (changed('requestedDate') && date !== '' && !dateSchema.safeParse(date).success)
    errors.requestedDate = d('bad.date');
  if (note.length > 500) errors.note = d('bad.note');
  const amount = (name: string, bad: string, sound: (text: string) => boolean): Decimal | undefined => {
    if (!changed(name)) return undefined;
    const value = typed(view, filled[name] ?? '');
    if (value === null || !sound(value)) errors[name] = bad;
    return value ?? undefined;
  };
  const lines = order.lines.flatMap((_, line) => {
    const quantity = amount(`lines.${line}.quantity`, d('bad.quantity'), (text) => /^(?!0+(\.0+)?$)\d/.test(text));
    const unitPrice = amount(`lines.${line}.unitPrice`, d('bad.price'), (text) => /^\d/.test(text));
    return quantity || unitPrice
      ? [{ line, ...(quantity ? { quantity } : {}), ...(unitPrice ? { unitPrice } : {}) }]
      : [];
  });
  const change = mendingSchema.safeParse({
    ...(changed('requestedDate') && !errors.requestedDate ? { requestedDate: date || null } : {}),
    ...(changed('note') && !errors.note ? { note: note || null } : {}),
    ...(lines.length > 0 ? { lines } : {}),
  });
  const sound = change.success ? change.data : {};
  if (Object.keys(errors).length === 0 && Object.keys(sound).length === 0) errors.form = d('bad.nothing');
  return { change: sound, errors };
}

type Field = { view: View; filled: Filled; errors: Filled; named: string | undefined };
/** A control with its label, the ERP's mark where it names this field, and its error. */
function control({ view, filled, errors, named }: Field, name: string, label: Html | string, attributes: Html): Html {
  const error = errors[name];
  const marked = named === name;
  const described = [error ? `e-${name}` : '', marked ? `m-${name}` : ''].filter(Boolean).join(' ');
  const aria = html`${described ? html` aria-describedby="${described}"` : ''}${error ? html` aria-invalid="true"` : ''}`;
  const box =
    name === 'note'
      ? html`<textarea id="${name}" name="${name}" rows="3" maxlength="500"${aria}>${filled[name]}</textarea>`
      : html`<input id="${name}" name="${name}" value="${filled[name]}" ${attributes}${aria}>`;
  return html`<div class="field${marked ? ' marked' : ''}"><label for="${name}">${label}</label>${box}
${marked ? html`<span class="mark" id="m-${name}">${view.d('named_by_erp')}</span>` : ''}${error ? html`<span class="error" id="e-${name}">${error}</span>` : ''}</div>`;
}

/** The fields that a person may change; the one that the ERP names is marked. */
export function mendFields(view: View, order: Order, filled: Filled, errors: Filled, named: string | undefined): Html {
  const { t, d } = view;
  const field = { view, filled, errors, named };
  const known = named !== undefined && named in filled;
  const decimal = html`inputmode="decimal" autocomplete="off"`;
  return html`${named && !known ? html`<p class="notice warning">${d('not_here', { field: fieldName(view, named) })}</p>` : ''}
${control(field, 'requestedDate', t('order.requested_date'), html`type="date"`)}
${control(field, 'note', t('order.note'), html``)}
${order.lines.map((line, index) => {
  const title = d('line_of', { line: String(index + 1), product: line.description ?? line.productId });
  return html`<fieldset><legend>${title}</legend><div class="pair">${control(field, `lines.${index}.quantity`, t('quantity'), decimal)}
${control(field, `lines.${index}.unitPrice`, html`${t('price')} (${line.unitPrice.currency})`, decimal)}</div></fieldset>`;
})}`;
}
