import type { Backend } from '@backroom/backend/compose';
import { salesforceOrgStore } from '@backroom/backend/crm/salesforce/orgs';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import type { NewConnection } from '@backroom/backend/store/connections';
import { type AccountId, accountIdSchema, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import { castFrom } from './cast.ts';
import { connectionFor, writingFrom } from './connection.ts';
import { dynamicsConnected, dynamicsOrganization } from './dynamics.ts';
import { odooConnected } from './odoo.ts';
import { pipedriveInstalled } from './pipedrive.ts';
import { realAdapter, realConnection } from './real.ts';
import { salesCloudConnected, salesCloudTenant } from './sap-sales-cloud.ts';

const linksSchema = z.object({ links: z.array(z.object({ companyId: z.string(), customer: erpCustomerSchema })) });
const orgSchema = z.object({
  orgId: z.string(),
  sandbox: z.boolean(),
  instance: z.string(),
  kid: z.string(),
  pem: z.string(),
  refreshToken: z.string(),
  links: z.array(z.object({ companyId: z.string(), accountId: z.string() })),
});
/** What the seed needs of the environment beside the backend's own configuration. */
const configSchema = z.object({
  HUBSPOT_API_BASE: z.url(),
  SALESFORCE_LOGIN_URL: z.url(),
  PIPEDRIVE_OAUTH_BASE: z.url().optional(),
  DYNAMICS_SALES_SIGN_IN: z.url().optional(),
  SAP_SALES_CLOUD_TENANTS: z.url().optional(),
  /** The database of Odoo behind the playground's page. */
  PLAYGROUND_ODOO: z.url().optional(),
  /** The ERP of the playground where it is not the demo ERP. */
  PLAYGROUND_ERP: z.string().optional(),
  DEMO_ERP_URL: z.url().optional(),
  DEMO_ERP_KEY: z.string().optional(),
});
type Config = z.infer<typeof configSchema>;
type Links = z.infer<typeof linksSchema>['links'];

async function ask<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.infer<Schema>> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
  return schema.parse(await answer.json());
}
const isLoopback = (url: string) => new URL(url).hostname === '127.0.0.1';

/**
 * Installs the playground's accounts, once: tokens of the stand-ins, a connection, and the links that the stand-ins name. HubSpot and
 * Salesforce show the same deals and are connected to the same ERP: the demo ERP over the bridge, or the real one of `PLAYGROUND_ERP`, whose
 * customers and products then fill the CRM. Only with CRMs on loopback addresses.
 */
