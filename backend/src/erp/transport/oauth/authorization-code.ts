import * as oauth from 'oauth4webapi';
import { ErpError } from '../../contract/errors.ts';
import type { CredentialStore, ErpPorts, StoredTokens } from '../../contract/ports.ts';
import { refusalOf, requestTo, type TokenServer } from './server.ts';
import { expiry, isFresh, type Tokens, tokensOf } from './tokens.ts';

export type CodeServer = TokenServer & { authorizeUrl: string; redirectUrl: string };

/** The address at which a person grants access. `keep` keeps the verifier until the answer comes back, and gives the state under which it does. */
export async function grantAddress(server: CodeServer, keep: (verifier: string) => Promise<string>): Promise<string> {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = await keep(verifier);
  const url = new URL(server.authorizeUrl);
  const parameters = {
    response_type: 'code',
    client_id: server.clientId,
    redirect_uri: server.redirectUrl,
    ...(server.scope ? { scope: server.scope } : {}),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

type Kept = { state: string; verifier: string };
/** The tokens for a grant that came back. */
export async function tokensForGrant(
  server: CodeServer,
  answer: URLSearchParams,
  { state, verifier }: Kept,
  ports: ErpPorts,
  signal: AbortSignal,
): Promise<StoredTokens> {
  try {
    const { server: at, client, auth, options } = await requestTo(server, ports, signal);
    const checked = oauth.validateAuthResponse(at, client, answer, state);
    const { redirectUrl } = server;
    const response = await oauth.authorizationCodeGrantRequest(
      at,
      client,
      auth,
      checked,
      redirectUrl,
      verifier,
      options,
    );
    return toStored(await oauth.processAuthorizationCodeResponse(at, client, response), null, ports.now());
  } catch (error) {
    throw refusalOf(error, server);
  }
}
function toStored(answer: oauth.TokenEndpointResponse, before: StoredTokens | null, now: number): StoredTokens {
  const refreshToken = answer.refresh_token ?? before?.refreshToken;
  if (!refreshToken)
    throw new ErpError('unauthorised', 'token: no refresh token', {
      words: 'The ERP gave no refresh token: the application has no offline access.',
    });
  return { accessToken: answer.access_token, refreshToken, expiresAt: expiry(now, answer.expires_in) };
}

/**
 * Tokens that a person granted. Most servers accept a refresh token once. The process that gets the lease first checks whether another one has
 * refreshed, and stores the new tokens before it uses them.
 */
export const grantedTokens = (server: TokenServer, store: CredentialStore, ports: ErpPorts): Tokens =>
  tokensOf(async (signal, refused) => {
    const usable = (kept: StoredTokens | null) =>
      kept && kept.accessToken !== refused && isFresh(kept, ports.now()) ? kept : null;
    return (
      usable(await store.read()) ??
      store.alone(async () => {
        const kept = await store.read();
        if (!kept) throw new ErpError('unauthorised', 'token: nobody has granted access');
        const fresh = usable(kept) ?? (await refresh(server, kept, ports, signal));
        if (fresh !== kept) await store.write(fresh);
        return fresh;
      })
    );
  }, ports);

async function refresh(server: TokenServer, kept: StoredTokens, ports: ErpPorts, signal: AbortSignal) {
  try {
    const { server: at, client, auth, options } = await requestTo(server, ports, signal);
    const response = await oauth.refreshTokenGrantRequest(at, client, auth, kept.refreshToken, options);
    return toStored(await oauth.processRefreshTokenResponse(at, client, response), kept, ports.now());
  } catch (error) {
    throw refusalOf(error, server);
  }
}
