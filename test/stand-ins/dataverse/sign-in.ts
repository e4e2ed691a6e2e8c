import { pkceCodes, sentBack } from '../pkce-codes.ts';
import type { entraKeys } from './entra.ts';
import type { App } from './tokens.ts';

export type Person = { oid: string; name: string };
type Asked = { clientId: string; person: Person; nonce: string | null };
const refused = (status: number, error: string, error_description: string) =>
  Response.json({ error, error_description }, { status });

/** Sign-in of people at Entra: code with PKCE, at `/{tenant}/oauth2/v2.0/authorize`. `sitsDown` says who is before its page. */
export function openSignIn(options: {
  tenant: string;
  apps: readonly App[];
  keys: ReturnType<typeof entraKeys>;
  redirectUris: readonly string[];
  now: () => number;
}) {
  const { tenant, apps, keys, redirectUris, now } = options;
  const codes = pkceCodes<Asked>(now);
  let person: Person | null = null;
  const isOurs = (asked: string) => asked === 'organizations' || asked.toLowerCase() === tenant.toLowerCase();
  return {
    sitsDown(who: Person | null): void {
      person = who;
    },
    authorize(asked: string, query: URLSearchParams): Response {
      if (!isOurs(asked)) return refused(400, 'invalid_request', `AADSTS90002: Tenant '${asked}' not found.`);
      const app = apps.find(({ clientId }) => clientId === query.get('client_id'));
      if (!app) return refused(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.');
      const redirect = query.get('redirect_uri') ?? '';
      if (!redirectUris.includes(redirect))
        return refused(400, 'invalid_request', 'AADSTS50011: The redirect URI does not match the registered ones.');
      const back = (error: string) => sentBack(redirect, { error, state: query.get('state') });
      if (query.get('response_type') !== 'code' || !codes.isProtected(query)) return back('invalid_request');
      if (!person) return back('access_denied');
      const code = codes.give(query, { clientId: app.clientId, person, nonce: query.get('nonce') });
      return sentBack(redirect, { code, state: query.get('state') });
    },
    grant(asked: string, form: URLSearchParams): Response {
      if (!isOurs(asked)) return refused(400, 'invalid_request', `AADSTS90002: Tenant '${asked}' not found.`);
      const app = apps.find(({ clientId }) => clientId === form.get('client_id'));
      if (!app || app.secret !== form.get('client_secret'))
        return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
      const kept = codes.take(form);
      if (kept?.clientId !== app.clientId)
        return refused(400, 'invalid_grant', 'AADSTS70008: The provided authorization code is invalid.');
      const { oid, name } = kept.person;
      const claims = {
        aud: app.clientId,
        oid,
        name,
        preferred_username: `${name.split(' ')[0]?.toLowerCase()}@backroom-test.example`,
      };
      const id_token = keys.token({ ...claims, ...(kept.nonce === null ? {} : { nonce: kept.nonce }) }, {}, now());
      return Response.json({ token_type: 'Bearer', expires_in: 3599, scope: 'openid profile email', id_token });
    },
  };
}
