import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import type { Answer } from '../transport/exchange.ts';
import { tokenLogon } from '../transport/logon.ts';
import { clientCredentials } from '../transport/oauth/client-credentials.ts';
import { PATHS, SCOPES, suitetalkOf } from './facts.ts';
import { signatureOf, type TokenKeys } from './signature.ts';

type Request = { method: string; url: string };
/** Makes a request with a credential. The answer to a credential that was refused comes back as it is. */
export type NetSuiteLogon = (
  signal: AbortSignal,
  request: Request,
  work: (authorization: string) => Promise<Answer>,
) => Promise<Answer>;

type Credentials = ErpOptions['credentials'];
/** Whether the connection signs each request with tokens of OAuth 1, instead of a certificate. */
export const hasTokens = ({ tokenId }: Credentials): boolean => Boolean(tokenId);

/** What the codes of the token endpoint mean: it says no more than those. */
const words: Readonly<Record<string, string>> = {
  invalid_client: 'NetSuite does not know this client ID, or its integration record does not allow client credentials.',
  invalid_grant:
    'NetSuite does not take the signed assertion: certificate ID, private key and client ID have to be of one mapping (Setup > Integration > OAuth 2.0 Client Credentials), and the certificate must not have ended. A refreshed sandbox has lost its mappings.',
  invalid_request:
    'NetSuite does not take the signed assertion: check the account ID, the certificate ID and the private key.',
  unauthorized_client: 'The integration record does not allow client credentials.',
  invalid_scope: 'The integration record does not allow REST web services and RESTlets.',
};
const explained = (error: unknown): unknown => {
  const own = error instanceof ErpError && error.kind === 'unauthorised' && words[error.words ?? ''];
  return own ? new ErpError('unauthorised', error.message, { words: own, field: error.field, cause: error }) : error;
};

/** OAuth 2 with a certificate, or token-based authentication where the connection has a token of an existing integration. */
export function logonOf(
  { url, account }: { url: string; account: string },
  credentials: Credentials,
  ports: ErpPorts,
): NetSuiteLogon {
  if (hasTokens(credentials)) return signedLogon(account, credentials, ports);
  const tokens = clientCredentials(
    {
      tokenUrl: `${url}${PATHS.token}`,
      clientId: credentials.clientId ?? '',
      proof: {
        privateKey: credentials.privateKey ?? '',
        keyId: credentials.certificateId ?? '',
        // Of the account, whatever stands between.
        audience: `${suitetalkOf(account)}${PATHS.token}`,
        claims: { scope: SCOPES },
      },
      fieldOf: (error) => (error === 'invalid_client' ? 'clientId' : 'certificateId'),
    },
    ports,
  );
  const logon = tokenLogon({
    get: (signal) =>
      tokens.get(signal).catch((error: unknown) => {
        throw explained(error);
      }),
    refused: tokens.refused,
  });
  return (signal, _, work) => logon(signal, work);
}
function signedLogon(account: string, credentials: Credentials, ports: ErpPorts): NetSuiteLogon {
  const keys: TokenKeys = {
    consumerKey: credentials.consumerKey ?? '',
    consumerSecret: credentials.consumerSecret ?? '',
    tokenId: credentials.tokenId ?? '',
    tokenSecret: credentials.tokenSecret ?? '',
  };
  return (_, request, work) => work(signatureOf(account, keys, request, ports));
}
