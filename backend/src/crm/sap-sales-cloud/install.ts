import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { salesCloudClient } from './client.ts';
import { isKind } from './errors.ts';
import { peopleReader } from './people.ts';
import type { IdentityProviders, Provider } from './provider.ts';
import { accountOf, firstSession, type Tenant, type Tenants, tenantSchema } from './tenants.ts';
import { paths } from './unproved.ts';

const ASK_MS = 15_000;
const rowSchema = z.object({ value: z.array(z.object({ id: z.string() })) });
const areas = {
  opportunities: paths.opportunities,
  quotes: paths.quotes,
  accounts: paths.accounts,
  employees: paths.employees,
};

/**
 * Connecting a tenant: its administrator gives a technical user, which has to read what Backroom reads, and signs in at the identity provider as a member
 * of the group of administrators. A tenant that is connected already is changed only by who signs in at the provider that is kept for it.
 */
export function salesCloudInstaller(options: {
  tenants: Tenants;
  providers: IdentityProviders;
  ports: Pick<CrmPorts, 'pending' | 'installed' | 'prepare'>;
}) {
  const { tenants, providers, ports } = options;
  const accountIn = ({ url }: Tenant): AccountId => accountOf(new URL(url).hostname);
  function clientOf(tenant: Tenant): { client: ReturnType<typeof salesCloudClient>; call: CrmCall } {
    const session = (_: AccountId, refused?: string) => firstSession(tenant, refused);
    return {
      client: salesCloudClient({ session }),
      call: { account: accountIn(tenant), signal: AbortSignal.timeout(ASK_MS) },
    };
  }
  /** Refuses with what the technical user cannot read. One after the other: a wrong password is tried once. */
  async function tried(tenant: Tenant): Promise<void> {
    const { client, call } = clientOf(tenant);
    const missing: string[] = [];
    for (const [name, path] of Object.entries(areas)) {
      try {
        await client.request({ method: 'GET', path: `${path}?%24top=1` }, rowSchema, call);
      } catch (error) {
        if (isKind(error, 'unauthorised'))
          throw refusal('user', 'SAP Sales Cloud does not accept this user and password');
        if (!isKind(error, 'refused', 'not_found')) throw error;
        missing.push(name);
      }
    }
    if (missing.length > 0) throw refusal('user', `the technical user cannot read: ${missing.join(', ')}`);
  }
  const refusal = (path: string, message: string) =>
    new ProblemError('invalid_input', { field: path, errors: [{ path, message }] });
  /** Whose sign-in counts: of a tenant that is connected, the provider that is kept. */
  const providerOf = async (tenant: Tenant): Promise<Provider> => (await tenants.of(accountIn(tenant))) ?? tenant;
  return {
    /** Tries the technical user, and keeps what was typed until the administrator has signed in. */
    async begin(tenant: Tenant): Promise<{ ticket: string; provider: Provider }> {
      await tried(tenant).catch((error: unknown) => {
        if (error instanceof CrmError)
          throw refusal('url', error.words ?? 'SAP Sales Cloud did not answer as expected');
        throw error;
      });
      const provider = await providerOf(tenant);
      return { ticket: await ports.pending.keep(JSON.stringify(tenant)), provider };
    },
    /** The administrator came back with a code. Once. */
    async finish(
      ticket: string,
      answer: Parameters<IdentityProviders['signedIn']>[1],
    ): Promise<{ account: AccountId; tenant: Tenant }> {
      const kept = ticket === '' ? null : await ports.pending.take(ticket);
      if (kept === null) throw new ProblemError('forbidden');
      const tenant = tenantSchema.parse(JSON.parse(kept));
      const account = accountIn(tenant);
      const person = await providers.signedIn(await providerOf(tenant), answer);
      if (!person.administers) throw new ProblemError('forbidden');
      const { client, call } = clientOf(tenant);
      const employee = await peopleReader(client).byEmail(person.email, call);
      if (!employee) throw new ProblemError('forbidden');
      await ports.installed(account, employee.id);
      await tenants.connect(account, tenant);
      // Extension fields may be made later; the settings page says which are missing.
      await ports.prepare(account).catch(() => {});
      return { account, tenant };
    },
  };
}
export type SalesCloudInstaller = ReturnType<typeof salesCloudInstaller>;
