import { returnInputSchema, submissionSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { claimReturn } from '../../../flows/returns/service.ts';
import { keyOf } from '../../idempotency.ts';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/returns',
  summary: 'Claim a return',
  request: { query: viewer, ...body(returnInputSchema) },
  responses: responses(submissionSchema, 'The submission'),
});

export function claimReturnOfRecord(api: Api, { services, once }: Parts): void {
  api.openapi(route, async (context) => {
    const { idempotencyKey, ...claim } = context.req.valid('json');
    const key = keyOf(context.req.header('idempotency-key'), idempotencyKey);
    const asker = askerOf(context);
    const data = await once(asker.account, key, { claim }, async () =>
      claimReturn(await openContext(services, asker, claim.record), claim, key),
    );
    return context.json(ok(data), 200);
  });
}
