import { Hono } from 'hono';
import { accountRoutes } from './account.ts';
import { associationRoutes } from './associations.ts';
import type { Crm } from './database.ts';
import { fail, faults } from './errors.ts';
import type { Change } from './events.ts';
import { journalRoutes } from './journal.ts';
import { limits, scopeCheck } from './limits.ts';
import { hubspotOAuth } from './oauth.ts';
import { objectRoutes } from './objects.ts';
import { playgroundRoutes } from './playground.ts';
import { openPortal, type Portal } from './portal.ts';
import { taskRoutes } from './tasks.ts';
import { VERSION } from './types.ts';
import { workflowRoutes } from './workflows.ts';

/**
 * A stand-in for the HubSpot endpoints that Backroom uses: paths of rollout 2026-03, string properties, pages, partial batch answers, error
 * envelope, limits with their policy names. `portal` is the account behind it. Anything else answers 404 in HubSpot's form.
 */
export function hubspotApi(
  crm: Crm,
  options: {
    clientSecret: string;
    /** Checked where it is given. */
    clientId?: string | undefined;
    onChange: (type: string, id: string, properties: readonly string[]) => void;
    /** Delivers events. Absent: nobody is told. */
    tell?: (changes: readonly Change[]) => void;
    /** False: the data come from a real ERP. */
    demo?: boolean;
    maxInWindow?: number | undefined;
    maxSearches?: number | undefined;
    portal?: Portal | undefined;
  },
) {
  const portal = options.portal ?? openPortal();
  const oauth = hubspotOAuth(portal, options);
  const app = new Hono();
  app.route('/', oauth.routes);
  app.route('/', journalRoutes(portal));
  app.route('/', playgroundRoutes(crm, { demo: options.demo !== false, portal, tell: options.tell ?? (() => {}) }));
  app.use('*', async (context, next) =>
    oauth.accepts(context.req.header('authorization')) ? next() : faults.expired(),
  );
  app.use('*', limits(portal, options));
  app.use('*', scopeCheck(portal));
  app.route('/', associationRoutes(crm, portal));
  app.route('/', accountRoutes(crm, portal));
  app.route('/', workflowRoutes(portal));
  app.route('/', taskRoutes(portal));
  app.route('/', objectRoutes(crm, portal, options.onChange));
  app.delete(`/appinstalls/${VERSION}/external-install`, (context) => {
    oauth.uninstall();
    return context.body(null, 204);
  });
  app.notFound(() => fail(404, 'OBJECT_NOT_FOUND', 'resource not found'));
  return app;
}
