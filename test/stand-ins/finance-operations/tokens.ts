import { randomBytes } from 'node:crypto';

/** An app registration, the user that the page "Microsoft Entra applications" gives it, and its throttling priority. */
export type App = {
  clientId: string;
  secret: string;
  denied: readonly string[];
  /** The default company of its user. */
  company: string;
  priority: 'Low' | 'Medium' | 'High';
};
type Answer = { status: number; body: object };
const refused = (status: number, error: string, error_description: string): Answer => ({
  status,
  body: { error, error_description },
});

/** Client credentials at `/{tenant}/oauth2/v2.0/token`. The scope is the environment's own address. */
export function openTokens(tenant: string, apps: readonly App[]) {
  const given = new Map<string, { app: App; until: number }>();
  return {
    grant(asked: string, form: URLSearchParams, seconds: number): Answer {
      if (asked.toLowerCase() !== tenant.toLowerCase())
        return refused(400, 'invalid_request', `AADSTS90002: Tenant '${asked}' not found.`);
      if (form.get('grant_type') !== 'client_credentials')
        return refused(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
      if (!/^https?:\/\/[^/]+\/\.default$/.test(form.get('scope') ?? ''))
        return refused(400, 'invalid_resource', 'AADSTS500011: The resource principal was not found in the tenant.');
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
