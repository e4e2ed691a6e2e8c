import { createHmac } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Logger } from '../../monitoring/log.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { attempts } from '../kit/attempts.ts';
import { cookiePrefix, installCookie, page, pagesApp } from '../kit/pages.ts';
import { sameText } from '../kit/same-text.ts';
import { signedInPage, signInWindow } from '../kit/sign-in-window.ts';
import { type Allowed, connectionIn, formPage } from './connection-form.ts';
import type { Proofs } from './embed.ts';
import { isNoticeObject, type NoticeObject, parseNotice } from './events.ts';
import type { SalesCloudInstaller } from './install.ts';
import type { IdentityProviders } from './provider.ts';
import { accountNamed, accountOf, type Tenants } from './tenants.ts';
import { issuerHosts, noticeObjects } from './unproved.ts';

const CONNECTING = 'backroom_ssc';
const SIGNING_IN = 'backroom_ssc_user';
/** How long an id of a notice is remembered. */
const NOTICE_MS = 7 * 86_400_000;
/** The password of one tenant's notices: what one of them has is worth nothing for another. */
export const noticePassword = (key: string, account: AccountId): string =>
  createHmac('sha256', key).update(`notices ${account}`).digest('hex');

/** The address that the administrator types into Mashup Authoring, and the parameter that is bound on each object. */
const mashups = { opportunityId: 'Opportunity', salesQuoteId: 'Sales Quote', accountId: 'Account' };
const connected = (publicOrigin: string, host: string, eventKey: string | null) =>
  page(
    'SAP Sales Cloud is connected',
    html`<p>Account ${accountOf(host)}. In SAP Sales Cloud, Settings, Mashup Authoring: make a URL mashup with the address
<code>${publicOrigin}/embed/sap-sales-cloud/?tenant=${host}</code> and these parameters.</p>
<ul>${Object.entries(mashups).map(([name, object]) => html`<li>${object}: <code>${name}</code>, bound to Technical ID</li>`)}</ul>
${
  eventKey === null
    ? ''
    : html`<p>Event notifications: <code>${publicOrigin}/sap-sales-cloud/events/</code> and one of ${Object.keys(noticeObjects).join(', ')}; basic authentication, user <code>${host}</code>,
password <code>${noticePassword(eventKey, accountOf(host))}</code>.</p>`
}`,
  );

/** What a tenant and its people call outside of the panels: the steps of connecting it, the window of a sign-in, and notices of changes. */
export function salesCloudDoor(options: {
  publicOrigin: string;
  logger: Logger;
  now: () => number;
  vault: Pick<CrmPorts['vault'], 'seal' | 'open'>;
  onEvents: CrmPorts['onEvents'];
  useOnce: CrmPorts['useOnce'];
  tenants: Tenants;
  providers: IdentityProviders;
  proofs: Proofs;
  install: SalesCloudInstaller;
  allowed: Allowed;
  setupCode: string;
  /** Null: no notice is believed. */
  eventKey: string | null;
}) {
  const { publicOrigin, vault, tenants, providers, eventKey } = options;
  const app = new Hono<{ Variables: Variables }>();
  const prefix = cookiePrefix(publicOrigin);
  const installs = attempts(vault, 'sap-sales-cloud|install');
  const people = attempts(vault, 'sap-sales-cloud|sign-in');
  const callback = `${publicOrigin}/sap-sales-cloud/oauth/callback`;
  const back = `${publicOrigin}/sap-sales-cloud/signed-in`;
  const cookieOf = (context: Context, name: string): string => getCookie(context, name, prefix) ?? '';

  /** Whose notice it is, by the password that was made for this tenant. */
  async function sender(header: string): Promise<AccountId> {
    const [, given = ''] = /^Basic ([\w+/]+=*)$/.exec(header) ?? [];
    const [, host = '', password = ''] = /^([^:]*):(.*)$/.exec(Buffer.from(given, 'base64').toString()) ?? [];
    const account = accountNamed(host);
    if (!eventKey || !account || !sameText(noticePassword(eventKey, account), password))
      throw new ProblemError('signature_invalid');
    if (!(await tenants.of(account))) throw new ProblemError('account_unknown');
    return account;
  }
  app.post('/events/:object', async (context) => {
    if (!eventKey) throw new ProblemError('not_found');
    const account = await sender(context.req.header('authorization') ?? '');
    const object = context.req.param('object');
    if (!isNoticeObject(object)) throw new ProblemError('not_found');
    const { id, events } = parsed(account, object, await context.req.json().catch(() => null));
    const until = new Date(options.now() + NOTICE_MS);
    // A notice that comes again tells nothing new.
    if (events.length > 0 && (await options.useOnce(account, `notice:${id}`, until))) await options.onEvents(events);
    return context.body(null, 202);
  });
  function parsed(account: AccountId, object: NoticeObject, body: unknown) {
    try {
      return parseNotice(account, object, body, options.now());
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
  }

  const window = signInWindow();
  window.get('/sign-in', async (context) => {
    const account = accountNamed(context.req.query('tenant'));
    const tenant = account && (await tenants.of(account));
    if (!account || !tenant) throw new ProblemError('account_unknown');
    const { cookie, asked } = people.begin(account, '');
    setCookie(context, SIGNING_IN, cookie, installCookie(publicOrigin, 'Lax'));
    return context.redirect(await providers.authorizeUrl(tenant, { ...asked, redirectUri: back }));
  });
  window.get('/signed-in', async (context) => {
    const { code = '', state = '' } = context.req.query();
    const { at, verifier, nonce } = people.finish(cookieOf(context, SIGNING_IN), state);
    deleteCookie(context, SIGNING_IN, installCookie(publicOrigin, 'Lax'));
    const account = accountNamed(at.slice('sap-sales-cloud:'.length));
    const tenant = account && (await tenants.of(account));
    if (!account || !tenant || code === '') throw new ProblemError('forbidden');
    const person = await providers.signedIn(tenant, { code, verifier, nonce, redirectUri: back });
    return context.html(signedInPage(options.proofs.seal(account, person)));
  });
  app.route('/', window);

  const targets = [...issuerHosts.map((host) => `https://*.${host}`), ...options.allowed.issuers];
  const pages = pagesApp({ publicOrigin, formTargets: targets, logger: options.logger });
  pages.get('/install', (context) => context.html(formPage()));
  pages.post('/install', async (context) => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header('content-type') ?? ''))
      throw new ProblemError('unsupported_content_type');
    const { tenant, code } = connectionIn(new URLSearchParams(await context.req.text()), options.allowed);
    // Before anything is asked of an address that somebody typed.
    if (!sameText(options.setupCode, code)) throw new ProblemError('forbidden');
    const { ticket, provider } = await options.install.begin(tenant);
    const { cookie, asked } = installs.begin('', ticket);
    setCookie(context, CONNECTING, cookie, installCookie(publicOrigin, 'Lax'));
    return context.redirect(await providers.authorizeUrl(provider, { ...asked, redirectUri: callback }));
  });
  pages.get('/callback', async (context) => {
    const { code = '', state = '' } = context.req.query();
    const { verifier, nonce, about } = installs.finish(cookieOf(context, CONNECTING), state);
    deleteCookie(context, CONNECTING, installCookie(publicOrigin, 'Lax'));
    if (code === '') throw new ProblemError('forbidden');
    const { tenant } = await options.install.finish(about, { code, verifier, nonce, redirectUri: callback });
    return context.html(connected(publicOrigin, new URL(tenant.url).hostname, eventKey));
  });
  app.route('/oauth', pages);
  return app;
}
