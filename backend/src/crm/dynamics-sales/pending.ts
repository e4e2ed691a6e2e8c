import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { sameText } from '../kit/same-text.ts';

const attemptSchema = z.object({
  secret: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  /** Whom the sign-in is for: a person of this organisation, or the admin who connects it. */
  tenant: z.string(),
  about: z.string(),
});
type Attempt = z.infer<typeof attemptSchema>;
const random = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** A sign-in that is under way, kept sealed in a cookie of this browser: a code that somebody else began counts for nothing here. */
export function attempts(vault: Pick<CrmPorts['vault'], 'seal' | 'open'>, context: string) {
  return {
    begin(tenant: string, about: string) {
      const attempt: Attempt = { secret: random(), verifier: random(), nonce: random(), tenant, about };
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
