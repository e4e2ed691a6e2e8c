import { settingsInputSchema, settingsSchema } from '@backroom/shared';
import { createRoute } from '@hono/zod-openapi';
import { changeBetween, configurationOf } from '../../../accounts/changes.ts';
import { readSettings, saveSettings } from '../../../accounts/settings.ts';
import { type Api, askerOf, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'put',
  path: '/settings',
  summary: 'Change the settings',
  request: { query: viewer, ...body(settingsInputSchema) },
  responses: responses(settingsSchema, 'The settings afterwards'),
});

export function putSettings(api: Api, { services, rights, audit }: Parts): void {
  api.openapi(route, async (context) => {
    // A person who pressed for a change without the right to it is listed for the admins.
    await rights.requestAccess(context.get('caller'));
    await rights.requireAdmin(context.get('caller'));
    const asker = askerOf(context);
    const input = context.req.valid('json');
    const before = await configurationOf(services.accounts, asker.account);
    await saveSettings(services, asker, input);
    const change = changeBetween(before, await configurationOf(services.accounts, asker.account));
    await audit.note(asker.account, asker.actor, 'settings_changed', JSON.stringify(input), change);
    return context.json(ok(await readSettings(services, asker)), 200);
  });
}
