import { randomBytes } from 'node:crypto';
import type { Store } from './database.ts';
import { envelope, Refusal } from './errors.ts';

/** A client application of the vendor's registry. */
export type App = { clientId: string; clientSecret: string };
/** A Web Services user of the company, with the objects that its role is denied. */
export type User = { id: string; denied: readonly string[] };
export type Session = { user: User /** Key of the entity that the token is for. */; entity: number | null };
type Token = Session & { until: number; refresh: string; clientId: string };
type Answer = { status: number; body: unknown };

const said = (error: Refusal): Answer => ({ status: error.status, body: envelope(error) });
const gateway = (status: number, code: string, message: string): Answer =>
  said(new Refusal(status, code, message, { shape: 'top' }));
const unauthorised = (message: string): Answer => gateway(401, 'GW-0011', message);

type Options = { store: Store; company: string; apps: readonly App[]; users: readonly User[] };
/** The token endpoint: client credentials with `username` "user@company|entity", and refresh tokens that are good for one use. */
export function openTokens({ store, company, apps, users }: Options) {
  const tokens = new Map<string, Token>();
  function give(session: Session, clientId: string, seconds: number): Answer {
    const access_token = randomBytes(24).toString('base64url');
    const refresh = randomBytes(24).toString('base64url');
    tokens.set(access_token, { ...session, until: Date.now() + seconds * 1000, refresh, clientId });
    return { status: 200, body: { token_type: 'Bearer', access_token, refresh_token: refresh, expires_in: seconds } };
  }
  function entityOf(id: string): number | null | undefined {
    if (id === '') return null;
    return store.byId('company-config/entity', id)?.key;
  }
  return {
    grant(asked: ReadonlyMap<string, string>, seconds: number): Answer {
      const app = apps.find(({ clientId }) => clientId === asked.get('client_id'));
      if (asked.size === 0) return gateway(400, 'GW-0035', 'Missing Token Payload');
      if (!asked.has('client_id')) return gateway(400, 'GW-0037', 'Missing Client ID');
      if (!app || app.clientSecret !== asked.get('client_secret')) return unauthorised('Invalid Request');
      if (asked.get('grant_type') === 'refresh_token') {
        const [old, token] = [...tokens].find(([, { refresh }]) => refresh === asked.get('refresh_token')) ?? [];
        if (!old || !token || token.clientId !== app.clientId) return unauthorised('Invalid Request');
        tokens.delete(old);
        return give({ user: token.user, entity: token.entity }, app.clientId, seconds);
      }
      if (asked.get('grant_type') !== 'client_credentials') return gateway(400, 'GW-0032', 'Invalid Token Payload');
      const name = asked.get('username') ?? '';
      if (name === '') return gateway(400, 'GW-0036', 'Missing User Name');
      const [, userId = '', tenant = '', entityId = ''] = /^([^@]+)@([^|]*)(?:\|(.*))?$/.exec(name) ?? [];
      if (tenant === '') return gateway(400, 'GW-0012', 'Missing Tenant Data');
      const user = users.find(({ id }) => id === userId);
      const entity = entityOf(entityId);
      if (tenant !== company || !user || entity === undefined) return unauthorised('Invalid Request');
      return give({ user, entity }, app.clientId, seconds);
    },
    holder(authorization: string | undefined): Session | null {
      const [, token = ''] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
      const found = tokens.get(token);
      return found && found.until > Date.now() ? found : null;
    },
    endAll: () => tokens.clear(),
  };
}
