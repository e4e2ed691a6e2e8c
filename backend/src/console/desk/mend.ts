import {
  type Decimal,
  dateSchema,
  isSoundPrice,
  isSoundQuantity,
  type Mending,
  mendingSchema,
  typedDecimal,
  writtenDecimal,
} from '@backroom/shared';
import { fieldName } from '@backroom/shared/messages/submission';
import { html } from 'hono/html';
import type { Payload } from '../../submissions/payload.ts';
import type { Html, View } from '../view.ts';

type Order = Extract<Payload, { kind: 'order' }>['order'];
/** What stood in the form, by the names of its fields. */
export type Filled = Readonly<Record<string, string>>;
export type Mended = { change: Mending; errors: Filled };

/** What is in the form at first, with decimals as the viewer's language writes them. */
export function filledFrom({ locale }: View, order: Order): Filled {
  const written = (value: Decimal) => writtenDecimal(value, locale);
  return {
    requestedDate: order.requestedDate ?? '',
    note: order.note ?? '',
    ...Object.fromEntries(
      order.lines.flatMap((line, index) => [
        [`lines.${index}.quantity`, written(line.quantity)],
        [`lines.${index}.unitPrice`, written(line.unitPrice.amount)],
      ]),
    ),
  };
}

/** The changes in the form against what would be sent, and what is not possible, by field and in the viewer's words. */
export function readMending(view: View, order: Order, filled: Filled): Mended {
  const { d } = view;
  const before = filledFrom(view, order);
  const errors: Record<string, string> = {};
  const changed = (name: string) => filled[name] !== undefined && filled[name]?.trim() !== before[name];
  const date = filled.requestedDate?.trim() ?? '';
  const note = filled.note?.trim() ?? '';
  if (changed('requestedDate') && date !== '' && !dateSchema.safeParse(date).success)
    errors.requestedDate = d('bad.date');
  if (note.length > 500) errors.note = d('bad.note');
  const amount = (name: string, bad: string, sound: (text: string) => boolean): Decimal | undefined => {
    if (!changed(name)) return undefined;
    const value = typedDecimal(filled[name] ?? '', view.locale);
    if (value === null || !sound(value)) errors[name] = bad;
    return value ?? undefined;
  };
  const lines = order.lines.flatMap((_, line) => {
    const quantity = amount(
      `lines.${line}.quantity`,
      d('bad.quantity'),
      (text) => /^(?!0+(\.0+)?$)\d/.test(text) && isSoundQuantity(text),
    );
    const unitPrice = amount(
      `lines.${line}.unitPrice`,
      d('bad.price'),
      (text) => /^\d/.test(text) && isSoundPrice(text),
    );
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

/** Whether what the ERP names is among what may be changed here. */
export const isMendable = (field: string): boolean =>
  /^(requestedDate|note|lines\.\d+\.(quantity|unitPrice))$/.test(field);

type Field = { view: View; filled: Filled; errors: Filled; named: string | undefined };
/** What belongs to a control: the ERP's mark where it names this field, and its error; and the attributes that tie them to it. */
function beside({ view, errors, named }: Field, name: string) {
  const error = errors[name];
  const marked = named === name;
  const ids = [error ? `e-${name}` : '', marked ? `m-${name}` : ''].filter(Boolean).join(' ');
  return {
    marked: marked ? ' marked' : '',
    tied: html`${ids ? html` aria-describedby="${ids}"` : ''}${error ? html` aria-invalid="true"` : ''}`,
    notes: html`${marked ? html`<span class="mark" id="m-${name}">${view.d('named_by_erp')}</span>` : ''}${error ? html`<span class="error" id="e-${name}">${error}</span>` : ''}`,
  };
}
function amount(field: Field, name: string, label: string): Html {
  const { marked, tied, notes } = beside(field, name);
  return html`<td class="n${marked}"><input id="${name}" name="${name}" value="${field.filled[name]}" inputmode="decimal" autocomplete="off" aria-label="${label}"${tied}>${notes}</td>`;
}

/** The fields that a person may change; the one that the ERP names is marked. */
export function mendFields(view: View, order: Order, filled: Filled, errors: Filled, named: string | undefined): Html {
  const { t, d } = view;
  const field = { view, filled, errors, named };
  const date = beside(field, 'requestedDate');
  const note = beside(field, 'note');
  return html`${named && !isMendable(named) ? html`<p class="notice warning">${d('not_here', { field: fieldName(view, named) })}</p>` : ''}
<div class="field${date.marked}"><label for="requestedDate">${t('order.requested_date')}</label><input id="requestedDate" name="requestedDate" type="date" value="${filled.requestedDate}"${date.tied}>${date.notes}</div>
<div class="field${note.marked}"><label for="note">${t('order.note')}</label><textarea id="note" name="note" rows="2" maxlength="500"${note.tied}>${filled.note}</textarea>${note.notes}</div>
<div class="scroll" tabindex="0" role="group" aria-label="${d('sent')}"><table class="lines"><caption class="unseen">${d('sent')}</caption><thead><tr><th scope="col">${d('line')}</th><th scope="col">${t('product')}</th><th scope="col" class="n">${t('quantity')}</th><th scope="col" class="n">${t('price')} (${order.currency})</th></tr></thead><tbody>${order.lines.map(
    (line, index) => {
      const name = line.description ?? line.productId;
      return html`<tr><td>${index + 1}</td><th scope="row">${name}</th>${amount(field, `lines.${index}.quantity`, t('label_value', { label: t('quantity'), value: name }))}${amount(field, `lines.${index}.unitPrice`, t('label_value', { label: `${t('price')} (${line.unitPrice.currency})`, value: name }))}</tr>`;
    },
  )}</tbody></table></div>`;
}
