import { add, type Decimal, type ErpOrder, erpOrderSchema, multiply, round } from '@backroom/shared';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { ALL, CLASS, CLOSED, CREDIT_HOLD, NOTHING } from './facts.ts';
import type { Head, Line, OrderFacts } from './order-rows.ts';
import { referenceIn } from './references.ts';
import type { Session } from './session.ts';
import { REFERENCE_FIELD } from './settings.ts';
import { blank, present, zero } from './values.ts';

/** Amounts of a document have two places. */
const PLACES = 2;
const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);
const quantityOf = ({ parts }: Line): Decimal => sum(parts.map((each) => each.QTY));
const deliveredOf = ({ parts }: Line): Decimal => sum(parts.map((each) => present(each.DLVQTY, 'DLVQTY')));

function statusOf({ ORDSTA, DLVSTA, INVSTA }: Head): ErpOrder['status'] {
  const isClosed = ORDSTA === CLOSED;
  if (DLVSTA === NOTHING) return isClosed ? 'cancelled' : 'confirmed';
  // What is left of a closed order is not delivered any more.
  if (DLVSTA !== ALL && !isClosed) return 'partly_delivered';
  return INVSTA === ALL ? 'invoiced' : 'delivered';
}
function blocksOf({ CDTSTA }: Head): NonNullable<ErpOrder['blocks']> {
  const held = CREDIT_HOLD.get(CDTSTA ?? 1);
  return held === undefined ? [] : [{ kind: 'credit', code: held }];
}
/** What stands in the field that holds our reference. */
export const referenceOf = ({ settings }: Session, head: Head): string | null =>
  settings.referenceField === REFERENCE_FIELD
    ? head.CUSORDREF
    : (blank.safeParse(head[settings.referenceField]).data ?? null);

export function toOrder(session: Session, { head, lines, deliveries }: OrderFacts): ErpOrder {
  const money = (value: Decimal) => session.money(value, head.CUR);
  const isApart = session.settings.referenceField !== REFERENCE_FIELD;
  return fit(
    erpOrderSchema,
    {
      id: head.SOHNUM,
      number: head.SOHNUM,
      reference: referenceIn(referenceOf(session, head)),
      customerId: head.BPCORD,
      status: statusOf(head),
      blocks: blocksOf(head),
      orderedOn: head.ORDDAT,
      promisedOn: null,
      requestedDate: head.DEMDLVDAT,
      ...(isApart ? { poNumber: head.CUSORDREF } : {}),
      deliverTo:
        head.BPAADD === null
          ? null
          : {
              id: head.BPAADD,
              name: head.BPDNAM,
              street: head.BPDADDLIG,
              postalCode: head.BPDPOSCOD,
              city: head.BPDCTY,
              country: head.BPDCRY,
            },
      total: money(head.ORDINVATI),
      net: money(head.ORDINVNOT),
      lines: lines.map((line) => ({
        code: line.ITMREF,
        name: line.ITMDES1 ?? line.ITMREF,
        quantity: quantityOf(line),
        delivered: deliveredOf(line),
        unitPrice: money(line.NETPRI),
        net: money(round(multiply(quantityOf(line), line.NETPRI), PLACES)),
      })),
      deliveries: deliveries.map((each) => ({
        number: each.SDHNUM,
        date: each.DLVDAT,
        status: each.CFMFLG ? 'shipped' : 'planned',
        tracking: null,
      })),
    },
    CLASS.order,
  );
}
export function toFound(session: Session, facts: OrderFacts): FoundOrder {
  const { deliveries: _, ...shown } = toOrder(session, facts);
  const { BPCORD: id, BPCNAM: name } = facts.head;
  return fit(
    foundOrderSchema,
    {
      ...shown,
      customer: { id, number: id, name: name ?? id },
      lines: shown.lines.map((line) => ({ ...line, productId: line.code })),
    },
    CLASS.order,
  );
}
