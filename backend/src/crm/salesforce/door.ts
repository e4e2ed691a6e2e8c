import type { AccountId } from '@backroom/shared';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { type CallerProof, provenCaller } from '../../access/caller.ts';
import type { Logger } from '../../monitoring/log.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Actions } from '../contract/actions.ts';
import type { CrmEvent } from '../contract/index.ts';
import { cookiePrefix, installCookie, type Markup, page, pagesApp } from '../kit/pages.ts';
import { flowActions } from './actions.ts';
import { parseChanges } from './events.ts';
import { installInputSchema, type Pending, type salesforceInstall } from './install.ts';
import type { SalesforceOrgStore } from './orgs.ts';

export type SalesforceDoorOptions = {
  publicOrigin: string;
  /** Where admins sign in; a form of ours leads there. */
  loginUrls: readonly string[];
  logger: Logger;
  /** The org's trigger, signed like everything that Apex sends. */
  events: CallerProof;
  onEvents: (account: AccountId, events: CrmEvent[]) => Promise<void>;
  actions: Actions;
  /** Null where no connected app is configured. */
  install: ReturnType<typeof salesforceInstall> | null;
  certificates: SalesforceOrgStore['certificates'];
};
const UNDER_WAY = 'backroom_sf';
const TO_CONFIRM = 'backroom_sf_confirm';
const form = page(
  'Connect a Salesforce org',
  html`<form method="post"><p><label>Certificate (Setup › Certificate and Key Management › Download Certificate)<br>
<textarea name="certificate" rows="20" cols="66" required></textarea></label></p>
<p><label>Its unique name <input name="kid" value="Backroom" required pattern="[A-Za-z][A-Za-z0-9_]{0,39}"></label></p>
<p><label><input type="radio" name="org" value="production" checked> Production</label>
<label><input type="radio" name="org" value="sandbox"> Sandbox</label></p><p><button>Connect</button></p></form>`,
);
/** The last step: what will be believed for which org. */
const confirmation = (pending: Pending, known: readonly { kid: string; fingerprint: string }[]): Markup =>
  page(
    'Is this your certificate?',
    html`<p>Whoever has the key of this certificate speaks for the whole org: reads figures, places orders, changes settings. Compare the fingerprint with the file
that you downloaded: <code>openssl x509 -noout -fingerprint -sha256 -in Backroom.crt</code></p>
<dl><dt>Org</dt><dd>${pending.orgId} (${pending.sandbox ? 'sandbox' : 'production'}, ${pending.instance})</dd>
<dt>Certificate</dt><dd>${pending.kid}</dd><dt>SHA-256 fingerprint</dt><dd><code>${pending.fingerprint}</code></dd></dl>
${known.length === 0 ? '' : html`<p>Registered already: ${known.map(({ kid, fingerprint }) => html`${kid} <code>${fingerprint}</code> `)}</p>`}
<form method="post" action="/salesforce/oauth/confirm"><button>Yes, connect the org</button></form>
<p>If you did not begin this yourself, close this page. Nothing has been changed.</p>`,
  );

/** What a Salesforce org calls outside of the panels: change events, and the steps of connecting it. */
export function salesforceDoor(options: SalesforceDoorOptions) {
  const app = new Hono<{ Variables: Variables }>();
  const { publicOrigin } = options;
  const prefix = cookiePrefix(publicOrigin);
  const installer = () => {
    if (!options.install) throw new ProblemError('not_found');
    return options.install;
  };
  app.post('/events', provenCaller([options.events]), async (context) => {
    const { account } = context.get('caller');
    let events: CrmEvent[];
    try {
      events = parseChanges(account, await context.req.json());
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    await options.onEvents(account, events);
    return context.json({ ok: true });
  });

  app.route('/actions', flowActions(options.events, options.actions));

  const formTargets = options.loginUrls.map((url) => new URL(url).origin);
  const pages = pagesApp({ publicOrigin, formTargets, logger: options.logger });
  pages.get('/install', (context) => {
    installer();
    return context.html(form);
  });
  pages.post('/install', async (context) => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header('content-type') ?? ''))
      throw new ProblemError('unsupported_content_type');
    const input = installInputSchema.safeParse(Object.fromEntries(new URLSearchParams(await context.req.text())));
    if (!input.success)
      throw new ProblemError('invalid_input', {
        errors: input.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    const { url, cookie } = await installer().start(input.data);
    setCookie(context, UNDER_WAY, cookie, installCookie(publicOrigin, 'Lax'));
    return context.redirect(url);
  });
  pages.get('/callback', async (context) => {
    const { code = '', state = '' } = context.req.query();
    const { pending, ticket } = await installer().finish(code, state, getCookie(context, UNDER_WAY, prefix) ?? '');
    deleteCookie(context, UNDER_WAY, installCookie(publicOrigin, 'Lax'));
    setCookie(context, TO_CONFIRM, ticket, installCookie(publicOrigin, 'Strict'));
    return context.html(confirmation(pending, await options.certificates(pending.account)));
  });
  pages.post('/confirm', async (context) => {
    const { account, fingerprint } = await installer().confirm(getCookie(context, TO_CONFIRM, prefix) ?? '');
    deleteCookie(context, TO_CONFIRM, installCookie(publicOrigin, 'Strict'));
    return context.html(
      page(
        'The org is connected',
        html`<p>Account ${account}, certificate <code>${fingerprint}</code>.</p>
<p>Next, in Salesforce: give yourself the permission set <em>Backroom: admin</em>, open the app <em>Backroom</em> and connect your ERP there.</p>`,
      ),
    );
  });
  app.route('/oauth', pages);
  return app;
}
