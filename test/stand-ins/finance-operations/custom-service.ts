import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cancelOrder } from './orders.ts';
import type { Answered, Context } from './service.ts';

/** What a customer's developer put there: no data entity cancels an order. */
export const CANCEL_SERVICE = 'SalesServices/SalesOrderService/cancelOrder';
const given = z.strictObject({ company: z.string(), salesOrderNumber: z.string() });

/** Custom services take their parameters by name, and answer 500 where their code throws. */
export function custom(context: Context, operation: string, body: string): Answered {
  const json = (status: number, answer: unknown): Answered => ({
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: answer,
  });
  if (operation !== CANCEL_SERVICE) return { status: 404, headers: { 'content-type': 'text/html' }, body: '' };
  try {
    const { company, salesOrderNumber } = given.parse(JSON.parse(body));
    context.store.atomic(() => cancelOrder(context.store, company, salesOrderNumber));
    return json(200, '');
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return json(500, {
      Message: `An exception occured when invoking the operation - ${words}`,
      ExceptionType: 'ErrorException',
      ActivityId: randomUUID(),
    });
  }
}
