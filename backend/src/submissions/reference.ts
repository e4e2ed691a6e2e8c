import { createHash } from 'node:crypto';
import { type Reference, referenceSchema } from '@backroom/shared';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= 0xff;
  }
  return text;
}

/**
 * The name under which a write is found again in the ERP. It is derived from what is written, never drawn at random, so that two reps, two
 * instances or a restored backup arrive at the same name. 20 characters of base32 are 100 bits.
 */
export function referenceFor(account: string, kind: string, recordId: string, revision: string): Reference {
  const digest = createHash('sha256').update(`${account}|${kind}|${recordId}|${revision}`).digest();
  return referenceSchema.parse(`BR-${base32(digest).slice(0, 20)}`);
}
