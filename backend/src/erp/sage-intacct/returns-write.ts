import { add, compare, type Decimal, type ErpReturn, isZero, smaller, subtract } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { documentPath } from './client.ts';
import { categoriesOf, codeOf, type Follower, followersOf, headsWhere, type Line } from './documents.ts';
import { CATEGORY, LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { createOnce } from './orders-write.ts';
import { all, equal } from './query.ts';
import { returnsById, returnsByReference } from './returns.ts';
import { dayOf, type Session } from './session.ts';
import { zero } from './values.ts';

/** The documents of an order that something can come back of: its invoices, and its shipments where there is no invoice. */
async function soldBy(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<Follower[]> {
  const number = input.orderNumber.trim();
  const where = all(equal('documentNumber', number), equal('customer.key', input.customerId));
  const [order] = /^\d+$/.test(input.customerId)
    ? await headsWhere(session, session.settings.orderType, [where], signal)
    : [];
  if (!order) throw refused('orderNumber', `Sage Intacct has no order ${number} of this customer.`);
  const categories = await categoriesOf(session, signal);
  const is = (category: string) => (each: Follower) =>
    categories.get(each.documentType) === category && each.state !== 'draft';
  const first = (await followersOf(session, [order.key], signal)).get(order.key) ?? [];
  const shipments = first.filter(is(CATEGORY.shipping));
  const next = await followersOf(
    session,
    shipments.map(({ key }) => key),
    signal,
  );
  const invoices = [...first, ...[...next.values()].flat()].filter(is(CATEGORY.invoice));
  return invoices.length > 0 ? invoices : shipments;
}

type Part = { line: Line; quantity: Decimal };
/** How much of a line is still with the customer. What was converted of an invoice came back, or was credited. */
function leftOf(line: Line): Decimal {
  const { quantityConverted: converted, quantity: base, unitQuantity } = line;
  if (converted === null || isZero(converted) || base === null || isZero(base)) return unitQuantity;
  return compare(converted, base) >= 0 ? zero : subtract(unitQuantity, converted);
}
/** What comes back of which lines: a product may stand in several of them. Null: this document has too little. */
function partsOf({ lines }: Follower, input: ErpReturnInput): Part[] | null {
  const left = new Map(lines.map((line) => [line, leftOf(line)] as const));
  const found: Part[] = [];
  for (const wanted of input.lines) {
    let rest = wanted.quantity;
    for (const [line, had] of left) {
      if (codeOf(line) !== wanted.code || isZero(rest) || isZero(had)) continue;
      const quantity = smaller(rest, had);
      rest = subtract(rest, quantity);
      left.set(line, subtract(had, quantity));
      found.push({ line, quantity });
    }
    if (!isZero(rest)) return null;
  }
  return found;
}
function check(sold: readonly Follower[], input: ErpReturnInput): void {
  const lines = sold.flatMap((each) => each.lines);
  if (lines.length === 0) throw refused('orderNumber', `Of order ${input.orderNumber} nothing was delivered.`);
  for (const [index, { code, quantity }] of input.lines.entries()) {
    const own = lines.filter((line) => codeOf(line) === code);
    if (own.length === 0) throw refused(`lines.${index}.code`, `Order ${input.orderNumber} has delivered no ${code}.`);
    if (compare(quantity, zero) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    if (compare(quantity, add(zero, ...own.map(leftOf))) > 0)
      throw refused(`lines.${index}.quantity`, `Of order ${input.orderNumber} less ${code} is left to come back.`);
  }
}

/** Made from an invoice or shipment of the order, so that prices, taxes and the link are Intacct's own. */
export async function createReturn(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<ErpReturn> {
  const lookedUp = async () => (await returnsByReference(session, [input.reference], signal))[0] ?? null;
  const before = await lookedUp();
  if (before) return before;
  const sold = await soldBy(session, input, signal);
  check(sold, input);
  const source = sold
    .map((each) => ({ key: each.key, parts: partsOf(each, input) }))
    .find((each) => each.parts !== null);
  if (!source?.parts)
    throw refused(
      'lines',
      `What comes back of order ${input.orderNumber} is spread over several invoices: Sage Intacct takes a return for each of them.`,
    );
  const from = { key: source.key };
  const body = {
    customer: { key: input.customerId },
    txnDate: dayOf(session),
    dueDate: dayOf(session),
    referenceNumber: input.reference,
    state: 'pending',
    notes: input.reason.slice(0, LENGTH.note),
    sourceDocument: from,
    lines: source.parts.map(({ line, quantity }) => ({
      dimensions: { item: { key: line['dimensions.item.key'] } },
      ...(line.unit === null ? {} : { unit: line.unit }),
      unitQuantity: quantity,
      sourceDocument: from,
      sourceDocumentLine: { key: line.key },
    })),
  };
  const path = documentPath(session.settings.returnType);
  const made = await createOnce(session, { path, reference: input.reference, body, lookedUp }, signal);
  if ('before' in made) return made.before;
  return afterWrite(async () => {
    const [claim] = await returnsById(session, [made.key], signal);
    if (!claim) throw new ErpError('uncertain', `return ${made.key} is not there after it was made`);
    return { ...claim, orderNumber: input.orderNumber.trim() };
  });
}
