import type { ErpOptions } from '../contract/adapter.ts';
import type { ErpPorts } from '../contract/ports.ts';
import type { Answer } from '../transport/exchange.ts';
import { basicLogon, tokenLogon } from '../transport/logon.ts';
import { clientCredentials } from '../transport/oauth/client-credentials.ts';
import type { Document } from './document.ts';
import { textOf } from './template.ts';

/** Sends a request with what proves who asks. */
export type SignedIn = (
  signal: AbortSignal,
  work: (headers: Record<string, string>) => Promise<Answer>,
) => Promise<Answer>;

/** How a document's connection proves who it is, with the key and secret that the administrator entered. */
export function signIn({ auth }: Document, { url, credentials }: ErpOptions, ports: ErpPorts): SignedIn {
  const { key = '', secret = '' } = credentials;
  const withAuthorization =
    (logon: ReturnType<typeof basicLogon>): SignedIn =>
    (signal, work) =>
      logon(signal, (authorization) => work({ authorization }));
  switch (auth.kind) {
    case 'none':
      return (_, work) => work({});
    case 'basic':
      return withAuthorization(basicLogon(key, secret, ports));
    case 'bearer':
      return (_, work) => work({ authorization: `Bearer ${secret}` });
    case 'headers':
      return async (_, work) => work(await headersOf(auth.headers, { key, secret }));
    case 'client_credentials': {
      const tokenUrl = new URL(url + auth.tokenPath).href;
      const proof = { secret, basic: auth.basic };
      const scope = auth.scope === undefined ? {} : { scope: auth.scope };
      return withAuthorization(tokenLogon(clientCredentials({ tokenUrl, clientId: key, proof, ...scope }, ports)));
    }
  }
}
/** Header values have one line: what would begin another one is taken out. */
export async function headersOf(
  templates: Readonly<Record<string, string>>,
  input: unknown,
  bindings = {},
): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const [name, template] of Object.entries(templates)) {
    const text = await textOf(template, input, bindings, (each) => each.replace(/[\r\n\0]/g, ''));
    if (text !== undefined) out[name.toLowerCase()] = text;
  }
  return out;
}
