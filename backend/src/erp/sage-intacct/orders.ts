import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { contactsById } from './contacts.ts';
import { customerWith } from './customers.ts';
import { categoriesOf, type Head, headsWhere, linesAndFollowers, newestHeads } from './documents.ts';
import { IN_MOST } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { type OrderFacts, toFound, toOrder } from './order-facts.ts';
import { among, any, type Condition, equal } from './query.ts';
import type { Session } from './session.ts';
import { keyOf, keysOf, parts } from './values.ts';

/** Orders with their lines, what became of them and, where asked, their addresses. */
export async function factsOf(
  session: Session,
  heads: readonly Head[],
  { addresses, signal }: { addresses: boolean; signal: AbortSignal },
): Promise<OrderFacts[]> {
  const keys = heads.map((head) => head.key);
  const parties = heads.flatMap((head) => [head['contacts.shipTo.id'], head['contacts.billTo.id']]);
  const [{ lines, followers }, contacts, categories] = await Promise.all([
    linesAndFollowers(session, keys, signal),
    addresses ? contactsById(session, parties, signal) : null,
    keys.length === 0 ? new Map<string, string | null>() : categoriesOf(session, signal),
  ]);
  return heads.map((head) => ({
    head,
    lines: lines.get(head.key) ?? [],
    followers: followers.get(head.key) ?? [],
    categories,
    contacts,
  }));
}
const ordersWhere = (session: Session, conditions: readonly Condition[], signal: AbortSignal): Promise<Head[]> =>
  headsWhere(session, session.settings.orderType, conditions, signal);
const lists = (field: string, values: readonly string[]): Condition[] =>
  parts([...new Set(values)], IN_MOST).map((some) => among(field, some));

/**
 * The orders that were sent under one reference. A person who copies an order copies its reference as well: the copy was made by another user than the first,
 * which is ours.
 */
function originalsOf(heads: readonly Head[]): Head[] {
  const oldestFirst = heads.toSorted((left, right) => Number(left.key) - Number(right.key));
  return oldestFirst.filter((head) => head['audit.createdBy'] === oldestFirst[0]?.['audit.createdBy']);
}
const sameReference = (left: string | null, right: string): boolean => left?.toUpperCase() === right.toUpperCase();
export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const heads = await ordersWhere(session, lists('referenceNumber', references), signal);
  const found = references.map((reference) =>
    originalsOf(heads.filter(({ referenceNumber }) => sameReference(referenceNumber, reference))),
  );
  const unique = [...new Map(found.flat().map((head) => [head.key, head])).values()];
  const facts = await factsOf(session, unique, { addresses: true, signal });
  const orders = new Map(facts.map((each) => [each.head.key, toOrder(session, each)]));
  return found.map((each) => each.flatMap((head) => orders.get(head.key) ?? []));
}

export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const wanted = numbers.map((each) => each.trim());
  const heads = await ordersWhere(session, lists('documentNumber', wanted.filter(Boolean)), signal);
  const facts = await factsOf(session, heads, { addresses: false, signal });
  const byNumber = new Map(facts.map((each) => [each.head.documentNumber, toOrder(session, each)]));
  return wanted.map((number) => byNumber.get(number) ?? null);
}

export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const codes = numbers.map((each) => each.trim()).filter(Boolean);
  // Most questions are one of a reference and a number for the same order: one call answers both.
  const conditions = [...lists('referenceNumber', references), ...lists('documentNumber', codes)];
  const together = conditions.length === 2 ? [any(...conditions)] : conditions;
  const heads = await ordersWhere(session, together, signal);
  const facts = await factsOf(session, heads, { addresses: false, signal });
  return { orders: facts.map((each) => toFound(session, each)) };
}

export async function ordersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
  addresses = false,
): Promise<(ErpOrder | null)[]> {
  const heads = await ordersWhere(session, lists('key', keysOf(ids)), signal);
  const facts = await factsOf(session, heads, { addresses, signal });
  const byKey = new Map(facts.map((each) => [each.head.key, toOrder(session, each)]));
  return ids.map((id) => byKey.get(id) ?? null);
}

const SHOWN = 50;
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const where = equal('customer.key', customer);
  const { rows, more } = await newestHeads(session, session.settings.orderType, where, SHOWN, signal);
  // A list of nobody's orders is empty, and so is that of a customer that is not there.
  if (rows.length === 0) await customerWith(session, customerId, signal);
  const facts = await factsOf(session, rows, { addresses: false, signal });
  return { results: facts.map((each) => toOrder(session, each)), more };
}
