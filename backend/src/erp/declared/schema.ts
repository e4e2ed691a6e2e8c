import { z } from 'zod';
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
export const expression = z.string().min(1).max(EXPRESSION).superRefine(checked(expressionOf));
export const template = z
  .string()
  .max(4 * EXPRESSION)
  .superRefine(checked(checkTemplate));
export const body: z.ZodType<Body> = z.json().superRefine((value, context) => {
  try {
    checkBody(value as Body);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
}) as z.ZodType<Body>;
/** Below the connection's address: never a host of its own. */
export const path = template.refine((text) => /^\/(?!\/)/.test(text), 'a path that begins with one "/"');
export const names = z.record(z.string().min(1).max(100), template);

/** How a list goes on. `size`: rows of a page. Parameters of the query are named; a body has `$offset`, `$pageNumber` and `$size` instead. */
const paging = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('offset'),
    size: z.number().int().min(1).max(5000),
    offset: z.string().optional(),
    limit: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('page'),
    size: z.number().int().min(1).max(5000),
    page: z.string().optional(),
    limit: z.string().optional(),
    first: z.number().int().min(0).max(1).default(1),
  }),
  /** An expression over the answer that gives the next page's address, on the same host. */
  z.strictObject({ kind: z.literal('next'), next: expression }),
  /** Over the answer: whether there is more, and where the list goes on. The same request is sent again with that as `$cursor`. */
  z.strictObject({ kind: z.literal('cursor'), more: expression, next: expression }),
]);
export const request = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  path,
  query: names.optional(),
  headers: names.optional(),
  body: body.optional(),
  /** With SOAP: the action that the WSDL names. */
  action: template.optional(),
});
/** A question. `rows`: where the rows of its answer are, unless the document says so for all. */
export const read = request.extend({
  rows: expression.optional(),
  /** Which of the rows count. */
  where: expression.optional(),
  paging: paging.optional(),
  /** One request for each value, as `value`; else `values` has as many as `batch`. */
  each: z.boolean().default(false),
  batch: z.number().int().min(1).max(500).default(50),
});
export const fieldsOf = <Required extends string, Optional extends string>(
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

/**
 * Records that were changed after `since`, the oldest first. `at`: when, in the form in which `since` is given back. `clock`: how the first `since` is
 * written, `company` as `2026-11-29 14:05:10` by the company's clock, `utc` as `2026-11-29T13:05:10.000Z`.
 */
export const changed = read.extend({ at: expression, clock: z.enum(['company', 'utc']).default('company') });
