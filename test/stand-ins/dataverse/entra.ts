import { generateKeyPairSync, sign } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** One for each name in a process: to make one takes a good part of a second. */
const pairs = new Map<string, ReturnType<typeof makePair>>();
const makePair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
function keyPair(kid: string) {
  const known = pairs.get(kid) ?? makePair();
  pairs.set(kid, known);
  return known;
}

/** Keys of Microsoft Entra, and tokens of people signed with them, for an app that checks who calls it. */
export function entraKeys(tenant: string, kid = 'stand-in-1') {
  const { publicKey, privateKey } = keyPair(kid);
  const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
  return {
    issuer,
    /** As `/{tenant}/discovery/v2.0/keys` answers. */
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    /** An access token of version 2.0. What is given replaces what Entra would say. */
    token(
      claims: { aud: string; oid: string } & Readonly<Record<string, unknown>>,
      header: object = {},
      now = Date.now(),
    ): string {
      const at = Math.floor(now / 1000);
      const said = {
        iss: issuer,
        iat: at,
        nbf: at,
        exp: at + 3600,
        tid: tenant,
        ver: '2.0',
        sub: `sub-${claims.oid}`,
        ...claims,
      };
      const text = `${part({ typ: 'JWT', alg: 'RS256', kid, ...header })}.${part(said)}`;
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
  };
}
