import { entraTokens, type Registration, refused } from '../entra-tokens.ts';

/** What the permission sets of an app in Business Central let it read. */
export type App = Registration & { denied: readonly string[] };
const SCOPE = 'https://api.businesscentral.dynamics.com/.default';

export const openTokens = (tenant: string, apps: readonly App[]) =>
  entraTokens(tenant, apps, (scope) =>
    scope === SCOPE
      ? null
      : refused(400, 'invalid_scope', `AADSTS70011: The provided request must include a 'scope' input parameter.`),
  );
