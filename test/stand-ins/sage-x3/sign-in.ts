import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Faults } from './faults.ts';

/** A Syracuse user, with the classes and objects that its profile denies. */
export type User = { login: string; password: string; denied: readonly string[] };
/** A connected application: it signs its own tokens for one user. */
export type App = { clientId: string; secret: string; url: string; login: string };
type Held = { user: User } | { refused: string };

export const isDenied = ({ denied }: User, faults: Faults, name: string): boolean =>
  denied.includes(name) || faults.denied.includes(name);
const refused = (code: number): Held => ({ refused: `Error ${code}: Invalid token` });
function partOf(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Who a request is from: a user and its password, or a token that a connected application signed for its user. */
export function openSignIn({ users, apps }: { users: readonly User[]; apps: readonly App[] }) {
  const seen = new Set<string>();
  const ended = new Set<string>();
  function bearer(token: string, seconds: number): Held {
    const [head = '', body = '', signature = '', ...more] = token.split('.');
    const [header, claims] = [partOf(head), partOf(body)];
    if (!header || !claims || header.alg !== 'HS256' || more.length > 0) return refused(30);
    const app = apps.find(({ clientId }) => clientId === claims.iss);
    if (!app) return refused(41);
    if (!same(signature, createHmac('sha256', app.secret).update(`${head}.${body}`).digest('base64url')))
      return refused(50);
    const user = users.find(({ login }) => login === app.login);
    if (!user || claims.sub !== app.login) return refused(42);
    if (claims.aud !== app.url) return refused(45);
    const { iat, exp } = claims;
    if (typeof iat !== 'number' || typeof exp !== 'number') return refused(50);
    const time = Date.now() / 1000;
    if (exp <= time || iat > time + 5 || exp - iat > seconds || ended.has(token)) return refused(50);
    seen.add(token);
    return { user };
  }
  return {
    holder(authorization: string | undefined, seconds: number): Held {
      const [, scheme = '', rest = ''] = /^(Basic|Bearer) (.+)$/.exec(authorization ?? '') ?? [];
      if (scheme === 'Bearer') return bearer(rest, seconds);
      const [login = '', ...password] = Buffer.from(rest, 'base64').toString().split(':');
      const user = users.find((each) => each.login === login);
      if (scheme === 'Basic' && user && same(user.password, password.join(':'))) return { user };
      return { refused: 'Authentication failed' };
    },
    /** Every token that was used so far is no longer taken. */
    endAll(): void {
      for (const token of seen) ended.add(token);
      seen.clear();
    },
  };
}