export async function seedPlayground(backend: Backend, env: NodeJS.ProcessEnv, now: Date): Promise<void> {
  const config = configSchema.parse(env);
  if (!isLoopback(config.HUBSPOT_API_BASE) || !isLoopback(config.SALESFORCE_LOGIN_URL))
    throw new Error('the playground is for loopback only');
  await standInIsUp(config);
  const hubspot = accountIdSchema.parse('hubspot:4242');
  const before = await backend.accounts.connection(hubspot);
  const connection = config.PLAYGROUND_ERP
    ? await realConnection(config.PLAYGROUND_ERP, env, before)
    : demoConnection(config, env);
  /** True for an account that is new. */
  async function connect(account: AccountId, crm: string): Promise<boolean> {
    const known = await backend.accounts.get(account);
    await backend.accounts.put(account, crm);
    const own = account === hubspot ? connection : connectionFor(crm, connection, env);
    if (own) await backend.accounts.connect(account, own);
    return !known?.settings.propertiesReady;
  }
  const link = async (account: AccountId, links: Links) => {
    for (const { companyId, customer } of links)
      await backend.links.put(account, { type: 'company', id: companyId }, customer, 'playground', now);
  };

  const isNew = await connect(hubspot, 'hubspot');
  if (isNew && config.PLAYGROUND_ERP) await fillCrm(await backend.services.erpFor(hubspot), config, now);
  const links = await linksOf(config);
  if (isNew) {
    await backend.crms.tokens.put(hubspot, {
      accessToken: 'playground-access',
      refreshToken: 'playground-refresh',
      expiresAt: 0,
    });
    await link(hubspot, links);
    await backend.crms.prepare(hubspot);
  }

  /** The links of the companies under the ids that another CRM has for them. */
  const linkAs = (account: AccountId, ids: ReadonlyMap<string, string>) =>
    link(
      account,
      links.flatMap((each) => {
        const companyId = ids.get(each.companyId);
        return companyId ? [{ ...each, companyId }] : [];
      }),
    );
  const org = await ask(`${config.SALESFORCE_LOGIN_URL}/playground/org`, orgSchema);
  const salesforce = accountIdSchema.parse(`salesforce:${org.orgId}`);
  await salesforceOrgStore(backend.store.db).register(salesforce, org);
  if (await connect(salesforce, 'salesforce')) {
    const base = config.SALESFORCE_LOGIN_URL;
    await backend.crms.tokens.put(salesforce, {
      accessToken: '',
      refreshToken: org.refreshToken,
      expiresAt: 0,
      more: { instanceUrl: base, loginUrl: base },
    });
    await linkAs(salesforce, new Map(org.links.map(({ companyId, accountId }) => [companyId, accountId])));
    await backend.crms.prepare(salesforce);
  }

  const base = config.PIPEDRIVE_OAUTH_BASE;
  if (base && isLoopback(base)) {
    const {
      account,
      isNew: isNewThere,
      organizations,
    } = await pipedriveInstalled(backend, base, env.PUBLIC_ORIGIN ?? '');
    await connect(account, 'pipedrive');
    if (isNewThere) await linkAs(account, organizations);
  }
  const signIn = config.DYNAMICS_SALES_SIGN_IN;
  if (signIn && isLoopback(signIn)) {
    const { account, tenant, accounts } = await dynamicsOrganization(signIn);
    if (await connect(account, 'dynamics-sales')) {
      await dynamicsConnected(backend, account, signIn, tenant);
      await linkAs(account, accounts);
    }
  }
  const tenantUrl = config.SAP_SALES_CLOUD_TENANTS;
  if (tenantUrl && isLoopback(tenantUrl)) {
    const { account, tenant, accounts } = await salesCloudTenant(tenantUrl);
    if (await connect(account, 'sap-sales-cloud')) {
      await salesCloudConnected(backend, account, tenant);
      await linkAs(account, accounts);
    }
  }
  const database = config.PLAYGROUND_ODOO;
  if (database && isLoopback(database)) {
    const { account, isNew: isNewThere, partners } = await odooConnected(backend, database, env.PUBLIC_ORIGIN ?? '');
    await connect(account, 'odoo-crm');
    if (isNewThere) await linkAs(account, partners);
  }
}

/** For an installation that somebody walks from its beginning: the CRM gets the real ERP's customers and products, and nothing is connected. */
export async function fillPlayground(env: NodeJS.ProcessEnv, now: Date): Promise<void> {
  const config = configSchema.parse(env);
  if (!config.PLAYGROUND_ERP) return;
  await standInIsUp(config);
  const erp = realAdapter(config.PLAYGROUND_ERP, env);
  await fillCrm(erp, config, now);
  await erp.close?.();
}

const demoConnection = (config: Config, env: NodeJS.ProcessEnv): NewConnection => ({
  erp: 'bridge',
  name: 'Demo ERP',
  url: config.DEMO_ERP_URL ?? '',
  credentials: { key: config.DEMO_ERP_KEY ?? '' },
  settings: { timeZone: 'Europe/Berlin', concurrency: '8', ...writingFrom(env) },
});
const linksOf = async (config: Config): Promise<Links> =>
  (await ask(`${config.HUBSPOT_API_BASE}/playground/links`, linksSchema)).links;

/** The stand-in comes up beside us; the first start waits for it. */
async function standInIsUp(config: Config): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await linksOf(config);
      return;
    } catch (error) {
      if (attempt > 600) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** Puts the real ERP's customers and products into the CRM, which keeps the links between the two. */
async function fillCrm(erp: ErpAdapter, config: Config, now: Date): Promise<void> {
  const cast = await castFrom(erp, now.toISOString().slice(0, 10));
  const answer = await fetch(`${config.HUBSPOT_API_BASE}/playground/cast`, {
    method: 'PUT',
    body: JSON.stringify(cast),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`the CRM stand-in did not take the cast: ${await answer.text()}`);
}
