import { changePreviewInputSchema, changePreviewSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { changePreviewOf } from '../../../flows/orders/change-preview.ts';
import { keepEntries } from '../../../flows/orders/keep.ts';
import { type Api, askerOf, body, dealParams, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/records/deal/{id}/order/change/preview',
  summary: 'What the quote would make of the deal’s ERP order',
  request: { params: dealParams, query: viewer, ...body(changePreviewInputSchema) },
  responses: responses(changePreviewSchema, 'Order and quote side by side, bound to both'),
});

export function previewChange(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const ctx = await openContext(services, askerOf(context), { type: 'deal', id }, { fresh: true });
    const input = context.req.valid('json');
    if (input.entries) await keepEntries(ctx, input.entries);
    return context.json(ok((await changePreviewOf(ctx, input)).preview), 200);
  });
}
