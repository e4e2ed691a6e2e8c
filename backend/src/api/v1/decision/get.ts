import { decisionSchema, panelsOf } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { decisionOf } from '../../../flows/decision/service.ts';
import { type Api, askerOf, dealParams, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'get',
  path: '/records/deal/{id}/decision',
  summary: 'What decides whether the deal can be ordered',
  request: { params: dealParams, query: viewer.extend({ refresh: z.literal('1').optional() }) },
  responses: responses(decisionSchema, 'Customer, preview, order and writes, read for one request'),
});

export function getDecision(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const fresh = context.req.valid('query').refresh !== undefined;
    const more = { fresh, refresh: fresh ? panelsOf.deal : [] };
    const ctx = await openContext(services, askerOf(context), { type: 'deal', id }, more);
    return context.json(ok(await decisionOf(ctx)), 200);
  });
}
