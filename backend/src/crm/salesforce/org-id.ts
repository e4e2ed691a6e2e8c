import { z } from 'zod';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18 characters of a 15-character id: three more that say which letters are capitals, five at a time. Source: Salesforce, "ID field type". */
export function toId18(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) if (/[A-Z]/.test(id15[chunk + at] ?? '')) bits |= 1 << at;
    suffix += alphabet[bits];
  }
  return id15 + suffix;
}
/** An org's id in the only form taken: two spellings of one org would be two accounts. */
export const orgIdSchema = z
  .string()
  .regex(/^00D[A-Za-z0-9]{15}$/)
  .refine((id) => toId18(id.slice(0, 15)) === id, 'the three last characters do not fit');
