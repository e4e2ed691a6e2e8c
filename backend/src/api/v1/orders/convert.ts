import { convertInputSchema, submissionSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { convert } from '../../../flows/orders/convert.ts';
import { keyOf } from '../../idempotency.ts';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/orders',
  summary: 'Convert the previewed quote',
  request: { query: viewer, ...body(convertInputSchema) },
  responses: responses(submissionSchema, 'The submission: kept from now on'),
});

export function convertOrder(api: Api, { services, once }: Parts): void {
  api.openapi(route, async (context) => {
    const { idempotencyKey, ...request } = context.req.valid('json');
    const key = keyOf(context.req.header('idempotency-key'), idempotencyKey);
    const asker = askerOf(context);
    const storedSince = performance.now();
    const ref = { type: 'deal', id: request.dealId } as const;
    // In one statement with the look-up of the key.
    services.foresee(asker.account, ref, storedSince);
    const data = await once(asker.account, key, { convert: request }, async () => {
      const ctx = await openContext(services, asker, ref, { fresh: true, converts: true, storedSince });
      return convert(ctx, request, key);
    });
    return context.json(ok(data), 200);
  });
}
