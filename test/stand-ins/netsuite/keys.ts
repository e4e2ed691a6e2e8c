import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A key pair on P-256 from a name: the same one in each process, and none in a file. */
export function keyPair(name: string): { privatePem: string; publicKey: KeyObject } {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(createHash('sha256').update(`netsuite double ${name}`).digest());
  const point = curve.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: curve.getPrivateKey('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { privatePem: String(key.export({ type: 'pkcs8', format: 'pem' })), publicKey: createPublicKey(key) };
}
