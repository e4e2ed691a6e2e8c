import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { carriedSchema } from '../contract/description.ts';
import { erpErrorKinds } from '../contract/errors.ts';
import { EXPRESSION, expressionOf } from './expression.ts';
import { type Body, checkBody, checkTemplate } from './template.ts';

/** Says in the document's own place why a text cannot be used. */
const checked = (check: (text: string) => unknown) => (text: string, context: z.RefinementCtx) => {
  try {
    check(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
};
const expression = z.string().min(1).max(EXPRESSION).superRefine(checked(expressionOf));
const template = z
  .string()
  .max(4 * EXPRESSION)
  .superRefine(checked(checkTemplate));
const body: z.ZodType<Body> = z.json().superRefine((value, context) => {
  try {
    checkBody(value as Body);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
}) as z.ZodType<Body>;
/** Below the connection's address: never a host of its own. */
const path = template.refine((text) => /^\/(?!\/)/.test(text), 'a path that begins with one "/"');
const names = z.record(z.string().min(1).max(100), template);

/** How a list goes on. `size`: rows of a page. */
const paging = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('offset'),
    size: z.number().int().min(1).max(5000),
    offset: z.string(),
    limit: z.string(),
  }),
  z.strictObject({
    kind: z.literal('page'),
    size: z.number().int().min(1).max(5000),
    page: z.string(),
    limit: z.string(),
    first: z.number().int().min(0).max(1).default(1),
  }),
  /** An expression over the answer that gives the next page's address, on the same host. */
  z.strictObject({ kind: z.literal('next'), next: expression }),
]);
const request = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  path,
  query: names.optional(),
  headers: names.optional(),
  body: body.optional(),
});
/** A question. `rows`: where the rows of its answer are, unless the document says so for all. */
const read = request.extend({
  rows: expression.optional(),
  /** Which of the rows count. */
  where: expression.optional(),
  paging: paging.optional(),
  /** One request for each value, as `value`; else `values` has as many as `batch`. */
  each: z.boolean().default(false),
  batch: z.number().int().min(1).max(500).default(50),
});
const fieldsOf = <Required extends string, Optional extends string>(
  required: readonly Required[],
  optional: readonly Optional[],
) =>
  z.strictObject({
    ...(Object.fromEntries(required.map((name) => [name, expression])) as Record<Required, typeof expression>),
    ...(Object.fromEntries(optional.map((name) => [name, expression.optional()])) as Record<
      Optional,
      z.ZodOptional<typeof expression>
    >),
  });

/** Records that were changed after `since`, the oldest first. `at`: when, in the form in which `since` is given back. */
const changed = read.extend({ at: expression });

const customers = z.strictObject({
  fields: fieldsOf(
    ['id', 'number', 'name'],
    ['city', 'country', 'vatId', 'currency', 'paymentTerms', 'blocked', 'email'],
  ),
  search: z.strictObject({
    number: read,
    vatId: read.optional(),
    email: read.optional(),
    emailDomain: read.optional(),
    name: read.optional(),
  }),
  get: read,
  list: read.optional(),
  changed: changed.optional(),
  byReference: read.optional(),
  create: request.extend({ id: expression }).optional(),
});
const products = z.strictObject({
  fields: fieldsOf(['id', 'code', 'name', 'unit'], ['stocked', 'archived']),
  byCode: read,
  get: read.optional(),
  list: read.optional(),
  changed: changed.optional(),
});
const stock = z.strictObject({
  fields: fieldsOf(['product', 'onHand'], ['warehouse', 'warehouseName', 'reserved', 'available']),
  /** What no row of a product that is stocked means. */
  absent: z.enum(['zero', 'unknown']).default('unknown'),
  of: read,
});
const pricing = z.strictObject({
  /** In which currencies prices are asked. `company`: the answer names none, and is in the company's. */
  currencies: z.enum(['company', 'any']).default('company'),
  fields: fieldsOf(['unitPrice'], ['listPrice', 'discountPercent', 'taxPercent', 'source', 'product']),
  of: read,
});
const orders = z.strictObject({
  fields: fieldsOf(
    ['id', 'number', 'reference', 'status', 'orderedOn', 'total', 'currency'],
    ['customerId', 'promisedOn', 'net', 'poNumber', 'requestedDate', 'note'],
  ),
  lines: z.strictObject({
    /** Where the lines of an order are in its row; with `of` in the answer of a further request for all the orders. */
    rows: expression,
    of: read.optional(),
    /** With `of`: which order a line belongs to, by the order's id. */
    order: expression.optional(),
    fields: fieldsOf(['code', 'name', 'quantity', 'unitPrice'], ['delivered', 'net', 'productId']),
  }),
  byReference: read,
  byNumber: read,
  byId: read,
  ofCustomer: read.extend({ most: z.number().int().min(1).max(1000).default(200) }),
  changed: changed.optional(),
  create: request
    .extend({
      /** The id in the answer. */
      id: expression,
      /** Whether customer and products are looked up first, for an ERP that takes an order with unknown ones. */
      checkFirst: z.boolean().default(false),
    })
    .optional(),
  /** Takes a draft to an order that the ERP delivers. It may be repeated. */
  confirm: request.optional(),
});
const invoices = z.strictObject({
  fields: fieldsOf(
    ['id', 'number', 'issuedOn', 'total', 'open', 'currency'],
    ['dueOn', 'creditNote', 'cancelled', 'orderNumber', 'customerId'],
  ),
  ofCustomer: read.extend({ most: z.number().int().min(1).max(1000).default(200) }),
  changed: changed.optional(),
  /** `content`: where base64 stands in a JSON answer. Absent: the answer is the PDF. */
  pdf: request.extend({ content: expression.optional() }).optional(),
});
const credit = z.strictObject({
  /** Over the customer's row of `limit`: no value is no limit. */
  limit: read.extend({ value: expression, blocked: expression.optional() }),
  /** Orders that are not invoiced yet, each with what is left of it, gross. */
  openOrders: read.extend({ amount: expression }).optional(),
  openItems: read.extend({ fields: fieldsOf(['open'], ['dueOn']) }),
});

