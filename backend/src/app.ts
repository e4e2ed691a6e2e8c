import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import { type CallerProof, provenCaller } from './access/caller.ts';
import type { documentTokens } from './access/documents.ts';
import { hubspotCaller } from './access/hubspot/caller.ts';
import { verifyV3 } from './access/hubspot/signature.ts';
import type { CrmEvent } from './crm/contract/index.ts';
import { parseWebhooks } from './crm/hubspot/webhooks.ts';
import type { Services } from './flows/context.ts';
import { answerError, type Variables } from './http/errors.ts';
import { boundedBody, jsonBody, rateLimit, reference } from './http/guards.ts';
import { createRoutes } from './http/routes.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { ProblemError } from './problems/error.ts';

export type AppOptions = {
  services: Services;
  documents: ReturnType<typeof documentTokens>;
  logger: Logger;
  metrics: Metrics;
  publicOrigin: string;
  /** Where a browser opens documents; the public origin but in the playground. */
  documentOrigin: string;
  secrets: readonly string[];
  /** Ways to prove who calls, beside HubSpot's. */
  proofs: readonly CallerProof[];
  now: () => number;
  ready: () => Promise<boolean>;
  onEvents: (events: CrmEvent[]) => Promise<void>;
  install: {
    start: () => { url: string; cookie: string };
    finish: (code: string, state: string, cookie: string) => Promise<string>;
  };
};

/** The HTTP face of the backend. */
export function createApp(options: AppOptions) {
  const { services, logger, metrics } = options;
  const app = new OpenAPIHono<{ Variables: Variables }>();
  app.onError((error, context) => answerError(context, error, logger));
  app.notFound((context) => answerError(context, new ProblemError('not_found'), logger));
  app.use('*', reference, boundedBody);
  app.use('*', async (context, next) => {
    const stop = metrics.requests.startTimer();
    await next();
    // The pattern, not the path: paths hold record ids and would make a series each.
    stop({ route: context.req.routePath, status: String(context.res.status) });
  });

  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) =>
    (await options.ready()) ? context.json({ ok: true }) : context.json({ ok: false }, 503),
  );
  app.get('/metrics', async (context) =>
    context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );

  app.use(
    '/v1/*',
    provenCaller([
      hubspotCaller({ publicOrigin: options.publicOrigin, secrets: options.secrets, now: options.now }),
      ...options.proofs,
    ]),
    rateLimit(options.now),
    jsonBody,
  );
  app.route('/v1', createRoutes(services, options.documents, options.documentOrigin));

  app.get('/documents/:token', async (context) => {
    const claims = await options.documents.verify(context.req.param('token'), options.now());
    if (!claims) throw new ProblemError('not_found');
    const { invoices } = await services.erpFor(claims.account);
    if (!invoices?.pdf) throw new ProblemError('flow_unsupported');
    const pdf = await invoices.pdf({ id: claims.invoice }, { signal: AbortSignal.timeout(9000) });
    return context.body(Buffer.from(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'",
    });
  });

  app.post('/hubspot/webhooks', async (context) => {
    const url = new URL(context.req.url);
    const text = await context.req.text();
    const verdict = verifyV3(
      {
        method: 'POST',
        url: `${options.publicOrigin}${context.req.url.slice(url.origin.length)}`,
        body: text,
        timestamp: context.req.header('x-hubspot-request-timestamp') ?? '',
        signature: context.req.header('x-hubspot-signature-v3'),
      },
      options.secrets,
      options.now(),
    );
    if (verdict !== 'ok') throw new ProblemError(verdict);
    let events: CrmEvent[];
    try {
      events = parseWebhooks(JSON.parse(text));
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    await options.onEvents(events);
    return context.json({ ok: true });
  });

  app.get('/hubspot/oauth/install', (context) => {
    const { url, cookie } = options.install.start();
    context.header(
      'set-cookie',
      `backroom_install=${cookie}; HttpOnly; Secure; SameSite=Lax; Path=/hubspot/oauth; Max-Age=600`,
    );
    return context.redirect(url);
  });
  app.get('/hubspot/oauth/callback', async (context) => {
    const cookie = /backroom_install=([^;]+)/.exec(context.req.header('cookie') ?? '')?.[1] ?? '';
    const account = await options.install.finish(
      context.req.query('code') ?? '',
      context.req.query('state') ?? '',
      cookie,
    );
    return context.html(
      `<!doctype html><html lang="en"><title>Backroom</title><main><h1>Backroom is installed</h1><p>Account ${account.replace(/[^\w:-]/g, '')}. Open Settings › Connected apps › Backroom in HubSpot to connect your ERP.</p></main></html>`,
    );
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Backroom', version: '1', description: 'What the ERP knows, for the CRM record page.' },
  });
  return app;
}
