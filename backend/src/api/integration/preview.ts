import { previewSchema, recordIdSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { openContext, unseen } from '../../flows/context.ts';
import { previewOf } from '../../flows/orders/preview.ts';
import { type Api, askerOf, json, language, type Parts, problems, scoped } from './route.ts';

const route = createRoute({
  method: 'get',
  path: '/records/deal/{id}/preview',
  operationId: 'previewOrder',
  summary: 'The order that would be made of a deal, with every check',
  description:
    'Valid for its `revision`. `checks` of the level `block` prevent the order; those of the level `warn` must be named in `acceptedWarnings`. Nothing is written. Scope: figures:read.',
  request: { params: z.object({ id: recordIdSchema }), query: language },
  responses: { 200: json(previewSchema, 'The preview'), ...problems },
});

export function previewDeal(api: Api, { services }: Parts): void {
  api.use(route.getRoutingPath(), scoped('figures:read'));
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const ref = { type: 'deal', id } as const;
    const ctx = await openContext(unseen(services), askerOf(context), ref, { fresh: true, unhurried: true });
    return context.json((await previewOf(ctx)).preview, 200);
  });
}
