import type { MiddlewareHandler } from 'hono';
import { faults } from './errors.ts';
import type { Portal } from './portal.ts';
import { objectType } from './types.ts';

/** HubSpot's limit for an OAuth app: so many requests in ten seconds for each installing account. */
const MAX_IN_WINDOW = 110;
const WINDOW_MS = 10_000;
/** Searches have a limit of their own, for each second, and do not count in the other. */
const MAX_SEARCHES = 5;

export function limits(
  portal: Portal,
  options: { maxInWindow?: number | undefined; maxSearches?: number | undefined },
): MiddlewareHandler {
  const maxInWindow = options.maxInWindow ?? MAX_IN_WINDOW;
  const maxSearches = options.maxSearches ?? MAX_SEARCHES;
  let window = { start: 0, count: 0 };
  let second = { start: 0, count: 0 };
  return async (context, next) => {
    const planned = portal.next.shift();
    if (planned) return planned();
    if (portal.dailyLeft !== null) {
      if (portal.dailyLeft <= 0) return faults.daily();
      portal.dailyLeft -= 1;
    }
    const now = Date.now();
    if (context.req.path.endsWith('/search')) {
      if (now - second.start > 1000) second = { start: now, count: 0 };
      second.count += 1;
      return second.count > maxSearches ? faults.secondly() : next();
    }
    if (now - window.start > WINDOW_MS) window = { start: now, count: 0 };
    window.count += 1;
    if (window.count > maxInWindow) return faults.tenSecondly();
    await next();
    context.header('X-HubSpot-RateLimit-Max', String(maxInWindow));
    context.header('X-HubSpot-RateLimit-Remaining', String(maxInWindow - window.count));
    context.header('X-HubSpot-RateLimit-Interval-Milliseconds', String(WINDOW_MS));
    return;
  };
}

/** The scopes of which a call needs one; empty: no scope of its own. */
function scopesOf(method: string, path: string, associations: string): string[] {
  if (path.includes('/automation/actions/')) return ['automation'];
  if (path.includes('/settings/users/')) return ['settings.users.read', 'crm.objects.users.read'];
  const found = /\/crm\/(objects|properties)\/[^/]+\/([^/]+)/.exec(path);
  const type = objectType(found?.[2] ?? '');
  if (!found || !type) return [];
  const reads = method === 'GET' || /\/(batch\/read|search)$/.test(path);
  if (found[1] === 'properties') return reads ? [] : [type.scope.replace('objects', 'schemas').concat('.write')];
  const hidden = associations.split(',').flatMap((to) => objectType(to)?.scope ?? []);
  return [...(reads ? hidden.map((scope) => `${scope}.read`) : []), `${type.scope}.${reads ? 'read' : 'write'}`];
}
export const scopeCheck =
  (portal: Portal): MiddlewareHandler =>
  async (context, next) => {
    const granted = portal.scopes;
    const wanted = scopesOf(context.req.method, context.req.path, context.req.query('associations') ?? '');
    if (granted === null || wanted.length === 0) return next();
    const either = context.req.path.includes('/settings/users/');
    const missing = wanted.filter((scope) => !granted.has(scope));
    const refused = either ? missing.length === wanted.length : missing.length > 0;
    return refused ? faults.missingScopes(...missing) : next();
  };
