import { changeInputSchema, orderActSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { changeOrder } from '../../../flows/orders/change.ts';
import { keyOf } from '../../idempotency.ts';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/orders/change',
  summary: 'Change the ERP order to what the previewed quote says',
  request: { query: viewer, ...body(changeInputSchema) },
  responses: responses(orderActSchema, 'The change: kept from now on'),
});

export function changeOrderOfDeal(api: Api, { services, onceAct }: Parts): void {
  api.openapi(route, async (context) => {
    const { idempotencyKey, ...request } = context.req.valid('json');
    const key = keyOf(context.req.header('idempotency-key'), idempotencyKey);
    const asker = askerOf(context);
    const data = await onceAct(asker.account, key, { change: request }, async () => {
      const ctx = await openContext(services, asker, { type: 'deal', id: request.dealId }, { fresh: true });
      return changeOrder(ctx, request, key);
    });
    return context.json(ok(data), 200);
  });
}
