import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type DeskPerson, type DeskSession, type DeskTokens, SESSION_SECONDS } from '../access/desk.ts';
import type { Variables } from '../http/errors.ts';
import { ProblemError } from '../problems/error.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { UsedTokenStore } from '../store/used-tokens.ts';

export type DeskEnv = { Variables: Variables & { session: DeskSession } };
const COOKIE = 'backroom_desk';

export type SessionOptions = {
  tokens: DeskTokens;
  used: UsedTokenStore;
  accounts: Pick<AccountStore, 'get'>;
  /** Where a browser reaches the desk; plain http only on loopback, where a cookie cannot be `Secure` everywhere. */
  origin: string;
  now: () => number;
};

/** Links are exchanged for a cookie, once each; the cookie opens every page of the desk until it ends or its owner signs out. */
export function deskSessions({ tokens, used, accounts, origin, now }: SessionOptions) {
  const keep = (context: Context, value: string) =>
    setCookie(context, COOKIE, value, {
      httpOnly: true,
      secure: origin.startsWith('https:'),
      // Lax: the link comes from the CRM's page, and a strict cookie would stay away from the redirect that follows.
      sameSite: 'Lax',
      path: '/desk',
      maxAge: SESSION_SECONDS,
    });
  /** The living session of the request; null where there is none. One read by primary key, and the account from memory. */
  async function sessionOf(context: Context): Promise<DeskSession | null> {
    const session = await tokens.verifySession(getCookie(context, COOKIE) ?? '', now());
    if (!session || (await used.isUsed(session.account, session.jti))) return null;
    // Uninstalled meanwhile: nothing of the account is left to show.
    return (await accounts.get(session.account)) ? session : null;
  }
  const signedIn: MiddlewareHandler<DeskEnv> = async (context, next) => {
    const session = await sessionOf(context);
    if (!session) throw new ProblemError('desk_signed_out');
    context.set('session', session);
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
      if (!link || !(await accounts.get(link.account))) throw new ProblemError('desk_link_expired');
      const session = await sessionOf(context);
      if (!(await used.useOnce(link.account, link.jti, new Date(link.exp * 1000)))) {
        if (session && samePerson(session, link)) return link.path;
        throw new ProblemError('desk_link_used');
      }
      keep(context, await tokens.signSession(link, now()));
      return link.path;
    },
    async change(context: Context<DeskEnv>, change: Partial<Pick<DeskPerson, 'locale' | 'timeZone'>>): Promise<void> {
      keep(context, await tokens.resign({ ...context.get('session'), ...change }));
    },
    /** Ends the session for every copy of its cookie. */
    async leave(context: Context<DeskEnv>): Promise<void> {
      const { account, jti, exp } = context.get('session');
      await used.useOnce(account, jti, new Date(exp * 1000));
      deleteCookie(context, COOKIE, { path: '/desk' });
    },
  };
}
