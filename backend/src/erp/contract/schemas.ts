/**
 * The ERP contract as data: what goes in and comes out of each capability. `erp/bridge` speaks it over HTTP, the demo ERP
 * answers it, every adapter returns it. Batch-first: lists in, lists out, answers in the order of the questions.
 */
import { creditPositionSchema, erpCustomerIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { changeOperations } from './changes.ts';
import { customerOperations } from './customers.ts';
import { descriptionSchema, healthSchema } from './description.ts';
import { fieldOperations } from './fields.ts';
import { invoiceOperations } from './invoices.ts';
import { orderOperations } from './orders.ts';
import { pricingOperations } from './pricing.ts';
import { productOperations } from './products.ts';
import { returnOperations } from './returns.ts';
import { stockOperations } from './stock.ts';

export { MAX_BATCH } from './batch.ts';
export * from './changes.ts';
export * from './customers.ts';
export * from './invoices.ts';
export * from './orders.ts';
export * from './pricing.ts';
export * from './products.ts';
export * from './returns.ts';
export * from './standing.ts';
export * from './stock.ts';

/** Each operation: path below the base URL, body in, body out. Arrays answer in the order asked; null = the ERP has none. */
export const operations = {
  ...customerOperations,
  ...productOperations,
  ...stockOperations,
  ...pricingOperations,
  ...orderOperations,
  ...invoiceOperations,
  'credit.position': { in: z.object({ customerId: erpCustomerIdSchema }), out: creditPositionSchema },
  ...returnOperations,
  ...changeOperations,
  ...fieldOperations,
  health: { in: z.object({}), out: healthSchema },
  describe: { in: z.object({}), out: descriptionSchema },
} as const;
export type Operation = keyof typeof operations;
/** After one of these was sent, silence does not mean that nothing happened; and none of them is ever sent twice blindly. */
export const writeOperations: ReadonlySet<string> = new Set<Operation>([
  'orders.create',
  'orders.confirm',
  'orders.change',
  'orders.cancel',
  'customers.create',
  'fields.write',
  'returns.create',
]);
export type In<Op extends Operation> = z.infer<(typeof operations)[Op]['in']>;
export type Out<Op extends Operation> = z.infer<(typeof operations)[Op]['out']>;
