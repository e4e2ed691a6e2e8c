import { type AccountId, accountIdSchema } from '@backroom/shared';
import type { CrmAdapter, CrmEvent } from './contract/index.ts';
import type { CrmTokenStore } from './contract/tokens.ts';
import { createHubSpotCrm } from './hubspot/index.ts';
import type { Quota } from './hubspot/limiter.ts';
import { hubspotTokens } from './hubspot/tokens.ts';
import { createSalesforceCrm } from './salesforce/index.ts';
import { salesforceTokens } from './salesforce/tokens.ts';

/** The org's queue of callouts waits for the answer. */
const EVENTS_MS = 7000;

export type CrmOptions = {
  publicOrigin: string;
  hubspot: { apiBase: string; authorizeBase: string; clientId: string; clientSecret: string };
  /** Null where no connected app is configured; accounts of that CRM are then unknown. */
  salesforce: { clientId: string; clientSecret: string | null; jwtKey: string | null } | null;
  tokens: CrmTokenStore;
  /** What all processes together spend of a CRM's quota; absent where there is one process. */
  quota?: Quota;
  /** Calls that a CRM's day has, and how many are spent; told after each answer that says so. */
  onUsage: (account: string, usage: { used: number; limit: number }) => void;
};

/** Every CRM there is, by the name in the account's `crm` column, and what its installation needs beside the contract. */
export function createCrms(options: CrmOptions) {
  const hubspot = hubspotTokens(options.hubspot, options.tokens, Date.now);
  const salesforce =
    options.salesforce &&
    salesforceTokens(
      { ...options.salesforce, redirectUri: `${options.publicOrigin}/salesforce/oauth/callback` },
      options.tokens,
      Date.now,
    );
  const salesforceCrm = salesforce && createSalesforceCrm({ tokens: salesforce, onUsage: options.onUsage });
  const adapters: Readonly<Record<string, CrmAdapter | undefined>> = {
    hubspot: createHubSpotCrm({
      apiBase: options.hubspot.apiBase,
      appBase: options.hubspot.authorizeBase,
      tokens: hubspot,
      quota: options.quota,
    }),
    ...(salesforceCrm ? { salesforce: salesforceCrm } : {}),
  };
  return {
    adapters,
    grants: { hubspot, salesforce },
    /** Events with what only the CRM itself can add: Salesforce tells of a merge as of a deletion. A delivery of an org is about that org alone. */
    async completed(events: CrmEvent[]): Promise<CrmEvent[]> {
      const account = events[0]?.account ?? '';
      if (!salesforceCrm || !account.startsWith('salesforce:')) return events;
      const call = { account: accountIdSchema.parse(account), signal: AbortSignal.timeout(EVENTS_MS) };
      return salesforceCrm.withMerges(events, call);
    },
    /** Uses an account's grant, so that one that was taken back is noticed without anybody asking for a page. */
    async tryGrant(account: AccountId): Promise<void> {
      if (account.startsWith('hubspot:')) await hubspot.access(account);
      const before = account.startsWith('salesforce:') ? await options.tokens.get(account, true) : null;
      if (before) await salesforce?.session(account, before.accessToken);
    },
  };
}
