import { languageOf } from '@backroom/shared/messages/locale';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { type DeskPerson, type DeskSession, type DeskTokens, SESSION_SECONDS } from '../access/desk.ts';
import type { Variables } from '../problems/answer.ts';
import { ProblemError } from '../problems/error.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { AuditStore } from '../store/audit.ts';
import type { DeskSessionStore } from '../store/desk-sessions.ts';
import type { UsedTokenStore } from '../store/used-tokens.ts';

export type DeskEnv = { Variables: Variables & { session: DeskSession; proven: DeskSession['roles'] } };
/** In front of pages that only admins may open. */
export const adminsOnly: MiddlewareHandler<DeskEnv> = async (context, next) => {
  if (!context.get('session').roles.includes('admin')) throw new ProblemError('forbidden');
  await next();
};
const COOKIE = 'backroom_desk';
/** What the page's own script sends when it renews an open page: that keeps no session alive. */
const BY_ITSELF = 'x-backroom-refresh';

export type SessionOptions = {
  tokens: DeskTokens;
  used: UsedTokenStore;
  sessions: DeskSessionStore;
  audit: Pick<AuditStore, 'note'>;
  accounts: Pick<AccountStore, 'get'>;
  /** Whether the person may still do what the session says; the desk belongs to admins. */
  isAdmin: (session: DeskSession) => Promise<boolean>;
  /** Where a browser reaches the desk; plain http only on loopback, where a cookie cannot be `Secure` everywhere. */
  origin: string;
  now: () => number;
};

/** Links are exchanged for a cookie, once each; the cookie opens every page of the desk until it ends or its owner signs out. */
export function deskSessions({ tokens, used, sessions, audit, accounts, isAdmin, origin, now }: SessionOptions) {
  const secure = origin.startsWith('https:');
  // With the prefix a browser takes the cookie from this very host over TLS only. It demands the path `/`.
  const cookie: CookieOptions = secure ? { prefix: 'host', secure, path: '/' } : { path: '/' };
  const keep = (context: Context, value: string) =>
    setCookie(context, COOKIE, value, {
      ...cookie,
      httpOnly: true,
      // Lax: the link comes from the CRM's page, and a strict cookie would stay away from the redirect that follows.
      sameSite: 'Lax',
      maxAge: SESSION_SECONDS,
    });
  /** Removed, disconnected, or installed anew since: nothing from before opens anything. */
  async function isOpen(token: { account: DeskPerson['account']; made: number }): Promise<boolean> {
    const account = await accounts.get(token.account);
    return account?.state === 'connected' && token.made >= account.since.getTime();
  }
  /** The living session of the request; null where there is none. One read by primary key, and the account from memory. */
  async function sessionOf(context: Context): Promise<DeskSession | null> {
    const text = getCookie(context, COOKIE, secure ? 'host' : undefined) ?? '';
    const session = await tokens.verifySession(text, now());
    if (!session) return null;
    const byPerson = context.req.header(BY_ITSELF) === undefined;
    if (!(await sessions.alive(session.account, session.jti, byPerson)) || !(await isOpen(session))) return null;
    return session;
  }
  const signedIn: MiddlewareHandler<DeskEnv> = async (context, next) => {
    const session = await sessionOf(context);
    if (!session) throw new ProblemError('desk_signed_out');
    if (!(await isAdmin(session))) throw new ProblemError('forbidden');
    // Who is here is an admin just now. The cookie keeps what the CRM proved, so that the next request asks again.
    context.set('session', { ...session, roles: ['rep', 'admin'] });
    context.set('proven', session.roles);
    const { account, userId, actor, roles } = session;
    context.set('caller', { account, userId, userEmail: actor, roles });
    await next();
  };
  const samePerson = (left: DeskPerson, right: DeskPerson) =>
    left.account === right.account && left.userId === right.userId;
  return {
    signedIn,
    sessionOf,
    /** Opens a link; returns where it leads. A second opening by who is signed in by it already (back, reload) just goes on. */
    async enter(context: Context, text: string): Promise<string> {
      const link = await tokens.verifyLink(text, now());
      if (!link || !(await isOpen(link))) throw new ProblemError('desk_link_expired');
      const session = await sessionOf(context);
      // A link that another site slips in does not make somebody work in another's name.
      if (session && !samePerson(session, link)) throw new ProblemError('desk_other_session');
      if (!(await used.useOnce(link.account, link.jti, new Date(link.exp * 1000)))) {
        if (session && samePerson(session, link)) return link.path;
        throw new ProblemError('desk_link_used');
      }
      // A new session for each link; the one before it does not stay open beside it.
      if (session) await sessions.end(session.account, session.jti);
      const { token, id, until } = await tokens.signSession(link, now());
      await sessions.open(link.account, { id, userId: link.userId, actor: link.actor, until });
      await audit.note(link.account, link.actor, 'desk_entered');
      keep(context, token);
      return link.path;
    },
    async change(context: Context<DeskEnv>, change: Partial<Pick<DeskPerson, 'locale' | 'timeZone'>>): Promise<void> {
      const session = context.get('session');
      // Of the same language the region stays: it says how dates and amounts are written.
      const isSame = session.locale !== null && languageOf(session.locale) === change.locale;
      const locale = isSame ? session.locale : (change.locale ?? session.locale);
      keep(context, await tokens.resign({ ...session, roles: context.get('proven'), ...change, locale }));
    },
    /** Ends the session for every copy of its cookie. */
    async leave(context: Context<DeskEnv>): Promise<void> {
      const { account, jti, actor } = context.get('session');
      await sessions.end(account, jti);
      await audit.note(account, actor, 'desk_left');
      deleteCookie(context, COOKIE, cookie);
    },
  };
}
