import type { AccountId, RecordRef } from '@backroom/shared';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { type CallerProof, provenCaller } from './access/caller.ts';
import type { documentTokens } from './access/documents.ts';
import type { Rights } from './access/rights.ts';
import { documentRoute } from './api/documents.ts';
import { type EmbedParts, embedRoutes, ownRecord } from './api/embed/index.ts';
import { answerFirst } from './api/front.ts';
import { boundedBody, foreseen, jsonBody, livingAccount, reference } from './api/guards.ts';
import { type IntegrationParts, integrationRoutes } from './api/integration/index.ts';
import { BASE } from './api/integration/route.ts';
import type { Limited } from './api/limits.ts';
import type { RenderedAnswers } from './api/rendered.ts';
import { noteRequest, tracedRequests } from './api/traced.ts';
import { createV1 } from './api/v1/index.ts';
import type { DeskLink } from './api/v1/route.ts';
import type { DeskEnv } from './console/session.ts';
import type { Services } from './flows/context.ts';
import type { LinePrices } from './flows/orders/line-price.ts';
import type { Logger } from './monitoring/log.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { answerError, type Variables } from './problems/answer.ts';
import { ProblemError } from './problems/error.ts';
import type { AuditStore } from './store/audit.ts';
import type { Changes } from './store/changes.ts';
import type { UsedTokenStore } from './store/used-tokens.ts';

export type AppOptions = {
  services: Services;
  documents: ReturnType<typeof documentTokens>;
  logger: Logger;
  metrics: Metrics;
  /** Where a browser opens documents; the public origin but in the playground. */
  documentOrigin: string;
  /** Addresses of record pages in the account's CRM. */
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
  /** Ways to prove who calls, one a CRM. */
  proofs: readonly CallerProof[];
  /** What the CRMs themselves call, each under its own name: events, installation. */
  doors: readonly (readonly [crm: string, door: Hono<{ Variables: Variables }>])[];
  /** The order desk, for people in a browser of their own. */
  desk: Hono<DeskEnv>;
  deskLink: DeskLink;
  /** The page for frames in CRMs, and its sessions. */
  embed: Pick<EmbedParts, 'embeds' | 'callOf' | 'dir' | 'sessions'>;
  rights: Rights;
  linePrices: LinePrices;
  /** What programs with a key of the account may do. */
  integration: Pick<IntegrationParts, 'apiKeys' | 'keyLimited' | 'origin'>;
  /** Refuses what a user or an account asks too often. */
  limited: Limited;
  rendered: RenderedAnswers;
  changes: Pick<Changes, 'touch' | 'touchAll'>;
  audit: Pick<AuditStore, 'note'>;
  used: Pick<UsedTokenStore, 'useOnce'>;
  uninstall: (account: AccountId) => Promise<void>;
  probes: Hono;
  /** Counts requests whose signature was refused. */
  signatureRefused: (account: AccountId) => void;
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
    noteRequest(context.req.method, context.req.routePath, context.res.status, context.get('caller')?.account);
  });

  app.use('/v1/*', async (context, next) => {
    await next();
    const { method, path } = context.req;
    // A preview is a POST for its length and changes nothing.
    if (method !== 'GET' && !path.endsWith('/preview') && context.get('caller'))
      options.changes.touch(context.get('caller').account);
  });
  app.use('/desk/*', async (context, next) => {
    await next();
    if (context.req.method !== 'GET') options.changes.touchAll();
  });

  app.route('/', options.probes);

  app.use(
    '/v1/*',
    provenCaller(options.proofs, options.signatureRefused),
    foreseen(services),
    livingAccount(services.accounts),
    options.limited,
    jsonBody,
    ownRecord,
  );
  const { documents, documentOrigin: origin, deskLink, rights, linePrices, rendered, audit, uninstall } = options;
  app.route('/v1', createV1({ services, documents, origin, deskLink, rights, linePrices, rendered, audit, uninstall }));

  app.get('/documents/:token', documentRoute({ ...options, services, documents }));
  const { embed, limited, used } = options;
  app.route('/embed', embedRoutes({ ...embed, accounts: services.accounts, rights, limited, used }));
  app.route(BASE, integrationRoutes({ ...options.integration, services, changes: options.changes }));
  app.route('/desk', options.desk);
  for (const [crm, door] of options.doors) app.route(`/${crm}`, door);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Backroom', version: '1', description: 'What the ERP knows, for the CRM record page.' },
  });
  app.fetch = tracedRequests(answerFirst(app.fetch, { ...options, rendered }));
  return app;
}
