import { createRoute, z } from '@hono/zod-openapi';
import { ProblemError } from '../../../problems/error.ts';
import { type Api, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/account/uninstall',
  summary: 'End Backroom for this account and delete what it keeps',
  request: { query: viewer, ...body(z.strictObject({ account: z.string() })) },
  responses: responses(z.object({ removed: z.literal(true) }), 'Nothing of the account is left'),
});

export function uninstallAccount(api: Api, { rights, uninstall }: Parts): void {
  api.openapi(route, async (context) => {
    const caller = context.get('caller');
    await rights.requireAdmin(caller);
    // The admin types the account's name, so that a wrong click ends nothing.
    if (context.req.valid('json').account !== caller.account)
      throw new ProblemError('invalid_input', { field: 'account' });
    await uninstall(caller.account);
    return context.json(ok({ removed: true as const }), 200);
  });
}
