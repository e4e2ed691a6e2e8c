import { linePriceInputSchema, priceChangeSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { setLinePrice } from '../../../flows/orders/line-price.ts';
import { type Api, askerOf, body, dealParams, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/records/deal/{id}/prices',
  summary: 'Put the ERP’s price on a line in the CRM, or take that back',
  request: { params: dealParams, query: viewer, ...body(linePriceInputSchema) },
  responses: responses(priceChangeSchema, 'The line’s price before and after'),
});

export function setPriceOfLine(api: Api, { services, rights, linePrices }: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const record = { type: 'deal', id } as const;
    const ctx = await openContext(services, askerOf(context), record, { fresh: true, refresh: ['pricing'] });
    // The backend writes with its own grant: the person's right to edit is asked for first.
    await rights.requireEdit(context.get('caller'), record);
    return context.json(ok(await setLinePrice(ctx, linePrices, context.req.valid('json'))), 200);
  });
}
