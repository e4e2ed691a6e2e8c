import { createHash, randomBytes } from 'node:crypto';
import type { Store } from './database.ts';

/** An app of the vendor's registry. */
export type App = { clientId: string; clientSecret: string; redirectUrl: string };
/** A user of the business, with the areas in which he has no access. */
export type User = { id: string; denied: readonly string[] };
type Answer = { status: number; body: unknown };
type Code = { user: string; redirect: string; until: number; challenge: string | null };
type Refresh = { user: string; until: number; spent: number | null };

const CODE_SECONDS = 60;
const REFRESH_SECONDS = 2_678_400;
const words: Readonly<Record<string, string>> = {
  invalid_client: 'Client authentication failed.',
  invalid_grant: 'The code or token is invalid, expired or was used before.',
  unsupported_grant_type: 'The grant type is not supported.',
  invalid_request: 'A required parameter is missing.',
};
/** With a description of its own: the vendor has one too, whose words are not published. */
const refused = (error: string): Answer => ({ status: 400, body: { error, error_description: words[error] } });
const newToken = (): string => randomBytes(32).toString('base64url');

type Options = { store: Store; app: App; users: readonly User[] };
/**
 * The sign-in of Sage: authorization codes that are good once and for a minute, access tokens of five minutes, refresh tokens that are good
 * once. The refresh tokens are kept with the records, so that a restart does not end what was granted.
 */
export function openTokens({ store, app, users }: Options) {
  const codes = new Map<string, Code>();
  const access = new Map<string, { user: User; until: number }>();
  const userNamed = (id: string): User | undefined => users.find((each) => each.id === id);
  const note = (token: string, refresh: Refresh) => store.name(`refresh ${token}`, JSON.stringify(refresh));
  /** Tokens from before this time are no longer taken. */
  let endedAt = 0;
  function granted(user: string, now: number, token = newToken()): string {
    note(token, { user, until: now + REFRESH_SECONDS * 1000, spent: null });
    return token;
  }
  function give(id: string, seconds: number): Answer {
    const now = Date.now();
    const user = userNamed(id);
    if (!user) return refused('invalid_grant');
    const token = newToken();
    access.set(token, { user, until: now + seconds * 1000 });
    return {
      status: 200,
      body: {
        ...{ access_token: token, scope: 'full_access', token_type: 'bearer', expires_in: seconds },
        ...{ refresh_token: granted(id, now), refresh_token_expires_in: REFRESH_SECONDS, requested_by_id: id },
      },
    };
  }
  function refresh(token: string, seconds: number, reuseSeconds: number): Answer {
    const now = Date.now();
    const known = JSON.parse(store.named(`refresh ${token}`) ?? 'null') as Refresh | null;
    const isLate = known?.spent !== null && known !== null && now > known.spent + reuseSeconds * 1000;
    const isEnded = known !== null && known.until - REFRESH_SECONDS * 1000 < endedAt;
    if (!known || isLate || isEnded || known.until < now) return refused('invalid_grant');
    if (known.spent === null) note(token, { ...known, spent: now });
    return give(known.user, seconds);
  }
  return {
    /** Consent of a person, as on the vendor's page. Null: what was asked is wrong, and the vendor shows a page about it. */
    authorize(query: URLSearchParams, user: string): string | null {
      const { clientId, redirectUrl } = app;
      const redirect = query.get('redirect_uri') ?? '';
      const isAsked = query.get('client_id') === clientId && query.get('response_type') === 'code';
      const isHashed = !query.has('code_challenge') || query.get('code_challenge_method') === 'S256';
      const isScope = [null, 'readonly', 'full_access'].includes(query.get('scope'));
      if (!isAsked || !isScope || !isHashed || redirect !== redirectUrl) return null;
      const code = randomBytes(20).toString('hex');
      codes.set(code, {
        user,
        redirect,
        until: Date.now() + CODE_SECONDS * 1000,
        challenge: query.get('code_challenge'),
      });
      const url = new URL(redirect);
      for (const [name, value] of Object.entries({ code, country: 'IE', state: query.get('state') }))
        if (value !== null) url.searchParams.set(name, value);
      return url.href;
    },
    grant(form: URLSearchParams, seconds: number, reuseSeconds: number): Answer {
      if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret)
        return refused('invalid_client');
      if (form.get('grant_type') === 'refresh_token')
        return refresh(form.get('refresh_token') ?? '', seconds, reuseSeconds);
      if (!form.has('grant_type')) return refused('invalid_request');
      if (form.get('grant_type') !== 'authorization_code') return refused('unsupported_grant_type');
      const code = form.get('code') ?? '';
      const found = codes.get(code);
      codes.delete(code);
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isProven = found?.challenge === null || found?.challenge === verifier;
      if (!found || !isProven || found.until < Date.now() || found.redirect !== form.get('redirect_uri'))
        return refused('invalid_grant');
      return give(found.user, seconds);
    },
    /** A refresh token, as a connection keeps it once a person has consented. */
    consent: (user: string, token?: string): string => granted(user, Date.now(), token),
    holder(authorization: string | undefined): User | null {
      const found = access.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
      return found && found.until > Date.now() ? found.user : null;
    },
    endAccess: () => access.clear(),
    endGrants(): void {
      access.clear();
      endedAt = Date.now();
    },
  };
}
