import { type AccountId, accountIdSchema } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Logger } from '../../monitoring/log.ts';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEvent } from '../contract/index.ts';
import type { Crm } from '../contract/manifest.ts';
import { cookiePrefix, installCookie, page, pagesApp } from '../kit/pages.ts';
import { sameText } from '../kit/same-text.ts';
import { parseDelivery } from './events.ts';
import { hookOf } from './hooks.ts';
import type { Asked, pipedriveInstall } from './install.ts';
import { basicOf, type PipedriveApp, type PipedriveTokens } from './tokens.ts';

const UNDER_WAY = 'backroom_pd';
const TO_CONFIRM = 'backroom_pd_confirm';
const id = z.union([z.int().transform(String), z.string().regex(/^\d{1,18}$/)]);
const removalSchema = z.object({ client_id: z.string(), company_id: id, user_id: id, timestamp: z.string().nullish() });
const confirmation = ({ company, who }: Asked) =>
  page(
    'Connect Pipedrive?',
    html`<p>Backroom gets access to the Pipedrive company account <strong>${company}</strong>, as ${who}.</p>
<form method="post" action="/pipedrive/oauth/confirm"><button>Yes, connect ${company}</button></form>
<p>If you did not begin this yourself, close this page. Nothing has been changed.</p>`,
  );
const connected = (account: AccountId) =>
  page(
    'Backroom is installed',
    html`<p>Account ${account}. Open a deal in Pipedrive: the panel Backroom stands in its left sidebar. An admin connects the ERP from there.</p>`,
  );
async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (cause) {
    throw new ProblemError('invalid_input', { cause });
  }
}

/** What Pipedrive calls: webhooks, the end of an installation, and the notice of a removal at that same address. */
export function pipedriveDoor(options: {
  app: PipedriveApp;
  publicOrigin: string;
  logger: Logger;
  tokens: Pick<PipedriveTokens, 'facts' | 'drop'>;
  install: ReturnType<typeof pipedriveInstall>;
  onEvents: (events: CrmEvent[]) => Promise<void>;
  now: () => number;
}): Crm['door'] {
  const { app, publicOrigin, install, tokens } = options;
  const door: Crm['door'] = new Hono();
  door.post('/events/:company/:path', async (context) => {
    const account = accountIdSchema.safeParse(`pipedrive:${context.req.param('company')}`).data;
    const hook = account && hookOf((await tokens.facts(account)).hook);
    const given = context.req.header('authorization') ?? '';
    const wanted = hook && `Basic ${Buffer.from(`${hook.user}:${hook.password}`).toString('base64')}`;
    // All of it is compared, whichever part is wrong.
    const isOurs = [sameText(context.req.param('path'), hook?.path ?? ''), sameText(given, wanted ?? '')].every(
      Boolean,
    );
    if (!hook || !isOurs) throw new ProblemError('signature_invalid');
    const parsed = await bodyOf(context);
    let events: CrmEvent[];
    try {
      events = parseDelivery(parsed);
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    if (events.some((event) => event.account !== account)) throw new ProblemError('forbidden');
    if (events.length > 0) await options.onEvents(events);
    return context.json({ ok: true });
  });
  // Before the pages, whose guard against foreign forms takes a request without a body's type for one.
  door.delete('/oauth/callback', async (context) => {
    if (!sameText(context.req.header('authorization') ?? '', basicOf(app))) throw new ProblemError('signature_invalid');
    const removal = removalSchema.safeParse(await bodyOf(context)).data;
    if (!removal || removal.client_id !== app.clientId) throw new ProblemError('invalid_input');
    const account = accountIdSchema.parse(`pipedrive:${removal.company_id}`);
    const at = Date.parse((removal.timestamp ?? '').replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/, '$1T$2Z'));
    const isLast = await tokens.drop(account, removal.user_id, Number.isNaN(at) ? options.now() : at);
    if (isLast)
      await options.onEvents([
        {
          account,
          at: new Date(options.now()).toISOString(),
          kind: 'uninstalled',
          record: null,
          property: null,
          into: null,
        },
      ]);
    return context.json({ ok: true });
  });

  const pages = pagesApp({ publicOrigin, formTargets: [], logger: options.logger });
  const prefix = cookiePrefix(publicOrigin);
  pages.get('/install', (context) => {
    const { url, cookie } = install.start();
    setCookie(context, UNDER_WAY, cookie, installCookie(publicOrigin, 'Lax'));
    return context.redirect(url);
  });
  pages.get('/callback', async (context) => {
    const { code = '', state, error } = context.req.query();
    if (error !== undefined)
      return context.html(
        page('Backroom was not installed', html`<p>Pipedrive says: ${error}. Nothing has been changed.</p>`),
      );
    if (state !== undefined) {
      const account = await install.finish(code, state, getCookie(context, UNDER_WAY, prefix) ?? '');
      deleteCookie(context, UNDER_WAY, installCookie(publicOrigin, 'Lax'));
      return context.html(connected(account));
    }
    const { asked, ticket } = await install.ask(code);
    setCookie(context, TO_CONFIRM, ticket, installCookie(publicOrigin, 'Strict'));
    return context.html(confirmation(asked));
  });
  pages.post('/confirm', async (context) => {
    const account = await install.confirm(getCookie(context, TO_CONFIRM, prefix) ?? '');
    deleteCookie(context, TO_CONFIRM, installCookie(publicOrigin, 'Strict'));
    return context.html(connected(account));
  });
  door.route('/oauth', pages);
  return door;
}
