import type { AccountId } from '@backroom/shared';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Logger } from '../../monitoring/log.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Actions } from '../contract/actions.ts';
import type { CrmEvent } from '../contract/index.ts';
import { cookiePrefix, installCookie, page, pagesApp } from '../kit/pages.ts';
import { actionNames, readExecution, runAction, verifyAction } from './actions.ts';
import type { hubspotInstall } from './install.ts';
import { returnAddress } from './return-url.ts';
import { type Signed, verifyV3 } from './signature.ts';
import { eventsJson, parseWebhooks } from './webhooks.ts';

export type HubSpotDoorOptions = {
  publicOrigin: string;
  /** Where people use HubSpot. */
  authorizeBase: string;
  secrets: readonly string[];
  now: () => number;
  logger: Logger;
  onEvents: (events: CrmEvent[]) => Promise<void>;
  actions: Actions;
  /** Whether the account's workflows can be answered later. */
  waits: (account: AccountId) => Promise<boolean>;
  install: ReturnType<typeof hubspotInstall>;
};
const COOKIE = 'backroom_install';

/** What HubSpot itself calls: webhooks, actions of workflows, and the two ends of an installation. */
export function hubspotDoor(options: HubSpotDoorOptions) {
  const app = new Hono<{ Variables: Variables }>();
  async function signedPart({ req }: Context<{ Variables: Variables }>): Promise<Signed> {
    const url = new URL(req.url);
    // HubSpot calls these addresses as they stand. What its proxy sends for a card has the card's portal in the query: signed by the same secret,
    // but said by whoever wrote the card's request, about any portal.
    if (url.search !== '') throw new ProblemError('signature_invalid');
    return {
      method: 'POST',
      url: `${options.publicOrigin}${req.url.slice(url.origin.length)}`,
      body: await req.text(),
      timestamp: req.header('x-hubspot-request-timestamp') ?? '',
    };
  }
  app.post('/webhooks', async (context) => {
    const signed = await signedPart(context);
    const { body } = signed;
    const signature = context.req.header('x-hubspot-signature-v3');
    const verdict = verifyV3({ ...signed, signature }, options.secrets, options.now());
    if (verdict !== 'ok') throw new ProblemError(verdict);
    let events: CrmEvent[];
    try {
      events = parseWebhooks(eventsJson(body));
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    await options.onEvents(events);
    return context.json({ ok: true });
  });

  for (const name of actionNames)
    app.post(`/actions/${name}`, async (context) => {
      const signed = await signedPart(context);
      const { req } = context;
      const headers = {
        v3: req.header('x-hubspot-signature-v3'),
        v2: req.header('x-hubspot-signature'),
        version: req.header('x-hubspot-signature-version'),
      };
      verifyAction(signed, headers, options.secrets, options.now());
      return context.json(await runAction(name, readExecution(signed.body), options));
    });

  const { origin } = new URL(options.authorizeBase);
  const pages = pagesApp({ publicOrigin: options.publicOrigin, formTargets: [], logger: options.logger });
  pages.get('/install', (context) => {
    const { url, cookie } = options.install.start();
    setCookie(context, COOKIE, cookie, installCookie(options.publicOrigin, 'Lax'));
    return context.redirect(url);
  });
  pages.get('/callback', async (context) => {
    const { code = '', state, returnUrl } = context.req.query();
    const cookie = getCookie(context, COOKIE, cookiePrefix(options.publicOrigin)) ?? '';
    // Begun in the marketplace: HubSpot did the consent, sends no state, and waits at its own address.
    const fromMarketplace = state === undefined && returnUrl !== undefined;
    const account = fromMarketplace
      ? await options.install.finishFromMarketplace(code)
      : await options.install.finish(code, state ?? '', cookie);
    const back = fromMarketplace ? returnAddress(returnUrl, origin) : null;
    if (back) return context.redirect(back);
    return context.html(
      page(
        'Backroom is installed',
        html`<p>Account ${account}. Open Settings › Connected apps › Backroom in HubSpot to connect your ERP.</p>`,
      ),
    );
  });
  app.route('/oauth', pages);
  return app;
}
