import type { DatabaseSync } from 'node:sqlite';
import { type In, orderInputSchema } from '@backroom/backend/erp/contract/schemas';
import type { Closed, StandingOrder } from '@backroom/backend/erp/contract/standing';
import { orderVersion } from '@backroom/backend/erp/kit/order-version';
import { compare, type Decimal, decimal, type ErpOrder, erpOrderSchema, referenceSchema } from '@backroom/shared';
import { transaction } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { customerById, productByCode } from './catalogue.ts';
import { putFields } from './fields.ts';
import { contentOf, customerOf, orderById, saveOrder } from './orders.ts';

const zero = decimal('0');
const isDelivered = ({ lines }: ErpOrder) => lines.some(({ delivered }) => compare(delivered, zero) > 0);

function closedTo({ number, status, ...order }: ErpOrder): StandingOrder['closedTo'] {
  const because = (reason: Closed['reason'], words: string) => ({ reason, words: `Order ${number} ${words}.` });
  if (status === 'cancelled') {
    const cancelled = because('cancelled', 'is cancelled');
    return { change: cancelled, cancel: null };
  }
  if (status === 'invoiced') {
    const invoiced = because('invoiced', 'is invoiced');
    return { change: invoiced, cancel: invoiced };
  }
  if (status === 'delivered') {
    const delivered = because('delivered', 'is delivered');
    return { change: delivered, cancel: delivered };
  }
  const partly = isDelivered({ number, status, ...order }) ? because('delivered', 'is partly delivered') : null;
  return { change: null, cancel: partly };
}

function standing(db: DatabaseSync, order: ErpOrder): StandingOrder {
  const content = {
    ...order,
    lines: order.lines.map((line) => ({ ...line, productId: productByCode(db, line.code)?.id ?? null })),
  };
  return { ...content, version: orderVersion(content), closedTo: closedTo(order) };
}
export function readStanding(db: DatabaseSync, id: string): StandingOrder | null {
  const order = orderById(db, id);
  return order && standing(db, order);
}

/** The order in the version that the caller saw. */
function seen(db: DatabaseSync, id: string, version: string | undefined): StandingOrder {
  const order = readStanding(db, id);
  if (!order) throw new Refusal('not_found', `There is no order ${id}.`, 'id');
  if (version !== undefined && order.version !== version)
    throw new Refusal('conflict', `Order ${order.number} was changed by somebody else.`, 'version');
  return order;
}

/** An order never gets smaller than what is delivered of each product. */
function withDelivered(before: ErpOrder, lines: ErpOrder['lines']): ErpOrder['lines'] {
  const left = before.lines.filter(({ delivered }) => compare(delivered, zero) > 0);
  const after = lines.map((line, index) => {
    const place = left.findIndex(({ code }) => code === line.code);
    const [own] = place < 0 ? [] : left.splice(place, 1);
    if (!own) return line;
    if (compare(line.quantity, own.delivered) < 0)
      throw new Refusal(
        'refused',
        `Line ${index + 1}: ${own.delivered} of ${own.code} are delivered already.`,
        `lines.${index}.quantity`,
      );
    return { ...line, delivered: own.delivered };
  });
  const [gone] = left;
  if (gone) throw new Refusal('refused', `${gone.code} is delivered already and stays on the order.`, 'lines');
  return after;
}

/** Compares and writes in one transaction: of two changes that start from one version, one is refused. */
export function changeOrder(
  db: DatabaseSync,
  { id, version, order: input, clear = [] }: In<'orders.change'>,
): StandingOrder {
  return transaction(db, () => {
    const before = seen(db, id, version);
    const closed = before.closedTo.change;
    if (closed) throw new Refusal('refused', closed.words, 'status');
    if (customerById(db, input.customerId)?.id !== customerOf(db, id))
      throw new Refusal('refused', `Order ${before.number} has another customer.`, 'customerId');
    const { lines, ...content } = contentOf(db, input, before.orderedOn);
    const { poNumber, contact, requestedDate, note, deliverTo, invoiceTo, partialDelivery, charges } = content;
    const cleared = new Set(clear);
    const after = erpOrderSchema.parse({
      ...before,
      total: content.total,
      net: content.net,
      poNumber: cleared.has('po_number') ? null : (poNumber ?? before.poNumber),
      contact: cleared.has('contact') ? null : (contact ?? before.contact),
      requestedDate: cleared.has('requested_date') ? null : (requestedDate ?? before.requestedDate),
      promisedOn: cleared.has('requested_date') ? null : (requestedDate ?? before.promisedOn),
      note: cleared.has('note') ? null : (note ?? before.note),
      deliverTo: input.deliverTo ? deliverTo : before.deliverTo,
      invoiceTo: input.invoiceTo ? invoiceTo : before.invoiceTo,
      partialDelivery: input.partialDelivery === undefined ? before.partialDelivery : partialDelivery,
      charges,
      lines: withDelivered(before, lines),
    });
    putFields(db, 'order', before.id, input.custom);
    return standing(db, saveOrder(db, after));
  });
}

export function cancelOrder(db: DatabaseSync, { id, version }: In<'orders.cancel'>): ErpOrder {
  return transaction(db, () => {
    const order = orderById(db, id);
    if (order?.status === 'cancelled') return order;
    const before = seen(db, id, version);
    const closed = before.closedTo.cancel;
    if (closed) throw new Refusal('refused', closed.words, 'status');
    return saveOrder(db, erpOrderSchema.parse({ ...before, status: 'cancelled' }));
  });
}

/** What a colleague does on this ERP's own screen: another quantity on one line. */
export function editOrder(
  db: DatabaseSync,
  id: string,
  { line, quantity }: { line: number; quantity: Decimal },
): ErpOrder {
  const { id: own, version, lines, total } = seen(db, id, undefined);
  const order = orderInputSchema.parse({
    reference: referenceSchema.parse('BR-BYHAND00'),
    customerId: customerOf(db, id),
    currency: total.currency,
    requestedDate: null,
    note: null,
    lines: lines.map(({ productId, unitPrice, ...each }, index) => ({
      productId,
      quantity: index === line ? quantity : each.quantity,
      unitPrice,
      description: null,
    })),
  });
  return changeOrder(db, { id: own, version, order });
}
