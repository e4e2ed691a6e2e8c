import { compare, type Decimal, type ErpReturn, isZero, larger, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { exactNumber } from '../transport/json.ts';
import { LENGTH, TYPE } from './facts.ts';
import { refused } from './faults.ts';
import { makeOnce, recordWith } from './made-once.ts';
import { goodsOf, type LineFacts, type OrderFacts } from './order-facts.ts';
import { factsOf, orderRecord } from './order-record.ts';
import { returnOf, returnRecord } from './returns.ts';
import { dayOf, type Session } from './session.ts';
import { text } from './sql.ts';
import { id, zero } from './values.ts';

/** The order with this number, by its record: lines are named there as a return wants them. */
async function orderOf(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<OrderFacts> {
  const unknown = () => refused('orderNumber', `NetSuite has no order ${input.orderNumber} of this customer.`);
  const [row] = await session.rows(
    z.object({ id }),
    () =>
      `SELECT t.id FROM transaction t WHERE t.type = ${text(TYPE.order)} AND t.tranid = ${text(input.orderNumber.trim())} ORDER BY t.id`,
    signal,
  );
  const record = row ? await session.client.find(orderRecord, `salesOrder/${row.id}`, signal) : null;
  if (!record || record.entity.id !== input.customerId) throw unknown();
  return factsOf(session, record, signal);
}

/** What comes back of which lines: a product may stand in several of them. */
export function returnedLines(order: OrderFacts, input: ErpReturnInput) {
  const left = new Map(goodsOf(order).map((line) => [line, larger(line.fulfilled, line.billed)] as const));
  return input.lines.flatMap((wanted, index) => {
    const sold = [...left].filter(([{ code, line }]) => code === wanted.code && line !== '');
    if (sold.length === 0) throw refused(`lines.${index}.code`, `Order ${order.number} has no ${wanted.code}.`);
    if (compare(wanted.quantity, zero) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    let rest = wanted.quantity;
    const parts = sold.flatMap(([line, had]): { line: LineFacts; part: Decimal }[] => {
      const part = compare(rest, had) > 0 ? had : rest;
      rest = subtract(rest, part);
      left.set(line, subtract(had, part));
      return isZero(part) ? [] : [{ line, part }];
    });
    if (!isZero(rest))
      throw refused(`lines.${index}.quantity`, `Of order ${order.number} less ${wanted.code} was delivered.`);
    return parts.map(({ line, part }) => ({
      orderLine: Number(line.line),
      item: { id: line.item ?? '' },
      quantity: exactNumber(part),
    }));
  });
}

/** Made from the order, so that prices, taxes and the link are NetSuite's own; under our reference, which it keeps once. */
export async function createReturn(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<ErpReturn> {
  const kind = { type: 'returnAuthorization', row: returnRecord, reference: input.reference };
  const before = await recordWith(session, kind, signal);
  if (before) return returnOf(session, before, signal);
  const order = await orderOf(session, input, signal);
  const record = await makeOnce(
    session,
    {
      ...kind,
      path: `salesOrder/${order.id}/!transform/returnAuthorization?replace=item`,
      body: {
        externalId: input.reference,
        tranDate: dayOf(session),
        memo: input.reason.slice(0, LENGTH.memo),
        item: { items: returnedLines(order, input) },
      },
    },
    signal,
  );
  return afterWrite(async () => ({ ...(await returnOf(session, record, signal)), orderNumber: order.number }));
}
