import { customerPanelSchema, linkInputSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { link, readCustomer } from '../../../flows/customers/service.ts';
import { ProblemError } from '../../../problems/error.ts';
import { keyOf } from '../../idempotency.ts';
import { type Api, askerOf, body, ok, type Parts, recordParams, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/records/{type}/{id}/link',
  summary: 'Tie the company to an ERP customer',
  request: { params: recordParams, query: viewer, ...body(linkInputSchema) },
  responses: responses(z.object({ panel: customerPanelSchema }), 'The customer panel afterwards'),
});

export function linkCustomer(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const input = context.req.valid('json');
    const ref = context.req.valid('param');
    const asker = askerOf(context);
    const key = input.action === 'create' ? keyOf(context.req.header('idempotency-key'), input.idempotencyKey) : '';
    await link(await openContext(services, asker, ref, { fresh: true }), input, key);
    const result = await readCustomer(await openContext(services, asker, ref));
    if (result.state !== 'ready') throw new ProblemError('erp_timeout');
    return context.json(ok({ panel: result.data }), 200);
  });
}
