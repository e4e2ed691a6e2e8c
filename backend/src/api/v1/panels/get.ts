import { panelNameSchema, panelsAnswerSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { readPanels } from '../../../flows/panels.ts';
import { type Api, ok, type Parts, recordParams, rememberingContext, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'get',
  path: '/records/{type}/{id}/panels/{panel}',
  summary: 'One panel',
  request: { params: recordParams.extend({ panel: panelNameSchema }), query: viewer },
  responses: responses(panelsAnswerSchema, 'The panel'),
});

export function getPanel(api: Api, parts: Parts): void {
  api.openapi(route, async (context) => {
    const { type, id, panel } = context.req.valid('param');
    const { ctx, keep } = await rememberingContext(parts, context, { type, id });
    return context.json(keep(ok(await readPanels(ctx, [panel]))), 200);
  });
}
