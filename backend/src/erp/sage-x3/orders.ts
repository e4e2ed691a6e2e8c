import type { ErpOrder } from '@backroom/shared';
import type { Out } from '../contract/schemas.ts';
import { customerWith } from './customers.ts';
import { VALUES_MOST } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { referenceOf, toFound, toOrder } from './order-facts.ts';
import { byNumber, factsOf, type Head, headsWhere, newestHeads } from './order-rows.ts';
import { stored } from './references.ts';
import type { Session } from './session.ts';
import { keyOf, keysOf, parts } from './values.ts';
import { among, any, type Condition } from './where.ts';

const byReference = ({ settings }: Session, references: readonly string[]): Condition[] =>
  parts([...new Set(references.map(stored))], VALUES_MOST).map((some) => among(settings.referenceField, some));
const byNumbers = (numbers: readonly string[]): Condition[] => parts(keysOf(numbers), VALUES_MOST).map(byNumber);
async function headsOf(session: Session, conditions: readonly Condition[], signal: AbortSignal): Promise<Head[]> {
  const lists = await Promise.all(conditions.map((where) => headsWhere(session, where, signal)));
  return [...new Map(lists.flat().map((head) => [head.SOHNUM, head])).values()];
}

/** The first is ours. A copy keeps the reference of its original and has another creator: the colleague who made it. */
function originalsOf(heads: readonly Head[]): Head[] {
  const oldestFirst = heads.toSorted(
    (left, right) =>
      (left.CREDATTIM ?? '').localeCompare(right.CREDATTIM ?? '') || left.SOHNUM.localeCompare(right.SOHNUM),
  );
  return oldestFirst.filter((head) => head.CREUSR === oldestFirst[0]?.CREUSR);
}
export async function ordersByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ErpOrder[][]> {
  const heads = await headsOf(session, byReference(session, references), signal);
  const found = references.map((reference) =>
    originalsOf(heads.filter((head) => referenceOf(session, head) === stored(reference))),
  );
  const wanted = [...new Map(found.flat().map((head) => [head.SOHNUM, head])).values()];
  const facts = await factsOf(session, wanted, signal);
  const orders = new Map(facts.map((each) => [each.head.SOHNUM, toOrder(session, each)]));
  return found.map((each) => each.flatMap((head) => orders.get(head.SOHNUM) ?? []));
}
export async function ordersByNumber(
  session: Session,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<(ErpOrder | null)[]> {
  const facts = await factsOf(session, await headsOf(session, byNumbers(numbers), signal), signal);
  const orders = new Map(facts.map((each) => [each.head.SOHNUM, toOrder(session, each)]));
  return numbers.map((number) => orders.get(number.trim()) ?? null);
}
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Out<'orders.find'>> {
  const conditions = [...byReference(session, references), ...byNumbers(numbers)];
  // Most questions are one of a reference and a number for the same order: one request answers both.
  const together = conditions.length === 2 ? [any(...conditions)] : conditions;
  const facts = await factsOf(session, await headsOf(session, together, signal), signal);
  return { orders: facts.map((each) => toFound(session, each)) };
}

/** Newest orders of a customer that are listed. */
const SHOWN = 50;
export async function ordersOf(session: Session, customerId: string, signal: AbortSignal): Promise<Out<'orders.list'>> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const { rows, more } = await newestHeads(session, customer, SHOWN, signal);
  // A list of nobody's orders is empty, and so is that of a customer that is not there.
  if (rows.length === 0) await customerWith(session, customerId, signal);
  const facts = await factsOf(session, rows, signal);
  return { results: facts.map((each) => toOrder(session, each)), more };
}
