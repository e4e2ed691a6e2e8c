import { createHash, randomBytes } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { ProblemError } from '../../problems/error.ts';
import { sameText } from '../kit/same-text.ts';

/** Must match extension/hubspot/src/app/app-hsmeta.json to the letter: HubSpot refuses the install otherwise. A test compares them. */
export const scopes = {
  required: [
    'oauth',
    'crm.objects.deals.read',
    'crm.objects.companies.read',
    'crm.objects.contacts.read',
    'crm.objects.line_items.read',
    'crm.objects.quotes.read',
    // Who is a super admin: without it nobody may change settings.
    'settings.users.read',
  ],
  optional: [
    'crm.objects.deals.write',
    'crm.objects.companies.write',
    // Tasks for alerts, where an admin wants them: HubSpot counts tasks to contacts.
    'crm.objects.contacts.write',
    // The ERP's price on a line of a deal, where a rep asks for it.
    'crm.objects.line_items.write',
    'crm.schemas.deals.write',
    'crm.schemas.companies.write',
    // Workflows that wait for what became of an action are answered by it.
    'automation',
  ],
};

/** The OAuth door. `state` is bound to the browser that began by a cookie that holds its pre-image. */
export function hubspotInstall(options: {
  authorizeBase: string;
  clientId: string;
  publicOrigin: string;
  exchange: (
    code: string,
    redirectUri: string,
  ) => Promise<{ portalId: number; save: (account: AccountId) => Promise<void> }>;
}) {
  const redirectUri = `${options.publicOrigin}/hubspot/oauth/callback`;
  async function connect(code: string): Promise<AccountId> {
    const { portalId, save } = await options.exchange(code, redirectUri);
    const account = accountIdSchema.parse(`hubspot:${portalId}`);
    await save(account);
    return account;
  }
  const stateOf = (cookie: string) => createHash('sha256').update(cookie).digest('base64url');
  return {
    start() {
      const cookie = randomBytes(24).toString('base64url');
      const query = new URLSearchParams({
        client_id: options.clientId,
        redirect_uri: redirectUri,
        scope: scopes.required.join(' '),
        optional_scope: scopes.optional.join(' '),
        state: stateOf(cookie),
      });
      return { url: `${options.authorizeBase}/oauth/authorize?${query}`, cookie };
    },
    async finish(code: string, state: string, cookie: string): Promise<AccountId> {
      if (!cookie || !code || !sameText(stateOf(cookie), state)) throw new ProblemError('forbidden');
      return connect(code);
    },
    /**
     * HubSpot's marketplace sends no state. There is nothing of this browser's to swap: the account is the one that HubSpot names for the code,
     * no session is opened, and the ERP is connected later by a signed request.
     */
    async finishFromMarketplace(code: string): Promise<AccountId> {
      if (!code) throw new ProblemError('forbidden');
      return connect(code);
    },
  };
}
