import type { AccountId } from '@backroom/shared';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmCall } from '../contract/index.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { type DataverseClient, dataverseClient } from './client.ts';
import { accountOf } from './embed.ts';
import { isKind } from './errors.ts';
import { peopleReader } from './people.ts';
import type { EntraSignIn, Person } from './sign-in.ts';
import { orderSolutions } from './solutions.ts';
import type { DynamicsTokens } from './tokens.ts';

const ASK_MS = 15_000;
const whoSchema = z.object({ OrganizationId: z.guid(), UserId: z.guid() });
const pendingSchema = z.object({ url: z.url(), tenant: z.guid(), organization: z.guid() });
/** An address of the public cloud, or of this machine where the sign-in is played there too. */
export function organizationUrl(text: string, local: boolean): string {
  const url = URL.parse(text.trim());
  const ofMicrosoft =
    url?.protocol === 'https:' && /^[a-z0-9-]{1,63}(\.api)?\.crm\d{0,2}\.dynamics\.com$/i.test(url.host);
  if (!url || !(ofMicrosoft || (local && url.hostname === '127.0.0.1')))
    throw new ProblemError('invalid_input', {
      field: 'url',
      errors: [{ path: 'url', message: 'the address of the organisation, as https://contoso.crm4.dynamics.com' }],
    });
  return url.origin.replace(/\.api\.(crm\d{0,2}\.dynamics\.com)$/i, '.$1');
}
/** What the admin is asked to confirm. `orders`: solutions that make orders of the ERP by themselves. */
export type Found = { organization: string; url: string; tenant: string; orders: readonly string[] };

/**
 * Connecting an organisation: its admin signs in at Entra, and Backroom, as the application of his tenant, asks the organisation whether he administers
 * it. Nothing is kept before he has confirmed it on a page of ours.
 */
export function dynamicsInstaller(options: {
  tokens: DynamicsTokens;
  signIn: EntraSignIn;
  ports: Pick<CrmPorts, 'pending' | 'installed' | 'tokens' | 'prepare'>;
}) {
  const { tokens, signIn, ports } = options;
  async function clientOf(url: string, tenant: string): Promise<{ client: DataverseClient; call: CrmCall }> {
    const { accessToken } = await tokens.signIn({ url, tenant });
    const call = { account: accountOf('connecting'), signal: AbortSignal.timeout(ASK_MS) };
    return { client: dataverseClient({ session: async () => ({ accessToken, url, tenant }) }), call };
  }
  return {
    /** The person whom the code is about. The tenant stands in the token, which Entra's own endpoint has just given. */
    async person(code: string, verifier: string, redirectUri: string, nonce: string): Promise<Person> {
      const token = await signIn.exchange('organizations', code, verifier, redirectUri);
      const tenant = z.object({ tid: z.guid() }).safeParse(decodeJwt(token)).data?.tid;
      if (!tenant) throw new ProblemError('forbidden');
      const person = await signIn.verify(token, tenant);
      if (person.nonce !== nonce) throw new ProblemError('forbidden');
      return person;
    },
    async inspect(url: string, { tenant, oid }: Person): Promise<{ found: Found; ticket: string }> {
      const { client, call } = await clientOf(url, tenant);
      const who = await client.request({ method: 'GET', path: 'WhoAmI' }, whoSchema, call);
      if (!(await peopleReader(client).isAdmin(oid, call))) throw new ProblemError('forbidden');
      const orders = await orderSolutions(client, call).catch((error: unknown) => {
        if (isKind(error, 'refused', 'not_found')) return [];
        throw error;
      });
      const organization = who.OrganizationId.toLowerCase();
      const ticket = await ports.pending.keep(JSON.stringify({ url, tenant, organization }));
      return { found: { organization, url, tenant, orders }, ticket };
    },
    /** The admin pressed the button on our page. Once. */
    async confirm(ticket: string, actor: string): Promise<AccountId> {
      const kept = ticket === '' ? null : await ports.pending.take(ticket);
      if (kept === null) throw new ProblemError('forbidden');
      const { url, tenant, organization } = pendingSchema.parse(JSON.parse(kept));
      const account = accountOf(organization);
      const granted = await tokens.signIn({ url, tenant });
      await ports.installed(account, actor);
      await ports.tokens.put(account, granted);
      // The solution may be imported after the organisation is connected; the settings page says that its columns are missing.
      await ports.prepare(account).catch(() => {});
      return account;
    },
  };
}
export type DynamicsInstaller = ReturnType<typeof dynamicsInstaller>;
