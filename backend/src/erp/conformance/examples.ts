import { currencySchema, dateSchema, decimalSchema, invoiceSchema } from '@backroom/shared';
import { z } from 'zod';
import { customerKeysSchema, operations } from '../contract/schemas.ts';

/** What can be asked with the codes of products or with a customer alone. */
const driftOperations = [
  'products.resolve',
  'orders.list',
  'invoices.list',
  'credit.position',
  'returns.list',
] as const;
const operationSchema = z.string().refine((name) => name in operations || name === 'invoices.pdf', 'not an operation');

/**
 * Records of the system at hand that show the cases, named as people name them: customers by ERP number, products by code, orders by
 * number. All are optional: a case without its example is a skip that says which one is missing. Plain data, so that a JSON file can
 * hold it for a system that is only known over HTTP.
 */
export const examplesSchema = z.strictObject({
  /** May the run write? Its documents carry references of their own and are cancelled where the ERP lets us. */
  write: z.boolean().default(false),
  /** Products on sale, in stock; three or more show more. */
  products: z.array(z.string()).min(1).optional(),
  /** A product without stock. */
  service: z.string().optional(),
  /** A product that is no longer sold. */
  archived: z.string().optional(),
  /** A customer that may be ordered for, without a credit limit that a handful of small orders would reach. */
  customer: z.string().optional(),
  /** A customer and what else it is found by. */
  identified: z
    .object({ number: z.string(), name: z.string(), vatId: z.string().optional(), email: z.string().optional() })
    .optional(),
  /** Fields of its own orders and customers that may be written, one of each kind where there are such. */
  fields: z.object({ order: z.array(z.string()).min(1), customer: z.array(z.string()).min(1).optional() }).optional(),
  /** Keys that several customers share, and the numbers of those. */
  several: z.object({ keys: customerKeysSchema, numbers: z.array(z.string()).min(2) }).optional(),
  /** Keys of a company, and the customer that must come first for them, among others that are like it. */
  first: z.array(z.object({ keys: customerKeysSchema, number: z.string() })).optional(),
  /** A domain of free mail at which a customer, or a person there, has an address. */
  freeMail: z.string().optional(),
  /** Codes as people mistype them, and the code of the product that is meant: found where they look the same, else named as near. */
  mistyped: z.array(z.object({ asked: z.string(), code: z.string(), found: z.boolean() })).optional(),
  /** A customer that was merged into another: the id that it had, and the number of the survivor. */
  merged: z.object({ id: z.string(), into: z.string() }).optional(),
  /** A customer without orders, invoices and returns. */
  empty: z.string().optional(),
  /** A customer that must not be sold to: orders for it are refused. */
  blocked: z.string().optional(),
  /** A customer with more orders and invoices than a page of the ERP's own lists holds. */
  many: z.object({ customer: z.string(), orders: z.number().int(), invoices: z.number().int() }).optional(),
  /** A customer with invoices in these states. */
  invoices: z.object({ customer: z.string(), statuses: z.array(invoiceSchema.shape.status).min(1) }).optional(),
  /** A customer with a limit, open invoices and open orders; and one without a limit. */
  credit: z.object({ limited: z.string(), unlimited: z.string().optional() }).optional(),
  /** A currency other than the company's in which the ERP sells. */
  foreign: z.object({ currency: currencySchema, customer: z.string().optional() }).optional(),
  /** A currency that the ERP does not know. ISO's own code for tests, unless this ERP knows it. */
  unknownCurrency: currencySchema.default(currencySchema.parse('XTS')),
  /** A product, a quantity and a price with as many places as this ERP keeps. */
  precise: z.object({ code: z.string(), quantity: decimalSchema, unitPrice: decimalSchema }).optional(),
  /** A customer to whom the ERP gives a discount by itself, where an order does not say otherwise. */
  discounted: z.string().optional(),
  /** A product that is sold in packs and counted in pieces: what is there and what the example customer pays, for a pack. */
  packed: z.object({ code: z.string(), unit: z.string(), onHand: decimalSchema, unitPrice: decimalSchema }).optional(),
  /** An order whose calendar day differs from its UTC day, and the day that the ERP's own screens show. */
  dated: z.object({ orderNumber: z.string(), orderedOn: dateSchema }).optional(),
  /** A delivered order of which something can come back. */
  returnable: z
    .object({ customer: z.string(), orderNumber: z.string(), code: z.string(), quantity: decimalSchema })
    .optional(),
  /** Where the ERP's own answer to an operation loses or renames a field: the text to replace in its body. Asked for the products, or for the customer. */
  drift: z
    .array(
      z.object({
        operation: z.enum(driftOperations),
        customer: z.string().optional(),
        from: z.string(),
        to: z.string(),
      }),
    )
    .default([]),
  /** What the limited credential may not do. */
  denied: z.array(operationSchema).default([]),
  /** An id that no record has, in the form of this ERP's ids. */
  unknownId: z.string().default('999999999'),
});
export type Examples = z.infer<typeof examplesSchema>;
export type ExamplesInput = z.input<typeof examplesSchema>;
