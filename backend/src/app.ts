import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { type CallerProof, provenCaller } from './access/caller.ts';
import type { documentTokens } from './access/documents.ts';
import type { DeskEnv } from './desk/session.ts';
import type { Services } from './flows/context.ts';
import { answerError, type Variables } from './http/errors.ts';
import { boundedBody, jsonBody, rateLimit, reference } from './http/guards.ts';
import { createRoutes, type DeskLink } from './http/routes.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { ProblemError } from './problems/error.ts';

export type AppOptions = {
  services: Services;
  documents: ReturnType<typeof documentTokens>;
  logger: Logger;
  metrics: Metrics;
  /** Where a browser opens documents; the public origin but in the playground. */
  documentOrigin: string;
  /** Ways to prove who calls, one a CRM. */
  proofs: readonly CallerProof[];
  /** What the CRMs themselves call, each under its own name: events, installation. */
  doors: Readonly<Record<string, Hono<{ Variables: Variables }>>>;
  /** The order desk, for people in a browser of their own. */
  desk: Hono<DeskEnv>;
  deskLink: DeskLink;
  probes: Hono;
  now: () => number;
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

  app.route('/', options.probes);

  app.use('/v1/*', provenCaller(options.proofs), rateLimit(options.now), jsonBody);
  app.route('/v1', createRoutes(services, options.documents, options.documentOrigin, options.deskLink));

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

  app.route('/desk', options.desk);
  for (const [crm, door] of Object.entries(options.doors)) app.route(`/${crm}`, door);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Backroom', version: '1', description: 'What the ERP knows, for the CRM record page.' },
  });
  return app;
}
