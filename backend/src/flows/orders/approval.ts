import { createHash } from 'node:crypto';
import type { AccountId, Approval, Check, Preview } from '@backroom/shared';
import type { Locale } from '@backroom/shared/messages/locale';
import { ProblemError } from '../../problems/error.ts';
import type { ApprovalStore, Asked } from '../../store/approvals.ts';
import type { AuditStore } from '../../store/audit.ts';
import { type Context, identityOf } from '../context.ts';
import { dealOf } from '../lines.ts';

/** What the flows may do with approvals; deciding is for the order desk. */
export type Approvals = Pick<ApprovalStore, 'find' | 'ask' | 'versionOf'> & {
  noteRequest: (account: AccountId, actor: string, deal: string) => Promise<void>;
  /** Mails a link to each of the people. */
  mail: (request: ApprovalMail) => Promise<void>;
};
export type ApprovalMail = { account: AccountId; approval: string; people: readonly string[]; locale: Locale };
export const approvalsOf = (
  store: ApprovalStore,
  audit: Pick<AuditStore, 'note'>,
  mail: Approvals['mail'],
): Approvals => ({
  ...store,
  mail,
  noteRequest: (account, actor, deal) => audit.note(account, actor, 'approval_requested', `deal ${deal}`),
});

const isNeeded = ({ approval }: Check): boolean => approval === 'needed';
/** The findings themselves: another value of a check is another question. */
const askedOf = (checks: readonly Check[]): string =>
  createHash('sha256')
    .update(JSON.stringify(checks.map(({ code, lineId, values }) => JSON.stringify([code, lineId, values])).sort()))
    .digest('hex')
    .slice(0, 40);
const boundTo = (ctx: Context, checks: readonly Check[]): Asked => ({
  account: ctx.account.id,
  connection: ctx.connection.id,
  deal: dealOf(ctx).id,
  revision: identityOf(ctx).revision,
  asked: askedOf(checks.filter(isNeeded)),
});

/** The checks with what was approved of them, and how the approval stands; undefined where none is needed. */
export async function approvalOf(
  ctx: Context,
  checks: readonly Check[],
): Promise<{ checks: Check[]; approval?: Approval; bound?: Asked }> {
  if (!checks.some(isNeeded)) return { checks: [...checks] };
  const bound = boundTo(ctx, checks);
  const found = await ctx.services.approvals.find(bound);
  const { role } = ctx.connection.options.policies.approval;
  if (!found || found.state === 'void')
    return { checks: [...checks], approval: { state: 'needed', role, by: null, reason: null }, bound };
  const { state, decidedBy: by, reason } = found;
  const granted = (each: Check): Check => (isNeeded(each) ? { ...each, level: 'info', approval: 'granted' } : each);
  return {
    checks: state === 'approved' ? checks.map(granted) : [...checks],
    approval: { state, role: found.role, by, reason },
    bound,
  };
}

/** Asks for the approval that the order needs, once. Throws unless it is there. */
export async function requireApproval(
  ctx: Context,
  { approval, checks, total, net, quotedNet, customer }: Preview,
  bound: Asked | undefined,
): Promise<void> {
  if (!approval || !bound || approval.state === 'approved') return;
  if (approval.state === 'rejected')
    throw new ProblemError('approval_rejected', approval.reason ? { detail: approval.reason } : {});
  const deal = dealOf(ctx);
  const { approvals, now } = ctx.services;
  const id = await approvals.ask(bound, {
    checks: checks.filter(isNeeded),
    names: { record: deal.name, customer: customer?.name ?? deal.company?.name ?? null },
    total: net ?? quotedNet ?? total,
    role: approval.role,
    requestedBy: ctx.actor,
    at: now(),
  });
  if (id !== null) {
    await approvals.noteRequest(ctx.account.id, ctx.actor, deal.id);
    const { people } = ctx.connection.options.policies.approval;
    const others = people.filter((each) => each !== ctx.actor.toLowerCase());
    await approvals.mail({ account: ctx.account.id, approval: id, people: others, locale: ctx.locale });
  }
  throw new ProblemError('approval_waiting', approval.role ? { detail: approval.role } : {});
}
