import { type AccountId, accountIdSchema, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Backend } from './compose.ts';
import type { Config } from './config.ts';

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
type Links = z.infer<typeof linksSchema>['links'];

async function ask<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.infer<Schema>> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
  return schema.parse(await answer.json());
}
const isLoopback = (url: string) => new URL(url).hostname === '127.0.0.1';

/**
 * Installs the demonstration's accounts, once: tokens of the stand-ins, a bridge connection to the demo ERP, and the links that the stand-ins
 * name. HubSpot and Salesforce show the same deals and are connected to the same ERP. Only with `PLAYGROUND_SEED=1`, and only on loopback
 * addresses.
 */
export async function seedPlayground(backend: Backend, config: Config, now: Date): Promise<void> {
  if (!config.DEMO_ERP_URL || !isLoopback(config.HUBSPOT_API_BASE) || !isLoopback(config.SALESFORCE_LOGIN_URL))
    throw new Error('PLAYGROUND_SEED is for loopback only');
  const erpUrl = config.DEMO_ERP_URL;
  /** True for an account that is new. */
  async function connect(account: AccountId, crm: string): Promise<boolean> {
    const known = await backend.accounts.get(account);
    await backend.accounts.put(account, crm);
    await backend.accounts.connect(account, {
      id: 'demo',
      erp: 'bridge',
      name: 'Demo ERP',
      url: erpUrl,
      credentials: { key: config.DEMO_ERP_KEY ?? '' },
      settings: { timeZone: 'Europe/Berlin', concurrency: '8' },
    });
    return !known?.settings.propertiesReady;
  }
  const link = async (account: AccountId, links: Links) => {
    for (const { companyId, customer } of links)
      await backend.links.put(account, { type: 'company', id: companyId }, customer, 'playground', now);
  };

  const hubspot = accountIdSchema.parse('hubspot:4242');
  const { links } = await ask(`${config.HUBSPOT_API_BASE}/playground/links`, linksSchema);
  if (await connect(hubspot, 'hubspot')) {
    await backend.tokenStore.put(hubspot, {
      accessToken: 'playground-access',
      refreshToken: 'playground-refresh',
      expiresAt: 0,
    });
    await link(hubspot, links);
    await backend.prepareProperties(hubspot);
  }

  const org = await ask(`${config.SALESFORCE_LOGIN_URL}/playground/org`, orgSchema);
  const salesforce = accountIdSchema.parse(`salesforce:${org.orgId}`);
  await backend.orgs.register(salesforce, org);
  if (await connect(salesforce, 'salesforce')) {
    const base = config.SALESFORCE_LOGIN_URL;
    await backend.tokenStore.put(salesforce, {
      accessToken: '',
      refreshToken: org.refreshToken,
      expiresAt: 0,
      more: { instanceUrl: base, loginUrl: base },
    });
    const accountOf = new Map(org.links.map(({ companyId, accountId }) => [companyId, accountId]));
    await link(
      salesforce,
      links.flatMap((each) => {
        const accountId = accountOf.get(each.companyId);
        return accountId ? [{ ...each, companyId: accountId }] : [];
      }),
    );
    await backend.prepareProperties(salesforce);
  }
}
