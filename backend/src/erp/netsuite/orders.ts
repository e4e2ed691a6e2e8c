import type { ErpOrder } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { sureOf } from './customers.ts';
import { deliveriesOf } from './deliveries.ts';
import { ORDER, TYPE } from './facts.ts';
import { idOf, idsOf, unknownCustomer } from './faults.ts';
import { recordWith } from './made-once.ts';
import { type OrderFacts, toFound, toOrder } from './order-facts.ts';
import { factsOf, orderRecord } from './order-record.ts';
import { ordersWhere } from './order-rows.ts';
import type { Session } from './session.ts';
import { parts, text, texts } from './sql.ts';
import { id } from './values.ts';

/** Before an order is begun nothing of it is shipped: its deliveries need no question. */
const isFresh = ({ status }: OrderFacts): boolean =>
  status === ORDER.pendingApproval || status === ORDER.pendingFulfilment || status === ORDER.cancelled;
export async function withDeliveries(
  session: Session,
  orders: readonly OrderFacts[],
  signal: AbortSignal,
): Promise<ErpOrder[]> {
  const begun = orders.filter((order) => !isFresh(order)).map(({ id }) => id);
  const deliveries = await deliveriesOf(session, begun, signal);
  return orders.map((order) => toOrder(session, order, deliveries.get(order.id) ?? []));
}

/** More are asked for as a list of those that are there: each that is not would cost a request of its own. */
const FEW = 20;
const BATCH = 100;
const listed = z.object({ items: z.array(z.object({ id })) });
/** Internal ids of the orders that have one of the references. */
async function idsWith({ client }: Session, references: readonly string[], signal: AbortSignal): Promise<string[]> {
  const lists = await Promise.all(
    parts(references, BATCH).map((some) => client.list(listed, 'salesOrder', some, signal)),
  );
  return lists.flatMap(({ items }) => items.map((each) => each.id));
}
/** By the record itself, which NetSuite keeps once for an external id and shows at once. A query may not have seen it yet. */
export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const wanted = [...new Set(references)];
  const records = await Promise.all(
    wanted.length <= FEW
      ? wanted.map((reference) => recordWith(session, { type: 'salesOrder', row: orderRecord, reference }, signal))
      : (await idsWith(session, wanted, signal)).map((key) =>
          session.client.find(orderRecord, `salesOrder/${key}`, signal),
        ),
  );
  const found = await Promise.all(records.flatMap((record) => (record ? [factsOf(session, record, signal)] : [])));
  const orders = await withDeliveries(session, found, signal);
  return references.map((reference) => orders.filter((order) => sameReference(order.reference, reference)));
}
/** External ids are compared without their case. */
const sameReference = (left: string | null, right: string): boolean => left?.toUpperCase() === right.toUpperCase();
const byNumbers = (numbers: readonly string[]): string[] =>
  parts(numbers.map((each) => each.trim()).filter(Boolean)).map((some) => `t.tranid IN (${texts(some)})`);

export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const lists = await Promise.all(byNumbers(numbers).map((condition) => ordersWhere(session, condition, signal)));
  const orders = await withDeliveries(session, lists.flat(), signal);
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  return numbers.map((number) => byNumber.get(number.trim()) ?? null);
}

/** For reconciliation, which looks again another day: a query may lag by seconds. */
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const conditions = [...parts(references).map((some) => `t.externalid IN (${texts(some)})`), ...byNumbers(numbers)];
  const some = parts(conditions, 2).map((each) => each.join(' OR '));
  const lists = await Promise.all(some.map((condition) => ordersWhere(session, condition, signal)));
  const unique = new Map(lists.flat().map((order) => [order.id, order]));
  return { orders: [...unique.values()].map((order) => toFound(session, order)) };
}

/** What a query does not show, the record is asked for: it may have been made a moment ago. */
export async function ordersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const known = idsOf(ids);
  const lists = await Promise.all(
    parts(known).map((some) => ordersWhere(session, `t.id IN (${some.join(',')})`, signal)),
  );
  const shown = lists.flat();
  const missing = known.filter((each) => !shown.some(({ id }) => id === each));
  const late = await Promise.all(
    missing.map(async (each) => {
      const record = await session.client.find(orderRecord, `salesOrder/${each}`, signal);
      return record && factsOf(session, record, signal);
    }),
  );
  const all = [...shown, ...late.filter((each) => each !== null)];
  const orders = await withDeliveries(session, all, signal);
  const byId = new Map(orders.map((order) => [order.id as string, order]));
  return ids.map((each) => byId.get(each) ?? null);
}

const SHOWN = 50;
const newestFirst = (left: OrderFacts, right: OrderFacts): number =>
  (right.orderedOn ?? '').localeCompare(left.orderedOn ?? '') || Number(right.id) - Number(left.id);
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const customer = idOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const newest = `SELECT n.id FROM (SELECT x.id FROM transaction x WHERE x.type = ${text(TYPE.order)} AND x.entity = ${customer} ORDER BY x.trandate DESC, x.id DESC FETCH FIRST ${SHOWN + 1} ROWS ONLY) n`;
  const found = (await ordersWhere(session, `t.id IN (${newest})`, signal)).sort(newestFirst);
  if (found.length === 0) await sureOf(session, customerId, signal);
  return {
    results: await withDeliveries(session, found.slice(0, SHOWN), signal),
    more: found.length > SHOWN,
  };
}
