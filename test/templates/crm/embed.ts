import type { EmbedCaller } from '@backroom/backend/crm/contract/embed';
import type { Crm } from '@backroom/backend/crm/contract/manifest';
import { ProblemError } from '@backroom/backend/problems/error';
import { accountIdSchema, type RecordRef, recordIdSchema, recordTypeSchema } from '@backroom/shared';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';

const LIFE_SECONDS = 300;
const numberSchema = z.string().regex(/^\d{1,10}$/);
const claimsSchema = z.object({
  company: numberSchema,
  user: numberSchema,
  email: z.string().max(320),
  exp: z.number(),
});
const placeSchema = z.object({ resource: recordTypeSchema, id: recordIdSchema });

async function claimsOf(proof: string, secret: string, now: number) {
  const checks = {
    algorithms: ['HS256'],
    maxTokenAge: LIFE_SECONDS,
    requiredClaims: ['exp'],
    currentDate: new Date(now),
  };
  const { payload } = await jwtVerify(proof, new TextEncoder().encode(secret), checks).catch((cause: unknown) => {
    throw new ProblemError(cause instanceof errors.JWTExpired ? 'signature_expired' : 'signature_invalid', { cause });
  });
  const claims = claimsSchema.safeParse(payload).data;
  if (!claims) throw new ProblemError('signature_invalid');
  return claims;
}

/** The CRM signs who looks, and not at what: the record is asked about as this user. */
export function toyEmbed(options: {
  secret: string;
  now: () => number;
  viewers: (record: RecordRef, user: string) => boolean | Promise<boolean>;
}): NonNullable<Crm['embed']> {
  return {
    async page({ company }) {
      const account = numberSchema.safeParse(company).data;
      return {
        account: account ? accountIdSchema.parse(`toy:${account}`) : null,
        frameAncestors: [account ? `https://c${account}.crm.example.com` : 'https://*.crm.example.com'],
      };
    },
    async exchange(proof, place): Promise<EmbedCaller> {
      const { company, user, email, exp } = await claimsOf(proof, options.secret, options.now());
      const shown = placeSchema.safeParse(place).data;
      return {
        account: accountIdSchema.parse(`toy:${company}`),
        userId: user,
        userEmail: email,
        locale: null,
        record: shown ? { type: shown.resource, id: shown.id } : null,
        recordSigned: false,
        until: new Date(exp * 1000),
        // These sign in by a window of their own, which takes a click.
        renews: /^5\d$/.test(user),
      };
    },
    mayRead: async ({ userId }, record) => options.viewers(record, userId),
  };
}
