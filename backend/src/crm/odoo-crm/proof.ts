import { createHash } from 'node:crypto';
import { errors, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';

/** A statement of the addon is made when it is asked for. One that is good for longer was not made by it. */
const LONGEST_SECONDS = 300;
/** Clocks of customers' servers. */
const SKEW_SECONDS = 30;
/** One for each purpose: what was signed for one of them is worth nothing for another. */
export const purposes = { frame: 'frame', events: 'events', connection: 'connection', challenge: 'challenge' } as const;
export type Purpose = keyof typeof purposes;
export const audienceOf = (publicOrigin: string, purpose: Purpose): string => `${publicOrigin}/odoo-crm/${purpose}`;
const standard = z.object({ jti: z.string().min(16).max(200), iat: z.int(), exp: z.int() });
export const databaseSchema = z.guid().transform((id) => id.toLowerCase());
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * A statement that the addon of this database has signed: EdDSA and no other algorithm, by the key that was shown when the database was connected, for us,
 * for this purpose, and for a few minutes.
 */
export async function statementOf<Claims extends z.ZodType>(
  schema: Claims,
  token: string,
  about: { publicKey: string; database: string; audience: string; now: number },
): Promise<z.output<Claims> & z.output<typeof standard>> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: about.publicKey }, 'EdDSA');
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA'],
      issuer: about.database,
      audience: about.audience,
      requiredClaims: ['iat', 'exp', 'jti'],
      maxTokenAge: LONGEST_SECONDS,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(about.now),
    });
    const times = standard.safeParse(payload).data;
    const claims = schema.safeParse(payload);
    // An audience of several proves nothing to one of them.
    if (!times || !claims.success || payload.aud !== about.audience || times.exp - times.iat > LONGEST_SECONDS)
      throw new ProblemError('signature_invalid');
    return { ...(claims.data as object), ...times } as z.output<Claims> & z.output<typeof standard>;
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError(cause instanceof errors.JWTExpired ? 'signature_expired' : 'signature_invalid', { cause });
  }
}
/** After which a statement is refused whatever it says; it is taken once until then. */
export const untilOf = ({ exp }: { exp: number }): Date => new Date((exp + SKEW_SECONDS) * 1000);