export const documentSchema = z.strictObject({
  backroom: z.literal(1),
  name: z.string().min(1).max(60),
  versions: z.array(z.string().min(1).max(40)).min(1).max(20),
  /** What the document was tried on, for the administrator. */
  proof: z.string().min(1).max(500),
  company: z.strictObject({
    name: z.string().min(1).max(200),
    currency: currencySchema,
    timeZone: z
      .string()
      .refine((zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone), 'an IANA time zone'),
  }),
  /** Texts that templates use as `$values.…`: a price list, a warehouse. */
  values: z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string().max(500)).default({}),
  auth: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('basic') }),
    z.strictObject({ kind: z.literal('bearer') }),
    /** Headers with `{{key}}` and `{{secret}}`. */
    z.strictObject({ kind: z.literal('headers'), headers: names }),
    z.strictObject({
      kind: z.literal('client_credentials'),
      tokenPath: path,
      scope: z.string().max(500).optional(),
      basic: z.boolean().default(false),
    }),
  ]),
  headers: names.default({}),
  rows: expression.default('$'),
  formats: z
    .strictObject({
      decimal: z.enum(['point', 'comma']).default('point'),
      date: z.enum(['iso', 'unix', 'compact', 'day_first', 'month_first']).default('iso'),
      /** Dates that mean none, as the ERP writes them. */
      noDate: z.array(z.string()).default([]),
      yes: z.array(z.string()).default(['true', '1', 'T', 'Y', 'Yes']),
      no: z.array(z.string()).default(['false', '0', 'F', 'N', 'No', '']),
    })
    .prefault({}),
  errors: z
    .strictObject({
      /** Over the body of a refusal: what a person may read of it. */
      words: expression.optional(),
      /** Over the body of an answer with status 200: whether it is a refusal all the same. */
      inside: expression.optional(),
      /** The first whose `when` holds counts, over `$status`, `$words` and the body. `nothing`: an empty list. */
      kinds: z
        .array(
          z.strictObject({
            when: expression,
            kind: z.enum([...erpErrorKinds, 'nothing']),
            field: z.string().max(100).optional(),
          }),
        )
        .max(50)
        .default([]),
    })
    .prefault({}),
  idempotency: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('native') }),
    z.strictObject({
      kind: z.literal('lookup'),
      maxCommitSeconds: z.number().int().min(1).max(3600),
      settleSeconds: z.number().int().min(0).max(600).default(0),
    }),
  ]),
  limits: z
    .strictObject({
      concurrency: z.number().int().min(1).max(50).default(4),
      reference: z.number().int().min(13).max(200).optional(),
      text: z.number().int().min(1).max(10_000).optional(),
      poNumber: z.number().int().min(1).max(200).optional(),
      lines: z.number().int().min(1).max(500).optional(),
    })
    .prefault({}),
  carries: z.array(carriedSchema.extract(['requested_date', 'note', 'po_number', 'line_unit'])).default([]),
  /** In which currencies orders are taken. `company`: the request names none, and the ERP takes its own. */
  currencies: z.enum(['company', 'any']).default('company'),
  health: read.extend({ version: expression.optional() }),
  customers,
  products,
  stock: stock.optional(),
  pricing: pricing.optional(),
  orders,
  invoices: invoices.optional(),
  credit: credit.optional(),
});
export type Document = z.output<typeof documentSchema>;
export type Read = z.output<typeof read>;
export type Request = z.output<typeof request>;
