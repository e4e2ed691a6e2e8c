import type { AccountId, RecordRef } from '@backroom/shared';
import { approvalsTranslator } from '@backroom/shared/messages/approvals';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Connections } from '../../accounts/connect.ts';
import { ProblemError } from '../../problems/error.ts';
import type { ApprovalRow, ApprovalStore, Asked } from '../../store/approvals.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { type ApprovalsView, approvalPage, approvalsPage, type OneInput, PATH } from './pages.ts';

export type ApprovalParts = Surface & {
  approvals: ApprovalStore;
  connections: Pick<Connections, 'current'>;
  /** What the deal would ask for now, read afresh; null: it needs no approval any more. */
  askedNow: (account: AccountId, row: ApprovalRow) => Promise<Asked | null>;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
  audit: Pick<AuditStore, 'note'>;
  now: () => number;
};
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
  /** Why this user does not decide about the request; null: they may. Nobody approves what they asked for themselves. */
  async function hindranceOf(context: Context<DeskEnv>, row: ApprovalRow): Promise<string | null> {
    const { account, actor } = context.get('session');
    const { a } = words(context);
    if (actor.toLowerCase() === row.requestedBy.toLowerCase()) return a('own');
    const connection = await connections.current(account, row.connection);
    const people = connection?.options.policies.approval.people ?? [];
    return people.length === 0 || people.includes(actor.toLowerCase())
      ? null
      : a('not_yours', { people: people.join(', ') });
  }
  async function page(
    context: Context<DeskEnv>,
    row: ApprovalRow,
    more: Partial<OneInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const [hindrance, crmPage] = await Promise.all([
      hindranceOf(context, row),
      crmPages(context.get('session').account),
    ]);
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
    if ((await hindranceOf(context, row)) !== null) return page(context, row, {}, 403);
    if (state === 'rejected' && text === '') return page(context, row, { reason, wrong: true }, 422);
    try {
      const asks = await askedNow(account, row);
      if (asks?.asked !== row.asked || asks.revision !== row.revision || asks.connection !== row.connection) {
        await approvals.makeVoid(account, row.id);
        return page(context, await theOne(context), { notice: 'changed' }, 409);
      }
    } catch (error) {
      // The CRM or the ERP does not answer: nothing is decided about a quote that nobody can see.
      const told = problem(context, error);
      return page(context, row, { problem: told, reason }, told.status as ContentfulStatusCode);
    }
    const at = new Date(now());
    if (!(await approvals.decide(account, row.id, { state, by: actor, reason: text === '' ? null : text, at })))
      return page(context, await theOne(context), { notice: 'late' }, 409);
    const event = state === 'approved' ? 'approval_granted' : 'approval_rejected';
    await audit.note(account, actor, event, `deal ${row.deal}${text === '' ? '' : `: ${text}`}`);
    return context.redirect(`${PATH}/${row.id}`, 303);
  });
  return app;
}
