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
/** A key of an identity provider: its public part as a key set shows it, and tokens signed with it. */
export function signingKey(kid: string) {
  const { publicKey, privateKey } = keyPair(kid);
  return {
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    signed(claims: object, header: object = {}): string {
      const text = `${part({ typ: 'JWT', alg: 'RS256', kid, ...header })}.${part(claims)}`;
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
  };
}
