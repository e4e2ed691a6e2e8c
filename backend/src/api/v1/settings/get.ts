import { settingsSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { readSettings } from '../../../accounts/settings.ts';
import { type Api, askerOf, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'Settings of the account',
  request: { query: viewer },
  responses: responses(settingsSchema, 'The settings'),
});

export function getSettings(api: Api, { services }: Parts): void {
  api.openapi(route, async (context) => context.json(ok(await readSettings(services, askerOf(context))), 200));
}
