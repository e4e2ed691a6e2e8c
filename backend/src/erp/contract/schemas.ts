/**
 * The ERP contract as data: what goes in and comes out of each capability. `erp/bridge` speaks it over HTTP, the demo ERP
 * answers it, every adapter returns it. Batch-first: lists in, lists out, answers in the order of the questions.
 */
import {
  creditPositionSchema,
  currencySchema,
  dateSchema,
  decimalSchema,
  erpAddressSchema,
  erpCustomerIdSchema,
  erpCustomerSchema,
  erpInvoiceIdSchema,
  erpOrderIdSchema,
  erpOrderSchema,
  erpProductIdSchema,
  erpReturnIdSchema,
  erpReturnSchema,
  instantSchema,
  invoiceSchema,
  lineDetailsShape,
  moneySchema,
  orderDetailsShape,
  referenceSchema,
} from '@backroom/shared';
import { z } from 'zod';
import { descriptionSchema, healthSchema } from './description.ts';

/** Bodies are arrays of at most this many; an adapter splits further where its ERP wants less. */
export const MAX_BATCH = 500;
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_BATCH);

export const productSchema = z.object({
  id: erpProductIdSchema,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  stocked: z.boolean(),
  archived: z.boolean(),
  /** Decimal places that a quantity in `unit` may have. Absent: not known. */
  quantityDecimals: z.number().int().min(0).max(12).optional(),
});
export type Product = z.infer<typeof productSchema>;

/** Keys of a CRM company, as the CRM has them: an adapter compares them by `erp/kit`. See `customers.search`. */
export const customerKeysSchema = z.object({
  name: z.string().optional(),
  vatId: z.string().optional(),
  /** ISO code of the company's country: tells what a VAT id without prefix is. Finds nobody by itself. */
  country: z.string().optional(),
  erpNumber: z.string().optional(),
  emailDomain: z.string().optional(),
  email: z.string().optional(),
  externalId: z.string().optional(),
});
export type CustomerKeys = z.infer<typeof customerKeysSchema>;
/** A customer as a list of all of them tells it: with what tells two of them apart. Absent: not known. */
export const listedCustomerSchema = erpCustomerSchema.extend({
  /** Its own addresses and those of the people there. */
  emails: z.array(z.string()).optional(),
  /** Number in the trade or company register. */
  registrationNumber: z.string().nullable().optional(),
  street: z.string().nullable().optional(),
  postalCode: z.string().nullable().optional(),
  lastOrderOn: dateSchema.nullable().optional(),
});
export type ListedCustomer = z.infer<typeof listedCustomerSchema>;
export const newCustomerSchema = z.object({
  /** Our reference: creating twice with the same one gives the same customer. */
  reference: referenceSchema,
  name: z.string().min(1),
  vatId: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  currency: currencySchema.nullable(),
});
export type NewCustomer = z.infer<typeof newCustomerSchema>;

/**
 * In the product's `unit`. `available` is what an order made by this connection may take today: of the warehouses that serve it, less what the
 * ERP counts as promised (reservations, and quotations where they reserve). A kit is available as its components allow.
 */
export const availabilitySchema = z.object({
  productId: erpProductIdSchema,
  onHand: decimalSchema,
  reserved: decimalSchema,
  available: decimalSchema,
  incoming: z.array(z.object({ date: dateSchema, quantity: decimalSchema, warehouse: z.string() })),
  warehouses: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      onHand: decimalSchema,
      available: decimalSchema,
      /** Whether orders of this connection are served from it, and so whether it counts above. Absent: yes. */
      serves: z.boolean().optional(),
    }),
  ),
});
export type Availability = z.infer<typeof availabilitySchema>;

export const priceSchema = z.object({
  productId: erpProductIdSchema,
  quantity: decimalSchema,
  /** Net unit price after discount. */
  unitPrice: moneySchema,
  listPrice: moneySchema.nullable(),
  discountPercent: decimalSchema.nullable(),
  source: z.string(),
  taxPercent: decimalSchema.nullable(),
  breaks: z.array(z.object({ from: decimalSchema, price: moneySchema })),
});
export type Price = z.infer<typeof priceSchema>;

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

export const returnInputSchema = z.object({
  reference: referenceSchema,
  customerId: erpCustomerIdSchema,
  orderNumber: z.string(),
  reason: z.string(),
  lines: many(z.object({ code: z.string(), quantity: decimalSchema })).min(1),
});
export type ErpReturnInput = z.infer<typeof returnInputSchema>;

