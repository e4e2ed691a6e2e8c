import { randomUUID } from 'node:crypto';
import { accountIdSchema } from '@backroom/shared';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Who sits at the order desk: proved by the CRM when the link was asked for, and carried by link and session. */
const personSchema = z.object({
  account: accountIdSchema,
  userId: z.string().max(200),
  /** As it stands in the events of what this person does. */
  actor: z.string().max(320),
  roles: z.array(z.enum(['rep', 'admin'])),
  /** BCP 47 tag and IANA zone of the viewer; null where nobody has said yet, and the browser is asked. */
  locale: z.string().max(35).nullable(),
  timeZone: z.string().max(64).nullable(),
});
export type DeskPerson = z.infer<typeof personSchema>;
/** `made`: the millisecond of its making; one from before its account was installed or connected again is dead. */
const token = personSchema.extend({ jti: z.uuid(), exp: z.number().int(), made: z.number().int() });
const linkSchema = token.extend({ path: z.string().max(200) });

/** A card keeps a link at hand while the page is open, and renews it in half this time. */
const LINK_SECONDS = 600;
/** A working day; whoever sits longer opens it again from the CRM. */
export const SESSION_SECONDS = 8 * 3600;

/** Signed links that open the order desk once, and the sessions that they are exchanged for. A link is no session and a session no link. */
export function deskTokens(key: Uint8Array) {
  async function sign(audience: string, claims: object, jti: string, until: number): Promise<string> {
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setJti(jti)
      .setExpirationTime(until)
      .sign(key);
  }
  async function verify<Schema extends z.ZodType>(schema: Schema, audience: string, text: string, now: number) {
    const options = { audience, algorithms: ['HS256'], currentDate: new Date(now) };
    const verified = await jwtVerify(text, key, options).catch(() => null);
    const parsed = verified && schema.safeParse(verified.payload);
    return parsed?.success ? (parsed.data as z.infer<Schema>) : null;
  }
  const untilOf = (now: number, seconds: number) => Math.floor(now / 1000) + seconds;
  return {
    /** `path`: where at the desk it leads to. `now` in milliseconds. */
    async signLink(person: DeskPerson, path: string, now: number): Promise<{ token: string; expiresAt: string }> {
      const until = untilOf(now, LINK_SECONDS);
      const text = await sign('desk-link', { ...person, path, made: now }, randomUUID(), until);
      return { token: text, expiresAt: new Date(until * 1000).toISOString() };
    },
    /** Null for whatever is not a living link of ours. Whether it was used before is the store's to say. */
    verifyLink: (text: string, now: number) => verify(linkSchema, 'desk-link', text, now),
    async signSession(person: DeskPerson, now: number): Promise<{ token: string; id: string; until: Date }> {
      const [id, until] = [randomUUID(), untilOf(now, SESSION_SECONDS)];
      const text = await sign('desk-session', { ...personSchema.parse(person), made: now }, id, until);
      return { token: text, id, until: new Date(until * 1000) };
    },
    /** The same session with another language or time zone: id and end stay, so that a sign-out ends them all. */
    resign: (session: DeskSession) =>
      sign('desk-session', { ...personSchema.parse(session), made: session.made }, session.jti, session.exp),
    verifySession: (text: string, now: number) => verify(token, 'desk-session', text, now),
  };
}
export type DeskTokens = ReturnType<typeof deskTokens>;
export type DeskSession = z.infer<typeof token>;
