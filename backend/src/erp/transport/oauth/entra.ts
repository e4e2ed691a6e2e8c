import type { ErpOptions } from '../../contract/adapter.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { clientCredentials } from './client-credentials.ts';
import type { Tokens } from './tokens.ts';

/** Microsoft's public cloud. Sovereign clouds have other addresses: they are not supported. */
const SIGN_IN = 'https://login.microsoftonline.com';

/** Which field of ours Microsoft's sign-in is about, by the number in its words. */
function fieldOf(_error: string, words: string): string | null {
  if (/AADSTS(700016|90013|700038)/.test(words)) return 'clientId';
  if (/AADSTS(90002|900021|900023)/.test(words)) return 'tenant';
  return /AADSTS(7000215|7000222|700027|7000216|700024)/.test(words) ? 'clientSecret' : null;
}

/** Tokens of an app that is registered in Microsoft Entra, by the credentials and the tenant of `contract/entra-fields.ts`. */
export function entraTokens(
  { credentials, settings }: Pick<ErpOptions, 'credentials' | 'settings'>,
  scope: string,
  ports: ErpPorts,
): Tokens {
  // The manifests have no field for this address, because it receives the secret.
  const signIn = (settings.signIn ?? SIGN_IN).replace(/\/+$/, '');
  return clientCredentials(
    {
      tokenUrl: `${signIn}/${encodeURIComponent(settings.tenant ?? '')}/oauth2/v2.0/token`,
      clientId: credentials.clientId ?? '',
      proof: credentials.privateKey
        ? { privateKey: credentials.privateKey, certificate: credentials.certificate ?? '' }
        : { secret: credentials.clientSecret ?? '' },
      scope,
      fieldOf,
    },
    ports,
  );
}
