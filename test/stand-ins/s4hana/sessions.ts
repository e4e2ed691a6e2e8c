import { randomBytes } from 'node:crypto';
import type { Language } from './errors.ts';

/** A communication user: how it signs in, and what its roles open. */
export type User = {
  name: string;
  password: string;
  /** The language of its logon, where a request names none. */
  language: Language;
  /** Services that its roles miss. */
  denied: readonly string[];
  /** Sales organizations whose documents it may see; null: all. Others are left out of lists without a word. */
  areas: readonly string[] | null;
  /** Its OAuth client, where it has one. */
  client?: { id: string; secret: string };
};
type Session = { id: string; user: User; csrf: string | null };
const SYSTEM = 'S4H';
const MOST_FAILURES = 5;
const decoded = (text: string) => Buffer.from(text, 'base64').toString();
const cookieOf = (header: string, name: string) => new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(header)?.[1];

/** Users, OAuth tokens, security sessions with their cookies, and CSRF tokens that are bound to them. */
export function openSessions(users: readonly User[]) {
  const tokens = new Map<string, { user: User; until: number }>();
  const sessions = new Map<string, Session>();
  const failures = new Map<string, number>();
  function byPassword(header: string): User | null {
    const [name = '', ...rest] = decoded(header.slice(6)).split(':');
    const user = users.find((each) => each.name === name);
    if (!user || (failures.get(name) ?? 0) >= MOST_FAILURES) return null;
    if (user.password === rest.join(':')) {
      failures.delete(name);
      return user;
    }
    failures.set(name, (failures.get(name) ?? 0) + 1);
    return null;
  }
  return {
    /** Who asks: by password or token. A session cookie alone signs nobody in here. */
    userOf(authorization = ''): User | null {
      if (authorization.startsWith('Basic ')) return byPassword(authorization);
      const found = tokens.get(/^Bearer (.+)$/.exec(authorization)?.[1] ?? '');
      return found && found.until > Date.now() ? found.user : null;
    },
    /** The session of the cookies, or a new one with the cookies that name it. */
    sessionOf(user: User, client: string, cookies = ''): { session: Session; set: string[] } {
      const known = sessions.get(cookieOf(cookies, `SAP_SESSIONID_${SYSTEM}_${client}`) ?? '');
      if (known?.user === user) return { session: known, set: [] };
      const session: Session = { id: randomBytes(24).toString('base64url'), user, csrf: null };
      sessions.set(session.id, session);
      const set = [
        `sap-usercontext=sap-client=${client}; path=/`,
        `SAP_SESSIONID_${SYSTEM}_${client}=${session.id}; path=/; HttpOnly`,
      ];
      return { session, set };
    },
    csrfFor(session: Session): string {
      session.csrf ??= `${randomBytes(15).toString('base64url')}==`;
      return session.csrf;
    },
    grant(authorization: string | undefined, form: URLSearchParams, seconds: number): { status: number; body: object } {
      const [id = form.get('client_id') ?? '', secret = form.get('client_secret') ?? ''] = authorization?.startsWith(
        'Basic ',
      )
        ? decoded(authorization.slice(6)).split(':').map(decodeURIComponent)
        : [];
      if (form.get('grant_type') !== 'client_credentials')
        return {
          status: 400,
          body: { error: 'unsupported_grant_type', error_description: 'Grant type is not supported' },
        };
      const user = users.find(({ client }) => client?.id === id && client.secret === secret);
      if (!user)
        return { status: 401, body: { error: 'invalid_client', error_description: 'Client authentication failed' } };
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, { user, until: Date.now() + seconds * 1000 });
      return {
        status: 200,
        body: { access_token: token, token_type: 'Bearer', expires_in: String(seconds), scope: '' },
      };
    },
    endTokens: () => tokens.clear(),
    endSessions: () => sessions.clear(),
    endCsrf: () => {
      for (const session of sessions.values()) session.csrf = null;
    },
    count: () => sessions.size,
  };
}
