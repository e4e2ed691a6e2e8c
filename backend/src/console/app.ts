import { type AccountId, problemCatalogue, type RecordRef } from '@backroom/shared';
import { locales } from '@backroom/shared/messages/locale';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { ApprovalLinks } from '../access/approval-links.ts';
import { pageHeaders } from '../access/headers.ts';
import type { Connections } from '../accounts/connect.ts';
import type { Grants } from '../accounts/grants.ts';
import type { Limited } from '../api/limits.ts';
import type { CrmToInstall } from '../crm/contract/manifest.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import type { FeedViews } from '../feeds/index.ts';
import type { Alerts } from '../monitoring/alerts/index.ts';
import type { Logger } from '../monitoring/log.ts';
import type { Preflight } from '../preflight/index.ts';
import { ProblemError } from '../problems/error.ts';
import type { Reconciliation } from '../reconciliation/index.ts';
import type { Scans } from '../scans/index.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { SubmissionEngine } from '../submissions/engine.ts';
import { type AccessParts, accessRoutes } from './access/routes.ts';
import { approvalLinkRoutes } from './approvals/link-routes.ts';
import { type ApprovalParts, approvalRoutes } from './approvals/routes.ts';
import { assetNamed } from './assets.ts';
import { type BulkParts, bulkRoutes } from './automation/bulk-routes.ts';
import { type AutomationParts, automationRoutes } from './automation/routes.ts';
import { type ConflictParts, conflictRoutes } from './conflicts/routes.ts';
import type { ExampleParts } from './connection/example.ts';
import { connectionRoutes } from './connection/routes.ts';
import type { CompanyFieldsOf, CrmFieldList } from './connection/world.ts';
import { orderRoutes } from './desk/routes.ts';
import { duplicateRoutes } from './duplicates/routes.ts';
import { feedRoutes } from './feed/routes.ts';
import { type FlowParts, masterRoutes } from './flows/routes.ts';
import { type KeyParts, keyRoutes } from './keys/routes.ts';
import { page } from './layout.ts';
import { type MappingParts, mappingRoutes } from './mapping/routes.ts';
import { alertRoutes } from './monitoring/alert-routes.ts';
import { auditRoutes } from './monitoring/audit-routes.ts';
import { audited } from './monitoring/audited.ts';
import { type LoadParts, loadRoutes } from './monitoring/load-routes.ts';
import { callRoutes, flowRoutes, type MonitoringParts, versionRoutes } from './monitoring/routes.ts';
import { failure } from './parts.ts';
import { policyRoutes } from './policies/routes.ts';
import { reconciliationRoutes } from './reconciliation/routes.ts';
import { type DeskEnv, deskSessions, type SessionOptions } from './session.ts';
import { setupRoutes } from './setup/routes.ts';
import { createSurface, formOf } from './surface.ts';

export type ConsoleOptions = SessionOptions &
  AccessParts &
  AutomationParts &
  Pick<BulkParts, 'automation'> &
  LoadParts &
  KeyParts & {
    submissions: SubmissionEngine;
    reconciliation: Reconciliation;
    scans: Scans;
    feeds: FeedViews;
    customerSync: ConflictParts['customerSync'];
    connections: Connections;
    grants: Grants;
    accounts: AccountStore;
    preflight: Preflight;
    exampleDeal: ExampleParts['exampleDeal'];
    monitoring: MonitoringParts & { alerts: Alerts };
    crmFields: FlowParts['crmFields'];
    ownOrders: FlowParts['ownOrders'];
    crmFieldList: CrmFieldList;
    companyFieldsOf: CompanyFieldsOf;
    crmInstalls: readonly CrmToInstall[];
    approvalLinks: ApprovalLinks;
    approvals: ApprovalParts['approvals'];
    askedNow: ApprovalParts['askedNow'];
    erpFor: (account: AccountId, connection?: string) => Promise<ErpAdapter>;
    /** Where the mapping's examples come from. */
    sample: MappingParts['sample'];
    /** How the account's CRM shows its records; null for one that it cannot name an address of. */
    crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
    logger: Logger;
    /** The name of each CRM by its id, for people. */
    crmNames: Readonly<Record<string, string>>;
    /** Refuses what a person or an account asks too often. */
    limited: Limited;
  };
/** Scripts and styles are files of ours. */
const headers = pageHeaders({
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
});
/** A page of ours, and not `//elsewhere`. */
const backSchema = z
  .string()
  .regex(/^\/desk(?:[/?][\w/?&=~.:%+-]*)?$/)
  .catch('/desk/orders');
