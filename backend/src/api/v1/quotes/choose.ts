import { quoteChoiceInputSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { chooseQuote } from '../../../flows/orders/quote.ts';
import { type Api, askerOf, body, dealParams, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/records/deal/{id}/quote',
  summary: 'Choose which of several accepted quotes counts',
  request: { params: dealParams, query: viewer, ...body(quoteChoiceInputSchema) },
  responses: responses(quoteChoiceInputSchema, 'The quote that counts from now on'),
});

export function chooseQuoteOfDeal(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const ctx = await openContext(services, askerOf(context), { type: 'deal', id }, { fresh: true });
    return context.json(ok(await chooseQuote(ctx, context.req.valid('json').quote)), 200);
  });
}
