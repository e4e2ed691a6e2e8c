import { cancelOrderInputSchema, orderActSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { cancelOrder } from '../../../flows/orders/cancel.ts';
import { keyOf } from '../../idempotency.ts';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/orders/cancel',
  summary: 'Cancel the ERP order of a deal',
  request: { query: viewer, ...body(cancelOrderInputSchema) },
  responses: responses(orderActSchema, 'The cancellation: kept from now on'),
});

export function cancelOrderOfDeal(api: Api, { services, onceAct }: Parts): void {
  api.openapi(route, async (context) => {
    const { idempotencyKey, ...request } = context.req.valid('json');
    const key = keyOf(context.req.header('idempotency-key'), idempotencyKey);
    const asker = askerOf(context);
    const data = await onceAct(asker.account, key, { cancel: request }, async () => {
      const ctx = await openContext(services, asker, { type: 'deal', id: request.dealId });
      return cancelOrder(ctx, request, key);
    });
    return context.json(ok(data), 200);
  });
}
