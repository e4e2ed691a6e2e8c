import { createHash, randomUUID } from 'node:crypto';
import { accountIdSchema } from '@backroom/shared';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** A quote rarely waits longer, and a mailbox should not hold a key for ever. */
const SECONDS = 7 * 86_400;
const AUDIENCE = 'approval-link';
const claimsSchema = z.object({
  account: accountIdSchema,
  approval: z.uuid(),
  /** Who got the link, and decides by it. */
  email: z.email().max(320),
  jti: z.uuid(),
  exp: z.number().int(),
  made: z.number().int(),
});
export type ApprovalClaims = z.infer<typeof claimsSchema>;

/** Signed links in approval mails. A link decides about one request, once; it opens nothing else. */
export function approvalLinks(secret: string) {
  const key = createHash('sha256').update(`approval|${secret}`).digest();
  return {
    /** `now` in milliseconds. */
    sign: ({ account, approval, email }: Pick<ApprovalClaims, 'account' | 'approval' | 'email'>, now: number) =>
      new SignJWT({ account, approval, email, made: now })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(AUDIENCE)
        .setJti(randomUUID())
        .setExpirationTime(Math.floor(now / 1000) + SECONDS)
        .sign(key),
    /** Null for whatever is not a living link of ours. Whether it was used is the store's to say. */
    async verify(text: string, now: number): Promise<ApprovalClaims | null> {
      const options = { audience: AUDIENCE, algorithms: ['HS256'], currentDate: new Date(now) };
      const verified = await jwtVerify(text, key, options).catch(() => null);
      return claimsSchema.safeParse(verified?.payload).data ?? null;
    },
  };
}
export type ApprovalLinks = ReturnType<typeof approvalLinks>;
