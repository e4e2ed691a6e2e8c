import type { Backend } from '@backroom/backend/compose';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';

const accountSchema = z.object({
  ...{ url: z.url(), issuer: z.url(), user: z.string(), password: z.string() },
  ...{ clientId: z.string(), clientSecret: z.string(), group: z.string() },
  links: z.array(z.object({ companyId: z.string(), accountId: z.string() })),
});

/** The tenant behind the page, and its accounts by the companies of the demonstration. */
export async function salesCloudTenant(url: string) {
  const answer = await fetch(`${url}/__sap-sales-cloud/account`, { signal: AbortSignal.timeout(30_000) });
  const { links, ...tenant } = accountSchema.parse(await answer.json());
  return {
    account: accountIdSchema.parse(`sap-sales-cloud:${new URL(tenant.url).hostname}`),
    tenant: { ...tenant, adminGroup: 'Backroom_Admins' },
    accounts: new Map(links.map(({ companyId, accountId }) => [companyId, accountId])),
  };
}
/** As its administrator's connection leaves it. */
export async function salesCloudConnected(
  backend: Backend,
  account: AccountId,
  tenant: Readonly<Record<string, string>>,
): Promise<void> {
  await backend.crms.tokens.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more: tenant });
  await backend.crms.prepare(account);
}
