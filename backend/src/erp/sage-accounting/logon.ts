import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type Logon, tokenLogon } from '../transport/logon.ts';
import { rotatingTokens } from '../transport/oauth/rotating.ts';
import type { Settings } from './settings.ts';

/** What the codes of the token endpoint mean: it says little more than those. */
const words: Readonly<Record<string, string>> = {
  invalid_client: 'Sage Accounting does not know this client ID and secret.',
  invalid_grant:
    'Sage Accounting takes this refresh token no longer: it was used elsewhere, withdrawn, or not used for 31 days. Open the address and credentials of the connection and sign in again.',
};
function explained(error: unknown): unknown {
  if (!(error instanceof ErpError) || error.kind !== 'unauthorised') return error;
  const code = error.message.replace(/^token: /, '');
  const own = words[code];
  if (!own) return error;
  const more = error.words && error.words !== code ? ` ${error.words}` : '';
  return new ErpError('unauthorised', error.message, { words: `${own}${more}`, field: error.field, cause: error });
}

/** In the name of the user who authorized the application. Each refresh token works once, and an access token five minutes. */
export function logonOf(
  { tokenUrl }: Settings,
  { clientId = '', clientSecret = '', refreshToken = '' }: ErpOptions['credentials'],
  ports: ErpPorts,
): Logon {
  const fieldOf = (error: string) => (error === 'invalid_client' ? 'clientSecret' : 'refreshToken');
  const server = { tokenUrl, clientId, proof: { secret: clientSecret }, fieldOf };
  const tokens = rotatingTokens(server, refreshToken, ports);
  return tokenLogon({
    get: (signal) =>
      tokens.get(signal).catch((error: unknown) => {
        throw explained(error);
      }),
    refused: tokens.refused,
  });
}
