import { entraTokens, type Registration, refused } from '../entra-tokens.ts';

/** An app with the user that the page "Microsoft Entra applications" gives it, and its throttling priority. */
export type App = Registration & {
  denied: readonly string[];
  /** The default company of its user. */
  company: string;
  priority: 'Low' | 'Medium' | 'High';
};

/** The scope is the environment's own address. */
export const openTokens = (tenant: string, apps: readonly App[]) =>
  entraTokens(tenant, apps, (scope) =>
    /^https?:\/\/[^/]+\/\.default$/.test(scope)
      ? null
      : refused(400, 'invalid_resource', 'AADSTS500011: The resource principal was not found in the tenant.'),
  );
