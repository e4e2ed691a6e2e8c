import type { ErpOrder, Reference } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { id, localOf, momentOf, recordId, text } from '../transport/odoo/values.ts';
import { loadOnce } from './load.ts';
import { checkOrder } from './order-checks.ts';
import { itemsOf, previewOf } from './order-preview.ts';
import { orderXid } from './order-references.ts';
import { ordersByReference, readOrder } from './orders-read.ts';
import type { Session } from './session.ts';

/** A moment of the day in our calendar and on the screens of the key's user. `load` takes a text as local time. */
const loadedMoment = (session: Session, day: string): string =>
  localOf(momentOf(day, session.timeZone, session.userTimeZone), session.timeZone);

async function known(session: Session, reference: Reference, signal: AbortSignal): Promise<ErpOrder | null> {
  const [found = []] = await ordersByReference(session, [reference], signal);
  return found.find(({ status }) => status !== 'cancelled') ?? found[0] ?? null;
}

/**
 * Once: whoever has the reference already is given what is there, in whatever state. Else it is loaded, order and lines in one
 * transaction, under external ids made of the reference, so that of several at the same time one order remains. It is a quotation then.
 */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  const there = await known(session, input.reference, signal);
  if (there) return there;
  const { terms, refusals, names, charges, custom, deliverTo, invoiceTo } = await checkOrder(session, input, signal);
  const [first] = refusals;
  if (first)
    throw new ErpError('refused', `order ${input.reference}: ${first.words}`, {
      words: first.words,
      field: first.field,
    });
  if (!terms) throw new ErpError('refused', `order ${input.reference}: no customer`, { field: 'customerId' });
  // Only Odoo knows which of the product's taxes are part of the price, for this customer and now.
  const shipTo = deliverTo?.id ?? (await deliverTo?.make?.()) ?? null;
  const { written } = await previewOf(session, terms, { items: itemsOf(input, charges), shipTo }, signal);
  // An empty cell empties the field, so a name is given to all lines or to none: Odoo then makes them itself.
  const named = input.note !== null || charges.length > 0 || input.lines.some(({ description }) => description);
  const xid = orderXid(input.reference);
  const head: readonly (readonly [string, string])[] = [
    ['id', xid],
    ['partner_id/.id', String(terms.partner)],
    // The customer's number is what people look for there, and what is printed on the invoice.
    ['client_order_ref', input.poNumber ?? input.reference],
    ['origin', input.reference],
    ...(shipTo === null ? [] : [['partner_shipping_id/.id', String(shipTo)] as const]),
    ...(invoiceTo?.id ? [['partner_invoice_id/.id', String(invoiceTo.id)] as const] : []),
    ...(input.partialDelivery === undefined
      ? []
      : [['picking_policy', input.partialDelivery ? 'direct' : 'one'] as const]),
    ...(input.requestedDate ? [['commitment_date', loadedMoment(session, input.requestedDate)] as const] : []),
    ...custom,
  ];
  const columns = [
    'id',
    'product_id/.id',
    'product_uom_qty',
    'price_unit',
    'discount',
    'name',
    'display_type',
  ] as const;
  const lines: readonly (readonly string[])[] = [
    ...input.lines.map((line, index) => [
      `${xid}_line_${index + 1}`,
      line.productId,
      line.quantity,
      written[index]?.price ?? line.unitPrice.amount,
      written[index]?.discount ?? '0',
      named ? line.description || (names[index] ?? '') : '',
      '',
    ]),
    ...charges.map(({ product, charge }, index) => [
      `${xid}_charge_${index + 1}`,
      String(product),
      '1',
      written[input.lines.length + index]?.price ?? charge.amount.amount,
      '0',
      charge.name,
      '',
    ]),
    // A line of its own, because the order's own note holds the company's terms and conditions.
    ...(input.note ? [[`${xid}_note`, '', '', '', '', input.note, 'line_note']] : []),
  ];
  // A column that no line fills is left out: an empty one would overwrite what Odoo fills in by itself.
  const used = columns.map((_, place) => lines.some((line) => line[place] !== ''));
  const kept = (line: readonly string[]) => line.filter((_, place) => used[place]);
  const order = await loadOnce(
    session,
    {
      model: 'sale.order',
      fields: [...head.map(([name]) => name), ...kept(columns).map((name) => `order_line/${name}`)],
      data: lines.map((line, index) => [...head.map(([, value]) => (index === 0 ? value : '')), ...kept(line)]),
    },
    signal,
  );
  return afterWrite(async () => {
    const made = await readOrder(session, order, signal);
    if (!made) throw new ErpError('uncertain', `sale.order ${order} is not there after load`);
    return made;
  });
}

