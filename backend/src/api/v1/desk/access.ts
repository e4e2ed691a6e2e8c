import { createRoute, z } from '@hono/zod-openapi';
import { type Api, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/desk/access',
  summary: 'Request access to the order desk from the admins of the account',
  request: { query: viewer, ...body(z.strictObject({})) },
  responses: responses(z.object({ requested: z.literal(true) }), 'The admins find the caller on their page Access'),
});

export function requestDeskAccess(api: Api, { rights }: Parts): void {
  api.openapi(route, async (context) => {
    await rights.requestAccess(context.get('caller'));
    return context.json(ok({ requested: true as const }), 200);
  });
}
