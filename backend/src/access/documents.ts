import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { MAIN } from '../store/connections.ts';

const claims = z.object({
  account: accountIdSchema,
  /** Absent in links of an earlier release: the account's first connection. */
  connection: z.string().default(MAIN),
  invoice: z.string(),
  customer: z.string(),
  jti: z.uuid(),
  exp: z.number(),
  made: z.number().int(),
});
export type DocumentClaims = z.infer<typeof claims>;
/** Long enough to click, too short to pass around. */
const LIFE_SECONDS = 120;

/** Links to an invoice's PDF: a browser opens them without HubSpot's signature, so the link itself says what it may show. */
export function documentTokens(key: Uint8Array) {
  return {
    async sign(
      { account, connection }: { account: AccountId; connection: string },
      invoice: string,
      customer: string,
      now: number,
    ): Promise<{ token: string; expiresAt: string }> {
      const until = Math.floor(now / 1000) + LIFE_SECONDS;
      const token = await new SignJWT({ account, connection, invoice, customer, made: now })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience('document')
        .setJti(randomUUID())
        .setExpirationTime(until)
        .sign(key);
      return { token, expiresAt: new Date(until * 1000).toISOString() };
    },
    /** Null for anything that is not a living token of ours. */
    async verify(token: string, now: number): Promise<DocumentClaims | null> {
      const verified = await jwtVerify(token, key, {
        audience: 'document',
        algorithms: ['HS256'],
        currentDate: new Date(now),
      }).catch(() => null);
      const parsed = verified && claims.safeParse(verified.payload);
      return parsed?.success ? parsed.data : null;
    },
  };
}
