import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { salesforcePages } from '../salesforce/pages.ts';
import { standInDynamics } from './dynamics/index.ts';
import { buildOf, file, isBuild, page } from './files.ts';
import { gateway } from './gateway.ts';
import { hubspotApi } from './hubspot/api.ts';
import { type Crm, openCrm } from './hubspot/database.ts';
import { openPortal, type Portal } from './hubspot/portal.ts';
import { marketplace } from './marketplace.ts';
import { standInOdoo } from './odoo/index.ts';
import { pageData } from './page-data.ts';
import { standInPipedrive } from './pipedrive/index.ts';
import { fromSalesforceId } from './salesforce/ids.ts';
import { standInSalesforce } from './salesforce/index.ts';
import type { Org } from './salesforce/org.ts';
import { standInSalesCloud } from './sap-sales-cloud/index.ts';
import { webhookSender } from './webhooks.ts';

const here = join(import.meta.dirname, '..');
const deskLinkSchema = z.object({ ok: z.literal(true), data: z.object({ url: z.url() }) });
const appSchema = z.object({
  config: z.object({ auth: z.object({ requiredScopes: z.array(z.string()), optionalScopes: z.array(z.string()) }) }),
});
const cardsSchema = z.array(z.looseObject({ file: z.string() }));
const build = join(here, '.build');
/** Where a folder of the build is. */
const at = (folder: 'cards' | 'web') => `/__${folder}/${buildOf(build)}/`;
/** The built cards, each with where its script is. */
const cards = () =>
  cardsSchema
    .parse(JSON.parse(readFileSync(join(build, 'cards', 'index.json'), 'utf8')))
    .map((card) => ({ ...card, script: `${at('cards')}${card.file}` }));
export type PlaygroundOptions = {
  port: number;
  dataDir: string;
  backendUrl: string;
  /** Where the demo ERP shows itself and has its switches. */
  erpUrl: string;
  /** False: a real ERP stands behind, and the backend fills the CRM with what that has. */
  demo: boolean;
  publicOrigin: string;
  secret: string;
  /** For load tests: so many deals more, and another limit than HubSpot's of requests in ten seconds. */
  many?: number | undefined;
  maxInWindow?: number | undefined;
  /** The HubSpot account behind it. Absent: one that does not tell who sees a record, since load tests have users of their own making. */
  portal?: Portal | undefined;
};
/** `crm`: the data behind both CRMs; `org`: what the Salesforce org has, grants and refuses; `orgCalls`: calls of its day. */
export type Playground = {
  url: string;
  crm: Crm;
  org: Org;
  orgCalls: { used: number; max: number };
  close: () => Promise<void>;
};

