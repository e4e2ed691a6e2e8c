import { submissionActionSchema, submissionSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';
import { submissionParams, visible } from './visible.ts';

const route = createRoute({
  method: 'post',
  path: '/submissions/{id}/actions',
  summary: 'Send again, cancel, adopt',
  request: { params: submissionParams, query: viewer, ...body(submissionActionSchema) },
  responses: responses(submissionSchema, 'The submission afterwards'),
});

export function actOnSubmission(api: Api, parts: Parts): void {
  api.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    await visible(parts, context.get('caller'), id);
    const data = await parts.services.submissions.act(askerOf(context), id, context.req.valid('json'));
    return context.json(ok(data), 200);
  });
}
