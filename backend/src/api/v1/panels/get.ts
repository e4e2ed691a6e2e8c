import { panelNameSchema, panelsAnswerSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { openContext } from '../../../flows/context.ts';
import { readPanels } from '../../../flows/panels.ts';
import { type Api, askerOf, ok, type Parts, recordParams, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'get',
  path: '/records/{type}/{id}/panels/{panel}',
  summary: 'One panel',
  request: { params: recordParams.extend({ panel: panelNameSchema }), query: viewer },
  responses: responses(panelsAnswerSchema, 'The panel'),
});

export function getPanel(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => {
    const { type, id, panel } = context.req.valid('param');
    const ctx = await openContext(services, askerOf(context), { type, id });
    return context.json(ok(await readPanels(ctx, [panel])), 200);
  });
}
