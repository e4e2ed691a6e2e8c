import { randomBytes } from 'node:crypto';

/** An app registration of Microsoft Entra. */
export type Registration = { clientId: string; secret: string };
type Answer = { status: number; body: object };
export const refused = (status: number, error: string, error_description: string): Answer => ({
  status,
  body: { error, error_description },
});

/**
 * Client credentials at `/{tenant}/oauth2/v2.0/token`. There is no refresh token in this flow. `scopeProblem`: what the service says of a scope that is
 * not its own.
 */
export function entraTokens<App extends Registration>(
  tenant: string,
  apps: readonly App[],
  scopeProblem: (scope: string) => Answer | null,
) {
  const given = new Map<string, { app: App; until: number }>();
  return {
    grant(asked: string, form: URLSearchParams, seconds: number): Answer {
      if (asked.toLowerCase() !== tenant.toLowerCase())
        return refused(400, 'invalid_request', `AADSTS90002: Tenant '${asked}' not found.`);
      if (form.get('grant_type') !== 'client_credentials')
        return refused(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
      const problem = scopeProblem(form.get('scope') ?? '');
      if (problem) return problem;
      const app = apps.find(({ clientId }) => clientId === form.get('client_id'));
      if (!app) return refused(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.');
      if (form.get('client_secret') !== app.secret)
        return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
      const token = randomBytes(24).toString('base64url');
      given.set(token, { app, until: Date.now() + seconds * 1000 });
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token },
      };
    },
    holder(authorization: string | undefined): App | null {
      const found = given.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
      return found && found.until > Date.now() ? found.app : null;
    },
    endAll: () => given.clear(),
  };
}
