import { z } from 'zod';
import { letterOf, SHIPPED, TYPE } from './facts.ts';
import type { Delivery } from './order-facts.ts';
import type { Session } from './session.ts';
import { day, type Has, optional, parts, text } from './sql.ts';
import { blank, date, id } from './values.ts';

const row = z.object({ previousdoc: id, tranid: z.string(), shippedon: date, status: z.string(), tracking: blank });
const query =
  (orders: readonly string[]) =>
  (has: Has): string =>
    `SELECT l.previousdoc, f.tranid, ${day('f.trandate', 'shippedon')}, f.status${optional(
      has,
      'trackingnumberlist',
      ', f.trackingnumberlist AS tracking',
    )} FROM nexttransactionlink l JOIN transaction f ON f.id = l.nextdoc WHERE f.type = ${text(TYPE.fulfilment)} AND l.previousdoc IN (${orders.join(',')}) ORDER BY f.id`;

/** The fulfilments of these orders. One that is picked or packed has not left yet. */
export async function deliveriesOf(
  session: Session,
  orders: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Delivery[]>> {
  const lists = await Promise.all(parts(orders).map((some) => session.rows(row, query(some), signal)));
  const found = new Map<string, Delivery[]>();
  for (const [order, rows] of Map.groupBy(lists.flat(), ({ previousdoc }) => previousdoc))
    found.set(order, [
      ...new Map(
        rows.flatMap((each) =>
          each.shippedon === null
            ? []
            : [
                [
                  each.tranid,
                  {
                    number: each.tranid,
                    date: each.shippedon,
                    status: SHIPPED.has(letterOf(each.status)) ? ('shipped' as const) : ('planned' as const),
                    tracking: each.tracking,
                  },
                ] as const,
              ],
        ),
      ).values(),
    ]);
  return found;
}
