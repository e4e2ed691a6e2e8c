import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { carriedSchema } from '../contract/description.ts';
import { ErpError, erpErrorKinds } from '../contract/errors.ts';
import { body, changed, expression, fieldsOf, names, path, read, request } from './schema.ts';
import { wrongName } from './xml.ts';

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
  /** Whether the customer is looked up first, for an ERP that has prices for customers that it does not know. */
  checkFirst: z.boolean().default(false),
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

const soap = z.strictObject({
  version: z.enum(['1.1', '1.2']).default('1.1'),
  /** What stands in the header of each envelope. */
  header: body.optional(),
});

const wholeSchema = z.strictObject({
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
    /** The templates of the requests say where `$key` and `$secret` stand. */
    z.strictObject({ kind: z.literal('inline') }),
    z.strictObject({ kind: z.literal('basic') }),
    z.strictObject({ kind: z.literal('bearer') }),
    /** Headers with `{{key}}` and `{{secret}}`. */
    z.strictObject({ kind: z.literal('headers'), headers: names }),
    /** A log-in with `$key` and `$secret`, whose answer has the `$token` of the requests after it. */
    z.strictObject({
      kind: z.literal('session'),
      login: request.extend({ token: expression }),
      headers: names.default({}),
      /** How long a session lasts at most. */
      minutes: z.number().int().min(2).max(1440).default(20),
      /** Over the body of an answer, `$status` and `$words`: whether the session has ended. HTTP 401 says so anyway. */
      ended: expression.optional(),
    }),
    z.strictObject({
      kind: z.literal('client_credentials'),
      tokenPath: path,
      scope: z.string().max(500).optional(),
      basic: z.boolean().default(false),
    }),
  ]),
  headers: names.default({}),
  /** Requests and answers are envelopes of SOAP: a `body` is its elements, an answer what stands in its body. */
  soap: soap.optional(),
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
  products: products.optional(),
  stock: stock.optional(),
  pricing: pricing.optional(),
  orders: orders.optional(),
  invoices: invoices.optional(),
  credit: credit.optional(),
});
/** Bodies of a document, each with its place. */
function bodiesIn(value: unknown, at: readonly string[] = []): { at: readonly string[]; body: unknown }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'body' || (name === 'header' && at[0] === 'soap')
      ? [{ at: [...at, name], body: each }]
      : bodiesIn(each, [...at, name]),
  );
}
/** Questions that count their pages and say nowhere in the request which page they want. */
function countless(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { paging, ...request } = value as Partial<Read>;
  const isNamed =
    paging?.kind === 'offset'
      ? paging.offset !== undefined || JSON.stringify(request).includes('$offset')
      : paging?.kind === 'page'
        ? paging.page !== undefined || JSON.stringify(request).includes('$pageNumber')
        : true;
  const within = Object.entries(request).flatMap(([name, each]) => countless(each, [...at, name]));
  return isNamed ? within : [[...at, 'paging'], ...within];
}
export const documentSchema = wholeSchema.superRefine((document, context) => {
  for (const path of countless(document))
    context.addIssue({
      code: 'custom',
      path: [...path],
      message: 'name the parameter of the query, or use $offset (of pages: $pageNumber) in the body',
    });
  for (const part of ['stock', 'orders'] as const)
    if (document[part] && !document.products)
      context.addIssue({ code: 'custom', path: [part], message: 'needs products' });
  if (!document.soap) return;
  for (const { at, body: each } of bodiesIn(document)) {
    const name = wrongName(each);
    if (name !== null)
      context.addIssue({ code: 'custom', path: [...at], message: `"${name}" is no name of an element or attribute` });
  }
});
export type Document = z.output<typeof documentSchema>;
export type Read = z.output<typeof read>;
export type Request = z.output<typeof request>;
/** A part that a document may leave out. Its operations are then not offered, and calling one is refused as `unsupported`. */
export function partOf<Name extends 'products' | 'orders'>(
  document: Document,
  name: Name,
): NonNullable<Document[Name]> {
  const part = document[name];
  if (!part) throw new ErpError('unsupported', `${document.name} has no ${name}`, { words: name });
  return part;
}
