import { submissionSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { type Api, ok, type Parts, responses, viewer } from '../route.ts';
import { submissionParams, visible } from './visible.ts';

const route = createRoute({
  method: 'get',
  path: '/submissions/{id}',
  summary: 'One write with its events',
  request: { params: submissionParams, query: viewer },
  responses: responses(submissionSchema, 'The submission'),
});

export function getSubmission(api: Api, parts: Parts): void {
  api.openapi(route, async (context) =>
    context.json(ok(await visible(parts, context.get('caller'), context.req.valid('param').id)), 200),
  );
}
