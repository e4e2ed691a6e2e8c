import { submissionSchema } from '@backroom/shared';
import { createRoute, z } from '@hono/zod-openapi';
import { type Api, ok, type Parts, recordParams, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'get',
  path: '/records/{type}/{id}/submissions',
  summary: 'Writes of a record',
  request: { params: recordParams, query: viewer },
  responses: responses(z.object({ submissions: z.array(submissionSchema) }), 'Newest first'),
});

export function listSubmissions(api: Api, { services, rights }: Parts): void {
  api.openapi(route, async (context) => {
    const record = context.req.valid('param');
    const caller = context.get('caller');
    await rights.requireView(caller, record);
    return context.json(ok({ submissions: await services.submissions.listForRecord(caller.account, record) }), 200);
  });
}
