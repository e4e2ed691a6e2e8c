import { previewInputSchema, previewSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { keepEntries } from '../../../flows/orders/keep.ts';
import { previewOf } from '../../../flows/orders/preview.ts';
import { type Api, askerOf, body, dealParams, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/records/deal/{id}/preview',
  summary: 'What converting would send',
  request: { params: dealParams, query: viewer, ...body(previewInputSchema) },
  responses: responses(previewSchema, 'The preview, bound to the quote’s revision'),
});

export function previewOrder(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const ctx = await openContext(services, askerOf(context), { type: 'deal', id }, { fresh: true });
    const { entries } = context.req.valid('json');
    if (entries) await keepEntries(ctx, entries);
    return context.json(ok((await previewOf(ctx, { entries })).preview), 200);
  });
}