export const changeSchema = z.object({
  kind: z.enum(['customer', 'product', 'stock', 'price', 'order', 'invoice', 'credit', 'return']),
  id: z.string(),
  customerId: erpCustomerIdSchema.nullable(),
  at: instantSchema,
});
export type Change = z.infer<typeof changeSchema>;
/** Each operation: path below the base URL, body in, body out. Arrays answer in the order asked; null = the ERP has none. */
export const operations = {
  /**
   * Everything that could be the company, at most 25 a query, the likeliest first. Each exact key is asked for by itself, so that no number of similar
   * names displaces its owner, and they come in this order: ERP number, VAT id (`sameVatId`), external id, e-mail of the customer or of a person there
   * (`emailKey`). Then by mail domain, unless it is one of free mail (`companyDomain`), which finds nobody, and by name (`nameKey`, `nameLikeness`: without
   * legal form, umlauts and accents in any spelling), the most alike first. `matchOf` and `likelier` of the kit are this rule.
   */
  'customers.search': {
    in: z.object({ queries: many(customerKeysSchema) }),
    out: z.object({ results: z.array(z.array(erpCustomerSchema)) }),
  },
  /** Of a customer that was merged into another, the survivor, under its own id. */
  'customers.get': {
    in: z.object({ ids: many(erpCustomerIdSchema) }),
    out: z.object({ results: z.array(erpCustomerSchema.nullable()) }),
  },
  /** Every customer, page by page: `cursor` null asks for the first, and is null after the last. */
  'customers.list': {
    in: z.object({ cursor: z.string().nullable() }),
    out: z.object({ customers: z.array(listedCustomerSchema).max(MAX_BATCH), cursor: z.string().nullable() }),
  },
  /** Where an order of the customer may go, or its invoice. */
  'customers.addresses': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    out: z.object({ results: z.array(erpAddressSchema) }),
  },
  'customers.create': { in: newCustomerSchema, out: erpCustomerSchema },
  'customers.findByReference': {
    in: z.object({ references: many(referenceSchema) }),
    out: z.object({ results: z.array(erpCustomerSchema.nullable()) }),
  },
  /**
   * The product of each code: of exactly this code, else the only one whose code looks the same (`pickByCode`: composed letters, blanks). `near`, in the
   * order of the codes: where there is none, the code that differs by case or dashes only. A near code is shown to a person and never ordered.
   */
  'products.resolve': {
    in: z.object({ codes: many(z.string()) }),
    out: z.object({ results: z.array(productSchema.nullable()), near: z.array(z.string().nullable()).optional() }),
  },
  /** Every product on sale, page by page. */
  'products.list': {
    in: z.object({ cursor: z.string().nullable() }),
    out: z.object({ products: z.array(productSchema).max(MAX_BATCH), cursor: z.string().nullable() }),
  },
  'stock.availability': {
    in: z.object({ productIds: many(erpProductIdSchema) }),
    out: z.object({ results: z.array(availabilitySchema.nullable()) }),
  },
  'pricing.quote': {
    in: z.object({
      customerId: erpCustomerIdSchema,
      currency: currencySchema,
      date: dateSchema,
      lines: many(z.object({ productId: erpProductIdSchema, quantity: decimalSchema })),
    }),
    out: z.object({ results: z.array(priceSchema.nullable()), paymentTerms: z.string().nullable() }),
  },
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
  'orders.cancel': { in: z.object({ id: erpOrderIdSchema }), out: erpOrderSchema },
  'invoices.list': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    /** `totals`: over all of the customer's invoices, one row a currency, as the ERP sums them. It is there whenever `more` is true. */
    out: z.object({
      results: z.array(invoiceSchema),
      more: z.boolean().optional(),
      totals: z
        .array(z.object({ open: moneySchema, overdue: moneySchema, nextDue: dateSchema.nullable().optional() }))
        .optional(),
    }),
  },
  'credit.position': { in: z.object({ customerId: erpCustomerIdSchema }), out: creditPositionSchema },
  'returns.list': {
    in: z.object({ customerId: erpCustomerIdSchema }),
    out: z.object({ results: z.array(erpReturnSchema) }),
  },
  'returns.create': { in: returnInputSchema, out: erpReturnSchema },
  'returns.findByReference': {
    in: z.object({ references: many(referenceSchema) }),
    out: z.object({ results: z.array(erpReturnSchema.nullable()) }),
  },
  'returns.status': {
    in: z.object({ ids: many(erpReturnIdSchema) }),
    out: z.object({ results: z.array(erpReturnSchema.nullable()) }),
  },
  'changes.since': {
    in: z.object({ cursor: z.string().nullable() }),
    out: z.object({ changes: z.array(changeSchema), cursor: z.string() }),
  },
  health: { in: z.object({}), out: healthSchema },
  describe: { in: z.object({}), out: descriptionSchema },
} as const;
export type Operation = keyof typeof operations;
/** After one of these was sent, silence does not mean that nothing happened; and none of them is ever sent twice blindly. */
export const writeOperations: ReadonlySet<string> = new Set<Operation>([
  'orders.create',
  'orders.confirm',
  'orders.cancel',
  'customers.create',
  'returns.create',
]);
export type In<Op extends Operation> = z.infer<(typeof operations)[Op]['in']>;
export type Out<Op extends Operation> = z.infer<(typeof operations)[Op]['out']>;
/** `invoices.pdf` is the one operation that answers bytes. */
export const pdfInputSchema = z.object({ id: erpInvoiceIdSchema });
