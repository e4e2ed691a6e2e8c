import { compare, type ErpOrder, type PostalAddress } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { In, OrderInput } from '../contract/schemas.ts';
import type { StandingOrder } from '../contract/standing.ts';
import { checkOpen, orderAfter } from '../contract/standing-checks.ts';
import { afterWrite } from '../transport/after-write.ts';
import type { Write } from '../transport/odata/changeset.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { blank, dayValue } from '../transport/odata/v2-values.ts';
import { PARTNER, PRICE_CLASS } from './facts.ts';
import { notFound, refused } from './faults.ts';
import { itemBodies } from './order-body.ts';
import { withField } from './order-refusals.ts';
import type { ItemRow } from './order-rows.ts';
import { isAlive, isOurs } from './orders-read.ts';
import { entityPath, type Session } from './session.ts';
import { type Standing, standingOf } from './standing.ts';
import { flag, keyOf } from './values.ts';

type Input = In<'orders.change'>;
const elementRow = z.object({
  SalesOrderItem: z.string(),
  PricingProcedureStep: z.string(),
  PricingProcedureCounter: z.string(),
  ConditionType: blank,
  ConditionClass: blank,
  ConditionInactiveReason: blank,
  ConditionIsForStatistics: flag,
});
type Element = z.output<typeof elementRow>;
const keyText = (parts: Readonly<Record<string, string>>): string =>
  encodeURIComponent(
    Object.entries(parts)
      .map(([name, value]) => `${name}=${text(value)}`)
      .join(','),
  );

/** The price conditions that stand in the order, by item. */
async function pricesOf(session: Session, number: string, signal: AbortSignal): Promise<ReadonlyMap<string, Element>> {
  const filter = `SalesOrder eq ${text(number)}`;
  const path = `A_SalesOrderItemPrElement${queryOf({ filter, select: Object.keys(elementRow.shape) })}`;
  const [rows = []] = await session.service('orders').lists(elementRow, [path], signal);
  const prices = rows.filter(
    (row) =>
      row.ConditionClass === PRICE_CLASS &&
      row.ConditionType === session.priceCondition &&
      row.ConditionInactiveReason === null &&
      !row.ConditionIsForStatistics,
  );
  return new Map(prices.map((row) => [keyOf(row.SalesOrderItem) ?? '', row]));
}

const same = (left: string | null | undefined, right: string | null | undefined): boolean =>
  (left ?? '') === (right ?? '');
const isAddress = (there: PostalAddress | null | undefined, wanted: PostalAddress): boolean =>
  (['name', 'street', 'postalCode', 'city', 'country'] as const).every((part) => same(there?.[part], wanted[part]));
/** Another ship-to or bill-to party. An address for this order only can be given when the order is made. */
function partnerWrites(session: Session, { row, order }: Standing, input: OrderInput): Write[] {
  const sides = [
    ['deliverTo', PARTNER.shipTo[session.language]],
    ['invoiceTo', PARTNER.billTo[session.language]],
  ] as const;
  return sides.flatMap(([field, code]): Write[] => {
    const to = input[field];
    if (!to) return [];
    if (to.kind === 'one_off') {
      if (isAddress(order[field], to.address)) return [];
      throw refused(field, 'SAP takes an address for one order only when the order is made.');
    }
    const party = keyOf(to.id);
    if (party === null) throw refused(field, `SAP has no partner ${to.id}.`);
    if (order[field]?.id === party) return [];
    const path = `A_SalesOrderHeaderPartner(${keyText({ SalesOrder: row.SalesOrder, PartnerFunction: code })})`;
    return [{ method: 'PATCH', path, body: { Customer: party } }];
  });
}
/** The header goes first, with its ETag: it locks the order, and what a colleague saved meanwhile refuses the whole. */
function headerWrites(
  session: Session,
  { row, order }: Standing,
  input: OrderInput,
  clear: NonNullable<Input['clear']>,
) {
  if (clear.includes('requested_date'))
    throw refused('requestedDate', 'SAP keeps a requested date: it can be changed, not removed.');
  const body = {
    PurchaseOrderByShipToParty: row.PurchaseOrderByShipToParty ?? '',
    ...(clear.includes('po_number') ? { PurchaseOrderByCustomer: '' } : {}),
    ...(input.poNumber ? { PurchaseOrderByCustomer: input.poNumber } : {}),
    ...(input.requestedDate && input.requestedDate !== order.requestedDate
      ? { RequestedDeliveryDate: dayValue(input.requestedDate) }
      : {}),
    ...(input.partialDelivery === undefined ? {} : { CompleteDeliveryIsDefined: !input.partialDelivery }),
  };
  const etag = row.__metadata?.etag;
  const path = entityPath('A_SalesOrder', row.SalesOrder);
  const head: Write = { method: 'PATCH', path, body, ...(etag ? { etag } : {}) };
  const note = clear.includes('note') ? '' : input.note;
  const own = row.to_Text?.some(({ LongTextID }) => LongTextID === session.noteText);
  const named = { Language: session.language, LongTextID: session.noteText };
  const texts: Write[] =
    note === null || (!own && note === '')
      ? []
      : own
        ? [
            {
              method: 'PATCH',
              path: `A_SalesOrderText(${keyText({ SalesOrder: row.SalesOrder, ...named })})`,
              body: { LongText: note },
            },
          ]
        : [{ method: 'POST', path: `${path}/to_Text`, body: { ...named, LongText: note } }];
  return [head, ...texts];
}

