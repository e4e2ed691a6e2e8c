import { Hono } from 'hono';
import { fail, faults } from './errors.ts';
import type { Portal } from './portal.ts';
import { VERSION } from './types.ts';

/** The token that the app has for itself. */
export const APP_TOKEN = 'playground-app';

/** The app's journal: a page, here of one event, is told by its address, which anybody may read; behind the last one comes 204. */
export function journalRoutes(portal: Portal) {
  const routes = new Hono();
  let subscribed = false;
  const isApp = (authorization: string | undefined) => authorization === `Bearer ${APP_TOKEN}`;
  routes.post(`/webhooks-journal/subscriptions/${VERSION}`, (context) => {
    if (!isApp(context.req.header('authorization'))) return faults.expired();
    if (subscribed) return fail(409, 'CONFLICT', 'the subscription exists');
    subscribed = true;
    return context.json({ id: 1 }, 201);
  });
  const page = (authorization: string | undefined, from: number, url: string): Response => {
    if (!isApp(authorization)) return faults.expired();
    if (!subscribed || from >= portal.journal.length) return new Response(null, { status: 204 });
    const base = url.slice(0, url.indexOf('/webhooks-journal/'));
    return Response.json({
      url: `${base}/webhooks-journal/file/${from}`,
      currentOffset: String(from),
      expiresAt: null,
    });
  };
  routes.get(`/webhooks-journal/journal/${VERSION}/earliest`, (context) =>
    page(context.req.header('authorization'), 0, context.req.url),
  );
  routes.get(`/webhooks-journal/journal/${VERSION}/offset/:offset/next`, (context) =>
    page(context.req.header('authorization'), Number(context.req.param('offset')) + 1, context.req.url),
  );
  routes.get('/webhooks-journal/file/:from', (context) => {
    const from = Number(context.req.param('from'));
    const journalEvents = portal.journal.slice(from, from + 1).map(({ action, portalId, at }) => ({
      type: 'app_lifecycle_event',
      action,
      portalId,
      occurredAt: at.toISOString(),
      eventTypeId: '4-1916193',
      properties: {},
    }));
    return context.json({ offset: from, publishedAt: new Date().toISOString(), journalEvents });
  });
  return routes;
}
