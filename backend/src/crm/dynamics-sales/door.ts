import { createHmac } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Logger } from '../../monitoring/log.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEvent } from '../contract/index.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { attempts } from '../kit/attempts.ts';
import { cookiePrefix, installCookie, type Markup, page, pagesApp } from '../kit/pages.ts';
import { sameText } from '../kit/same-text.ts';
import { signedInPage, signInWindow } from '../kit/sign-in-window.ts';
import { accountOf } from './embed.ts';
import { parseContext } from './events.ts';
import { type DynamicsInstaller, type Found, organizationUrl } from './install.ts';
import type { EntraSignIn } from './sign-in.ts';
import type { DynamicsTokens } from './tokens.ts';

export type DynamicsDoorOptions = {
  publicOrigin: string;
  /** Where people sign in; a form of ours leads there. */
  signInOrigin: string;
  logger: Logger;
  now: () => number;
  vault: Pick<CrmPorts['vault'], 'seal' | 'open'>;
  onEvents: CrmPorts['onEvents'];
  /** Null where this installation is not set up for Dynamics. */
  parts: { tokens: DynamicsTokens; signIn: EntraSignIn; install: DynamicsInstaller } | null;
  /** Signs what an organisation's webhook step has in its header; null: no step is believed. */
  webhookKey: string | null;
};
const UNDER_WAY = 'backroom_dyn';
const TO_CONFIRM = 'backroom_dyn_confirm';
const SIGNING_IN = 'backroom_dyn_user';
export const WEBHOOK_HEADER = 'x-backroom-key';
/** The header's value of one organisation: what one of them has is worth nothing for another. */
export const webhookValue = (key: string, organization: string): string =>
  createHmac('sha256', key).update(`dynamics-sales ${organization.toLowerCase()}`).digest('hex');
const confirmedSchema = z.object({ ticket: z.string(), actor: z.string() });

const form = page(
  'Connect Dynamics 365 Sales',
  html`<form method="post"><p><label>Address of the organisation<br>
<input name="url" size="50" required placeholder="https://contoso.crm4.dynamics.com"></label></p><p><button>Connect</button></p></form>`,
);
const doubled = (orders: readonly string[]): Markup | '' =>
  orders.length === 0
    ? ''
    : html`<p><strong>Installed there: ${orders.join(', ')}.</strong> If that makes an order of the ERP from a won quote or a sales order, an order that is made here
comes twice. Switch its order maps off before you switch Backroom's orders on.</p>`;
const confirmation = ({ organization, url, tenant, orders }: Found): Markup =>
  page(
    'Is this your organisation?',
    html`<dl><dt>Organisation</dt><dd>${url}</dd><dt>Its id</dt><dd>${organization}</dd><dt>Tenant</dt><dd>${tenant}</dd></dl>
${doubled(orders)}<form method="post" action="/dynamics-sales/oauth/confirm"><button>Yes, connect it</button></form>
<p>If you did not begin this yourself, close this page. Nothing has been changed.</p>`,
  );