const viewSchema = z.object({
  locale: z.enum(locales).optional(),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
    .optional(),
});
/** The console: pages that work without script, for an admin who came with a link from the CRM. Mounted at `/desk`. */
export function createConsole(options: ConsoleOptions) {
  const sessions = deskSessions(options);
  const app = new Hono<DeskEnv>();
  const surface = createSurface(options);
  /** Of the default connection: its company's calendar is the account's. */
  const timeZoneOf = async (account: AccountId): Promise<string> => {
    const all = await options.accounts.connections(account);
    return all.find(({ isDefault }) => isDefault)?.settings.timeZone ?? 'UTC';
  };
  const { view, show, problem } = surface;

  app.onError((error, context) => {
    const words = problem(context, error);
    const { title } = words;
    const { d } = view(context);
    const body = html`<h1 tabindex="-1">${title}</h1>${failure(view(context), words)}
${context.get('session') ? html`<p class="actions"><a class="button" href="/desk/orders">${d('back')}</a></p>` : ''}`;
    return show(context, { title, place: null, body }, problemCatalogue[words.code].status as ContentfulStatusCode);
  });
  app.use(headers);
  app.get('/assets/:name', (context) => {
    const asset = assetNamed(context.req.param('name'));
    if (!asset) throw new ProblemError('not_found');
    return context.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/enter/:token', async (context) => {
    // As a page of its own, opened by a person: another site cannot have it loaded in a frame or as a picture.
    if ((context.req.header('sec-fetch-dest') ?? 'document') !== 'document') throw new ProblemError('forbidden');
    return context.redirect(await sessions.enter(context, context.req.param('token')), 303);
  });

  app.route('/approve', approvalLinkRoutes({ ...options, ...surface }));

  app.use(csrf({ origin: options.origin }), sessions.signedIn, options.limited, audited(options));
  app.get('/', (context) => context.redirect('/desk/orders', 303));
  app.post('/sign-out', async (context) => {
    const words = view(context);
    await sessions.leave(context);
    const body = html`<h1 tabindex="-1">${words.d('signed_out')}</h1><p>${words.d('signed_out_text')}</p>`;
    return context.html(page(words, null, { title: words.d('signed_out'), place: null, body }));
  });
  app.post('/view', async (context) => {
    const form = await formOf(context);
    const change = viewSchema.safeParse(form);
    if (change.success) await sessions.change(context, change.data);
    const from = URL.parse(context.req.header('referer') ?? '');
    return context.redirect(backSchema.parse(form.back ?? (from ? `${from.pathname}${from.search}` : '')), 303);
  });

  app.route('/orders', orderRoutes({ ...options, ...surface }));
  app.route('/reconciliation', reconciliationRoutes({ ...options, ...surface }));
  app.route('/duplicates', duplicateRoutes({ ...options, ...surface }));
  app.route('/conflicts', conflictRoutes({ ...options, ...surface }));
  app.route('/feed', feedRoutes({ ...options, ...surface }));
  app.route('/monitoring', flowRoutes({ ...options, ...surface }));
  app.route('/calls', callRoutes({ ...options, ...surface }));
  app.route('/alerts', alertRoutes({ ...options, ...surface }));
  app.route('/audit', auditRoutes({ ...options, ...surface }));
  app.route('/load', loadRoutes({ ...options, ...surface }));
  app.route('/versions', versionRoutes({ ...options, ...surface }));
  app.route('/setup', setupRoutes({ ...options, ...surface }));
  app.route('/connections', connectionRoutes({ ...options, ...surface }));
  app.route('/flows', masterRoutes({ ...options, ...surface }));
  app.route('/mapping', mappingRoutes({ ...options, ...surface }));
  app.route('/policies', policyRoutes({ ...options, ...surface }));
  app.route('/approvals', approvalRoutes({ ...options, ...surface }));
  app.route('/automation/bulk', bulkRoutes({ ...options, ...surface, timeZoneOf }));
  app.route('/automation', automationRoutes({ ...options, ...surface }));
  // Where links and bookmarks of earlier releases lead.
  app.get('/connection', (context) => context.redirect('/desk/connections', 303));
  app.route('/access/keys', keyRoutes({ ...options, ...surface }));
  app.route('/access', accessRoutes({ ...options, ...surface }));
  app.all('*', () => {
    throw new ProblemError('not_found');
  });
  return app;
}
