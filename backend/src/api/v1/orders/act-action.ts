import { orderActActionSchema, orderActSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';
import { actParams, visibleAct } from './act-get.ts';

const route = createRoute({
  method: 'post',
  path: '/orders/acts/{id}/actions',
  summary: 'Try again, withdraw, close',
  request: { params: actParams, query: viewer, ...body(orderActActionSchema) },
  responses: responses(orderActSchema, 'The change or cancellation afterwards'),
});

export function actOnOrderAct(api: Api, parts: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    await visibleAct(parts, context.get('caller'), id);
    const { action } = context.req.valid('json');
    return context.json(ok(await parts.services.submissions.acts.intervene(askerOf(context), id, action)), 200);
  });
}
