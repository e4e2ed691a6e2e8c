import {
  currencySchema,
  dateSchema,
  decimalSchema,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpOrderSchema,
  erpProductIdSchema,
  lineDetailsShape,
  moneySchema,
  orderDetailsShape,
  referenceSchema,
} from '@backroom/shared';
import { z } from 'zod';
import { many } from './batch.ts';
import { customFieldsSchema } from './fields.ts';
import { cancelInputSchema, clearableSchema, standingIdSchema, standingOrderSchema } from './standing.ts';

const orderLineInput = z.object({
  productId: erpProductIdSchema,
  quantity: decimalSchema,
  /** Net, after every discount. */
  unitPrice: moneySchema,
  description: z.string().nullable(),
  ...lineDetailsShape,
});
/** The optional parts are sent only to an ERP whose description says in `carries` that it takes them. */
export const orderInputSchema = z.object({
  reference: referenceSchema,
  customerId: erpCustomerIdSchema,
  currency: currencySchema,
  requestedDate: dateSchema.nullable(),
  note: z.string().nullable(),
  lines: many(orderLineInput).min(1),
  ...orderDetailsShape,
  /** Fields of the ERP's own that an admin has mapped. */
  custom: customFieldsSchema.optional(),
});
export type OrderInput = z.infer<typeof orderInputSchema>;
export const simulationSchema = z.object({
  net: moneySchema,
  tax: moneySchema,
  total: moneySchema,
  promiseDate: dateSchema.nullable(),
  /** In the order of the input's lines, as the ERP rounds them. Absent: the ERP gives totals only. */
  lines: z.array(z.object({ net: moneySchema })).optional(),
  /** Why the ERP would not take the order, in its own words. Totals mean nothing then. */
  refusals: z.array(z.object({ field: z.string().nullable(), words: z.string() })),
});
export type Simulation = z.infer<typeof simulationSchema>;

/**
 * An order as reconciliation compares it: whose it is, and which product each line is. Lines that stand for no product (notes, sections) are
 * left out. Deliveries are not compared.
 */
export const foundOrderSchema = erpOrderSchema.omit({ deliveries: true }).extend({
  customer: z.object({ id: erpCustomerIdSchema, number: z.string(), name: z.string() }),
  lines: z.array(erpOrderSchema.shape.lines.element.extend({ productId: erpProductIdSchema.nullable() })),
});
export type FoundOrder = z.infer<typeof foundOrderSchema>;

export const orderOperations = {
  'orders.simulate': { in: orderInputSchema, out: simulationSchema },
  'orders.create': { in: orderInputSchema, out: erpOrderSchema },
  'orders.confirm': { in: z.object({ id: erpOrderIdSchema }), out: erpOrderSchema },
  /** The orders that were sent under each reference, cancelled ones too, the oldest first. A copy that a person made in the ERP is none of them. */
  'orders.findByReference': {
    in: z.object({ references: many(referenceSchema) }),
    out: z.object({ results: z.array(z.array(erpOrderSchema)) }),
  },
  'orders.findByNumber': {
    in: z.object({ numbers: many(z.string()) }),
    out: z.object({ results: z.array(erpOrderSchema.nullable()) }),
  },
  /** Every order, cancelled ones too, that has one of the references or one of the numbers: each once, in any order. */
  'orders.find': {
    in: z.object({ references: many(referenceSchema), numbers: many(z.string()) }),
    out: z.object({ orders: z.array(foundOrderSchema) }),
  },
  'orders.status': {
    in: z.object({ ids: many(erpOrderIdSchema) }),
    out: z.object({ results: z.array(erpOrderSchema.nullable()) }),
  },
  'orders.list': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    /** `more`: the customer has older ones than these. */
    out: z.object({ results: z.array(erpOrderSchema), more: z.boolean().optional() }),
  },
  /** The order as it stands, and what may still be done to it. */
  'orders.read': { in: standingIdSchema, out: z.object({ order: standingOrderSchema.nullable() }) },
  /**
   * Brings an order to the state that `order` describes: its lines become these, in any way the ERP allows. `conflict` where it has another version by
   * now, `refused` with field `status` where the ERP changes it no more; nothing was written then. Repeatable: it names where it starts and where it ends.
   */
  'orders.change': {
    in: z.object({
      id: erpOrderIdSchema,
      version: z.string(),
      order: orderInputSchema,
      clear: z.array(clearableSchema).optional(),
    }),
    out: standingOrderSchema,
  },
  /** Of an order that is cancelled already, the order. `conflict` and `refused` as with `orders.change`. */
  'orders.cancel': { in: cancelInputSchema, out: erpOrderSchema },
} as const;
