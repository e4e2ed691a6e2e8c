import { textsSchema } from '@backroom/shared';
import { textsOf } from '@backroom/shared/messages/languages';
import { createRoute } from '@hono/zod-openapi';
import { type Api, askerOf, ok, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'get',
  path: '/texts',
  summary: 'Texts of the cards in the viewer’s language',
  request: { query: viewer },
  responses: responses(textsSchema, 'The texts by their keys'),
});

/** Cards carry English only and ask here for another language, so that a language does not grow every card. */
export function getTexts(api: Api): void {
  api.openapi(route, (context) => {
    const { ui, problems } = textsOf(askerOf(context).locale);
    const lists = Object.fromEntries(Object.entries(problems).map(([code, texts]) => [code, [...texts]]));
    return context.json(ok({ ui: { ...ui }, problems: lists }), 200);
  });
}
