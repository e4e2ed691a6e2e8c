import { createHash, randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, recordIdSchema, recordTypeSchema } from '@backroom/shared';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ProblemError } from '../problems/error.ts';
import type { CallerProof, Provable } from './caller.ts';

const SESSION = 'x-backroom-session';
const FRAME = 'x-backroom-frame';
const ONCE = 'x-backroom-once';
const SESSION_SECONDS = 600;
/** A page may stay open for a working day; its frame asks for sessions until then. */
const PAGE_SECONDS = 86_400;
/** How long a session is renewed without another token of the vendor. */
const RENEWED_SECONDS = 8 * 3600;

const living = { account: accountIdSchema, made: z.number().int() };
const pageSchema = z.object(living);
const sessionSchema = z.object({
  ...living,
  userId: z.string().max(200),
  userEmail: z.string().max(320),
  admin: z.boolean(),
  record: z.object({ type: recordTypeSchema, id: recordIdSchema }).nullable(),
  frame: z.string(),
  /** Seconds since 1970; 0: a new session takes a token of the vendor. */
  renewUntil: z.number().int(),
  jti: z.uuid(),
  exp: z.number().int(),
});
type Session = z.infer<typeof sessionSchema>;
export type PanelPerson = Pick<Session, 'account' | 'userId' | 'userEmail' | 'admin' | 'record'>;
type Installed = { state: 'connected' | 'disconnected'; since: Date };

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * What a frame in a CRM gets for the vendor's token: ten minutes for one user, one record and one frame, in memory alone. A frame has a secret of its own,
 * so that the token is worth nothing in another one.
 */
export function panelSessions(options: {
  key: Uint8Array;
  accountOf: (account: AccountId) => Promise<Installed | null>;
  useOnce: (account: AccountId, id: string, until: Date) => Promise<boolean>;
  now: () => number;
}) {
  const { key, now } = options;
  const sign = (audience: string, claims: object, until: number) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setJti(randomUUID())
      .setExpirationTime(until)
      .sign(key);
  async function verified<Claims extends { account: AccountId; made: number }>(
    schema: z.ZodType<Claims>,
    audience: string,
    text: string,
  ): Promise<Claims> {
    const checks = { audience, algorithms: ['HS256'], currentDate: new Date(now()) };
    const { payload } = await jwtVerify(text, key, checks).catch((cause: unknown) => {
      const code = cause instanceof errors.JWTExpired ? 'signature_expired' : 'signature_invalid';
      throw new ProblemError(code, { cause });
    });
    const claims = schema.safeParse(payload).data;
    if (!claims) throw new ProblemError('signature_invalid');
    const account = await options.accountOf(claims.account);
    // Removed, or installed anew since: nothing from before opens anything.
    if (account && claims.made < account.since.getTime()) throw new ProblemError('signature_expired');
    return claims;
  }
  async function sessionIn({ req }: Pick<Provable, 'req'>): Promise<Session> {
    const session = await verified(sessionSchema, 'panel', req.header(SESSION) ?? '');
    if (session.frame !== digest(req.header(FRAME) ?? '')) throw new ProblemError('signature_invalid');
    return session;
  }
  const give = async (person: PanelPerson, more: { frame: string; renewUntil: number }) => {
    const until = Math.floor(now() / 1000) + SESSION_SECONDS;
    const { account, userId, userEmail, admin, record } = person;
    const claims = { account, userId, userEmail, admin, record, ...more, made: now() };
    return { token: await sign('panel', claims, until), expiresAt: new Date(until * 1000).toISOString() };
  };
  const proof: CallerProof = {
    folds: false,
    carriedBy: ({ req }) => req.header(SESSION) !== undefined,
    async verify(context) {
      const session = await sessionIn(context);
      const { account, userId, userEmail, admin, record } = session;
      return { account, userId, userEmail, roles: admin ? ['rep', 'admin'] : ['rep'], only: record };
    },
    // Each change brings an id of its own: a copy of the request is worth nothing.
    async isFirst({ req }, { account }) {
      const id = req.header(ONCE) ?? '';
      if (!/^[\w-]{16,64}$/.test(id)) throw new ProblemError('signature_invalid');
      return options.useOnce(account, `panel:${id}`, new Date(now() + SESSION_SECONDS * 1000));
    },
  };
  return {
    proof,
    /** A page that the account's CRM may frame. The headers keep everybody else from framing it, so that a session belongs to such a page. */
    signPage: (account: AccountId): Promise<string> =>
      sign('panel-page', { account, made: now() }, Math.floor(now() / 1000) + PAGE_SECONDS),
    pageAccount: async (text: string): Promise<AccountId> => (await verified(pageSchema, 'panel-page', text)).account,
    signSession: (person: PanelPerson, frame: string, renews: boolean) =>
      give(person, {
        frame: digest(frame),
        renewUntil: renews ? Math.floor(now() / 1000) + RENEWED_SECONDS : 0,
      }),
    /** The next session of one that is still good and may be renewed. `mayRead`: whether the CRM still shows the record. */
    async renew(context: Pick<Provable, 'req'>, mayRead: (person: PanelPerson) => Promise<boolean>) {
      const session = await sessionIn(context);
      if (session.renewUntil * 1000 <= now()) throw new ProblemError('signature_expired');
      if (!(await mayRead(session))) throw new ProblemError('record_not_found');
      return { session, ...(await give(session, session)) };
    },
  };
}
export type PanelSessions = ReturnType<typeof panelSessions>;
