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

const part = (text: string) => base32(createHash('sha256').update(text).digest()).slice(0, 10);

/** What the references of one record have in common: another revision of the same deal is known by it, even from the ERP's side alone. */
export const referencePrefix = (account: string, kind: string, recordId: string): string =>
  `BR-${part(`${account}|${kind}|${recordId}`)}`;

/**
 * The name under which a write is found again in the ERP. It is derived from what is written, never drawn at random, so that two reps, two
 * instances or a restored backup arrive at the same name. Ten characters of base32 (50 bits) for the record, ten for its revision.
 */
export function referenceFor(account: string, kind: string, recordId: string, revision: string): Reference {
  const record = referencePrefix(account, kind, recordId);
  return referenceSchema.parse(`${record}${part(`${account}|${kind}|${recordId}|${revision}`)}`);
}