/** What leads from the items to the wanted ones. Items of the same product stay, with what a colleague wrote on them. */
function itemWrites(
  session: Session,
  { row, order }: Standing,
  input: OrderInput,
  prices: ReadonlyMap<string, Element>,
): Write[] {
  const { SalesOrder } = row;
  const shown = row.to_Item.filter(isOurs);
  const left = shown.filter(isAlive);
  const itemPath = ({ SalesOrderItem }: ItemRow) => `A_SalesOrderItem(${keyText({ SalesOrder, SalesOrderItem })})`;
  const unitPrices = new Map(
    [...shown]
      .sort((one, other) => Number(one.SalesOrderItem) - Number(other.SalesOrderItem))
      .map((item, index) => [item.SalesOrderItem, order.lines[index]?.unitPrice.amount]),
  );
  let last = Math.max(0, ...row.to_Item.map(({ SalesOrderItem }) => Number(SalesOrderItem)));
  const charges = input.charges?.map(({ amount }) => amount.amount) ?? [];
  const wantedPrices = [...input.lines.map(({ unitPrice }) => unitPrice.amount), ...charges];
  const writes = itemBodies(session, input).flatMap((body, nth): Write[] => {
    const index = left.findIndex(
      (item) =>
        item.Material === body.Material &&
        (body.RequestedQuantityUnit === undefined || item.RequestedQuantityUnit === body.RequestedQuantityUnit),
    );
    const [item] = index < 0 ? [] : left.splice(index, 1);
    if (!item) {
      last = Math.floor(last / 10) * 10 + 10;
      return [
        {
          method: 'POST',
          path: `${entityPath('A_SalesOrder', SalesOrder)}/to_Item`,
          body: { ...body, SalesOrderItem: String(last) },
        },
      ];
    }
    const { SalesOrderItem } = item;
    const wanted = wantedPrices[nth];
    const there = unitPrices.get(SalesOrderItem);
    const isPriced = there !== undefined && wanted !== undefined && compare(there, wanted) === 0;
    const element = prices.get(SalesOrderItem);
    const [condition] = body.to_PricingElement;
    return [
      ...(compare(item.RequestedQuantity, body.RequestedQuantity) === 0
        ? []
        : [{ method: 'PATCH', path: itemPath(item), body: { RequestedQuantity: body.RequestedQuantity } } as const]),
      ...(isPriced || !condition ? [] : [priceWrite(SalesOrder, item, element, condition)]),
    ];
  });
  return [...writes, ...left.map((item): Write => ({ method: 'DELETE', path: itemPath(item) }))];
}
function priceWrite(
  SalesOrder: string,
  { SalesOrderItem }: ItemRow,
  element: Element | undefined,
  condition: ReturnType<typeof itemBodies>[number]['to_PricingElement'][number],
): Write {
  if (!element) {
    const item = `A_SalesOrderItem(${keyText({ SalesOrder, SalesOrderItem })})`;
    return { method: 'POST', path: `${item}/to_PricingElement`, body: condition };
  }
  const { PricingProcedureStep, PricingProcedureCounter } = element;
  const key = keyText({ SalesOrder, SalesOrderItem, PricingProcedureStep, PricingProcedureCounter });
  const { ConditionType: _, ...body } = condition;
  return { method: 'PATCH', path: `A_SalesOrderItemPrElement(${key})`, body };
}

async function seen(session: Session, id: string, signal: AbortSignal): Promise<Standing> {
  const found = await standingOf(session, id, signal);
  if (!found) throw notFound('id', `SAP has no order ${id}.`);
  return found;
}
const after = async (session: Session, id: string, signal: AbortSignal): Promise<StandingOrder> =>
  orderAfter(await standingOf(session, id, signal), id);

/** Header and items as one change set, which is done or not done. */
export async function changeOrder(
  session: Session,
  { id, version, order: input, clear = [] }: Input,
  signal: AbortSignal,
): Promise<StandingOrder> {
  const before = await seen(session, id, signal);
  checkOpen('change', before.order, version, 'SAP');
  const prices = await pricesOf(session, before.row.SalesOrder, signal);
  const writes = [
    ...headerWrites(session, before, input, clear),
    ...partnerWrites(session, before, input),
    ...itemWrites(session, before, input, prices),
  ];
  await session
    .service('orders')
    .change(writes, { signal, write: true })
    .catch(async (error: unknown) => {
      throw await withField(session, input, error, signal);
    });
  return afterWrite(() => after(session, id, signal));
}

/** SAP cancels an order by rejecting each of its items, with a reason of its customizing. */
export async function cancelOrder(
  session: Session,
  { id, version }: In<'orders.cancel'>,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const { row, order } = await seen(session, id, signal);
  if (order.status === 'cancelled') return order;
  checkOpen('cancel', order, version, 'SAP');
  const { SalesOrder } = row;
  const etag = row.__metadata?.etag;
  const head: Write = {
    method: 'PATCH',
    path: entityPath('A_SalesOrder', SalesOrder),
    body: { PurchaseOrderByShipToParty: row.PurchaseOrderByShipToParty ?? '' },
    ...(etag ? { etag } : {}),
  };
  const rejections = row.to_Item
    .filter((item) => isOurs(item) && isAlive(item))
    .map(
      ({ SalesOrderItem }): Write => ({
        method: 'PATCH',
        path: `A_SalesOrderItem(${keyText({ SalesOrder, SalesOrderItem })})`,
        body: { SalesDocumentRjcnReason: session.rejectionReason },
      }),
    );
  await session.service('orders').change([head, ...rejections], { signal, write: true });
  return afterWrite(async () => {
    const now = await after(session, id, signal);
    if (now.status !== 'cancelled') throw new ErpError('uncertain', `order ${id} is ${now.status} after cancel`);
    return now;
  });
}
