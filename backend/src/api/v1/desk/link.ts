import { createRoute, z } from '@hono/zod-openapi';
import { type Api, body, ok, type Parts, responses, viewer } from '../route.ts';

const route = createRoute({
  method: 'post',
  path: '/desk/link',
  summary: 'A short-lived address that opens the order desk once',
  request: {
    query: viewer,
    ...body(z.strictObject({ submission: z.uuid().optional(), page: z.enum(['connection', 'mapping']).optional() })),
  },
  responses: responses(
    z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
    'Good for ten minutes, for the caller alone',
  ),
});

export function linkDesk(api: Api, { services, rights, deskLink }: Parts): void {
  api.openapi(route, async (context) => {
    const caller = context.get('caller');
    // The desk shows everybody's orders with their prices; a rep's own rights end at the records that the CRM shows.
    await rights.requireAdmin(caller);
    const { locale = null, timeZone = null } = context.req.valid('query');
    const { submission = null, page = null } = context.req.valid('json');
    // A link is only made to a submission that exists and belongs to the caller's account.
    if (submission) await services.submissions.get(caller.account, submission);
    return context.json(ok(await deskLink(caller, { locale, timeZone }, { submission, page })), 200);
  });
}