/** What Odoo refuses after a button was pressed is final: the order is as it was. */
const refusalStands = { clear: ['refused'] } as const;

const stateRow = z.object({ id, state: z.string(), name: z.string() });
async function stateOf(session: Session, orderId: string, signal: AbortSignal) {
  const rows = await session.ask(z.array(stateRow), {
    model: 'sale.order',
    method: 'search_read',
    args: {
      domain: [
        ['id', '=', recordId(orderId) ?? 0],
        ['company_id', '=', session.company.id],
      ],
      fields: ['state', 'name'],
    },
    signal,
  });
  const [row] = rows;
  if (!row)
    throw new ErpError('not_found', `no sale.order ${orderId}`, { field: 'id', words: 'Odoo has no such order.' });
  return row;
}
async function now(session: Session, orderId: string, signal: AbortSignal): Promise<ErpOrder> {
  const order = await readOrder(session, recordId(orderId) ?? 0, signal);
  if (!order)
    throw new ErpError('not_found', `no sale.order ${orderId}`, { field: 'id', words: 'Odoo has no such order.' });
  return order;
}
/** A button answers HTTP 200 with a dialog where it wants something of a person; only the state says whether it acted. */
const buttonAnswer = z.union([
  z.looseObject({ type: z.string(), name: text.optional(), res_model: text.optional() }),
  z.unknown(),
]);
const dialogOf = (answer: unknown): string | null => {
  const parsed = z.object({ type: z.string(), name: text.optional(), res_model: text.optional() }).safeParse(answer);
  return parsed.success ? (parsed.data.name ?? parsed.data.res_model ?? parsed.data.type) : null;
};
async function press(
  session: Session,
  order: number,
  method: string,
  context: object,
  signal: AbortSignal,
): Promise<string | null> {
  return dialogOf(
    await session.ask(buttonAnswer, {
      model: 'sale.order',
      method,
      ids: [order],
      context: { ...context },
      write: true,
      signal,
    }),
  );
}

/** To `confirmed`; again is fine. 19 refuses a second confirm where 16 takes it, so the state is read first, and after. */
export async function confirmOrder(session: Session, orderId: string, signal: AbortSignal): Promise<ErpOrder> {
  const before = await stateOf(session, orderId, signal);
  if (before.state === 'cancel')
    throw new ErpError('refused', `sale.order ${orderId} is cancelled`, {
      field: 'state',
      words: `Order ${before.name} is cancelled in Odoo.`,
    });
  if (before.state !== 'draft' && before.state !== 'sent') return now(session, orderId, signal);
  let dialog: string | null = null;
  try {
    dialog = await press(session, before.id, 'action_confirm', {}, signal);
  } catch (error) {
    // Somebody else may have confirmed it in between: 19 refuses then.
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    const { state } = await stateOf(session, orderId, signal);
    if (state === 'draft' || state === 'sent') throw error;
  }
  return afterWrite(async () => {
    const order = await now(session, orderId, signal);
    if (order.status !== 'draft') return order;
    throw new ErpError('refused', `action_confirm left ${orderId} a draft`, {
      field: 'state',
      words: `Odoo asks something before it confirms order ${order.number}${dialog ? `: "${dialog}"` : ''}. Confirm it there.`,
    });
  }, refusalStands);
}

/** 16 and 17 answer with a dialog where they would send a mail; the context says that a person agreed. */
export async function cancelOrder(session: Session, orderId: string, signal: AbortSignal): Promise<ErpOrder> {
  const before = await stateOf(session, orderId, signal);
  if (before.state === 'cancel') return now(session, orderId, signal);
  const dialog = await press(session, before.id, 'action_cancel', { disable_cancel_warning: true }, signal);
  return afterWrite(async () => {
    const order = await now(session, orderId, signal);
    if (order.status === 'cancelled') return order;
    throw new ErpError('refused', `action_cancel left ${orderId} ${order.status}`, {
      field: 'state',
      words: `Odoo asks something before it cancels order ${order.number}${dialog ? `: "${dialog}"` : ''}. Cancel it there.`,
    });
  }, refusalStands);
}
