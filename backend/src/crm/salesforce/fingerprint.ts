import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** SHA-256 of a public key, written as tools write a certificate's: pairs of digits with colons. */
export function fingerprintOf(key: KeyObject | string): string {
  const der = (typeof key === 'string' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return (createHash('sha256').update(der).digest('hex').toUpperCase().match(/../g) ?? []).join(':');
}