/** The playground: CRM page, card bundles, gateway, and the stand-in for HubSpot's API. */
export function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const crm = openCrm(options.dataDir, options);
  const caller = { portalId: 4242, userId: 7, userEmail: 'pat@example.com', appId: 99 };
  const tellHubSpot = webhookSender({
    publicOrigin: options.publicOrigin,
    backendUrl: options.backendUrl,
    secret: options.secret,
    portalId: caller.portalId,
  });
  // One set of data behind both CRMs: what changes through one, the other tells of too.
  const onChange = (type: string, id: string, properties: readonly string[], origin?: string): void => {
    tellHubSpot(properties.map((name) => ({ kind: 'property', type, id, name })));
    salesforce.tell(type, id, properties, origin);
  };
  const salesforce = standInSalesforce(crm, { ...options, onChange });
  const { app: pipedrive } = standInPipedrive(crm, options);
  const { app: dynamics, organization } = standInDynamics(crm, options);
  const { app: salesCloud } = standInSalesCloud(crm, options);
  const { app: odoo } = standInOdoo(crm, options);
  const appFile = join(here, '..', 'hubspot', 'src', 'app', 'app-hsmeta.json');
  const send = gateway({ ...options, appFile, caller });
  // HubSpot grants what the app asks for: a call that needs more fails here too.
  const portal = options.portal ?? openPortal({ tellsViewers: false });
  const { requiredScopes, optionalScopes } = appSchema.parse(JSON.parse(readFileSync(appFile, 'utf8'))).config.auth;
  portal.scopes ??= new Set([...requiredScopes, ...optionalScopes]);
  const context = {
    portal: { id: caller.portalId, timezone: 'Europe/Berlin' },
    user: {
      id: caller.userId,
      email: caller.userEmail,
      firstName: 'Pat',
      lastName: 'Moreau',
      locale: 'en-gb',
      language: 'en',
    },
    appId: caller.appId,
    erpUrl: options.erpUrl,
  };
  const app = new Hono();
  // Where HubSpot and Salesforce show a record; here it is the page of ours.
  const placeOf: Readonly<Record<string, string>> = { '0-3': 'deals', '0-2': 'companies' };
  app.get('/hubspot-api/contacts/:portal/record/:type/:id', (c) =>
    c.redirect(`/${placeOf[c.req.param('type')] ?? 'deals'}/${c.req.param('id')}`),
  );
  app.get('/salesforce-api/lightning/r/:object/:id/view', (c) => {
    const deal = c.req.param('object') === 'Opportunity';
    const id = fromSalesforceId(deal ? 'Opportunity' : 'Account', c.req.param('id'));
    return c.redirect(id ? `/salesforce/${deal ? 'deals' : 'companies'}/${id}` : '/salesforce');
  });
  app.route(
    '/hubspot-api',
    hubspotApi(crm, {
      clientSecret: options.secret,
      demo: options.demo,
      maxInWindow: options.maxInWindow,
      portal,
      onChange,
      tell: tellHubSpot,
    }),
  );
  app.route('/', salesforce.app);
  const crmPage = pageData(crm, context, onChange);
  app.route('/', crmPage.app);
  app.post('/__gateway', async (c) => c.json(await send(await c.req.json().catch(() => null))));
  // The order desk without a card: signed as a card's request is, for whoever looks at the playground.
  app.get('/desk', async (c) => {
    const { body } = await send({ url: `${options.publicOrigin}/v1/desk/link`, method: 'POST', body: {} });
    const link = deskLinkSchema.safeParse(body);
    return link.success ? c.redirect(link.data.data.url) : c.json(body as object, 502);
  });
  app.on(['GET', 'PUT'], '/__erp/switches', async (c) => {
    const method = c.req.method;
    const answer = await fetch(`${options.erpUrl}/switches`, {
      method,
      ...(method === 'PUT' ? { body: await c.req.text(), headers: { 'content-type': 'application/json' } } : {}),
    }).catch(() => null);
    return answer ? c.json(await answer.json()) : c.json({ error: 'the demo ERP does not run' }, 502);
  });
  app.route(
    '/',
    marketplace({
      pageUrl: () => `http://127.0.0.1:${options.port}`,
      backendUrl: options.backendUrl,
      scopes: [...requiredScopes, ...optionalScopes],
      certificate: salesforce.certificate,
    }),
  );
  // Both have an API below /api.
  app.route('/', dynamics);
  app.route('/', salesCloud);
  app.route('/', pipedrive);
  app.route('/', odoo);
  const shown = (name: string, more: object = {}) =>
    page(join(here, 'web', name, 'index.html'), { context: crmPage.context(), ...more }, { '/__web/': at('web') });
  // Where Odoo shows a record; the page reads the rest of the address.
  app.get('/web', () => shown('odoo'));
  for (const name of ['pipedrive', 'dynamics', 'sap-sales-cloud', 'odoo'])
    for (const path of [`/${name}`, `/${name}/*`]) app.get(path, () => shown(name));
  app.route('/', salesforcePages({ context: crmPage.context, org: salesforce.context, web: () => at('web') }));
  for (const folder of ['cards', 'web'] as const)
    app.get(`/__${folder}/:build/:file`, (c) =>
      file(join(build, folder), c.req.param('file'), isBuild(build, c.req.param('build'))),
    );
  app.get('/favicon.ico', () => new Response(null, { status: 204 }));
  app.get('*', (c) => {
    const [, kind = '', id = ''] = c.req.path.split('/');
    return shown('.', { cards: cards(), record: crmPage.record(kind === 'deals' ? 'deal' : 'company', id) });
  });
  return new Promise((ready, fail) => {
    const server = serve({ fetch: app.fetch, port: options.port, hostname: '127.0.0.1' }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}`,
        crm,
        org: salesforce.org,
        orgCalls: salesforce.calls,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              crm.close();
              organization.close();
              done();
            });
            server.closeAllConnections();
          }),
      }),
    ) as Server;
    server.once('error', fail);
  });
}