/** What an organisation and its people call outside of the panels: sign-in, the steps of connecting it, and its webhook. */
export function dynamicsDoor(options: DynamicsDoorOptions) {
  const { publicOrigin, vault } = options;
  const app = new Hono<{ Variables: Variables }>();
  const prefix = cookiePrefix(publicOrigin);
  const installs = attempts(vault, 'dynamics-sales|install');
  const people = attempts(vault, 'dynamics-sales|sign-in');
  const callback = `${publicOrigin}/dynamics-sales/oauth/callback`;
  const back = `${publicOrigin}/dynamics-sales/signed-in`;
  const parts = () => {
    if (!options.parts) throw new ProblemError('not_found');
    return options.parts;
  };
  const cookieOf = (context: Context, name: string): string => getCookie(context, name, prefix) ?? '';

  app.post('/events', async (context) => {
    const { webhookKey: key } = options;
    if (!key) throw new ProblemError('not_found');
    const body: unknown = await context.req.json().catch(() => null);
    const organization = z.object({ OrganizationId: z.guid() }).safeParse(body).data?.OrganizationId ?? '';
    if (organization === '' || !sameText(webhookValue(key, organization), context.req.header(WEBHOOK_HEADER) ?? ''))
      throw new ProblemError('signature_invalid');
    let events: CrmEvent[];
    try {
      events = parseContext(body, options.now());
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    await options.onEvents(events);
    return context.json({ ok: true });
  });

  const window = signInWindow();
  window.get('/sign-in', async (context) => {
    const { tokens, signIn } = parts();
    const organization = z.guid().safeParse(context.req.query('orgId')).data;
    const place = organization ? await tokens.place(accountOf(organization)) : null;
    if (!organization || !place) throw new ProblemError('account_unknown');
    const { cookie, asked } = people.begin(place.tenant, organization);
    setCookie(context, SIGNING_IN, cookie, installCookie(publicOrigin, 'Lax'));
    return context.redirect(signIn.authorizeUrl(place.tenant, { ...asked, redirectUri: back }));
  });
  window.get('/signed-in', async (context) => {
    const { signIn } = parts();
    const { code = '', state = '' } = context.req.query();
    const { at: tenant, verifier, nonce } = people.finish(cookieOf(context, SIGNING_IN), state);
    deleteCookie(context, SIGNING_IN, installCookie(publicOrigin, 'Lax'));
    if (code === '') throw new ProblemError('forbidden');
    const proof = await signIn.exchange(tenant, code, verifier, back);
    const person = await signIn.verify(proof, tenant);
    if (person.nonce !== nonce) throw new ProblemError('forbidden');
    return context.html(signedInPage(proof));
  });
  app.route('/', window);

  const pages = pagesApp({ publicOrigin, formTargets: [options.signInOrigin], logger: options.logger });
  pages.get('/install', (context) => {
    parts();
    return context.html(form);
  });
  pages.post('/install', async (context) => {
    const { signIn } = parts();
    if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header('content-type') ?? ''))
      throw new ProblemError('unsupported_content_type');
    const text = new URLSearchParams(await context.req.text()).get('url') ?? '';
    const url = organizationUrl(text, new URL(options.signInOrigin).hostname === '127.0.0.1');
    const { cookie, asked } = installs.begin('organizations', url);
    setCookie(context, UNDER_WAY, cookie, installCookie(publicOrigin, 'Lax'));
    return context.redirect(signIn.authorizeUrl('organizations', { ...asked, redirectUri: callback }));
  });
  pages.get('/callback', async (context) => {
    const { install } = parts();
    const { code = '', state = '' } = context.req.query();
    const { verifier, nonce, about: url } = installs.finish(cookieOf(context, UNDER_WAY), state);
    deleteCookie(context, UNDER_WAY, installCookie(publicOrigin, 'Lax'));
    if (code === '') throw new ProblemError('forbidden');
    const person = await install.person(code, verifier, callback, nonce);
    const { found, ticket } = await install.inspect(url, person);
    const kept = vault.seal(JSON.stringify({ ticket, actor: person.oid }), 'dynamics-sales|confirm');
    setCookie(context, TO_CONFIRM, kept, installCookie(publicOrigin, 'Strict'));
    return context.html(confirmation(found));
  });
  pages.post('/confirm', async (context) => {
    const { install } = parts();
    let kept: z.infer<typeof confirmedSchema>;
    try {
      kept = confirmedSchema.parse(JSON.parse(vault.open(cookieOf(context, TO_CONFIRM), 'dynamics-sales|confirm')));
    } catch (cause) {
      throw new ProblemError('forbidden', { cause });
    }
    const account = await install.confirm(kept.ticket, kept.actor);
    deleteCookie(context, TO_CONFIRM, installCookie(publicOrigin, 'Strict'));
    const organization = account.slice('dynamics-sales:'.length);
    const { webhookKey: key } = options;
    const header = key
      ? html`<p>For the webhook's step: header <code>${WEBHOOK_HEADER}</code>, value <code>${webhookValue(key, organization)}</code>.</p>`
      : '';
    return context.html(
      page(
        'The organisation is connected',
        html`<p>Account ${account}. Import the solution, and put the control on the forms.</p>${header}`,
      ),
    );
  });
  app.route('/oauth', pages);
  return app;
}
