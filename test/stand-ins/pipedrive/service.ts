import { bodyOf, queryOf } from './asked.ts';
import { type Openness, openCompany, type Settings, settingsOf, users } from './company.ts';
import { openDesk } from './desk.ts';
import { notFound, overLimit, PipedriveError, unauthorised, wall, wrongScope } from './errors.ts';
import { openFields } from './fields.ts';
import { handlersOf } from './handlers.ts';
import { openLimits } from './limits.ts';
import { operations } from './metadata.ts';
import { type App, openOAuth } from './oauth.ts';
import { type Deliver, openWebhooks } from './webhooks.ts';

export type Options = {
  app?: Partial<App>;
  settings?: Partial<Settings & Openness>;
  now?: () => number;
  /** For a public address that is nobody's on this machine. */
  deliver?: Deliver;
};
/** As typed into Developer Hub. */
const app: App = {
  ...{ clientId: 'backroom-app', clientSecret: 'backroom-client-secret', jwtSecret: 'backroom-panel-secret' },
  redirectUri: 'http://127.0.0.1/pipedrive/oauth/callback',
  scopes: [
    ...['base', 'deals:full', 'contacts:full', 'products:read', 'webhooks:full', 'users:read'],
    ...['deal-fields:full', 'contact-fields:full'],
  ],
};
const say = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A company account of Pipedrive in memory: its API, its OAuth server, its webhooks, and a desk for what people do on its pages. */
export function openPipedrive(options: Options = {}) {
  const settings = settingsOf(options.settings);
  const registered: App = { ...app, ...options.app };
  const company = openCompany(settings, options.now ?? Date.now);
  const fields = openFields(settings.plan);
  const webhooks = openWebhooks(company, options.deliver);
  const oauth = openOAuth(registered, company.now);
  const limits = openLimits(settings, users.length, company.now);
  const handlers = handlersOf({ company, fields, webhooks });
  oauth.onEnd((user) => webhooks.endFor(user));
  const planned: ('wall' | 'maintenance')[] = [];
  const calls: { method: string; path: string; cost: number }[] = [];

  async function answer(request: Request, url: URL): Promise<Response> {
    const path = url.pathname.replace(/^\/api\/v1\//, '/v1/');
    const holder = oauth.holder(request.headers.get('authorization'));
    if (!holder) throw unauthorised();
    const operation = operations.find(({ method, pattern }) => method === request.method && pattern.test(path));
    if (!operation) throw notFound('Endpoint');
    calls.push({ method: request.method, path, cost: operation.cost });
    const { refused, headers } = limits.take(holder.token, operation.cost);
    const groups = operation.pattern.exec(path)?.groups ?? {};
    try {
      if (refused) throw overLimit();
      if (!operation.scopes.some((scope) => registered.scopes.includes(scope))) throw wrongScope();
      const query = queryOf(operation, url.searchParams);
      const body = bodyOf(operation, operation.body ? await request.text() : '');
      const handle = handlers[operation.key];
      if (!handle) throw notFound('Endpoint');
      const asked = { user: holder.user, id: groups.id ?? '', code: groups.code ?? '', query, body };
      const said = handle(asked);
      return say(said.status ?? 200, said.body, headers);
    } catch (error) {
      if (error instanceof PipedriveError) return say(error.status, error.body, headers);
      throw error;
    }
  }
  return {
    ...{ app: registered, settings, company, fields, webhooks, oauth, calls },
    desk: openDesk({ company, fields, webhooks, oauth, limits, planned, app: registered }),
    async fetch(request: Request): Promise<Response> {
      const url = new URL(request.url);
      if (url.pathname.startsWith('/oauth/')) return oauth.answer(request, url);
      const trouble = planned.shift();
      if (trouble === 'wall') return wall();
      if (trouble === 'maintenance') return say(503, { success: false, error: 'Service unavailable', errorCode: 503 });
      try {
        return await answer(request, url);
      } catch (error) {
        if (error instanceof PipedriveError) return say(error.status, error.body);
        throw error;
      }
    },
  };
}
export type Pipedrive = ReturnType<typeof openPipedrive>;
