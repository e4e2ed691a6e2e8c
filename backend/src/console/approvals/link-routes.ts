import { approvalsTranslator } from '@backroom/shared/messages/approvals';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { ApprovalClaims, ApprovalLinks } from '../../access/approval-links.ts';
import type { Limited } from '../../api/limits.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { ApprovalRow } from '../../store/approvals.ts';
import type { UsedTokenStore } from '../../store/used-tokens.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import { decide, hindranceOf } from './decide.ts';
import { type ApprovalsView, approvalPage, hindranceText, type OneInput } from './pages.ts';
import type { ApprovalParts } from './routes.ts';

export const LINK_PATH = '/desk/approve';
type Parts = ApprovalParts & {
  approvalLinks: ApprovalLinks;
  used: UsedTokenStore;
  accounts: Pick<AccountStore, 'get'>;
  limited: Limited;
  origin: string;
};
const verdictSchema = z.enum(['approved', 'rejected']);

/**
 * `/desk/approve/<token>`: the request behind a link of an approval mail. No session is needed: the link says who decides, and about what.
 * Opening it changes nothing, because mail programs open links by themselves; a decision uses it up.
 */
export function approvalLinkRoutes(parts: Parts) {
  const { approvalLinks, approvals, used, accounts, connections, crmPages, limited, origin, now, view, show, problem } =
    parts;
  const app = new Hono<DeskEnv>();
  const words = (context: Context<DeskEnv>): ApprovalsView => {
    const plain = view(context);
    return { ...plain, a: approvalsTranslator(plain.locale) };
  };
  const dead = (context: Context<DeskEnv>) => {
    const { a } = words(context);
    const body = html`<h1 tabindex="-1">${a('link_dead')}</h1><p>${a('link_dead_text')}</p>`;
    return show(context, { title: a('link_dead'), place: null, body }, 410);
  };
  /** The request that a living link is about. */
  async function opened(context: Context<DeskEnv>): Promise<{ claims: ApprovalClaims; row: ApprovalRow } | null> {
    const claims = await approvalLinks.verify(context.req.param('token') ?? '', now());
    const account = claims && (await accounts.get(claims.account));
    // Removed, disconnected, or installed anew since: nothing from before opens anything.
    if (!claims || account?.state !== 'connected' || claims.made < account.since.getTime()) return null;
    const row = await approvals.get(claims.account, claims.approval);
    return row && !(await used.isUsed(claims.account, claims.jti)) ? { claims, row } : null;
  }
  app.use('/:token', csrf({ origin }), async (context, next) => {
    const claims = await approvalLinks.verify(context.req.param('token') ?? '', now());
    if (!claims) return dead(context);
    const { account, email } = claims;
    context.set('caller', { account, userId: email, userEmail: email, roles: [] });
    await next();
  });
  app.use('/:token', limited);

  async function page(
    context: Context<DeskEnv>,
    { account, email }: ApprovalClaims,
    row: ApprovalRow,
    more: Partial<OneInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const [hindrance, crmPage] = await Promise.all([
      hindranceOf({ connections }, { account, actor: email }, row),
      crmPages(account),
    ]);
    const view = words(context);
    const action = `${LINK_PATH}/${context.req.param('token')}`;
    const crmUrl = crmPage({ type: 'deal', id: row.deal });
    const shown = { row, crmUrl, hindrance: hindrance && hindranceText(view, hindrance), action, ...more };
    return show(context, approvalPage(view, shown), status);
  }
  app.get('/:token', async (context) => {
    const found = await opened(context);
    return found ? page(context, found.claims, found.row) : dead(context);
  });
  app.post('/:token', async (context) => {
    const found = await opened(context);
    if (!found) return dead(context);
    const { claims, row } = found;
    const { account, email: actor, jti, exp } = claims;
    const { verdict, reason = '' } = await formOf(context);
    const state = verdictSchema.safeParse(verdict).data;
    const text = reason.trim().slice(0, 500);
    if ((await hindranceOf({ connections }, { account, actor }, row)) !== null)
      return page(context, claims, row, {}, 403);
    // Somebody who decides by mail says why, whichever way.
    if (!state || text === '') return page(context, claims, row, { reason, wrong: true }, 422);
    try {
      const done = await decide(parts, { account, actor }, row, { state, reason: text });
      const known = (await approvals.get(account, row.id)) ?? row;
      if (done !== 'done') return page(context, claims, known, { notice: done }, 409);
      await used.useOnce(account, jti, new Date(exp * 1000));
      return page(context, claims, known);
    } catch (error) {
      const told = problem(context, error);
      return page(context, claims, row, { problem: told, reason }, told.status as ContentfulStatusCode);
    }
  });
  return app;
}
