import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Vault } from '../../access/secrets.ts';
import { ProblemError } from '../../problems/error.ts';
import { sameText } from './same-text.ts';

const attemptSchema = z.object({
  secret: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  /** Where the person signs in: a tenant, or an account. */
  at: z.string(),
  about: z.string(),
});
type Attempt = z.infer<typeof attemptSchema>;
const random = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** A sign-in that is under way, kept sealed in a cookie of this browser: a code that somebody else began counts for nothing here. */
export function attempts(vault: Pick<Vault, 'seal' | 'open'>, context: string) {
  return {
    begin(at: string, about: string) {
      const attempt: Attempt = { secret: random(), verifier: random(), nonce: random(), at, about };
      return {
        cookie: vault.seal(JSON.stringify(attempt), context),
        asked: { state: digest(attempt.secret), nonce: attempt.nonce, challenge: digest(attempt.verifier) },
      };
    },
    /** The attempt that this answer belongs to. */
    finish(cookie: string, state: string): Attempt {
      let attempt: Attempt;
      try {
        attempt = attemptSchema.parse(JSON.parse(vault.open(cookie, context)));
      } catch (cause) {
        throw new ProblemError('forbidden', { cause });
      }
      if (!sameText(digest(attempt.secret), state)) throw new ProblemError('forbidden');
      return attempt;
    },
  };
}
