import { idempotencyKeySchema, recordIdSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { identityOf, openContext, unseen } from '../../flows/context.ts';
import { convert } from '../../flows/orders/convert.ts';
import { keyOf } from '../idempotency.ts';
import { type Api, askerOf, BASE, json, language, type Parts, problems, scoped } from './route.ts';
import { orderStatusSchema, statusOf } from './status-schema.ts';

const input = z
  .strictObject({
    dealId: recordIdSchema,
    /** Of the preview. Absent: the quote as it is now. */
    revision: z.string().min(1).max(128).optional(),
    acceptedWarnings: z.array(z.string().max(64)).max(50).optional(),
  })
  // A caller can only accept a warning that it saw, and it saw the warnings of one revision.
  .refine(({ revision, acceptedWarnings = [] }) => revision !== undefined || acceptedWarnings.length === 0, {
    path: ['revision'],
    message: 'needed with acceptedWarnings',
  })
  .openapi('OrderRequest');
const route = createRoute({
  method: 'post',
  path: '/orders',
  operationId: 'createOrder',
  summary: 'Convert a deal’s quote to an ERP order',
  description:
    'The same preview, checks, policies and approvals as the button. One revision of a quote gives at most one order, whoever asks and how often. When this answers 202 the order is kept and goes to the ERP by itself. Scope: orders:write.',
  request: {
    query: language,
    headers: z.object({ 'idempotency-key': idempotencyKeySchema.optional() }),
    body: { content: { 'application/json': { schema: input } }, required: true },
  },
  responses: {
    202: {
      ...json(orderStatusSchema, 'The order is kept'),
      headers: z.object({ location: z.string() }),
    },
    ...problems,
    409: {
      ...problems[422],
      description: 'The quote changed, is an order already, waits for an approval, or the request is under way',
    },
  },
});

export function createOrder(api: Api, { services, origin, once }: Parts): void {
  api.use(route.getRoutingPath(), scoped('orders:write'));
  api.openapi(route, async (context) => {
    const request = context.req.valid('json');
    const { id: keyId } = context.get('key');
    // Two keys of one account do not share their request keys.
    const key = `api:${keyId}:${keyOf(context.req.header('idempotency-key'), undefined)}`;
    const asker = askerOf(context);
    const body = { convert: request };
    const submission = await once(asker.account, key, body, async () => {
      const ref = { type: 'deal', id: request.dealId } as const;
      const ctx = await openContext(unseen(services), asker, ref, { fresh: true });
      const { revision = identityOf(ctx).revision, acceptedWarnings = [] } = request;
      return convert(ctx, { dealId: request.dealId, revision, acceptedWarnings }, key, body);
    });
    const statusUrl = `${origin}${BASE}/orders/${submission.id}`;
    context.header('location', statusUrl);
    return context.json(statusOf(submission, statusUrl), 202);
  });
}
