import type { ErpOptions } from '../contract/adapter.ts';
import type { ErpPorts } from '../contract/ports.ts';
import type { Answer } from '../transport/exchange.ts';
import { basicLogon, tokenLogon } from '../transport/logon.ts';
import { clientCredentials } from '../transport/oauth/client-credentials.ts';
import type { Document } from './document.ts';
import type { Bindings } from './expression.ts';
import { type SessionCalls, sessionLogon } from './session.ts';
import { headersOf } from './template.ts';

/** What proves who asks: headers, and what the templates of a request may use besides. */
export type Proof = { headers: Record<string, string>; bindings: Bindings };
/** Sends a request with what proves who asks. */
export type SignedIn = (signal: AbortSignal, work: (proof: Proof) => Promise<Answer>) => Promise<Answer>;

/** How a document's connection proves who it is, with the key and secret that the administrator entered. */
export function signIn(
  { auth }: Document,
  { url, credentials }: ErpOptions,
  calls: SessionCalls,
  ports: ErpPorts,
): SignedIn {
  const { key = '', secret = '' } = credentials;
  const withAuthorization =
    (logon: ReturnType<typeof basicLogon>): SignedIn =>
    (signal, work) =>
      logon(signal, (authorization) => work({ headers: { authorization }, bindings: {} }));
  const always =
    (headers: Record<string, string>, bindings: Bindings = {}): SignedIn =>
    (_, work) =>
      work({ headers, bindings });
  switch (auth.kind) {
    case 'none':
      return always({});
    case 'inline':
      return always({}, { key, secret });
    case 'basic':
      return withAuthorization(basicLogon(key, secret, ports));
    case 'bearer':
      return always({ authorization: `Bearer ${secret}` });
    case 'headers':
      return async (_, work) => work({ headers: await headersOf(auth.headers, { key, secret }), bindings: {} });
    case 'session':
      return sessionLogon(auth, calls, ports);
    case 'client_credentials': {
      const tokenUrl = new URL(url + auth.tokenPath).href;
      const proof = { secret, basic: auth.basic };
      const scope = auth.scope === undefined ? {} : { scope: auth.scope };
      return withAuthorization(tokenLogon(clientCredentials({ tokenUrl, clientId: key, proof, ...scope }, ports)));
    }
  }
}
