import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { exchange } from '../exchange.ts';
import { statusError } from '../status.ts';

/** How an application proves who it is: by a secret, or by a signed JWT whose certificate the server knows. Both texts are PEM. */
export type ClientProof =
  | { secret: string /** As a password of HTTP Basic, for servers that read no secret from a body. */; basic?: boolean }
  | { privateKey: string; certificate: string }
  | KeyProof;
/** A key that the server knows by an id of its own. `audience`: where it is not the address that is called; `claims`: what the server wants in the assertion besides. */
type KeyProof = { privateKey: string; keyId: string; audience?: string; claims?: Readonly<Record<string, unknown>> };
export type TokenServer = {
  tokenUrl: string;
  clientId: string;
  proof: ClientProof;
  scope?: string;
  /** What the server wants besides the usual parameters of the grant. */
  parameters?: Readonly<Record<string, string>>;
  /** Which of our fields a refusal is about, by the server's error code and words. */
  fieldOf?: (error: string, words: string) => string | null;
};

/** PS256 for RSA, ES256 to ES512 for the curves. */
async function signingKey(pem: string) {
  const key = createPrivateKey(pem);
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const namedCurve = curve && { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }[curve];
  const algorithm = namedCurve ? { name: 'ECDSA', namedCurve } : { name: 'RSA-PSS', hash: 'SHA-256' };
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}
async function signedBy({ privateKey, keyId, audience, claims }: KeyProof, tokenUrl: string) {
  return oauth.PrivateKeyJwt(
    { key: await signingKey(privateKey), kid: keyId },
    {
      [oauth.modifyAssertion](header, payload) {
        header.typ = 'JWT';
        Object.assign(payload, claims, { aud: audience ?? tokenUrl });
      },
    },
  );
}
/** The certificate's thumbprint tells the server which key signed; the audience is the token endpoint itself. */
async function signed({ privateKey, certificate }: { privateKey: string; certificate: string }, tokenUrl: string) {
  const print = Buffer.from(new X509Certificate(certificate).fingerprint256.replaceAll(':', ''), 'hex');
  return oauth.PrivateKeyJwt(await signingKey(privateKey), {
    [oauth.modifyAssertion](header, payload) {
      header['x5t#S256'] = print.toString('base64url');
      payload.aud = tokenUrl;
    },
  });
}
async function authOf({ proof, tokenUrl }: TokenServer): Promise<oauth.ClientAuth> {
  if ('secret' in proof)
    return proof.basic ? oauth.ClientSecretBasic(proof.secret) : oauth.ClientSecretPost(proof.secret);
  try {
    return await ('keyId' in proof ? signedBy(proof, tokenUrl) : signed(proof, tokenUrl));
  } catch (error) {
    throw new ErpError('unauthorised', 'the key or its certificate cannot be read', {
      cause: error,
      field: 'privateKey',
      words:
        'keyId' in proof
          ? 'The private key cannot be read. It has to be PEM, for RSA or an elliptic curve.'
          : 'The private key or its certificate cannot be read. Both have to be PEM, the key for RSA.',
    });
  }
}

/** What a request to a token endpoint needs, in the library's words. */
export async function requestTo(server: TokenServer, { fetch, now }: ErpPorts, signal: AbortSignal) {
  const asked = { what: 'token', signal };
  return {
    server: { issuer: new URL(server.tokenUrl).origin, token_endpoint: server.tokenUrl },
    client: { client_id: server.clientId },
    auth: await authOf(server),
    options: {
      // The address filter lets http pass only where the operator allows it.
      [oauth.allowInsecureRequests]: true,
      async [oauth.customFetch](url: string, init: oauth.CustomFetchOptions<string, unknown>) {
        const answer = await exchange(fetch, url, { ...init, redirect: 'error' } as RequestInit, asked);
        if (answer.status === 429 || answer.status >= 500) throw statusError(answer, asked, now());
        return new Response(new Uint8Array(answer.bytes), { status: answer.status, headers: answer.headers });
      },
    },
  };
}

const MOST_WORDS = 500;
/** A refusal in the server's words: without the ids of its log, which stand behind the sentence. */
export function refusalOf(error: unknown, server: TokenServer): ErpError {
  if (error instanceof ErpError) return error;
  // What the sign-in page sent back: the person said no, or the application may not ask.
  if (error instanceof oauth.AuthorizationResponseError)
    return new ErpError('unauthorised', `token: ${error.error}`, {
      words: (error.error_description ?? error.error).slice(0, MOST_WORDS),
    });
  if (!(error instanceof oauth.ResponseBodyError))
    return new ErpError('drift', 'token: not an answer of a token endpoint', { cause: error, field: 'token' });
  const said = error.error_description ?? error.error;
  const words = said.replace(/\s*(Trace ID|Correlation ID|Timestamp):.*$/s, '').slice(0, MOST_WORDS);
  return new ErpError('unauthorised', `token: ${error.error}`, {
    words,
    field: server.fieldOf?.(error.error, said) ?? null,
  });
}
