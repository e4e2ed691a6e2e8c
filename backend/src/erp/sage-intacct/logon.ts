import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { jsonOf } from '../transport/json.ts';
import { type Logon, tokenLogon } from '../transport/logon.ts';
import { clientCredentials } from '../transport/oauth/client-credentials.ts';
import { PATHS } from './facts.ts';
import { faultOf } from './faults.ts';
import type { Settings } from './settings.ts';

/** What the codes of the token endpoint mean: it says little more than those. */
const words: Readonly<Record<string, string>> = {
  invalid_client: 'Sage Intacct does not know this client ID and secret.',
  invalid_grant:
    'Sage Intacct does not let this user in for the application: check user ID and company ID, and list the user under “Authorized users” of the client application in the company.',
  unauthorized_client: 'This application may not sign in for itself (client credentials).',
};
const explained = (error: unknown): unknown => {
  if (!(error instanceof ErpError) || error.kind !== 'unauthorised') return error;
  const code = error.message.replace(/^token: /, '');
  const own = words[code];
  return own
    ? new ErpError('unauthorised', error.message, {
        words: error.words && error.words !== code ? `${own} ${error.words}` : own,
        field: error.field,
        cause: error,
      })
    : error;
};

const oauthError = z.object({ error: z.string() });
/** Intacct refuses a token in the envelope of its REST API, which no OAuth library reads. */
const speakingOAuth =
  (ask: ErpPorts['fetch']): ErpPorts['fetch'] =>
  async (url, init) => {
    const response = await ask(url, init);
    if (response.status < 400 || response.status === 429 || response.status >= 500) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const fault = oauthError.safeParse(jsonOf(bytes)).success ? null : faultOf({ status: response.status, bytes });
    const body = fault ? JSON.stringify({ error: 'invalid_client', error_description: fault.words }) : bytes;
    // A challenge in a header would hide the words of the body.
    return new Response(body, { status: 400, headers: { 'content-type': 'application/json' } });
  };

/** A web services user, in the name of an application of Sage's developer portal. */
export function logonOf(
  { url, company, entity }: Settings,
  { clientId = '', clientSecret = '', user = '' }: ErpOptions['credentials'],
  ports: ErpPorts,
): Logon {
  const tokens = clientCredentials(
    {
      tokenUrl: `${url}${PATHS.token}`,
      clientId,
      proof: { secret: clientSecret },
      parameters: { username: `${user}@${company}${entity === null ? '' : `|${entity}`}` },
      fieldOf: (error) => (error === 'invalid_client' ? 'clientSecret' : 'user'),
    },
    { ...ports, fetch: speakingOAuth(ports.fetch) },
  );
  return tokenLogon({
    get: (signal) =>
      tokens.get(signal).catch((error: unknown) => {
        throw explained(error);
      }),
    refused: tokens.refused,
  });
}
