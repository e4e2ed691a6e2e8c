import {
  type PanelName,
  panelNameSchema,
  panelsAnswerSchema,
  panelsOf,
  recordIdSchema,
  recordTypeSchema,
} from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { openContext, unseen } from '../../flows/context.ts';
import { readPanels } from '../../flows/panels.ts';
import { type Api, askerOf, json, language, type Parts, problems, scoped } from './route.ts';

/** The overview is made for a page: its figures are the others'. */
const names = panelNameSchema.exclude(['overview']);
const asked = z
  .string()
  .max(200)
  .transform((text, context) => {
    const parsed = z.array(names).min(1).safeParse(text.split(',').filter(Boolean));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: `one or more of ${names.options.join(', ')}, separated by commas` });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: 'credit,stock' });
const route = createRoute({
  method: 'get',
  path: '/records/{type}/{id}/figures',
  operationId: 'getFigures',
  summary: 'ERP figures of a deal or a company',
  description:
    'Each figure has its own result: `ready` with data and their age, `pending` (ask again), or `problem`. A figure that could not be read is never zero. Scope: figures:read.',
  request: {
    params: z.object({ type: recordTypeSchema, id: recordIdSchema }),
    query: language.extend({ only: asked.optional() }),
  },
  responses: {
    200: json(panelsAnswerSchema, 'The figures that were asked for; without `only` all of the record'),
    ...problems,
  },
});

export function getFigures(api: Api, { services }: Parts): void {
  api.use(route.getRoutingPath(), scoped('figures:read'));
  api.openapi(route, async (context) => {
    const ref = context.req.valid('param');
    const { only } = context.req.valid('query');
    const all: readonly PanelName[] = panelsOf[ref.type];
    const wanted = only ?? all.filter((name) => name !== 'overview');
    // People's pages have the CRM's calls first.
    const ctx = await openContext(unseen(services), askerOf(context), ref, { unhurried: true });
    return context.json(await readPanels(ctx, wanted), 200);
  });
}
