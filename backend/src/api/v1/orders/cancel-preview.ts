import { cancelPreviewInputSchema, cancelPreviewSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { cancelPreviewOf } from '../../../flows/orders/cancel.ts';
import { type Api, askerOf, body, dealParams, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/records/deal/{id}/order/cancel/preview',
  summary: 'Whether the deal’s ERP order can be cancelled',
  request: { params: dealParams, query: viewer, ...body(cancelPreviewInputSchema) },
  responses: responses(cancelPreviewSchema, 'The order as it stands, bound to its version'),
});

export function previewCancel(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const ctx = await openContext(services, askerOf(context), { type: 'deal', id });
    return context.json(ok(await cancelPreviewOf(ctx, context.req.valid('json').submission)), 200);
  });
}
