import { createSign, type KeyObject, randomBytes } from 'node:crypto';
import { hashOf } from '@backroom/backend/crm/salesforce/request-token';

export type ToSign = {
  kid: string;
  orgId: string;
  userId: string;
  username: string;
  email?: string;
  audience: string;
  method: string;
  path: string;
  body: string;
  sandbox: boolean;
  instance: string;
  roles: readonly string[];
  /** Seconds. */
  now: number;
  jti?: string;
  life?: number;
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs as the package's Apex does (header by hand, `Crypto.signWithCertificate('RSA-SHA256', …)`): for the playground's door and for tests. */
export function signAsApex(input: ToSign, key: KeyObject): string {
  const claims = {
    iss: input.orgId,
    sub: input.userId,
    username: input.username,
    ...(input.email ? { email: input.email } : {}),
    aud: input.audience,
    iat: input.now,
    exp: input.now + (input.life ?? 120),
    jti: input.jti ?? randomBytes(16).toString('hex'),
    method: input.method,
    path: input.path,
    bodyHash: hashOf(input.body),
    sandbox: input.sandbox,
    instance: input.instance,
    roles: input.roles,
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: input.kid })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}
