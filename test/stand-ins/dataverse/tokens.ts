import { entraTokens, type Registration, refused } from '../entra-tokens.ts';

/** An app registration. Its application user stands in `systemuser`; an app without one is signed in and then refused. */
export type App = Registration & { user: string | null };

/** The scope is the organisation's own address. */
export const openTokens = (tenant: string, apps: readonly App[]) =>
  entraTokens(tenant, apps, (scope) =>
    /^https?:\/\/[^/]+\/\.default$/.test(scope)
      ? null
      : refused(400, 'invalid_resource', 'AADSTS500011: The resource principal was not found in the tenant.'),
  );
