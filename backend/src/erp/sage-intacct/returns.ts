import {
  absolute,
  add,
  compare,
  type Decimal,
  type ErpReturn,
  erpReturnSchema,
  isZero,
  larger,
} from '@backroom/shared';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import {
  codeOf,
  type Follower,
  type Head,
  headsWhere,
  type Line,
  linesAndFollowers,
  nameOf,
  newestHeads,
} from './documents.ts';
import { IN_MOST, OBJECT } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { currencyOf, goodsOf } from './order-facts.ts';
import { orderNumbers } from './origins.ts';
import { among, type Condition, equal } from './query.ts';
import type { Session } from './session.ts';
import { keyOf, keysOf, parts, zero } from './values.ts';

type Claim = { head: Head; lines: readonly Line[]; credits: readonly Follower[]; order: string | null };

const many = (line: Line): Decimal => absolute(line.unitQuantity);
const creditedOf = ({ credits }: Claim, line: Line): Decimal =>
  add(
    zero,
    ...credits.flatMap(({ lines }) =>
      lines.filter((each) => each['sourceDocumentLine.key'] === line.key).map((each) => many(each)),
    ),
  );
function statusOf(claim: Claim): ErpReturn['status'] {
  const { state } = claim.head;
  if (claim.credits.length > 0) {
    const isWhole = goodsOf(claim).every((line) => compare(creditedOf(claim, line), many(line)) >= 0);
    return isWhole ? 'credited' : 'partly_credited';
  }
  if (state === 'closed' || state === 'declined') return 'rejected';
  return state === 'draft' || state === 'submitted' || state === 'partiallyApproved' ? 'requested' : 'approved';
}
function toReturn(session: Session, claim: Claim): ErpReturn {
  const { head, credits, order } = claim;
  const sums = credits.flatMap(({ total }) => (total === null ? [] : [absolute(total)]));
  return fit(
    erpReturnSchema,
    {
      id: head.key,
      number: head.documentNumber,
      reference: head.referenceNumber,
      orderNumber: order,
      status: statusOf(claim),
      requestedOn: head.txnDate,
      reason: head.notes,
      lines: goodsOf(claim)
        .filter((line) => !isZero(many(line)))
        .map((line) => ({
          code: codeOf(line),
          name: nameOf(line),
          quantity: many(line),
          credited: larger(creditedOf(claim, line), zero),
        })),
      creditNote: credits[0]?.documentNumber ?? null,
      credit: sums.length === 0 ? null : session.money(add(zero, ...sums), credits[0]?.currency ?? currencyOf(head)),
    },
    OBJECT.document,
  );
}

/** Returns with their lines, the orders that they come from, and what credits them. */
async function claimsOf(session: Session, heads: readonly Head[], signal: AbortSignal): Promise<ErpReturn[]> {
  const keys = heads.map(({ key }) => key);
  const [{ lines, followers }, orders] = await Promise.all([
    linesAndFollowers(session, keys, signal),
    orderNumbers(session, keys, signal),
  ]);
  return heads.map((head) => {
    const credits = (followers.get(head.key) ?? []).filter((each) => each.state !== 'draft');
    return toReturn(session, {
      head,
      lines: lines.get(head.key) ?? [],
      credits,
      order: orders.get(head.key) ?? null,
    });
  });
}
const returnsWhere = async (session: Session, conditions: readonly Condition[], signal: AbortSignal) =>
  claimsOf(session, await headsWhere(session, session.settings.returnType, conditions, signal), signal);
const lists = (field: string, values: readonly string[]): Condition[] =>
  parts([...new Set(values)], IN_MOST).map((some) => among(field, some));

const SHOWN = 100;
export async function returnsOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpReturn[]> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const where = equal('customer.key', customer);
  const { rows } = await newestHeads(session, session.settings.returnType, where, SHOWN, signal);
  if (rows.length === 0) await customerWith(session, customerId, signal);
  return claimsOf(session, rows, signal);
}
export async function returnsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const found = await returnsWhere(session, lists('key', keysOf(ids)), signal);
  const byKey = new Map(found.map((each) => [each.id as string, each]));
  return ids.map((id) => byKey.get(id) ?? null);
}
export async function returnsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const found = await returnsWhere(session, lists('referenceNumber', references), signal);
  const oldestFirst = found.sort((left, right) => Number(left.id) - Number(right.id));
  return references.map(
    (reference) => oldestFirst.find((each) => each.reference?.toUpperCase() === reference.toUpperCase()) ?? null,
  );
}
