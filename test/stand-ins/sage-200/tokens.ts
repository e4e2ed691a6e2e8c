import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { User } from './call.ts';

/** A web client that Sage has registered. */
export type App = { clientId: string; clientSecret: string; redirects: readonly string[] };
/** `family`: all tokens that followed from one consent. */
type Grant = { user: User; family: string };
type Answer = { status: number; body: object };
const AUDIENCE = 's200ukipd/sage200';
const CODE_SECONDS = 60;

const refused = (status: number, error: string, error_description: string): Answer => ({
  status,
  body: { error, error_description },
});
const secret = (): string => randomBytes(24).toString('base64url');

/** The nth refresh token of a consent. It says what it is, so that a double that was started again knows those of the run before. */
function refreshToken({ user, family }: Grant, nth: number): string {
  const said = `${user.id}.${family}.${nth}`;
  return `${said}.${createHmac('sha256', 'Sage ID of the double').update(said).digest('base64url')}`;
}
/**
 * Sage ID: authorisation codes, and refresh tokens that are good for one use. One that is used again ends all that followed from the same
 * consent, as its vendor (Auth0) does with rotating tokens.
 */
export function openTokens(app: App, users: readonly User[]) {
  const codes = new Map<
    string,
    { user: User; redirect: string; challenge: string | null; isOffline: boolean; until: number }
  >();
  const access = new Map<string, Grant & { until: number }>();
  /** The next token of a family that is good; infinity where the family has ended. */
  const nextOf = new Map<string, number>();

  function give(grant: Grant, nth: number, seconds: number, isOffline: boolean): Answer {
    const access_token = secret();
    access.set(access_token, { ...grant, until: Date.now() + seconds * 1000 });
    nextOf.set(grant.family, nth);
    const renewing = isOffline ? { refresh_token: refreshToken(grant, nth) } : {};
    const scope = `openid profile email${isOffline ? ' offline_access' : ''}`;
    return { status: 200, body: { access_token, ...renewing, scope, expires_in: seconds, token_type: 'Bearer' } };
  }
  function exchangeCode(asked: ReadonlyMap<string, string>, seconds: number): Answer {
    const code = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.until <= Date.now()) return refused(403, 'invalid_grant', 'Invalid authorization code');
    if (code.redirect !== asked.get('redirect_uri')) return refused(403, 'invalid_grant', 'The redirect URI is wrong.');
    if (code.challenge !== null && code.challenge !== verifier)
      return refused(403, 'invalid_grant', 'Failed to verify code verifier');
    return give({ user: code.user, family: secret() }, 0, seconds, code.isOffline);
  }
  function renew(asked: ReadonlyMap<string, string>, seconds: number): Answer {
    const token = asked.get('refresh_token') ?? '';
    const [id = '', family = '', nth = ''] = token.split('.');
    const user = users.find((each) => each.id === id);
    const next = nextOf.get(family) ?? Number(nth);
    const isOurs = user && token === refreshToken({ user, family }, Number(nth));
    if (isOurs && Number(nth) < next) nextOf.set(family, Number.POSITIVE_INFINITY);
    if (!isOurs || Number(nth) !== next) return refused(403, 'invalid_grant', 'Unknown or invalid refresh token.');
    return give({ user, family }, next + 1, seconds, true);
  }
  const isEnded = (family: string): boolean => nextOf.get(family) === Number.POSITIVE_INFINITY;
  return {
    /** Where the browser is sent from the page of consent: to the app with a code, or null where the app may not ask so. */
    authorise(query: URLSearchParams, user: User): string | null {
      const redirect = query.get('redirect_uri') ?? '';
      if (query.get('client_id') !== app.clientId || !app.redirects.includes(redirect)) return null;
      const back = new URL(redirect);
      const state = query.get('state');
      if (state !== null) back.searchParams.set('state', state);
      if (query.get('response_type') !== 'code' || query.get('audience') !== AUDIENCE) {
        back.searchParams.set('error', 'invalid_request');
        return back.href;
      }
      const code = secret();
      const isOffline = (query.get('scope') ?? '').split(' ').includes('offline_access');
      codes.set(code, {
        user,
        redirect,
        challenge: query.get('code_challenge'),
        isOffline,
        until: Date.now() + CODE_SECONDS * 1000,
      });
      back.searchParams.set('code', code);
      return back.href;
    },
    grant(asked: ReadonlyMap<string, string>, seconds: number): Answer {
      if (asked.get('client_id') !== app.clientId || asked.get('client_secret') !== app.clientSecret)
        return refused(401, 'access_denied', 'Unauthorized');
      if (asked.get('grant_type') === 'authorization_code') return exchangeCode(asked, seconds);
      if (asked.get('grant_type') === 'refresh_token') return renew(asked, seconds);
      return refused(
        403,
        'unauthorized_client',
        `Grant type '${asked.get('grant_type') ?? ''}' not allowed for the client.`,
      );
    },
    /** A refresh token as if the user had just consented. */
    consent: (user: User, family = secret()): string => refreshToken({ user, family }, 0),
    holder(authorization: string | undefined): User | null {
      const found = access.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
      return found && found.until > Date.now() && !isEnded(found.family) ? found.user : null;
    },
    /** Ends the access tokens; those to renew them stay. */
    endAll: () => access.clear(),
    /** Ends every consent: the user took it back. */
    revokeAll: () => {
      for (const family of nextOf.keys()) nextOf.set(family, Number.POSITIVE_INFINITY);
    },
  };
}
export type Tokens = ReturnType<typeof openTokens>;
