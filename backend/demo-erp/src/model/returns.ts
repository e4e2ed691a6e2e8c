import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ErpReturnInput } from '@backroom/backend/erp/contract/schemas';
import { compare, type ErpReturn, erpReturnSchema } from '@backroom/shared';
import { day, noteChange, transaction } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { readDoc } from './catalogue.ts';
import { customerOf, orderByNumber } from './orders.ts';

export const returnById = (db: DatabaseSync, id: string) =>
  readDoc(erpReturnSchema, db.prepare('select doc from returns where id = ?').get(id));
export const returnByReference = (db: DatabaseSync, reference: string) =>
  readDoc(erpReturnSchema, db.prepare('select doc from returns where reference = ? order by seq').get(reference));
export const returnsOf = (db: DatabaseSync, customer: string): ErpReturn[] =>
  db
    .prepare('select doc from returns where customer = ? order by seq desc')
    .all(customer)
    .flatMap((row) => readDoc(erpReturnSchema, row) ?? []);

/** Only what was ordered can come back, and not more of it. */
export function createReturn(db: DatabaseSync, input: ErpReturnInput, more: Partial<ErpReturn> = {}): ErpReturn {
  const order = orderByNumber(db, input.orderNumber);
  if (!order || customerOf(db, order.id) !== input.customerId)
    throw new Refusal('refused', `This customer has no order ${input.orderNumber}.`, 'orderNumber');
  const lines = input.lines.map((line, index) => {
    const ordered = order.lines.find(({ code }) => code === line.code);
    if (!ordered)
      throw new Refusal('refused', `Order ${order.number} has no product ${line.code}.`, `lines.${index}.code`);
    if (compare(line.quantity, ordered.quantity) > 0)
      throw new Refusal('refused', `Only ${ordered.quantity} of ${line.code} were ordered.`, `lines.${index}.quantity`);
    return { code: line.code, name: ordered.name, quantity: line.quantity };
  });
  return transaction(db, () => {
    const count = Number(db.prepare('select count(*) as n from returns').get()?.n);
    const claim = erpReturnSchema.parse({
      id: randomUUID(),
      number: `RT-${3000 + count + 1}`,
      reference: input.reference,
      orderNumber: order.number,
      status: 'requested',
      requestedOn: day(),
      reason: input.reason,
      lines,
      creditNote: null,
      credit: null,
      ...more,
    });
    db.prepare('insert into returns (id, number, reference, customer, doc) values (?, ?, ?, ?, ?)').run(
      claim.id,
      claim.number,
      input.reference,
      input.customerId,
      JSON.stringify(claim),
    );
    noteChange(db, 'return', claim.id, input.customerId);
    return claim;
  });
}
