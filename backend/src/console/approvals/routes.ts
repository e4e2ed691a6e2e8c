import type { AccountId, RecordRef } from '@backroom/shared';
import { approvalsTranslator } from '@backroom/shared/messages/approvals';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { ApprovalRow } from '../../store/approvals.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { type DecideParts, decide, hindranceOf } from './decide.ts';
import { type ApprovalsView, approvalPage, approvalsPage, hindranceText, type OneInput, PATH } from './pages.ts';

export type ApprovalParts = Surface &
  DecideParts & { crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null> };
const SHOWN = 100;
const verdictSchema = z.enum(['approved', 'rejected']);

/** `/desk/approvals`: what waits for approval, and the decision about it. */
export function approvalRoutes({
  approvals,
  connections,
  askedNow,
  crmPages,
  audit,
  now,
  view,
  show,
  problem,
}: ApprovalParts) {
  const app = new Hono<DeskEnv>();
  const words = (context: Context<DeskEnv>): ApprovalsView => {
    const plain = view(context);
    return { ...plain, a: approvalsTranslator(plain.locale) };
  };
  async function theOne(context: Context<DeskEnv>): Promise<ApprovalRow> {
    const id = z.uuid().safeParse(context.req.param('id'));
    const row = id.success ? await approvals.get(context.get('session').account, id.data) : null;
    if (!row) throw new ProblemError('not_found');
    return row;
  }
  async function hindered(context: Context<DeskEnv>, row: ApprovalRow): Promise<string | null> {
    const found = await hindranceOf({ connections }, context.get('session'), row);
    return found && hindranceText(words(context), found);
  }
  async function page(
    context: Context<DeskEnv>,
    row: ApprovalRow,
    more: Partial<OneInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const [hindrance, crmPage] = await Promise.all([hindered(context, row), crmPages(context.get('session').account)]);
    const crmUrl = crmPage({ type: 'deal', id: row.deal });
    return show(context, approvalPage(words(context), { row, crmUrl, hindrance, ...more }), status);
  }
  app.get('/', async (context) => {
    const { account } = context.get('session');
    const [waiting, decided] = await Promise.all([
      approvals.list(account, true, SHOWN),
      approvals.list(account, false, SHOWN),
    ]);
    return show(context, approvalsPage(words(context), waiting, decided));
  });
  app.get('/:id', async (context) => page(context, await theOne(context)));
  app.post('/:id', async (context) => {
    const row = await theOne(context);
    const { account, actor } = context.get('session');
    const { verdict, reason = '' } = await formOf(context);
    const state = verdictSchema.safeParse(verdict).data;
    if (!state) throw new ProblemError('not_found');
    const text = reason.trim().slice(0, 500);
    if ((await hindered(context, row)) !== null) return page(context, row, {}, 403);
    if (state === 'rejected' && text === '') return page(context, row, { reason, wrong: true }, 422);
    try {
      const done = await decide({ approvals, connections, askedNow, audit, now }, { account, actor }, row, {
        state,
        reason: text === '' ? null : text,
      });
      if (done !== 'done') return page(context, await theOne(context), { notice: done }, 409);
    } catch (error) {
      // The CRM or the ERP does not answer: nothing is decided about a quote that nobody can see.
      const told = problem(context, error);
      return page(context, row, { problem: told, reason }, told.status as ContentfulStatusCode);
    }
    return context.redirect(`${PATH}/${row.id}`, 303);
  });
  return app;
}
