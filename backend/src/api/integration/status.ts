import { createRoute, z } from '@hono/zod-openapi';
import { ProblemError } from '../../problems/error.ts';
import { type Api, BASE, json, language, type Parts, problems, scoped } from './route.ts';
import { isMoving, orderStatusSchema, statusOf } from './status-schema.ts';

/** An order is in the ERP within seconds; who asks more often learns nothing more. */
const ASK_AGAIN_SECONDS = 3;
const route = createRoute({
  method: 'get',
  path: '/orders/{id}',
  operationId: 'getOrder',
  summary: 'What became of an order',
  description:
    '`confirmed`: the ERP has it, `erpNumber` is its number. `waiting`: the ERP does not answer, it goes on by itself. `checking`: an answer was lost, the ERP is asked whether it has the order. `needs_attention`: a person decides at the order desk. `cancelled`: nothing was ordered. Scope: status:read.',
  request: { params: z.object({ id: z.uuid() }), query: language },
  responses: {
    200: {
      ...json(orderStatusSchema, 'The order; `Retry-After` while something still happens by itself'),
      headers: z.object({ 'retry-after': z.string().optional() }),
    },
    ...problems,
  },
});

export function getOrder(api: Api, { services, origin }: Parts): void {
  api.use(route.getRoutingPath(), scoped('status:read'));
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const submission = await services.submissions.get(context.get('caller').account, id);
    if (submission.kind !== 'order') throw new ProblemError('not_found');
    const status = statusOf(submission, `${origin}${BASE}/orders/${id}`);
    if (isMoving(status)) context.header('retry-after', String(ASK_AGAIN_SECONDS));
    return context.json(status, 200);
  });
}
