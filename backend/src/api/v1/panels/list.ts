import { panelNameSchema, panelsAnswerSchema, panelsOf } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { readPanels } from '../../../flows/panels.ts';
import { type Api, ok, type Parts, recordParams, rememberingContext, responses, viewer } from '../route.ts';

const names = z
  .string()
  .max(200)
  .transform((text, context) => {
    const parsed = z.array(panelNameSchema).safeParse(text.split(',').filter(Boolean));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'names of panels, separated by commas' });
    return z.NEVER;
  });
const route = createRoute({
  method: 'get',
  path: '/records/{type}/{id}/panels',
  summary: 'Panels of a record',
  request: { params: recordParams, query: viewer.extend({ only: names.optional(), refresh: names.optional() }) },
  responses: responses(panelsAnswerSchema, 'Each panel with its own result or problem'),
});

export function listPanels(api: Api, parts: Parts): void {
  api.openapi(route, async (context) => {
    const { only, refresh } = context.req.valid('query');
    const ref = context.req.valid('param');
    // The overview is made of the others: read anew, they all are.
    const anew = refresh?.includes('overview') ? panelsOf[ref.type] : (refresh ?? []);
    const { ctx, keep } = await rememberingContext(parts, context, ref, anew);
    return context.json(keep(ok(await readPanels(ctx, only ?? ['overview']))), 200);
  });
}
