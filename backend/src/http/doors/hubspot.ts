import { Hono } from 'hono';
import { verifyV3 } from '../../access/hubspot/signature.ts';
import type { CrmEvent } from '../../crm/contract/index.ts';
import { parseWebhooks } from '../../crm/hubspot/webhooks.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Variables } from '../errors.ts';
import { page, text } from './page.ts';

export type HubSpotDoorOptions = {
  publicOrigin: string;
  secrets: readonly string[];
  now: () => number;
  onEvents: (events: CrmEvent[]) => Promise<void>;
  install: {
    start: () => { url: string; cookie: string };
    finish: (code: string, state: string, cookie: string) => Promise<string>;
  };
};

/** What HubSpot itself calls: webhooks, and the two ends of an installation. */
export function hubspotDoor(options: HubSpotDoorOptions) {
  const app = new Hono<{ Variables: Variables }>();
  app.post('/webhooks', async (context) => {
    const url = new URL(context.req.url);
    // HubSpot calls this address as it stands. What its proxy sends for a card has the card's portal in the query: signed by the same secret,
    // but said by whoever wrote the card's request, about any portal.
    if (url.search !== '') throw new ProblemError('signature_invalid');
    const body = await context.req.text();
    const verdict = verifyV3(
      {
        method: 'POST',
        url: `${options.publicOrigin}${context.req.url.slice(url.origin.length)}`,
        body,
        timestamp: context.req.header('x-hubspot-request-timestamp') ?? '',
        signature: context.req.header('x-hubspot-signature-v3'),
      },
      options.secrets,
      options.now(),
    );
    if (verdict !== 'ok') throw new ProblemError(verdict);
    let events: CrmEvent[];
    try {
      events = parseWebhooks(JSON.parse(body));
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    await options.onEvents(events);
    return context.json({ ok: true });
  });
  app.get('/oauth/install', (context) => {
    const { url, cookie } = options.install.start();
    context.header(
      'set-cookie',
      `backroom_install=${cookie}; HttpOnly; Secure; SameSite=Lax; Path=/hubspot/oauth; Max-Age=600`,
    );
    return context.redirect(url);
  });
  app.get('/oauth/callback', async (context) => {
    const cookie = /backroom_install=([^;]+)/.exec(context.req.header('cookie') ?? '')?.[1] ?? '';
    const account = await options.install.finish(
      context.req.query('code') ?? '',
      context.req.query('state') ?? '',
      cookie,
    );
    return context.html(
      page(
        'Backroom is installed',
        `<p>Account ${text(account)}. Open Settings › Connected apps › Backroom in HubSpot to connect your ERP.</p>`,
      ),
    );
  });
  return app;
}
