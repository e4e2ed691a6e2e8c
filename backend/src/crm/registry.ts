import type { CrmAdapter } from './contract/index.ts';
import type { CrmTokenStore } from './contract/tokens.ts';
import { createHubSpotCrm } from './hubspot/index.ts';
import { hubspotTokens } from './hubspot/tokens.ts';
import { createSalesforceCrm } from './salesforce/index.ts';
import { salesforceTokens } from './salesforce/tokens.ts';

export type CrmOptions = {
  publicOrigin: string;
  hubspot: { apiBase: string; authorizeBase: string; clientId: string; clientSecret: string };
  /** Null where no connected app is configured; accounts of that CRM are then unknown. */
  salesforce: { clientId: string; clientSecret: string | null; jwtKey: string | null } | null;
  tokens: CrmTokenStore;
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
  const adapters: Readonly<Record<string, CrmAdapter | undefined>> = {
    hubspot: createHubSpotCrm({
      apiBase: options.hubspot.apiBase,
      appBase: options.hubspot.authorizeBase,
      tokens: hubspot,
    }),
    ...(salesforce ? { salesforce: createSalesforceCrm({ tokens: salesforce, onUsage: options.onUsage }) } : {}),
  };
  return { adapters, grants: { hubspot, salesforce } };
}
