import type { Backend } from '@backroom/backend/compose';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';

const accountSchema = z.object({
  companyId: z.string(),
  users: z.array(z.number()),
  links: z.array(z.object({ companyId: z.string(), organizationId: z.string() })),
});

/** Each user installs the app as in life: our door, Pipedrive's page of consent, our callback. The stand-in forgets its grants when it ends. */
export async function pipedriveInstalled(
  backend: Backend,
  base: string,
  publicOrigin: string,
): Promise<{ account: AccountId; isNew: boolean; organizations: ReadonlyMap<string, string> }> {
  const answer = await fetch(`${base}/__pipedrive/account`, { signal: AbortSignal.timeout(30_000) });
  const { companyId, users, links } = accountSchema.parse(await answer.json());
  const account = accountIdSchema.parse(`pipedrive:${companyId}`);
  // Before it is installed, which makes the fields by itself.
  const isNew = !(await backend.accounts.get(account));
  const door = (path: string, headers: Record<string, string> = {}) =>
    backend.app.fetch(new Request(`${publicOrigin}${path}`, { headers }));
  for (const user of users) {
    await fetch(`${base}/__pipedrive/sits-down/${user}`, { method: 'POST' });
    const begun = await door('/pipedrive/oauth/install');
    const consent = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    const back = new URL(consent.headers.get('location') ?? '');
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const ended = await door(`${back.pathname}${back.search}`, { cookie });
    if (!ended.ok) throw new Error(`Pipedrive was not installed: ${await ended.text()}`);
  }
  return {
    ...{ account, isNew },
    organizations: new Map(links.map((each) => [each.companyId, each.organizationId])),
  };
}
