import { customerPanelSchema, customerSearchSchema, linkInputSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { searchCustomers } from '../../../flows/customers/search.ts';
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

const search = createRoute({
  method: 'post',
  path: '/records/{type}/{id}/customers',
  summary: 'Search the customers of the ERP',
  request: { params: recordParams, query: viewer, ...body(customerSearchSchema) },
  responses: responses(z.object({ panel: customerPanelSchema }), 'The likeliest first'),
});

export function searchForCustomer(api: Api, { services }: Parts): void {
  api.openapi(search, async (context) => {
    const { text } = context.req.valid('json');
    const ctx = await openContext(services, askerOf(context), context.req.valid('param'));
    return context.json(ok({ panel: await searchCustomers(ctx, text) }), 200);
  });
}

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
