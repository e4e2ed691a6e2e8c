import type { Backend } from '@backroom/backend/compose';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';

const accountSchema = z.object({
  organization: z.guid(),
  tenant: z.guid(),
  links: z.array(z.object({ companyId: z.string(), accountId: z.string() })),
});

/** The organisation behind the page, and its accounts by the companies of the demonstration. */
export async function dynamicsOrganization(url: string) {
  const answer = await fetch(`${url}/__dynamics/account`, { signal: AbortSignal.timeout(30_000) });
  const { organization, tenant, links } = accountSchema.parse(await answer.json());
  return {
    account: accountIdSchema.parse(`dynamics-sales:${organization}`),
    tenant,
    accounts: new Map(links.map(({ companyId, accountId }) => [companyId, accountId])),
  };
}
/** As an admin's consent leaves it. The tokens are those of the application itself. */
export async function dynamicsConnected(
  backend: Backend,
  account: AccountId,
  url: string,
  tenant: string,
): Promise<void> {
  const tokens = { accessToken: '', refreshToken: '', expiresAt: 0, more: { url, tenant } };
  await backend.crms.tokens.put(account, tokens);
  await backend.crms.prepare(account);
}
