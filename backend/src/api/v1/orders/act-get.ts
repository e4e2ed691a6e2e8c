import { type OrderAct, orderActSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import type { Caller } from '../../../access/caller.ts';
import { type Api, ok, type Parts, responses, viewer } from '../route.ts';

export const actParams = z.object({ id: z.uuid() });
const route = createRoute({
  method: 'get',
  path: '/orders/acts/{id}',
  summary: 'A change or cancellation with its events',
  request: { params: actParams, query: viewer },
  responses: responses(orderActSchema, 'The change or cancellation'),
});

/** It may be seen, and acted on, by those to whom the CRM shows its record. */
export async function visibleAct({ services, rights }: Parts, caller: Caller, id: string): Promise<OrderAct> {
  const act = await services.submissions.acts.get(caller.account, id);
  await rights.requireView(caller, act.record);
  return act;
}

export function getOrderAct(api: Api, parts: Parts): void {
  api.openapi(route, async (context) =>
    context.json(ok(await visibleAct(parts, context.get('caller'), context.req.valid('param').id)), 200),
  );
}
